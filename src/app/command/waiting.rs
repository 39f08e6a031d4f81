use super::{Pen, set};
use crate::domain::case::{Case, CaseField, CaseKey, CaseKind};
use crate::domain::id::CaseId;
use crate::domain::record::Records;
use crate::domain::text::{MAX_TEXT, TextError, optional};
use crate::domain::waiting::Waiting;

/// Writes down what a case waits for, or that work goes on.
///
/// # Errors
/// [`TextError`] when the words are too long.
pub fn set_waiting(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    waiting: Option<Waiting>,
) -> Result<Records, TextError> {
    let waiting = match waiting {
        Some(Waiting { reason, words }) => Some(Waiting { reason, words: optional(&words, MAX_TEXT)? }),
        // What never was is no change.
        None if case.fields.heads(&CaseKey::Waiting).is_empty() => return Ok(Records::default()),
        None => None,
    };
    Ok(set::<CaseKind>(pen, id.as_str(), case, vec![CaseField::Waiting(waiting)]))
}
