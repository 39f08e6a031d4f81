use super::item::{put, ranked, trim, trim_required};
use super::{Pen, one};
use crate::domain::case::{Case, CaseEvent, CaseField, CaseItem, CaseItemKey, CaseKey, CaseKind};
use crate::domain::date::Date;
use crate::domain::follow_up::{FollowUp, FollowUpCall};
use crate::domain::id::{CaseId, FollowUpId, StaffId};
use crate::domain::message::MessageSent;
use crate::domain::record::Records;
use crate::domain::text::{MAX_TEXT, TextError};
use crate::journal::Change;

/// Why something about a follow-up cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FollowUpError {
    /// What to ask is too long.
    About(TextError),
    /// What was said is missing or too long.
    Words(TextError),
    /// What the problem is is too long.
    Problem(TextError),
    /// It was not said when to try again, or that day is over.
    NextDay,
    /// There is no such follow-up.
    NoSuchFollowUp,
}

/// Plans a follow-up for each day, by one action. `new_id` gives each an id of its own.
#[must_use]
pub fn plan_follow_ups(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    days: &[Date],
    about: &str,
    who: Option<&StaffId>,
    mut new_id: impl FnMut() -> FollowUpId,
) -> Records {
    let last = case.follow_ups().iter().map(|(_, known)| known.rank).max().unwrap_or(0);
    let planned = (1..).zip(days).map(|(place, due)| {
        let rank = last.saturating_add(place);
        let follow_up = FollowUp { rank, due: *due, about: about.to_owned(), who: who.cloned() };
        CaseField::Item(CaseItem::FollowUp(new_id(), Some(follow_up.into())))
    });
    super::set::<CaseKind>(pen, id.as_str(), case, planned.collect())
}

/// Writes a follow-up down: a new one, or one that is moved to another day. A rank of 0 puts it
/// behind the others.
///
/// # Errors
/// [`FollowUpError::About`].
pub fn put_follow_up(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    follow_up_id: &FollowUpId,
    mut follow_up: FollowUp,
) -> Result<Records, FollowUpError> {
    trim([&mut follow_up.about], MAX_TEXT).map_err(FollowUpError::About)?;
    let follow_up = ranked(follow_up, &case.follow_ups());
    Ok(put(pen, id, case, CaseItem::FollowUp(follow_up_id.clone(), Some(follow_up.into()))))
}

/// Notes what was said; or that nobody was reached, and when to try again: the follow-up moves
/// to that day by the same action.
///
/// # Errors
/// [`FollowUpError`] says what is wrong.
pub fn note_call(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    mut call: FollowUpCall,
    again: Option<Date>,
    today: Date,
) -> Result<Records, FollowUpError> {
    let known = case.follow_ups().into_iter().find(|(known, _)| **known == call.follow_up);
    let (_, known) = known.ok_or(FollowUpError::NoSuchFollowUp)?;
    trim([&mut call.problem], MAX_TEXT).map_err(FollowUpError::Problem)?;
    if call.reached {
        trim_required(&mut call.words, MAX_TEXT).map_err(FollowUpError::Words)?;
        return Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Event(CaseEvent::FollowedUp(call))]));
    }
    trim([&mut call.words], MAX_TEXT).map_err(FollowUpError::Words)?;
    let due = again.filter(|day| *day >= today).ok_or(FollowUpError::NextDay)?;
    let key = CaseKey::Item(CaseItemKey::FollowUp(call.follow_up.clone()));
    let moved = CaseItem::FollowUp(call.follow_up.clone(), Some(FollowUp { due, ..known.clone() }.into()));
    let mut changes = vec![Change::Event(CaseEvent::FollowedUp(call))];
    if due != known.due {
        changes.push(Change::Set { field: CaseField::Item(moved), replaces: case.fields.heads(&key) });
    }
    Ok(one::<CaseKind>(pen, id.as_str(), changes))
}

/// Notes that somebody sent the customer a message.
///
/// # Errors
/// When the text is missing or too long.
pub fn note_message(pen: &Pen, id: &CaseId, mut sent: MessageSent) -> Result<Records, TextError> {
    trim_required(&mut sent.words, MAX_TEXT)?;
    Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Event(CaseEvent::MessageSent(sent))]))
}
