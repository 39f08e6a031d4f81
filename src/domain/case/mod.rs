//! A case: one customer's one matter, from first contact to closing.

mod anonymous;
mod day;
mod event;
mod field;
mod happened;
mod item;
mod on_record;
mod papers;
mod part;
mod progress;
mod text;

pub use day::CaseDay;
pub use event::{CaseEvent, Recorded, is_lasting};
pub use field::{CaseField, CaseKey, Channel, Evidence, Mark, StageMove, Status, Urgency};
pub use item::{CaseItem, CaseItemKey, Ranked};
pub use on_record::{has_photo, is_given_out, is_on_record};
pub use part::CasePart;
pub use progress::{Progress, StageState};
pub use text::CaseText;

use super::id::{AssetId, CaseId, ChangeId, CustomerId, StaffId, StageId, TaskId};
use super::process::ProcessRef;
use crate::journal::{Folded, Kind};

/// A case's record.
#[derive(Clone, PartialEq, Debug)]
pub struct CaseKind;

impl Kind for CaseKind {
    type Field = CaseField;
    type Event = CaseEvent;

    fn anonymous(field: CaseField) -> Option<CaseField> {
        anonymous::field(field)
    }

    fn anonymous_event(event: CaseEvent) -> Option<CaseEvent> {
        anonymous::event(event)
    }
}

/// A case as it is now.
pub type Case = Folded<CaseKind>;

macro_rules! readers {
    ($($(#[$doc:meta])* $reader:ident: $variant:ident -> $type:ty;)*) => {
        impl Case {$(
            $(#[$doc])*
            #[must_use]
            pub fn $reader(&self) -> Option<&$type> {
                match self.fields.current(&CaseKey::$variant) {
                    Some(CaseField::$variant(value)) => Some(value),
                    _ => None,
                }
            }
        )*}
    };
}

readers! {
    /// The process it follows.
    process: Process -> ProcessRef;
    /// Its number.
    number: Number -> String;
    /// Whose matter it is.
    customer: Customer -> CustomerId;
    /// The channel it came through.
    channel: Channel -> Channel;
    /// What is wrong, in the customer's words.
    description: Description -> String;
    /// How urgent it is.
    urgency: Urgency -> Urgency;
    /// What the customer was told to expect.
    told: Told -> String;
    /// The stage it stands in, and the reason it was moved there.
    stage_move: Stage -> StageMove;
    /// The case that it arose from.
    arose_from: AroseFrom -> CaseId;
}

impl Case {
    /// The thing it is about, if one was named.
    #[must_use]
    pub fn asset(&self) -> Option<&AssetId> {
        match self.fields.current(&CaseKey::Asset) {
            Some(CaseField::Asset(asset)) => asset.as_ref(),
            _ => None,
        }
    }

    /// Who works on it.
    #[must_use]
    pub fn assignee(&self) -> Option<&StaffId> {
        match self.fields.current(&CaseKey::Assignee) {
            Some(CaseField::Assignee(staff)) => staff.as_ref(),
            _ => None,
        }
    }

    /// The stage it stands in.
    #[must_use]
    pub fn stage(&self) -> Option<&StageId> {
        self.stage_move().map(|step| &step.to)
    }

    /// Open until somebody closes it.
    #[must_use]
    pub fn status(&self) -> Status {
        match self.fields.current(&CaseKey::Status) {
            Some(CaseField::Status(status)) => *status,
            _ => Status::Open,
        }
    }

    /// What was done about a task.
    #[must_use]
    pub fn mark(&self, task: &TaskId) -> Option<&Mark> {
        self.mark_at(&CaseKey::Task(task.clone()))
    }

    /// What was done about a task of a change request.
    #[must_use]
    pub fn change_mark(&self, change: &ChangeId, task: &TaskId) -> Option<&Mark> {
        self.mark_at(&CaseKey::ChangeTask(change.clone(), task.clone()))
    }

    fn mark_at(&self, key: &CaseKey) -> Option<&Mark> {
        match self.fields.current(key) {
            Some(CaseField::Task(_, mark) | CaseField::ChangeTask(_, _, mark)) => {
                Some(mark).filter(|mark| **mark != Mark::Open)
            }
            _ => None,
        }
    }

    /// The notes, in order.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.events.iter().filter_map(|held| match &held.value {
            CaseEvent::Note(text) => Some(text.as_str()),
            _ => None,
        })
    }
}
