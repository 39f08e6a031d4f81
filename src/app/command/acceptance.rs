use super::item::{put, ranked, trim, trim_required};
use super::{Pen, one, set};
use crate::domain::acceptance::{Acceptance, AcceptanceVerdict, Correction, Handover, Test};
use crate::domain::case::{Case, CaseEvent, CaseField, CaseItem, CaseKind};
use crate::domain::id::{CaseId, CorrectionId, HandoverId, TestId};
use crate::domain::record::Records;
use crate::domain::text::{MAX_LINE, MAX_TEXT, TextError};
use crate::journal::Change;

/// Why something about the acceptance cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AcceptanceError {
    /// What it is about was not said, or at too great length.
    What(TextError),
    /// What should happen is too long.
    Expected(TextError),
    /// Rounds count from 1.
    Round,
    /// Who speaks for the customer was not said.
    Name(TextError),
    /// What is not right was not said, or at too great length.
    Words(TextError),
}

/// Writes down something that is handed over. A rank of 0 puts it behind the others, here and
/// below.
///
/// # Errors
/// [`AcceptanceError::What`].
pub fn put_handover(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    handover_id: &HandoverId,
    mut handover: Handover,
) -> Result<Records, AcceptanceError> {
    trim_required(&mut handover.what, MAX_LINE).map_err(AcceptanceError::What)?;
    let handover = ranked(handover, &case.handovers());
    Ok(put(pen, id, case, CaseItem::Handover(handover_id.clone(), Some(handover.into()))))
}

/// Writes a test down, with its result once it was made.
///
/// # Errors
/// [`AcceptanceError`] says what is wrong.
pub fn put_test(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    test_id: &TestId,
    mut test: Test,
) -> Result<Records, AcceptanceError> {
    trim_required(&mut test.what, MAX_LINE).map_err(AcceptanceError::What)?;
    trim([&mut test.expected], MAX_TEXT).map_err(AcceptanceError::Expected)?;
    if test.round == 0 {
        return Err(AcceptanceError::Round);
    }
    let test = ranked(test, &case.tests());
    Ok(put(pen, id, case, CaseItem::Test(test_id.clone(), Some(test.into()))))
}

/// Begins the next round: the tests that failed stand there again, still to be made.
/// `new_id` gives each an id of its own.
#[must_use]
pub fn repeat_failed_tests(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    mut new_id: impl FnMut() -> TestId,
) -> Records {
    let last = case.tests().iter().map(|(_, test)| test.round).max().unwrap_or(0);
    let repeated = case.failed_tests().into_iter().map(|(_, test)| {
        let again = Test { result: None, round: last.saturating_add(1), ..test.clone() };
        CaseField::Item(CaseItem::Test(new_id(), Some(again.into())))
    });
    set::<CaseKind>(pen, id.as_str(), case, repeated.collect())
}

/// Writes down something that must be made right, or that it was.
///
/// # Errors
/// [`AcceptanceError::What`].
pub fn put_correction(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    correction_id: &CorrectionId,
    mut correction: Correction,
) -> Result<Records, AcceptanceError> {
    trim_required(&mut correction.what, MAX_TEXT).map_err(AcceptanceError::What)?;
    let correction = ranked(correction, &case.corrections());
    Ok(put(pen, id, case, CaseItem::Correction(correction_id.clone(), Some(correction.into()))))
}

/// Writes down what the customer says to the result.
///
/// # Errors
/// [`AcceptanceError::Name`], and [`AcceptanceError::Words`] when it is not right and nobody
/// says what.
pub fn accept(pen: &Pen, id: &CaseId, mut acceptance: Acceptance) -> Result<Records, AcceptanceError> {
    trim_required(&mut acceptance.name, MAX_LINE).map_err(AcceptanceError::Name)?;
    let words = &mut acceptance.words;
    match acceptance.verdict {
        AcceptanceVerdict::Accepted => trim([words], MAX_TEXT),
        AcceptanceVerdict::WithCorrections | AcceptanceVerdict::Refused => trim_required(words, MAX_TEXT),
    }
    .map_err(AcceptanceError::Words)?;
    Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Event(CaseEvent::Accepted(acceptance))]))
}
