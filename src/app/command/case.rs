use super::{Pen, one, set};
use crate::domain::case::{
    Case, CaseEvent, CaseField, CaseKind, Mark, Progress, StageMove, Status, is_lasting,
};
use crate::domain::id::{CaseId, StaffId, StageId, TaskId};
use crate::domain::process::{Process, Task};
use crate::domain::record::Records;
use crate::journal::{Change, Entry, Journal, last_undoable};

/// Why a case cannot go to a stage.
#[derive(Clone, PartialEq, Debug)]
pub enum StageError<'a> {
    /// Required tasks are open, and no reason was given.
    OpenTasks(Vec<&'a Task>),
    /// Going back needs a reason, and none was given.
    BackWithoutReason,
    /// The process has no such stage, or the case stands there.
    NoSuchStage,
}

/// Says what was done about a task.
#[must_use]
pub fn mark_task(pen: &Pen, id: &CaseId, case: &Case, task: &TaskId, mark: Mark) -> Records {
    set::<CaseKind>(pen, id.as_str(), case, vec![CaseField::Task(task.clone(), mark)])
}

/// Moves the case to another stage.
///
/// # Errors
/// Going forward past open required tasks needs a reason; so does going back.
pub fn move_to_stage<'a>(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    process: &'a Process,
    to: &StageId,
    reason: &str,
) -> Result<Records, StageError<'a>> {
    let progress = Progress::of(case, process);
    let here = progress.position();
    let there = process.position(to).filter(|there| *there != here).ok_or(StageError::NoSuchStage)?;
    let reason = reason.trim();
    if there < here && reason.is_empty() {
        return Err(StageError::BackWithoutReason);
    }
    let open = progress.open_before(to);
    if !open.is_empty() && reason.is_empty() {
        return Err(StageError::OpenTasks(open));
    }
    let step = StageMove { to: to.clone(), reason: reason.to_owned() };
    Ok(set::<CaseKind>(pen, id.as_str(), case, vec![CaseField::Stage(step)]))
}

/// Closes the case.
///
/// # Errors
/// Open required tasks of the stages up to the last need a reason, which is kept as a note.
pub fn close<'a>(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    process: &'a Process,
    reason: &str,
) -> Result<Records, StageError<'a>> {
    let open = Progress::of(case, process).open_to_the_end();
    let reason = reason.trim();
    if !open.is_empty() && reason.is_empty() {
        return Err(StageError::OpenTasks(open));
    }
    Ok(set_status(pen, id, case, Status::Closed, reason))
}

/// Takes the case back: opened by mistake, or no longer wanted.
#[must_use]
pub fn withdraw(pen: &Pen, id: &CaseId, case: &Case, reason: &str) -> Records {
    set_status(pen, id, case, Status::Withdrawn, reason.trim())
}

/// Opens a closed or withdrawn case again.
#[must_use]
pub fn reopen(pen: &Pen, id: &CaseId, case: &Case, reason: &str) -> Records {
    set_status(pen, id, case, Status::Open, reason.trim())
}

fn set_status(pen: &Pen, id: &CaseId, case: &Case, status: Status, reason: &str) -> Records {
    let field = CaseField::Status(status);
    let replaces = case.fields.heads(&crate::domain::case::CaseKey::Status);
    let mut changes = vec![Change::Set { field, replaces }];
    if !reason.is_empty() {
        changes.push(Change::Event(CaseEvent::Note(reason.to_owned())));
    }
    one::<CaseKind>(pen, id.as_str(), changes)
}

/// Gives the case to somebody, or to nobody.
#[must_use]
pub fn assign(pen: &Pen, id: &CaseId, case: &Case, staff: Option<StaffId>) -> Records {
    set::<CaseKind>(pen, id.as_str(), case, vec![CaseField::Assignee(staff)])
}

/// Writes something down.
#[must_use]
pub fn note(pen: &Pen, id: &CaseId, text: &str) -> Records {
    let text = text.trim();
    let changes =
        if text.is_empty() { Vec::new() } else { vec![Change::Event(CaseEvent::Note(text.to_owned()))] };
    one::<CaseKind>(pen, id.as_str(), changes)
}

/// The action that [`undo`] takes back: the last that can be.
#[must_use]
pub fn undoable(journal: &Journal<CaseKind>) -> Option<&Entry<CaseField, CaseEvent>> {
    last_undoable::<CaseKind>(journal, is_lasting)
}

/// Takes the last action back, by an entry that says so.
#[must_use]
pub fn undo(pen: &Pen, id: &CaseId, journal: &Journal<CaseKind>) -> Records {
    let changes = undoable(journal).map(|entry| Change::Undo(entry.stamp.clone())).into_iter().collect();
    one::<CaseKind>(pen, id.as_str(), changes)
}
