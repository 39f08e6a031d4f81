//! What promises fall due on a case, by the calendars in force.

use super::summary::CaseSummary;
use super::watch::{CaseDue, NextDue};
use crate::domain::case::Status;
use crate::domain::local_time::LocalTime;
use crate::domain::promise::{Calendars, PromiseKind, Promises, Share, Standing, State};

/// What falls due on a case by these calendars. Visits stand in lists of their own.
#[must_use]
pub fn case_due(case: &CaseSummary, calendars: &Calendars, share: Share) -> Option<CaseDue> {
    if case.clocks.is_empty() || case.status() == Status::Withdrawn {
        return None;
    }
    // Visits have rows of their own, and guarantees are nothing to be done.
    let listed = |kind: PromiseKind| kind != PromiseKind::Visit && !kind.is_guarantee();
    let promises = Promises::some_of_line(&case.clocks, listed)?;
    let mut found = CaseDue::default();
    for clock in &promises.clocks {
        let stands = clock.standing(&promises, calendars, share);
        found.owed += u32::from(stands.state.is_broken() && !stands.remedied);
        if let Some(next) = next_due(clock.kind, &stands, calendars)
            && found.next.is_none_or(|known| next.due < known.due)
        {
            found.next = Some(next);
        }
    }
    (found.next.is_some() || found.owed > 0).then_some(found)
}

/// A promise that somebody still has to keep.
fn next_due(kind: PromiseKind, stands: &Standing, calendars: &Calendars) -> Option<NextDue> {
    let open = match stands.state {
        State::Running => true,
        State::Breached => !stands.is_over,
        State::Paused | State::Met | State::MetLate | State::NotApplicable => false,
    };
    let due = stands.due.filter(|_| open)?;
    let local = calendars.now().zone.local(due).map_or(0, LocalTime::number);
    Some(NextDue { kind, due, warn: stands.warn.unwrap_or(due), local })
}
