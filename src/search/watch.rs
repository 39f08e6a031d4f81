//! What promises fall due, for lists: a scan of the summaries by the calendars in force.

use super::index::Index;
use super::rank::in_order;
use super::summary::CaseSummary;
use crate::domain::calendar::Moment;
use crate::domain::promise::{Calendars, PromiseKind, Share};
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
    /// When it is due by the shop's own clock: minutes since 1970 began there.
    pub local: u32,
}

/// How promises are judged, and what the shop's clock shows. The code for that is fetched after the
/// first page, see `app::watching`.
#[derive(Clone, Copy, Debug)]
pub struct Judge {
    /// What falls due on a case.
    pub due: fn(&CaseSummary, &Calendars, Share) -> Option<CaseDue>,
    /// How many minutes the shop's clock is ahead of UTC.
    pub offset: fn(&Calendars, Moment) -> i32,
}

/// There is only one.
impl PartialEq for Judge {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What lists know of promises: nothing until the first computing is through.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Watch {
    by: Option<By>,
    dues: HashMap<String, CaseDue>,
}

#[derive(Clone, PartialEq, Debug)]
struct By {
    calendars: Arc<Calendars>,
    share: Share,
    judge: Judge,
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
        self.by.as_ref().map(|by| &by.calendars)
    }

    /// The share of a limit after which clocks warn, in per cent, and the moment of the last
    /// computing.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        self.by.as_ref().map(|by| by.share)
    }

    /// How many minutes the shop's clock is ahead of UTC; nothing while that is not known yet.
    #[must_use]
    pub fn offset_at(&self, moment: Moment) -> Option<i32> {
        self.by.as_ref().map(|by| (by.judge.offset)(&by.calendars, moment))
    }

    pub(super) fn put(&mut self, case: &CaseSummary) {
        let due = self.by.as_ref().and_then(|by| (by.judge.due)(case, &by.calendars, by.share));
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
    pub fn watch_by(&mut self, calendars: Arc<Calendars>, share: Share, judge: Judge) {
        self.watch.by = Some(By { calendars, share, judge });
    }

    /// When something falls due on a case first, promised or not: minutes since 1970 began where
    /// the shop is. What is owed for a broken promise is overdue since ever.
    #[must_use]
    pub fn falls_due(&self, case: &CaseSummary) -> Option<u32> {
        let promised = self.watch.due(&case.id);
        if promised.is_some_and(|due| due.owed > 0) {
            return Some(0);
        }
        let next = promised.and_then(|due| due.next).map(|next| next.local);
        [next, Some(case.due).filter(|due| *due > 0)].into_iter().flatten().min()
    }

    /// The cases with a promise that was broken and is not made up for, or is overdue now: the
    /// one overdue the longest first.
    #[must_use]
    pub fn broken(&self, now: Moment) -> Vec<&str> {
        let since = |due: &CaseDue| due.next.map(|next| next.due).filter(|due| *due < now);
        let broken = self.watch.dues.iter().filter(|(_, due)| due.owed > 0 || since(due).is_some());
        let rank = |due| since(due).map_or(u64::MAX, Moment::millis);
        in_order(broken.map(|(id, due)| (rank(due), "", 0, id.as_str())).collect())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_overdue_the_longest_is_named_first() {
        let next = |due| NextDue {
            kind: PromiseKind::Plan,
            due: Moment::of_number(due),
            warn: Moment::of_number(due),
            local: due,
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
