use super::Pen;
use super::item::{put, ranked, trim, trim_required};
use crate::domain::case::{Case, CaseField, CaseItem, CaseText};
use crate::domain::id::{CaseId, ExpectationId};
use crate::domain::needs::{Expectation, ExpectationVerdict};
use crate::domain::record::Records;
use crate::domain::text::{MAX_TEXT, TextError, optional};

/// Why an expectation cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NeedsError {
    /// What is expected was not said, or at too great length.
    Expectation(TextError),
    /// What cannot be met, or only in part, needs a reason; or that is too long.
    Reason(TextError),
    /// What is offered instead is too long.
    Alternative(TextError),
}

/// Texts of a case as fields. What was never written and still is empty is no change.
pub(super) fn text_fields(case: &Case, texts: Vec<(CaseText, String)>) -> Result<Vec<CaseField>, TextError> {
    let mut fields = Vec::new();
    for (text, words) in texts {
        let words = optional(&words, MAX_TEXT)?;
        if words != case.text(text) || !words.is_empty() {
            fields.push(CaseField::Text(text, words));
        }
    }
    Ok(fields)
}

/// Writes down what the customer expects. A rank of 0 puts it behind the others;
/// [`reorder_items`](super::reorder_items) lets the customer rank them.
///
/// # Errors
/// [`NeedsError`] says what is wrong.
pub fn put_expectation(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    expectation_id: &ExpectationId,
    mut expectation: Expectation,
) -> Result<Records, NeedsError> {
    trim_required(&mut expectation.text, MAX_TEXT).map_err(NeedsError::Expectation)?;
    trim([&mut expectation.alternative], MAX_TEXT).map_err(NeedsError::Alternative)?;
    let reason = &mut expectation.reason;
    match expectation.verdict {
        Some(ExpectationVerdict::InPart | ExpectationVerdict::Cannot) => trim_required(reason, MAX_TEXT),
        Some(ExpectationVerdict::Meet) | None => trim([reason], MAX_TEXT),
    }
    .map_err(NeedsError::Reason)?;
    let expectation = ranked(expectation, &case.expectations());
    let item = CaseItem::Expectation(expectation_id.clone(), Some(expectation.into()));
    Ok(put(pen, id, case, item))
}
