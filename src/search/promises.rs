//! All promises of a case, with those that other records tell of: its visits, and the cases that
//! arose from it.

use super::index::Index;
use super::summary::{CaseSummary, VisitSummary};
use crate::domain::calendar::Moment;
use crate::domain::case::Status;
use crate::domain::local_time::LocalTime;
use crate::domain::promise::{
    Calendars, Clock, Edition, Judged, Limit, PromiseKind, Promises, Share, State, When,
};
use crate::domain::visit::{Coverage, VisitState};
use std::collections::{HashMap, HashSet};

/// The records around cases that tell of their promises.
#[derive(Debug, Default)]
pub struct Around<'a> {
    visits: HashMap<&'a str, Vec<&'a VisitSummary>>,
    arisen: HashMap<&'a str, Vec<&'a CaseSummary>>,
}

impl<'a> Around<'a> {
    /// Around all cases.
    #[must_use]
    pub fn all(index: &'a Index) -> Self {
        Self::some(index, |_| true)
    }

    /// Around one case.
    #[must_use]
    pub fn of(index: &'a Index, case: &str) -> Self {
        Self::some(index, |id| id == case)
    }

    /// Around some cases.
    #[must_use]
    pub fn among(index: &'a Index, cases: &HashSet<&str>) -> Self {
        Self::some(index, |id| cases.contains(id))
    }

    fn some(index: &'a Index, wanted: impl Fn(&str) -> bool) -> Self {
        let mut around = Self::default();
        for visit in index.visits.values().filter(|visit| wanted(&visit.case)) {
            around.visits.entry(&visit.case).or_default().push(visit);
        }
        for case in index.cases.values().filter(|case| !case.parent.is_empty() && wanted(&case.parent)) {
            around.arisen.entry(&case.parent).or_default().push(case);
        }
        around.visits.values_mut().for_each(|visits| visits.sort_by(|a, b| a.start.cmp(&b.start)));
        around.arisen.values_mut().for_each(|cases| cases.sort_by_key(|case| case.opened));
        around
    }

    /// What each promise of a case comes to, in the order of letters.
    #[must_use]
    pub fn judged(&self, case: &CaseSummary, calendars: &Calendars, share: Share) -> Vec<Judged> {
        let Some(promises) = Promises::from_line(&case.clocks) else { return Vec::new() };
        let mut all = Vec::new();
        for clock in &promises.clocks {
            match clock.kind {
                PromiseKind::Visit => {
                    let visits = self.visits.get(case.id.as_str()).into_iter().flatten();
                    let clocks = visits.filter_map(|visit| of_visit(clock, visit, calendars));
                    all.extend(clocks.map(|clock| clock.judged(&promises, calendars, share)));
                }
                _ => {
                    let judged = clock.judged(&promises, calendars, share);
                    match self.called_upon(case, &judged, calendars) {
                        called if called.is_empty() => all.push(judged),
                        called => all.extend(called),
                    }
                }
            }
        }
        for judged in &mut all {
            judged.remedied = promises.remedied.contains(&(judged.kind, judged.started));
        }
        all.sort_by_key(|judged| (judged.kind, judged.started));
        all
    }

    /// What came of a guarantee each time that somebody called upon it.
    fn called_upon(&self, case: &CaseSummary, judged: &Judged, calendars: &Calendars) -> Vec<Judged> {
        let within = |at: Moment| at >= judged.started && judged.due.is_none_or(|due| at <= due);
        let called = |at: Moment, state: State| Judged {
            state,
            started: at,
            met: (state == State::Met).then_some(at),
            is_over: state != State::Running,
            ..judged.clone()
        };
        match judged.kind {
            PromiseKind::Redo => {
                let arisen = self.arisen.get(case.id.as_str()).into_iter().flatten();
                let same = arisen.filter(|new| new.process == case.process);
                let calls = same.filter_map(|new| {
                    let at = Moment::of_millis(new.opened);
                    let state = match (new.is_charged(), new.status()) {
                        (_, Status::Withdrawn) => return None,
                        (true, _) => State::Breached,
                        (false, Status::Closed) => State::Met,
                        (false, Status::Open) => State::Running,
                    };
                    within(at).then(|| called(at, state))
                });
                calls.collect()
            }
            PromiseKind::Maintenance => {
                let visits = self.visits.get(case.id.as_str()).into_iter().flatten();
                let calls = visits.filter_map(|visit| {
                    let at = calendars.at(judged.by).zone.moment(visit.when()?.start());
                    let state = match visit.coverage()? {
                        Coverage::Covered => State::Met,
                        Coverage::Charged => State::Breached,
                    };
                    within(at).then(|| called(at, state))
                });
                calls.collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The clock of one visit: it must begin within its window, or a few minutes later. A visit that was
/// called off has none; of one that was done and of which nobody noted when it began, the moment at
/// which it was said to be done counts. One that was over before the promise was made has none, either.
fn of_visit(pattern: &Clock, visit: &VisitSummary, calendars: &Calendars) -> Option<Clock> {
    let when = visit.when().filter(|_| visit.state() != VisitState::Cancelled)?;
    let zone = calendars.now().zone;
    if matches!(pattern.started, When::Moment(promised) if zone.moment(when.end()) < promised) {
        return None;
    }
    let limit = |late: Limit| match late {
        Limit::Minutes(late) => when.end().plus_minutes(late.into()).map(Limit::At),
        _ => None,
    };
    let editions = pattern.editions.iter();
    let editions = editions.map(|each| Edition { since: each.since, limit: each.limit.and_then(limit) });
    let arrived = LocalTime::parse(&visit.arrived).map(When::Local);
    let done = (visit.done > 0).then(|| When::Moment(Moment::of_millis(visit.done)));
    Some(Clock {
        kind: PromiseKind::Visit,
        started: When::Local(when.start()),
        editions: editions.collect(),
        met: arrived.or(done).into_iter().collect(),
        ended: pattern.ended,
    })
}
