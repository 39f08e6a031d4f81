//! What decides a promise: the calendar and the letter in force at each time, one after the other.

use super::due::{Due, close_of};
use super::{Calendars, Clock, Limit, Pausing, PromiseKind, Promises, State};
use crate::domain::calendar::{Calendar, Moment, Pause};

/// Where a clock stands, and what it took to say so.
pub(super) struct Verdict<'a> {
    pub(super) state: State,
    pub(super) started: Moment,
    pub(super) met: Option<Moment>,
    /// Until when it is counted: when it was met or ended, else now.
    pub(super) until: Moment,
    /// A moment at which the calendar that decides was in force, and that calendar.
    pub(super) by: Moment,
    pub(super) calendar: &'a Calendar,
    pub(super) limit: Option<Due>,
    pub(super) due: Option<Moment>,
    /// Since when it is late, if it is.
    pub(super) late_since: Option<Moment>,
    pub(super) pauses: Vec<Pause>,
    pub(super) is_over: bool,
    pub(super) met_before: bool,
}

impl<'a> Verdict<'a> {
    pub(super) fn of(clock: &Clock, of: &Promises, calendars: &'a Calendars, now: Moment) -> Self {
        let then = calendars.at(clock.editions.first().map_or(now, |first| first.since));
        let started = clock.started.moment(then);
        let met = clock.met.iter().map(|when| when.moment(then)).min();
        // Whoever comes before the window of a visit is not late, and made no mistake.
        let comes = clock.kind == PromiseKind::Visit;
        let met_before = !comes && met.is_some_and(|met| met < started);
        let met = if comes { met } else { met.map(|met| met.max(started)) };
        let met = met.filter(|met| clock.ended.is_none_or(|ended| *met <= ended));
        let end = met.or(clock.ended.map(|ended| ended.max(started)));
        let until = end.unwrap_or(now.max(started));
        let waits = clock.kind.pauses() && end.is_none() && of.pauses.iter().any(|pause| pause.to.is_none());
        let pauses = clock.pauses(of, until);

        let mut by = started;
        let (limit, due, broken) = loop {
            let next = clock.next_version(calendars, by);
            let calendar = calendars.at(by);
            let limit = clock.limit_at(by).and_then(|limit| Due::of(limit, calendar, started));
            let due = limit.and_then(|limit| limit.moment(calendar, started, &pauses));
            // Broken while this version was in force: nothing that came later changes it.
            if due.is_some_and(|due| due < until && next.is_none_or(|next| due < next)) {
                break (limit, due, true);
            }
            match next.filter(|next| *next <= until) {
                Some(next) => by = next,
                None => break (limit, due, false),
            }
        };
        let state = match (broken, met.is_some(), end.is_some()) {
            _ if clock.limit_at(by).is_none() => State::NotApplicable,
            (true, ..) if clock.kind.is_guarantee() => State::NotApplicable,
            (true, true, _) => State::MetLate,
            (true, false, _) => State::Breached,
            (false, true, _) => State::Met,
            (false, false, true) => State::NotApplicable,
            (false, false, false) if waits => State::Paused,
            (false, false, false) => State::Running,
        };
        let mut it = Self {
            state,
            started,
            met,
            until,
            by,
            calendar: calendars.at(by),
            limit,
            due,
            late_since: due.filter(|_| broken),
            pauses,
            is_over: end.is_some() || broken && clock.kind.is_guarantee(),
            met_before,
        };
        if let Some(Limit::BeforeCloseOf(day, _)) = clock.limit_at(by)
            && let Some(close) = close_of(it.calendar, day)
        {
            it.judge_notice(clock, close, now);
        }
        it
    }

    /// A delay must be told only if there is one.
    fn judge_notice(&mut self, clock: &Clock, close: Moment, now: Moment) {
        let in_time = clock.ended.is_some_and(|ended| ended <= close);
        self.state = match (in_time, self.met.is_some()) {
            (true, _) => State::NotApplicable,
            (false, true) => self.state,
            (false, false) if clock.ended.is_some() || now > close => State::Breached,
            (false, false) => {
                self.late_since = None;
                self.due = self.due.map(|due| if now > due { close } else { due });
                State::Running
            }
        };
    }

    /// When it begins to warn.
    pub(super) fn warn(&self, percent: u32) -> Option<Moment> {
        self.due?;
        self.limit?.share(percent, self.calendar, self.started, &self.pauses)
    }
}

impl Clock {
    fn limit_at(&self, at: Moment) -> Option<Limit> {
        let last = self.editions.iter().rfind(|edition| edition.since <= at);
        last.or(self.editions.first())?.limit
    }

    /// When the next calendar or the next edition begins.
    fn next_version(&self, calendars: &Calendars, after: Moment) -> Option<Moment> {
        let calendar = calendars.next_after(after);
        let edition = self.editions.iter().map(|edition| edition.since).find(|since| *since > after);
        [calendar, edition].into_iter().flatten().min()
    }

    /// When it stood still, an open pause until then.
    fn pauses(&self, of: &Promises, until: Moment) -> Vec<Pause> {
        if !self.kind.pauses() {
            return Vec::new();
        }
        let closed = |pause: &Pausing| Pause { from: pause.from, to: Some(pause.to.unwrap_or(until)) };
        of.pauses.iter().filter(|pause| pause.from < until).map(closed).collect()
    }
}
