use super::item::{put, ranked, trim, trim_required};
use super::needs::text_fields;
use super::{Pen, one, set};
use crate::domain::case::{Case, CaseEvent, CaseField, CaseItem, CaseKind, CaseText, Mark};
use crate::domain::execution::{
    ChangeRequest, ChangeState, Escalation, Interim, InterimAnswer, ProgressReport, Trouble, TroubleAnswer,
    WorkOrderReceipt,
};
use crate::domain::id::{CaseId, ChangeId, TaskId};
use crate::domain::local_time::LocalTime;
use crate::domain::record::Records;
use crate::domain::text::{MAX_TEXT, TextError};
use crate::journal::Change;

/// Why something about a job cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WorkError {
    /// What it is about was not said, or at too great length.
    Words(TextError),
    /// Another text is too long.
    Detail(TextError),
    /// The final answer would be due in the past.
    PastDue,
    /// Nobody has more authority than they have themselves.
    ToSelf,
    /// There is no such change.
    NoSuchChange,
    /// There is no such trouble.
    NoSuchTrouble,
    /// There is no such agreement, or its answer was given.
    NoSuchInterim,
    /// The answer would have been given in the future.
    NotYet,
}

/// Writes texts of a case that have places of their own.
///
/// # Errors
/// [`WorkError::Words`] when one is too long.
pub fn set_texts(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    texts: Vec<(CaseText, String)>,
) -> Result<Records, WorkError> {
    let fields = text_fields(case, texts).map_err(WorkError::Words)?;
    Ok(set::<CaseKind>(pen, id.as_str(), case, fields))
}

fn happened(pen: &Pen, id: &CaseId, event: CaseEvent) -> Records {
    one::<CaseKind>(pen, id.as_str(), vec![Change::Event(event)])
}

/// Writes down who took the work order on, and when.
#[must_use]
pub fn receive_work_order(pen: &Pen, id: &CaseId, receipt: WorkOrderReceipt) -> Records {
    happened(pen, id, CaseEvent::WorkOrderReceived(receipt))
}

/// Writes down how far the job is.
///
/// # Errors
/// [`WorkError::Words`] when nothing is done, and [`WorkError::Detail`].
pub fn report_progress(pen: &Pen, id: &CaseId, mut report: ProgressReport) -> Result<Records, WorkError> {
    trim_required(&mut report.done, MAX_TEXT).map_err(WorkError::Words)?;
    trim([&mut report.next], MAX_TEXT).map_err(WorkError::Detail)?;
    Ok(happened(pen, id, CaseEvent::ProgressReported(report)))
}

/// Writes down what went wrong, and what is done about it.
///
/// # Errors
/// [`WorkError::Words`] and [`WorkError::Detail`].
pub fn meet_trouble(pen: &Pen, id: &CaseId, mut trouble: Trouble) -> Result<Records, WorkError> {
    trim_required(&mut trouble.words, MAX_TEXT).map_err(WorkError::Words)?;
    trim([&mut trouble.answer], MAX_TEXT).map_err(WorkError::Detail)?;
    Ok(happened(pen, id, CaseEvent::TroubleMet(trouble)))
}

/// Says what is done about a trouble that was written down before, by its stamp; an answer that
/// says nothing new is not written.
///
/// # Errors
/// [`WorkError::NoSuchTrouble`] and [`WorkError::Words`].
pub fn answer_trouble(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    mut answer: TroubleAnswer,
) -> Result<Records, WorkError> {
    let found = case.troubles().find(|held| held.stamp == answer.trouble);
    let trouble = found.ok_or(WorkError::NoSuchTrouble)?;
    trim_required(&mut answer.answer, MAX_TEXT).map_err(WorkError::Words)?;
    if case.trouble_answer(&trouble) == answer.answer {
        return Ok(Records::default());
    }
    Ok(happened(pen, id, CaseEvent::TroubleAnswered(answer)))
}

