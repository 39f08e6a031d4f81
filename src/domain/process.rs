//! The template a case follows: stages with their checklists.

use super::id::{ProcessId, StageId, TaskId};
use super::paper_kind::PaperKind;
use super::record_part::RecordPart;

/// Which version of which process a case follows.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ProcessRef {
    /// The process.
    pub id: ProcessId,
    /// Its version, from 1.
    pub version: u32,
}

/// Whose part a task is, in a service blueprint.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Lane {
    /// What the customer does.
    Customer,
    /// What staff do before the customer's eyes.
    Frontstage,
    /// What staff do out of sight.
    Backstage,
}

impl Lane {
    /// All lanes, from the customer to what nobody sees.
    pub const ALL: [Self; 3] = [Self::Customer, Self::Frontstage, Self::Backstage];
}

/// Who does a task.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    /// The desk: takes requests, records everything.
    Operator,
    /// Oversees and reviews.
    Supervisor,
    /// Charges and settles.
    Cashier,
    /// Does the job.
    Member,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Operator, Self::Supervisor, Self::Cashier, Self::Member];
}

/// What a task asks for when it is done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EvidenceKind {
    /// Only that it was done.
    Tick,
    /// A few words.
    Text,
    /// A number.
    Number,
    /// A date.
    Date,
    /// One of these choices.
    Choice(Vec<Choice>),
    /// A picture.
    Photo,
    /// Somebody's signature.
    Signature,
    /// A document that this program prints.
    Paper(PaperKind),
    /// A record that is filled in.
    Record(RecordPart),
}

impl EvidenceKind {
    /// Whether the task itself keeps no more than a tick. A picture, a signature, a document
    /// or a record has its own place in the case.
    #[must_use]
    pub fn is_ticked(&self) -> bool {
        !matches!(self, Self::Text | Self::Number | Self::Date | Self::Choice(_))
    }
}

/// One choice of a task that offers several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// What is stored.
    pub id: String,
    /// What is read.
    pub label: String,
}

/// A checklist item, in one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Task {
    /// Names it within the process.
    pub id: TaskId,
    /// What to do.
    pub text: String,
    /// How to do it well, in one line.
    pub hint: String,
    /// Whether the stage is left without it only for a reason.
    pub required: bool,
    /// Whose part it is.
    pub lane: Lane,
    /// Who does it.
    pub role: Role,
    /// What it asks for.
    pub evidence: EvidenceKind,
    /// Within how many minutes of working time it is to be done, once its stage has begun. A
    /// working day counts as eight hours.
    pub limit: Option<u32>,
}

/// A step of the process, in one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stage {
    /// Names it within the process.
    pub id: StageId,
    /// What people call it.
    pub name: String,
    /// Its checklist.
    pub tasks: Vec<Task>,
    /// Whether its result is reviewed by somebody else than did it.
    pub review: bool,
}

/// A process, in one language. It has at least one stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Process {
    /// Which one, and which version.
    pub at: ProcessRef,
    /// What people call it.
    pub name: String,
    /// When to choose it, in one sentence.
    pub about: String,
    /// Whether it runs within another case, and so opens none of its own.
    pub within_case: bool,
    /// Its stages, in order.
    pub stages: Vec<Stage>,
}

impl Process {
    /// The place of a stage in the order, from 0.
    #[must_use]
    pub fn position(&self, stage: &StageId) -> Option<usize> {
        self.stages.iter().position(|s| s.id == *stage)
    }

    /// A task, wherever it stands.
    #[must_use]
    pub fn task(&self, id: &TaskId) -> Option<&Task> {
        self.stages.iter().flat_map(|stage| &stage.tasks).find(|task| task.id == *id)
    }
}
