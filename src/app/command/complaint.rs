use super::item::trim;
use super::{Pen, one};
use crate::domain::case::{Case, CaseEvent, CaseField, CaseKey, CaseKind};
use crate::domain::complaint::{
    ComplaintAcknowledged, ComplaintAnswered, ComplaintField, ComplaintJudged, ComplaintKey,
    ComplaintReceived,
};
use crate::domain::id::{CaseId, StaffId};
use crate::domain::local_time::LocalTime;
use crate::domain::record::Records;
use crate::domain::text::{MAX_TEXT, TextError, optional};
use crate::journal::{Change, Field};

/// Why something about a complaint cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ComplaintError {
    /// A text is too long.
    Words(TextError),
    /// The complaint is about the person who is to handle it.
    OwnHandler,
    /// The person whom the complaint is about handles it already.
    AboutHandler,
    /// It would have happened in the future.
    NotYet,
    /// It would have happened before the complaint came in.
    BeforeIt,
}

/// Writes down what is known of a complaint; with the first of it, that it came in. Nobody
/// handles a complaint about themselves.
///
/// # Errors
/// [`ComplaintError::Words`], [`ComplaintError::OwnHandler`] and [`ComplaintError::AboutHandler`].
pub fn put_complaint(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    field: ComplaintField,
) -> Result<Records, ComplaintError> {
    let field = match field {
        ComplaintField::Text(text, words) => {
            let words = optional(&words, MAX_TEXT).map_err(ComplaintError::Words)?;
            if words.is_empty() && case.complaint_text(text).is_empty() {
                return Ok(Records::default());
            }
            ComplaintField::Text(text, words)
        }
        other => other,
    };
    let same = |one: &Option<StaffId>, other: Option<&StaffId>| one.is_some() && one.as_ref() == other;
    match &field {
        ComplaintField::Handler(who) if same(who, case.complaint_about()) => {
            return Err(ComplaintError::OwnHandler);
        }
        ComplaintField::About(who) if same(who, case.complaint_handler()) => {
            return Err(ComplaintError::AboutHandler);
        }
        _ => {}
    }
    let key = CaseKey::Complaint(field.key());
    let field = CaseField::Complaint(field);
    let heads = case.fields.heads(&key);
    if case.fields.current(&key) == Some(&field) && heads.len() < 2 {
        return Ok(Records::default());
    }
    let mut changes = vec![Change::Set { field, replaces: heads }];
    if case.complaints_received().next().is_none() {
        let received = ComplaintReceived { channel: None, at: None };
        changes.push(Change::Event(CaseEvent::ComplaintReceived(received)));
    }
    // Whoever handles a complaint that has a case of its own works on that case.
    if let Change::Set { field: CaseField::Complaint(ComplaintField::Handler(Some(handler))), .. } =
        &changes[0]
        && case.is_complaint()
        && (case.assignee().is_none() || case.assignee() == case.complaint_about())
    {
        let replaces = case.fields.heads(&CaseKey::Assignee);
        let field = CaseField::Assignee(Some(handler.clone()));
        changes.push(Change::Set { field, replaces });
    }
    Ok(one::<CaseKind>(pen, id.as_str(), changes))
}

/// Takes the handler away whom a merge made handle a complaint about themselves.
#[must_use]
pub fn release_handler(pen: &Pen, id: &CaseId, case: &Case) -> Records {
    let key = CaseKey::Complaint(ComplaintKey::Handler);
    let field = CaseField::Complaint(ComplaintField::Handler(None));
    one::<CaseKind>(pen, id.as_str(), vec![Change::Set { field, replaces: case.fields.heads(&key) }])
}

fn happened(pen: &Pen, id: &CaseId, event: CaseEvent) -> Records {
    one::<CaseKind>(pen, id.as_str(), vec![Change::Event(event)])
}

/// What is told of a complaint happened after it came in, and not in the future. `now` is the
/// shop's own clock.
fn in_time(case: &Case, at: LocalTime, now: LocalTime) -> Result<(), ComplaintError> {
    if at > now {
        return Err(ComplaintError::NotYet);
    }
    let received = case.complaints_received().last().and_then(|held| held.value.at);
    if received.is_some_and(|received| at < received) {
        return Err(ComplaintError::BeforeIt);
    }
    Ok(())
}

/// Says when and how the complaint really came in.
///
/// # Errors
/// [`ComplaintError::NotYet`].
pub fn receive_complaint(
    pen: &Pen,
    id: &CaseId,
    received: ComplaintReceived,
    now: LocalTime,
) -> Result<Records, ComplaintError> {
    if received.at.is_some_and(|at| at > now) {
        return Err(ComplaintError::NotYet);
    }
    Ok(happened(pen, id, CaseEvent::ComplaintReceived(received)))
}

/// Writes down that the customer was told that the complaint is looked into.
///
/// # Errors
/// [`ComplaintError::Words`], [`ComplaintError::NotYet`] and [`ComplaintError::BeforeIt`].
pub fn acknowledge_complaint(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    mut told: ComplaintAcknowledged,
    now: LocalTime,
) -> Result<Records, ComplaintError> {
    trim([&mut told.words], MAX_TEXT).map_err(ComplaintError::Words)?;
    in_time(case, told.at, now)?;
    Ok(happened(pen, id, CaseEvent::ComplaintAcknowledged(told)))
}

/// Writes down that the reply reached the customer.
///
/// # Errors
/// [`ComplaintError::NotYet`] and [`ComplaintError::BeforeIt`].
pub fn answer_complaint(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    answered: ComplaintAnswered,
    now: LocalTime,
) -> Result<Records, ComplaintError> {
    in_time(case, answered.at, now)?;
    Ok(happened(pen, id, CaseEvent::ComplaintAnswered(answered)))
}

/// Writes down what the customer says of how it was handled.
///
/// # Errors
/// [`ComplaintError::Words`].
pub fn judge_complaint(
    pen: &Pen,
    id: &CaseId,
    mut judged: ComplaintJudged,
) -> Result<Records, ComplaintError> {
    trim([&mut judged.words], MAX_TEXT).map_err(ComplaintError::Words)?;
    Ok(happened(pen, id, CaseEvent::ComplaintJudged(judged)))
}
