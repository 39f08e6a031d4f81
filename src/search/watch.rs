//! What promises fall due, for lists: a scan of the summaries by the calendars in force.

use super::index::Index;
use super::summary::CaseSummary;
use crate::domain::calendar::Moment;
use crate::domain::case::Status;
use crate::domain::local_time::LocalTime;
use crate::domain::promise::{Calendars, PromiseKind, Promises, Share, Standing, State};
use std::collections::HashMap;
use std::sync::Arc;

/// The promise of a case that is due first, and what is owed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CaseDue {
    /// Which promise is due next, or overdue the longest.
    pub next: Option<NextDue>,
    /// How many promises were broken about which nothing was done yet.
    pub owed: u32,
}

/// A promise that is to be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NextDue {
    /// Which.
    pub kind: PromiseKind,
    /// When it is due.
    pub due: Moment,
    /// When it begins to warn.
    pub warn: Moment,
}

/// What lists know of promises: nothing until the first computing is through.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Watch {
    by: Option<(Arc<Calendars>, u32)>,
    now: Moment,
    dues: HashMap<String, CaseDue>,
}

impl Watch {
    /// What falls due on a case; nothing where there is nothing, or it is not computed yet.
    #[must_use]
    pub fn due(&self, case: &str) -> Option<&CaseDue> {
        self.dues.get(case)
    }

    /// The calendars that it computes by.
    #[must_use]
    pub fn calendars(&self) -> Option<&Arc<Calendars>> {
        self.by.as_ref().map(|(calendars, _)| calendars)
    }

    /// The share of a limit after which clocks warn, in per cent, and the moment of the last
    /// computing.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        self.by.as_ref().map(|(_, warn_percent)| Share { warn_percent: *warn_percent, now: self.now })
    }

    pub(super) fn put(&mut self, case: &CaseSummary) {
        let due = self.by.as_ref().and_then(|(calendars, warn_percent)| {
            let share = Share { warn_percent: *warn_percent, now: self.now };
            case_due(case, calendars, share)
        });
        match due {
            Some(due) => drop(self.dues.insert(case.id.clone(), due)),
            None => drop(self.dues.remove(&case.id)),
        }
    }

    pub(super) fn remove(&mut self, case: &str) {
        self.dues.remove(case);
    }
}

impl Index {
    /// From here on promises are computed by these calendars. What was computed before stands until
    /// [`Index::note_dues`] brings better.
    pub fn watch_by(&mut self, calendars: Arc<Calendars>, warn_percent: u32, now: Moment) {
        self.watch.by = Some((calendars, warn_percent));
        self.watch.now = now;
    }

    /// When something falls due on a case first, promised or not: minutes since 1970 began where
    /// the shop is. What is owed for a broken promise is overdue since ever.
    #[must_use]
    pub fn falls_due(&self, case: &CaseSummary) -> Option<u32> {
        let promised = self.watch.due(&case.id);
        if promised.is_some_and(|due| due.owed > 0) {
            return Some(0);
        }
        let next = promised.and_then(|due| due.next);
        let zone = self.watch.calendars().map(|calendars| calendars.now().zone);
        let next = next.zip(zone).and_then(|(next, zone)| zone.local(next.due)).map(LocalTime::number);
        [next, Some(case.due).filter(|due| *due > 0)].into_iter().flatten().min()
    }

    /// The cases with a promise that was broken and is not made up for, or is overdue now: the
    /// one overdue the longest first.
    #[must_use]
    pub fn broken(&self, now: Moment) -> Vec<&str> {
        let since = |due: &CaseDue| due.next.map(|next| next.due).filter(|due| *due < now);
        let broken = self.watch.dues.iter().filter(|(_, due)| due.owed > 0 || since(due).is_some());
        let mut broken: Vec<_> =
            broken.map(|(id, due)| (since(due).is_none(), since(due), id.as_str())).collect();
        broken.sort_unstable();
        broken.into_iter().map(|(_, _, id)| id).collect()
    }

    /// Whether this is news about a case.
    #[must_use]
    pub fn is_news(&self, case: &str, due: Option<CaseDue>) -> bool {
        self.watch.due(case).copied() != due
    }

    /// Takes in what was computed of cases, each as it was when it was touched last; one that was
    /// touched since was computed then.
    pub fn note_dues(&mut self, found: Vec<(String, u64, Option<CaseDue>)>) {
        for (id, touched, due) in found {
            if self.cases.get(&id).is_none_or(|case| case.touched != touched) {
                continue;
            }
            match due {
                Some(due) => drop(self.watch.dues.insert(id, due)),
                None => drop(self.watch.dues.remove(&id)),
            }
        }
    }
}

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
        if let Some(next) = next_due(clock.kind, &stands)
            && found.next.is_none_or(|known| next.due < known.due)
        {
            found.next = Some(next);
        }
    }
    (found.next.is_some() || found.owed > 0).then_some(found)
}

/// A promise that somebody still has to keep. That a delay has to be told is nothing to be done as long
/// as nobody knows of one.
fn next_due(kind: PromiseKind, stands: &Standing) -> Option<NextDue> {
    let open = match stands.state {
        State::Running => kind != PromiseKind::DelayNotice,
        State::Breached => !stands.is_over,
        State::Paused | State::Met | State::MetLate | State::NotApplicable => false,
    };
    let due = stands.due.filter(|_| open)?;
    Some(NextDue { kind, due, warn: stands.warn.unwrap_or(due) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_overdue_the_longest_is_named_first() {
        let next = |due| NextDue {
            kind: PromiseKind::Plan,
            due: Moment::of_number(due),
            warn: Moment::of_number(due),
        };
        let mut index = Index::default();
        for (id, due) in [
            ("owed", CaseDue { next: None, owed: 1 }),
            ("late", CaseDue { next: Some(next(90)), owed: 0 }),
            ("now", CaseDue { next: Some(next(100)), owed: 0 }),
            ("later", CaseDue { next: Some(next(200)), owed: 0 }),
            ("latest", CaseDue { next: Some(next(10)), owed: 2 }),
            ("owed, another due", CaseDue { next: Some(next(200)), owed: 1 }),
        ] {
            index.watch.dues.insert(id.to_owned(), due);
        }
        assert_eq!(index.broken(Moment::of_number(100)), ["latest", "late", "owed", "owed, another due"]);
    }
}
