//! What a clock comes to by the calendars in force.

use super::{Calendars, Clock, Limit, Pausing, PromiseKind, Promises, When};
use crate::domain::calendar::{Calendar, Moment, Pause};
use crate::domain::date::Date;
use crate::domain::local_time::LocalTime;
use crate::domain::waiting::WaitReason;

const DAY: u16 = 24 * 60;

/// Where a promise stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum State {
    /// There is time.
    Running,
    /// There is time, and it stands still.
    Paused,
    /// Kept.
    Met,
    /// Kept, and too late.
    MetLate,
    /// Broken, and still not done.
    Breached,
    /// What it speaks of did not come about.
    NotApplicable,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Running, Self::Paused, Self::Met, Self::MetLate, Self::Breached, Self::NotApplicable];

    /// Whether the promise was broken: kept late, or not at all.
    #[must_use]
    pub fn is_broken(self) -> bool {
        matches!(self, Self::MetLate | Self::Breached)
    }

    /// Whether it counts among the promises that were made and came due.
    #[must_use]
    pub fn is_decided(self) -> bool {
        matches!(self, Self::Met | Self::MetLate | Self::Breached)
    }

    /// Whether there still is time.
    #[must_use]
    pub fn is_running(self) -> bool {
        matches!(self, Self::Running | Self::Paused)
    }
}

/// The minutes that a limit counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Measure {
    /// Those of service hours.
    Working,
    /// All.
    Wall,
}

/// What makes a verdict doubtful.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Doubt {
    /// What met it is dated before what started it: it counts as met at once.
    MetBeforeStart,
    /// This device's clock shows a time before what started it: nothing has run yet.
    ClockBehind,
}

/// Minutes for which a clock stood still, by whose delay it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Paused {
    /// The customer's.
    pub customer: u32,
    /// A supplier's.
    pub supplier: u32,
}

/// What a clock comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judged {
    /// Which promise.
    pub kind: PromiseKind,
    /// Where it stands.
    pub state: State,
    /// When it started.
    pub started: Moment,
    /// When it is or was due. Nothing when no such time can be told: the shop has no service hours.
    pub due: Option<Moment>,
    /// When it begins to warn.
    pub warn: Option<Moment>,
    /// When it was met.
    pub met: Option<Moment>,
    /// Which minutes count.
    pub measure: Measure,
    /// The limit, in those minutes.
    pub limit: u32,
    /// How many of them were used until it was met or ended, or until now.
    pub used: u32,
    /// For how many of them it stood still.
    pub paused: Paused,
    /// How many of them it was late by: until it was met or ended, or until now.
    pub late: u32,
    /// A moment at which the calendar that decides was in force.
    pub by: Moment,
    /// Whether nothing is to be done for it any more, kept or not.
    pub is_over: bool,
    /// Whether something was done about it, when it was broken.
    pub remedied: bool,
    /// What makes it doubtful.
    pub doubt: Option<Doubt>,
}

/// By what clocks are judged.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// The share of a limit after which a clock warns: per cent.
    pub warn_percent: u32,
    /// The moment it is.
    pub now: Moment,
}

impl Promises {
    /// What each clock comes to.
    #[must_use]
    pub fn judged(&self, calendars: &Calendars, share: Share) -> Vec<Judged> {
        self.clocks.iter().map(|clock| clock.judged(self, calendars, share)).collect()
    }
}

