//! Amounts, quantities and rates.

use super::super::at::{At, Read};
use super::super::fault::{Fault, Form};
use crate::domain::money::Rate;

/// A rate in basis points.
pub(super) fn rate(at: &At<'_>) -> Read<Rate> {
    Rate::from_basis_points(at.number()?).ok_or_else(|| at.wrong(Fault::NotA(Form::Rate)))
}