/// Hands a case to somebody with more authority; who works on it does not change by that.
///
/// # Errors
/// [`WorkError::Words`] without a reason, and [`WorkError::ToSelf`].
pub fn escalate(pen: &Pen, id: &CaseId, mut escalation: Escalation) -> Result<Records, WorkError> {
    trim_required(&mut escalation.reason, MAX_TEXT).map_err(WorkError::Words)?;
    if pen.author.as_ref() == Some(&escalation.to) {
        return Err(WorkError::ToSelf);
    }
    Ok(happened(pen, id, CaseEvent::Escalated(escalation)))
}

/// Promises something until the final answer. `now` is the shop's own clock.
///
/// # Errors
/// [`WorkError::Words`] and [`WorkError::PastDue`].
pub fn agree_interim(
    pen: &Pen,
    id: &CaseId,
    mut interim: Interim,
    now: LocalTime,
) -> Result<Records, WorkError> {
    trim_required(&mut interim.what, MAX_TEXT).map_err(WorkError::Words)?;
    if interim.due <= now {
        return Err(WorkError::PastDue);
    }
    Ok(happened(pen, id, CaseEvent::InterimAgreed(interim)))
}

/// Writes the final answer of an interim agreement down, which is named by its stamp. `now` is
/// the shop's own clock.
///
/// # Errors
/// [`WorkError::NoSuchInterim`], [`WorkError::Words`] and [`WorkError::NotYet`].
pub fn answer_interim(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    mut answer: InterimAnswer,
    now: LocalTime,
) -> Result<Records, WorkError> {
    let known = case.interims().any(|held| held.stamp == answer.interim);
    if !known || case.interim_answers().any(|held| held.value.interim == answer.interim) {
        return Err(WorkError::NoSuchInterim);
    }
    trim_required(&mut answer.words, MAX_TEXT).map_err(WorkError::Words)?;
    if answer.at > now {
        return Err(WorkError::NotYet);
    }
    Ok(happened(pen, id, CaseEvent::InterimAnswered(answer)))
}

/// Writes a wish of the customer's down that came after the agreement. A rank of 0 puts it
/// behind the others.
///
/// # Errors
/// [`WorkError::Words`] and [`WorkError::Detail`].
pub fn put_change_request(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    change_id: &ChangeId,
    mut change: ChangeRequest,
) -> Result<Records, WorkError> {
    trim_required(&mut change.what, MAX_TEXT).map_err(WorkError::Words)?;
    let ChangeRequest { reason, on_time, on_cost, on_quality, .. } = &mut change;
    trim([reason, on_time, on_cost, on_quality], MAX_TEXT).map_err(WorkError::Detail)?;
    let mut others = case.change_requests();
    others.retain(|(other, _)| *other != change_id);
    let change = ranked(change, &others);
    Ok(put(pen, id, case, CaseItem::ChangeRequest(change_id.clone(), Some(change.into()))))
}

/// Says whether a change is made.
///
/// # Errors
/// [`WorkError::NoSuchChange`].
pub fn decide_change(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    change_id: &ChangeId,
    state: ChangeState,
) -> Result<Records, WorkError> {
    let changes = case.change_requests();
    let found = changes.into_iter().find(|(known, _)| *known == change_id);
    let (_, change) = found.ok_or(WorkError::NoSuchChange)?;
    let decided = ChangeRequest { state, ..change.clone() };
    Ok(put(pen, id, case, CaseItem::ChangeRequest(change_id.clone(), Some(decided.into()))))
}

/// Says what was done about a task of a change.
///
/// # Errors
/// [`WorkError::NoSuchChange`].
pub fn mark_change_task(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    change_id: &ChangeId,
    task: &TaskId,
    mark: Mark,
) -> Result<Records, WorkError> {
    if !case.change_requests().into_iter().any(|(known, _)| known == change_id) {
        return Err(WorkError::NoSuchChange);
    }
    let field = CaseField::ChangeTask(change_id.clone(), task.clone(), mark);
    Ok(set::<CaseKind>(pen, id.as_str(), case, vec![field]))
}
