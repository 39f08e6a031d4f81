//! What is written down while a case is worked.

use casebook::domain::money::Rate;
use proptest::prelude::*;

pub(super) fn rate() -> impl Strategy<Value = Rate> {
    (0..=Rate::MAX).prop_filter_map("a rate", Rate::from_basis_points)
}
