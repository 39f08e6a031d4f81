use super::item::{put, ranked, trim, trim_required};
use super::{Pen, set};
use crate::domain::case::{Case, CaseField, CaseItem, CaseKind, CaseText};
use crate::domain::id::{CaseId, ExpectationId};
use crate::domain::needs::{Expectation, ExpectationVerdict, Extent, NeedsMethod};
use crate::domain::record::Records;
use crate::domain::text::{MAX_TEXT, TextError, optional};

/// The needs as a form has them: what it does not name stays as it is.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Needs {
    /// What was written, of [`CaseText::NEEDS`].
    pub texts: Vec<(CaseText, String)>,
    /// How the needs were found out.
    pub method: Option<NeedsMethod>,
    /// How much is affected.
    pub extent: Option<Extent>,
}

/// Why a need or an expectation cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NeedsError {
    /// A text is too long.
    Words(TextError),
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

/// Writes the needs down, as one action.
///
/// # Errors
/// [`NeedsError::Words`].
pub fn record_needs(pen: &Pen, id: &CaseId, case: &Case, needs: Needs) -> Result<Records, NeedsError> {
    let mut fields = text_fields(case, needs.texts).map_err(NeedsError::Words)?;
    if needs.method != case.needs_method() {
        fields.push(CaseField::NeedsMethod(needs.method));
    }
    if needs.extent != case.extent() {
        fields.push(CaseField::Extent(needs.extent));
    }
    Ok(set::<CaseKind>(pen, id.as_str(), case, fields))
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
