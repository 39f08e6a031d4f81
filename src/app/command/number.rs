use super::{Pen, set};
use crate::domain::case::{Case, CaseField, CaseKind};
use crate::domain::id::CaseId;
use crate::domain::record::Records;

/// Gives a case another number, because its own was given twice. Papers that were handed out keep
/// the old one, and a search finds the case by either.
#[must_use]
pub fn renumber(pen: &Pen, id: &CaseId, case: &Case, number: String) -> Records {
    set::<CaseKind>(pen, id.as_str(), case, vec![CaseField::Number(number)])
}
