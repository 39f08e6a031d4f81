//! The people who work in the shop.

use super::fields::fields;
use super::process::Role;
use crate::journal::{Folded, Kind, Never};

/// A member's record.
#[derive(Clone, PartialEq, Debug)]
pub struct StaffKind;

impl Kind for StaffKind {
    type Field = StaffField;
    type Event = Never;
}

/// A member of staff as now known.
pub type Staff = Folded<StaffKind>;

fields! {
    Staff;
    /// What is known of a member of staff.
    StaffField, StaffKey;
    /// What they are called.
    Name(String) => name,
    /// What they mostly do.
    Role(Role) => role,
    /// Whether they still work here.
    Active(bool) => active,
}
