//! A case as a row of events: what people did, and what lists said of it, in the order of time.

use super::names::Named;
use super::wire::Wire;
use crate::domain::case::{CaseEvent, CaseField, CaseKind};
use crate::domain::id::{ProcessId, StageId};
use crate::journal::{AuthorId, Change, Entry, Journal, counting};

/// Something that was done about a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happening {
    /// When, in milliseconds since 1970.
    pub millis: u64,
    /// Who did it, if somebody had said so.
    pub author: Option<AuthorId>,
    /// What it was: the words of the program that recorded it, else the name in the file of the first
    /// thing that it says.
    pub activity: String,
    /// What else was said.
    pub note: String,
    /// Whether another program recorded it.
    pub recorded: bool,
}

/// What happened to a case. Each entry that counts is one event, so the cases of a list have exactly its
/// rows. Entries that take another back, and those that say nothing this version knows, are none.
#[must_use]
pub fn happenings(journal: &Journal<CaseKind>) -> Vec<Happening> {
    counting::<CaseKind>(journal).filter_map(happening).collect()
}

fn happening(entry: &Entry<CaseField, CaseEvent>) -> Option<Happening> {
    let (mut recorded, mut event, mut field) = (None, None, None);
    let mut note = "";
    for change in &entry.changes {
        match change {
            Change::Event(CaseEvent::Recorded(done)) if recorded.is_none() => {
                recorded = Some(done.activity.clone());
                note = &done.note;
            }
            Change::Event(happened) => {
                event = event.or_else(|| Some(happened.said().0.to_owned()));
                if let CaseEvent::Note(text) = happened {
                    note = text;
                }
            }
            Change::Set { field: set, .. } => field = field.or_else(|| Some(name(set))),
            Change::Undo(_) | Change::Erased | Change::Unknown(_) => {}
        }
    }
    let is_recorded = recorded.is_some();
    let activity = recorded.or(event).or(field)?;
    let (millis, author) = (entry.stamp.millis, entry.author.clone());
    Some(Happening { millis, author, activity, note: note.to_owned(), recorded: is_recorded })
}

/// A field's name in the file, with the stage, the task or the state that it is about.
fn name(field: &CaseField) -> String {
    let of = match field {
        CaseField::Stage(step) => step.to.as_str(),
        CaseField::Task(task, _) | CaseField::ChangeTask(_, task, _) => task.as_str(),
        CaseField::Status(status) => status.name(),
        _ => "",
    };
    let name = field.said().0;
    if of.is_empty() { name.to_owned() } else { [name, ":", of].concat() }
}

/// A stay of a case in a stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stay {
    /// Of which process the stage is, as far as that was said.
    pub process: Option<ProcessId>,
    /// Which stage.
    pub stage: StageId,
    /// How long, in milliseconds; of the last one up to the case's last event.
    pub millis: u64,
}

/// The stages that a case stood in, one after the other.
#[must_use]
pub fn stays(journal: &Journal<CaseKind>) -> Vec<Stay> {
    let mut stays: Vec<(Option<ProcessId>, StageId, u64)> = Vec::new();
    let (mut process, mut last) = (None, 0);
    for entry in counting::<CaseKind>(journal) {
        last = entry.stamp.millis;
        for change in &entry.changes {
            match change {
                Change::Set { field: CaseField::Process(at), .. } => process = Some(at.id.clone()),
                Change::Set { field: CaseField::Stage(step), .. } => {
                    stays.push((process.clone(), step.to.clone(), last));
                }
                _ => {}
            }
        }
    }
    let ends: Vec<u64> = stays.iter().skip(1).map(|(_, _, since)| *since).chain([last]).collect();
    let stays = stays.into_iter().zip(ends);
    stays.map(|((process, stage, since), end)| Stay { process, stage, millis: end - since }).collect()
}
