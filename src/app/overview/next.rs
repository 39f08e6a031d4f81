use crate::domain::case::{Progress, Status};
use crate::domain::process::{Stage, Task};
use crate::domain::review::{ReviewState, review_of};
use crate::i18n::Texts;

/// What is next in a case.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Next<'p> {
    /// Nothing: it is closed.
    Closed,
    /// Nothing: it was withdrawn.
    Withdrawn,
    /// This task.
    Task(&'p Task),
    /// The stage's result is to be submitted for review.
    Submit(&'p Stage),
    /// Somebody else is to review the stage's result.
    Review(&'p Stage),
    /// What the review of the stage asks for.
    Mend(&'p Stage),
    /// This stage.
    Stage(&'p Stage),
    /// To close it.
    Close,
}

impl<'p> Next<'p> {
    /// What is next. Optional tasks hold nobody up.
    #[must_use]
    pub fn of(progress: &Progress<'_, 'p>) -> Self {
        match progress.case().status() {
            Status::Closed => return Self::Closed,
            Status::Withdrawn => return Self::Withdrawn,
            Status::Open => {}
        }
        if let Some(task) = progress.next_task().filter(|task| task.required) {
            return Self::Task(task);
        }
        if let Some(stage) = progress.stage().filter(|_| progress.lacks_review(progress.position())) {
            return match review_of(progress.case(), &stage.id) {
                ReviewState::Waiting { .. } => Self::Review(stage),
                ReviewState::ChangesWanted { .. } => Self::Mend(stage),
                ReviewState::NotSubmitted | ReviewState::Approved { .. } => Self::Submit(stage),
            };
        }
        progress.next().map_or(Self::Close, Self::Stage)
    }

    /// It in words.
    #[must_use]
    pub fn words(&self, t: &'static Texts) -> String {
        match self {
            Self::Closed => t.case().next_closed.to_owned(),
            Self::Withdrawn => t.case().next_withdrawn.to_owned(),
            Self::Task(task) => t.case().next_task(&task.text),
            Self::Submit(stage) => t.review().next_submit(&stage.name),
            Self::Review(stage) => t.review().next_review(&stage.name),
            Self::Mend(stage) => t.review().next_changes(&stage.name),
            Self::Stage(stage) => t.case().next_stage(&stage.name),
            Self::Close => t.case().next_close.to_owned(),
        }
    }
}