impl Clock {
    /// What it comes to. While it runs the calendar in force now decides; a promise once kept or
    /// broken keeps the verdict of the calendar, and of the letter, in force at that time.
    #[must_use]
    pub fn judged(&self, of: &Promises, calendars: &Calendars, share: Share) -> Judged {
        let then = calendars.at(self.editions.first().map_or(share.now, |first| first.since));
        let started = self.started.moment(then);
        let met = self.met.iter().map(|when| when.moment(then)).min();
        // Whoever comes before the window of a visit is not late, and made no mistake.
        let comes = self.kind == PromiseKind::Visit;
        let met_before = !comes && met.is_some_and(|met| met < started);
        let met = if comes { met } else { met.map(|met| met.max(started)) };
        let met = met.filter(|met| self.ended.is_none_or(|ended| *met <= ended));
        let end = met.or(self.ended.map(|ended| ended.max(started)));
        let until = end.unwrap_or(share.now.max(started));
        let waits = self.kind.pauses() && end.is_none() && of.pauses.iter().any(|pause| pause.to.is_none());
        let pauses = self.pauses(of, until);

        let mut by = started;
        let (limit, broken) = loop {
            let next = self.next_version(calendars, by);
            let limit = self.limit_at(by).and_then(|limit| Due::of(limit, calendars.at(by), started));
            let due = limit.map(|limit| limit.moment(calendars.at(by), started, &pauses));
            let past = |due: Moment| due < until && next.is_none_or(|next| due < next);
            if let Some(Some(due)) = due.filter(|due| due.is_some_and(past)) {
                break (limit.map(|limit| (limit, Some(due))), true);
            }
            match next.filter(|next| *next <= until) {
                Some(next) => by = next,
                None => break (limit.map(|limit| (limit, due.flatten())), false),
            }
        };
        let calendar = calendars.at(by);
        let promised = self.limit_at(by).is_some();
        let state = match (broken, met.is_some(), end.is_some()) {
            _ if !promised => State::NotApplicable,
            (true, ..) if self.kind.is_guarantee() => State::NotApplicable,
            (true, true, _) => State::MetLate,
            (true, false, _) => State::Breached,
            (false, true, _) => State::Met,
            (false, false, true) => State::NotApplicable,
            (false, false, false) if waits => State::Paused,
            (false, false, false) => State::Running,
        };
        let plain = Due { measure: Measure::Wall, minutes: 0 };
        let (limit, due) = limit.unwrap_or((plain, None));
        let warn = limit.share(share.warn_percent).moment(calendar, started, &pauses);
        // What was agreed for a time to come is no sign of that.
        let behind = share.now < started && matches!(self.started, When::Moment(_));
        let mut judged = Judged {
            kind: self.kind,
            state,
            started,
            due,
            warn: warn.filter(|_| due.is_some()),
            met,
            measure: limit.measure,
            limit: limit.minutes,
            used: limit.measure.minutes(calendar, started, until, &pauses),
            paused: self.stood_still(of, calendar, limit.measure, started, until),
            late: due.filter(|_| broken).map_or(0, |due| limit.measure.minutes(calendar, due, until, &[])),
            by,
            is_over: end.is_some() || broken && self.kind.is_guarantee(),
            remedied: of.remedied.contains(&(self.kind, started)),
            doubt: match (met_before, behind) {
                (true, _) => Some(Doubt::MetBeforeStart),
                (false, true) => Some(Doubt::ClockBehind),
                (false, false) => None,
            },
        };
        if let Some(Limit::BeforeCloseOf(day, _)) = self.limit_at(by) {
            self.judge_notice(&mut judged, close_of(calendar, day), share.now);
        }
        judged
    }

    /// A delay must be told only if there is one.
    fn judge_notice(&self, judged: &mut Judged, close: Option<Moment>, now: Moment) {
        let Some(close) = close else { return };
        let in_time = self.ended.is_some_and(|ended| ended <= close);
        judged.state = match (in_time, judged.met.is_some()) {
            (true, _) => State::NotApplicable,
            (false, true) => judged.state,
            (false, false) if self.ended.is_some() || now > close => State::Breached,
            (false, false) => {
                judged.late = 0;
                judged.due = judged.due.map(|due| if now > due { close } else { due });
                State::Running
            }
        };
    }

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

    fn stood_still(
        &self,
        of: &Promises,
        calendar: &Calendar,
        measure: Measure,
        started: Moment,
        until: Moment,
    ) -> Paused {
        let mut paused = Paused::default();
        for pause in of.pauses.iter().filter(|_| self.kind.pauses()) {
            let (from, to) = (pause.from.max(started), pause.to.unwrap_or(until).min(until));
            if from < to {
                let minutes = measure.minutes(calendar, from, to, &[]);
                match pause.reason {
                    WaitReason::Parts => paused.supplier = paused.supplier.saturating_add(minutes),
                    WaitReason::Customer | WaitReason::Postponed | WaitReason::NoAccess => {
                        paused.customer = paused.customer.saturating_add(minutes);
                    }
                }
            }
        }
        paused
    }
}

