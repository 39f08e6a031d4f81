//! Processes that a shop makes itself, each version kept whole: cases pin the one they were
//! opened with.

mod check;
mod choices;
mod convert;
mod edit;

pub use check::{DefinitionError, MAX_STAGES, MAX_TASKS};
pub use choices::choices_of_lines;
pub use edit::Towards;

use super::id::{StageId, TaskId};
use super::lang::Lang;
use super::paper_kind::PaperKind;
use super::process::{Lane, Role};
use crate::journal::{Field, Folded, Kind, Never};

/// The record of a process of the shop's own.
#[derive(Clone, PartialEq, Debug)]
pub struct CustomProcessKind;

impl Kind for CustomProcessKind {
    type Field = CustomProcessField;
    type Event = Never;
}

/// A process of the shop's own, with all its versions.
pub type CustomProcess = Folded<CustomProcessKind>;

/// What is known of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CustomProcessField {
    /// The whole definition of a version, which counts from 1.
    Version(u32, Box<Definition>),
    /// Whether no more cases are opened with it.
    Retired(bool),
}

/// Names a field of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of the same name")]
pub enum CustomProcessKey {
    Version(u32),
    Retired,
}

impl Field for CustomProcessField {
    type Key = CustomProcessKey;

    fn key(&self) -> CustomProcessKey {
        match self {
            Self::Version(number, _) => CustomProcessKey::Version(*number),
            Self::Retired(_) => CustomProcessKey::Retired,
        }
    }
}

/// A version of a process, in the one language it was written in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Definition {
    /// The language of its words.
    pub lang: Lang,
    /// What people call it.
    pub name: String,
    /// When to choose it, in one sentence, or nothing.
    pub about: String,
    /// Whether it runs within another case, and so opens none of its own.
    pub within_case: bool,
    /// Its stages, in order.
    pub stages: Vec<StageDefinition>,
}

/// A step of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct StageDefinition {
    /// Names it within the process; the same in all versions.
    pub id: StageId,
    /// What people call it.
    pub name: String,
    /// Whether its result is reviewed by somebody else than did it.
    pub review: bool,
    /// Its checklist.
    pub tasks: Vec<TaskDefinition>,
}

/// A checklist item of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct TaskDefinition {
    /// Names it within the process; the same in all versions.
    pub id: TaskId,
    /// What to do.
    pub text: String,
    /// How to do it well, in one line, or nothing.
    pub hint: String,
    /// Whether the stage is left without it only for a reason.
    pub required: bool,
    /// Whose part it is.
    pub lane: Lane,
    /// Who does it.
    pub role: Role,
    /// What it asks for.
    pub evidence: EvidenceDefinition,
    /// Within how many minutes of working time it is to be done.
    pub limit: Option<u32>,
}

/// What a task asks for when it is done.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum EvidenceDefinition {
    /// Only that it was done.
    Tick,
    /// A few words.
    Text,
    /// A number.
    Number,
    /// A date.
    Date,
    /// One of these choices.
    Choice(Vec<ChoiceDefinition>),
    /// A picture.
    Photo,
    /// Somebody's signature.
    Signature,
    /// A document that this program prints.
    Paper(PaperKind),
    /// A part of the case that is filled in as a record of its own, by its name.
    Record(String),
}

/// One of several choices.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ChoiceDefinition {
    /// What is stored: an id.
    pub id: String,
    /// What is read.
    pub label: String,
}

impl CustomProcess {
    /// The definition of a version.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<&Definition> {
        match self.fields.current(&CustomProcessKey::Version(number)) {
            Some(CustomProcessField::Version(_, definition)) => Some(definition),
            _ => None,
        }
    }

    /// The latest version with its number.
    #[must_use]
    pub fn latest(&self) -> Option<(u32, &Definition)> {
        self.fields
            .iter()
            .filter_map(|held| match &held.value {
                CustomProcessField::Version(number, definition) => Some((*number, &**definition)),
                CustomProcessField::Retired(_) => None,
            })
            .max_by_key(|(number, _)| *number)
    }

    /// Whether no more cases are opened with it; running ones go on.
    #[must_use]
    pub fn is_retired(&self) -> bool {
        let retired = self.fields.current(&CustomProcessKey::Retired);
        matches!(retired, Some(CustomProcessField::Retired(true)))
    }
}
