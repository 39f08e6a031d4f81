//! Time in the sample shop: things happen while it is open, and never after now.

use crate::app::command::Pen;
use crate::domain::calendar::{Calendar, Moment};
use crate::domain::date::Date;
use crate::domain::hours::Hours;
use crate::domain::id::StaffId;
use crate::domain::local_time::LocalTime;
use crate::i18n::when::Zone;
use crate::journal::Clock;
use fastrand::Rng;
use std::rc::Rc;

pub(super) const MINUTE: u64 = 60_000;
pub(super) const DAY: u64 = 24 * 60 * MINUTE;
/// When the shop opens, in minutes since midnight.
pub(super) const OPENS: u16 = 9 * 60;
/// How far back the oldest case was opened, in minutes.
const SPAN: u64 = 90 * 24 * 60;
/// More steps than it ever takes to come to a moment when the shop is open.
const STEPS: usize = 600;
/// More days than any run of holidays has.
const MOST_CLOSED: i64 = 20;

/// Monday to Saturday, with a lunch break.
pub(super) fn hours() -> Hours {
    let mut hours = Hours::usual();
    hours.0[5] = hours.0[4].clone();
    hours
}

/// When the cases were opened: rising, and the closer together the nearer to now, so that
/// about half are recent enough to be still in work.
pub(super) fn opening_times(rng: &mut Rng, cases: usize, now: u64, calendar: &Calendar) -> Vec<u64> {
    let parts = cases as u64 * 100;
    let mut times: Vec<u64> = (0..cases as u64)
        .map(|n| {
            let part = n * 100 + rng.u64(1..=100);
            let ago = u128::from(SPAN) * u128::from(part).pow(2) / u128::from(parts).pow(2);
            let at = now.saturating_sub(u64::try_from(ago).unwrap_or(SPAN) * MINUTE);
            nearest_open(calendar, at, |at| at.saturating_sub(rng.u64(5 * MINUTE..8 * 60 * MINUTE)))
        })
        .collect();
    times.sort_unstable();
    times
}

/// The moment, or one when the shop is open, reached by steps.
fn nearest_open(calendar: &Calendar, mut at: u64, mut step: impl FnMut(u64) -> u64) -> u64 {
    for _ in 0..STEPS {
        if calendar.is_open_at(Moment::of_millis(at)) {
            break;
        }
        at = step(at);
    }
    at
}

/// The moment, or the next one when the shop is open.
pub(super) fn open_after(at: u64, calendar: &Calendar) -> u64 {
    nearest_open(calendar, at, |at| at.saturating_add(10 * MINUTE))
}

/// The moments of one case, each later than the one before.
pub(super) struct Diary {
    clock: Clock,
    calendar: Rc<Calendar>,
    zone: Zone,
    at: u64,
    now: u64,
}

impl Diary {
    /// A diary that begins at a moment.
    pub(super) fn open(clock: Clock, at: u64, now: u64, calendar: &Rc<Calendar>, zone: Zone) -> Self {
        Self { clock, calendar: calendar.clone(), zone, at, now }
    }

    /// When the last thing happened, in milliseconds since 1970.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// The milliseconds that are left until now.
    pub(super) fn left(&self) -> u64 {
        self.now.saturating_sub(self.at)
    }

    /// A pen for something at this very moment.
    pub(super) fn pen(&mut self, author: Option<&StaffId>) -> Pen {
        Pen { stamp: self.clock.tick(self.at), author: author.cloned() }
    }

    /// The shop's zone.
    pub(super) fn zone(&self) -> Zone {
        self.zone
    }

    /// The day so many days after the last thing, or the next one that is worked.
    pub(super) fn working_day_in(&self, days: u64) -> Option<Date> {
        let first = i64::try_from(days).ok()?;
        let from = self.local()?.date();
        let mut days = (first..first + MOST_CLOSED).filter_map(|days| from.plus_days(days));
        days.find(|day| self.calendar.is_working_day(*day))
    }

    /// When the last thing happened, on the shop's clock.
    pub(super) fn local(&self) -> Option<LocalTime> {
        LocalTime::of_moment(self.at, (self.zone)(self.at))
    }

    /// Now, on the shop's clock.
    pub(super) fn now(&self) -> Option<LocalTime> {
        LocalTime::of_moment(self.now, (self.zone)(self.now))
    }

    /// The working minutes that are left until now.
    pub(super) fn worked_since(&self) -> u32 {
        self.calendar.worked(Moment::of_millis(self.at), Moment::of_millis(self.now), &[])
    }

    /// Until when anything may happen, in milliseconds since 1970.
    pub(super) fn end(&self) -> u64 {
        self.now
    }

    /// The minutes until the shop usually opens on a day to come.
    pub(super) fn until_day(&self, day: Date) -> u64 {
        LocalTime::new(day, OPENS).map_or(0, |time| self.until(time))
    }

    /// The minutes until a time to come.
    pub(super) fn until(&self, time: LocalTime) -> u64 {
        self.local().map_or(0, |local| u64::try_from(time.minutes_since(local)).unwrap_or(0))
    }

    /// Lets some minutes go by, and more until the shop is open; `None` when that would be in
    /// the future.
    pub(super) fn wait(&mut self, rng: &mut Rng, minutes: u64) -> Option<()> {
        let at = self.at.saturating_add(minutes * MINUTE + rng.u64(..MINUTE));
        self.at = nearest_open(&self.calendar, at, |at| at.saturating_add(rng.u64(15 * MINUTE..45 * MINUTE)));
        (self.at <= self.now).then_some(())
    }
}