impl Measure {
    /// The minutes from one moment to another that count and were not paused.
    fn minutes(self, calendar: &Calendar, from: Moment, to: Moment, pauses: &[Pause]) -> u32 {
        if to <= from {
            return 0;
        }
        match self {
            Self::Working => calendar.worked(from, to, pauses),
            Self::Wall => {
                let whole = to.minutes_since(from);
                let still = |pause: &Pause| {
                    let (start, end) = (pause.from.max(from), pause.to.unwrap_or(to).min(to));
                    end.minutes_since(start).max(0)
                };
                let paused: i64 = pauses.iter().map(still).sum();
                u32::try_from(whole - paused).unwrap_or(0)
            }
        }
    }
}

/// A limit as minutes from the start.
#[derive(Clone, Copy)]
struct Due {
    measure: Measure,
    minutes: u32,
}

impl Due {
    /// Nothing when no such time can be told.
    fn of(limit: Limit, calendar: &Calendar, started: Moment) -> Option<Self> {
        let wall = |due: Moment| Self {
            measure: Measure::Wall,
            minutes: u32::try_from(due.minutes_since(started)).unwrap_or(0),
        };
        let worked = |due: Moment| Self {
            measure: Measure::Working,
            minutes: if due <= started { 0 } else { calendar.worked(started, due, &[]) },
        };
        let day = || calendar.zone.local(started).map(LocalTime::date);
        let end_of = |day: Option<Date>| LocalTime::new(day?, DAY - 1).map(|end| calendar.zone.moment(end));
        Some(match limit {
            Limit::Response { inside, .. } if calendar.is_open_at(started) => {
                Self { measure: Measure::Working, minutes: inside }
            }
            Limit::Response { outside: minutes, .. } | Limit::Minutes(minutes) => {
                Self { measure: Measure::Wall, minutes }
            }
            Limit::WorkingDays(days) => worked(calendar.working_day_close(started, days)?),
            Limit::Days(days) => wall(end_of(day()?.plus_days(days.into()))?),
            Limit::Months(months) => wall(end_of(day()?.plus_months(months))?),
            Limit::CloseOf(day) if calendar.is_working_day(day) => worked(close_of(calendar, day)?),
            Limit::CloseOf(day) => wall(close_of(calendar, day)?),
            Limit::At(time) => wall(calendar.zone.moment(time)),
            Limit::BeforeCloseOf(day, ahead) => {
                wall(close_of(calendar, day)?.plus_minutes(-i64::from(ahead)))
            }
        })
    }

    fn moment(self, calendar: &Calendar, started: Moment, pauses: &[Pause]) -> Option<Moment> {
        match self.measure {
            Measure::Working => calendar.due(started, self.minutes, pauses),
            Measure::Wall => {
                let mut due = started.plus_minutes(self.minutes.into());
                for pause in pauses.iter().filter(|pause| pause.to.is_none_or(|to| to > started)) {
                    let from = pause.from.max(started);
                    if from < due {
                        due = due.plus_minutes(pause.to.map_or(0, |to| to.minutes_since(from)));
                    }
                }
                Some(due)
            }
        }
    }

    fn share(self, percent: u32) -> Self {
        let minutes = u64::from(self.minutes) * u64::from(percent) / 100;
        Self { minutes: u32::try_from(minutes).unwrap_or(self.minutes), ..self }
    }
}

/// The close of a day; its last minute where the shop is closed all day.
fn close_of(calendar: &Calendar, day: Date) -> Option<Moment> {
    let end = || LocalTime::new(day, DAY - 1).map(|end| calendar.zone.moment(end));
    calendar.close_of(day).or_else(end)
}
