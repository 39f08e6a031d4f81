//! The control loop: who did the work submits it, and somebody else reviews it.

use super::case::{Case, CaseEvent};
use super::id::{StaffId, StageId};

/// What a reviewer says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReviewVerdict {
    /// It is up to the standard.
    Approved,
    /// Something must be different.
    ChangesWanted,
}

impl ReviewVerdict {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Approved, Self::ChangesWanted];
}

/// A review of a stage's result.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Review {
    /// The stage.
    pub stage: StageId,
    /// What the reviewer says.
    pub verdict: ReviewVerdict,
    /// What must be different; mostly empty when nothing must.
    pub words: String,
}

/// How far the review of a stage is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReviewState<'a> {
    /// Nobody has submitted it.
    NotSubmitted,
    /// It was submitted, and waits for somebody else.
    Waiting {
        /// Who submitted it.
        by: Option<&'a StaffId>,
    },
    /// It was approved.
    Approved {
        /// Who approved it.
        by: &'a StaffId,
    },
    /// It has to be changed and submitted again.
    ChangesWanted {
        /// Who wants changes.
        by: &'a StaffId,
        /// What must be different.
        words: &'a str,
    },
}

/// How far the review of a stage is, by its last submission. When several people reviewed
/// that, on devices that had not seen each other, one who wants changes counts. What somebody
/// says of their own work, or nobody says, does not.
#[must_use]
pub fn review_of<'a>(case: &'a Case, stage: &StageId) -> ReviewState<'a> {
    let mut state = ReviewState::NotSubmitted;
    let mut submitter = None;
    for held in &case.events {
        match (&held.value, held.author.as_ref()) {
            (CaseEvent::Submitted(submitted), by) if submitted == stage => {
                submitter = by;
                state = ReviewState::Waiting { by };
            }
            (CaseEvent::Reviewed(review), Some(by)) if review.stage == *stage && submitter != Some(by) => {
                state = match (state, review.verdict) {
                    (ReviewState::Waiting { .. }, ReviewVerdict::Approved) => ReviewState::Approved { by },
                    (
                        ReviewState::Waiting { .. } | ReviewState::Approved { .. },
                        ReviewVerdict::ChangesWanted,
                    ) => ReviewState::ChangesWanted { by, words: &review.words },
                    (state, _) => state,
                };
            }
            _ => {}
        }
    }
    state
}
