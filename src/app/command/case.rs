use super::{Pen, one, set};
use crate::catalog;
use crate::domain::case::{
    Case, CaseEvent, CaseField, CaseKind, Mark, Progress, StageMove, Status, is_lasting,
};
use crate::domain::id::{CaseId, StaffId, StageId, TaskId};
use crate::domain::lang::Lang;
use crate::domain::process::{Stage, Task};
use crate::domain::record::Records;
use crate::journal::{Change, Entry, Journal, last_undoable};

/// Why a case cannot go to a stage.
#[derive(Clone, PartialEq, Debug)]
pub enum StageError<'a> {
    /// Required tasks are open, and no reason was given.
    OpenTasks(Vec<&'a Task>),
    /// The tasks are done, but nobody approved the result of these stages, and no reason was
    /// given.
    NotReviewed(Vec<&'a Stage>),
    /// The tasks are done, but these changes were confirmed and are not tracked to their end, and
    /// no reason was given.
    UnfinishedChanges(Vec<String>),
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
/// Going forward past open required tasks or without an approved review needs a reason; so does
/// going back.
pub fn move_to_stage<'p>(
    pen: &Pen,
    id: &CaseId,
    progress: &Progress<'_, 'p>,
    to: &StageId,
    reason: &str,
) -> Result<Records, StageError<'p>> {
    let here = progress.position();
    let there = progress.process().position(to).filter(|there| *there != here);
    let there = there.ok_or(StageError::NoSuchStage)?;
    let reason = reason.trim();
    if there < here && reason.is_empty() {
        return Err(StageError::BackWithoutReason);
    }
    nothing_open(progress.open_before(to), progress.unreviewed_before(to), reason)?;
    let step = StageMove { to: to.clone(), reason: reason.to_owned() };
    Ok(set::<CaseKind>(pen, id.as_str(), progress.case(), vec![CaseField::Stage(step)]))
}

/// Closes the case.
///
/// # Errors
/// Open required tasks, missing reviews of the stages up to the last, and confirmed changes that
/// are not tracked to their end need a reason, which is kept as a note.
pub fn close<'p>(
    pen: &Pen,
    id: &CaseId,
    progress: &Progress<'_, 'p>,
    reason: &str,
) -> Result<Records, StageError<'p>> {
    let reason = reason.trim();
    nothing_open(progress.open_to_the_end(), progress.unreviewed_to_the_end(), reason)?;
    // The words of the process do not matter here.
    let changes =
        catalog::change_process(Lang::En).map(|process| progress.case().unfinished_changes(process));
    let changes: Vec<String> = changes.into_iter().flatten().map(|change| change.what.clone()).collect();
    if reason.is_empty() && !changes.is_empty() {
        return Err(StageError::UnfinishedChanges(changes));
    }
    Ok(set_status(pen, id, progress.case(), Status::Closed, reason))
}

/// What is left open needs a reason.
fn nothing_open<'p>(
    tasks: Vec<&'p Task>,
    reviews: Vec<&'p Stage>,
    reason: &str,
) -> Result<(), StageError<'p>> {
    match (tasks, reviews) {
        _ if !reason.is_empty() => Ok(()),
        (tasks, _) if !tasks.is_empty() => Err(StageError::OpenTasks(tasks)),
        (_, reviews) if !reviews.is_empty() => Err(StageError::NotReviewed(reviews)),
        _ => Ok(()),
    }
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

/// The action that [`undo`] takes back, where the clock has come to `now`: the last that can be.
#[must_use]
pub fn undoable(journal: &Journal<CaseKind>, now: u64) -> Option<&Entry<CaseField, CaseEvent>> {
    last_undoable::<CaseKind>(journal, now, is_lasting)
}

/// Takes the last action back, by an entry that says so.
#[must_use]
pub fn undo(pen: &Pen, id: &CaseId, journal: &Journal<CaseKind>) -> Records {
    let changes = undoable(journal, pen.stamp.millis)
        .map(|entry| Change::Undo(entry.stamp.clone()))
        .into_iter()
        .collect();
    one::<CaseKind>(pen, id.as_str(), changes)
}
