use super::item::trim;
use super::{Pen, one};
use crate::domain::case::{CaseEvent, CaseKind};
use crate::domain::id::CaseId;
use crate::domain::record::Records;
use crate::domain::survey::SurveyAnswer;
use crate::domain::text::{MAX_TEXT, TextError};
use crate::journal::{Change, Stamp};

/// Why an answer cannot be kept so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SurveyError {
    /// Nothing is said in it.
    Nothing,
    /// What they said is too long.
    Words(TextError),
}

/// Keeps what a customer answered, beside whatever was answered before.
///
/// # Errors
/// [`SurveyError`] says what is wrong.
pub fn answer_survey(pen: &Pen, id: &CaseId, mut answer: SurveyAnswer) -> Result<Records, SurveyError> {
    trim([&mut answer.words], MAX_TEXT).map_err(SurveyError::Words)?;
    if answer.is_empty() {
        return Err(SurveyError::Nothing);
    }
    Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Event(CaseEvent::SurveyAnswered(answer))]))
}

/// Notes that somebody saw the low scores of these stamps, and that nothing more is to be done.
#[must_use]
pub fn see_answers(pen: &Pen, id: &CaseId, answers: &[Stamp]) -> Records {
    let seen = answers.iter().map(|answer| Change::Event(CaseEvent::SurveySeen(answer.clone())));
    one::<CaseKind>(pen, id.as_str(), seen.collect())
}
