//! What promises fall due on a case, by the calendars in force.

use super::summary::CaseSummary;
use super::watch::{CaseDue, NextDue};
use crate::domain::case::Status;
use crate::domain::local_time::LocalTime;
use crate::domain::promise::{Calendars, Judged, PromiseKind, Promises, Share, State};

/// What falls due on a case by these calendars. Visits stand in lists of their own.
#[must_use]
pub fn case_due(case: &CaseSummary, calendars: &Calendars, share: Share) -> Option<CaseDue> {
    if case.clocks.is_empty() || case.status() == Status::Withdrawn {
        return None;
    }
    let promises = Promises::from_line(&case.clocks)?;
    let listed = promises.clocks.iter().filter(|clock| clock.kind != PromiseKind::Visit);
    let mut found = CaseDue::default();
    for judged in listed.map(|clock| clock.judged(&promises, calendars, share)) {
        let owed = judged.state.is_broken() && !judged.remedied;
        found.owed += u32::from(owed);
        if let Some(next) = next_due(&judged, calendars)
            && found.next.is_none_or(|known| next.due < known.due)
        {
            found.next = Some(next);
        }
    }
    (found.next.is_some() || found.owed > 0).then_some(found)
}

/// A promise that somebody still has to keep.
fn next_due(judged: &Judged, calendars: &Calendars) -> Option<NextDue> {
    let open = match judged.state {
        State::Running => !judged.kind.is_guarantee(),
        State::Breached => !judged.is_over,
        State::Paused | State::Met | State::MetLate | State::NotApplicable => false,
    };
    let due = judged.due.filter(|_| open)?;
    let local = calendars.now().zone.local(due).map_or(0, LocalTime::number);
    Some(NextDue { kind: judged.kind, due, warn: judged.warn.unwrap_or(due), local })
}
