use super::item::{trim, trim_required};
use super::{Pen, one};
use crate::domain::case::{Case, CaseEvent, CaseKind};
use crate::domain::id::{CaseId, StageId};
use crate::domain::record::Records;
use crate::domain::review::{Review, ReviewState, ReviewVerdict, review_of};
use crate::domain::text::{MAX_TEXT, TextError};
use crate::journal::Change;

/// Why a stage cannot be submitted or reviewed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReviewError {
    /// Nobody has said who is at this device.
    Nobody,
    /// It waits for a review already.
    Waiting,
    /// Nothing waits for a review.
    NotSubmitted,
    /// Nobody reviews their own work.
    OwnWork,
    /// What must be different was not said, or at too great length.
    Words(TextError),
}

/// Submits a stage's result for review.
///
/// # Errors
/// [`ReviewError::Nobody`] and [`ReviewError::Waiting`].
pub fn submit_stage(pen: &Pen, id: &CaseId, case: &Case, stage: &StageId) -> Result<Records, ReviewError> {
    if pen.author.is_none() {
        return Err(ReviewError::Nobody);
    }
    if matches!(review_of(case, stage), ReviewState::Waiting { .. }) {
        return Err(ReviewError::Waiting);
    }
    Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Event(CaseEvent::Submitted(stage.clone()))]))
}

/// Reviews a stage's result that waits for it.
///
/// # Errors
/// [`ReviewError`] says what is wrong.
pub fn review_stage(pen: &Pen, id: &CaseId, case: &Case, mut review: Review) -> Result<Records, ReviewError> {
    let Some(me) = &pen.author else { return Err(ReviewError::Nobody) };
    match review_of(case, &review.stage) {
        ReviewState::Waiting { by } if by == Some(me) => return Err(ReviewError::OwnWork),
        ReviewState::Waiting { .. } => {}
        _ => return Err(ReviewError::NotSubmitted),
    }
    match review.verdict {
        ReviewVerdict::Approved => trim([&mut review.words], MAX_TEXT),
        ReviewVerdict::ChangesWanted => trim_required(&mut review.words, MAX_TEXT),
    }
    .map_err(ReviewError::Words)?;
    Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Event(CaseEvent::Reviewed(review))]))
}
