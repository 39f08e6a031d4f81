//! The open time of a calendar, piece by piece.

use super::clock::Clock;
use super::{Calendar, DAY, Moment, SpecialDay};
use crate::domain::date::Date;
use crate::domain::hours::Period;
use std::borrow::Cow;
use std::collections::btree_map;
use std::iter::Peekable;

/// A piece of open time. It belongs to the day on which its period begins.
pub(super) struct Piece {
    /// Its day, in days since 1970.
    pub(super) day: i64,
    pub(super) from: Moment,
    pub(super) to: Moment,
}

/// The pieces from a moment on, in order; what several periods cover comes once.
pub(super) struct Pieces<'a> {
    calendar: &'a Calendar,
    clock: Clock,
    special: Peekable<btree_map::Range<'a, Date, SpecialDay>>,
    /// The day that is walked, in days since 1970, and the last one.
    day: i64,
    last: i64,
    /// What is left of the periods of the day.
    periods: Cow<'a, [Period]>,
    next: usize,
    /// Everything before was given already.
    done: Moment,
}

impl<'a> Pieces<'a> {
    /// From a moment on, of the periods that begin at most so many days later.
    pub(super) fn since(calendar: &'a Calendar, from: Moment, days: i64) -> Self {
        let mut clock = Clock::new(calendar.zone);
        let today = (i64::from(from.number()) + clock.offset(from.number().into())).div_euclid(DAY);
        // A period of the day before may run past midnight.
        Self::of_days(calendar, clock, today - 1, today.saturating_add(days), from)
    }

    /// The periods that begin on these days, of what is not before `done`.
    fn of_days(calendar: &'a Calendar, clock: Clock, first: i64, last: i64, done: Moment) -> Self {
        // The days end with the year 2199; there is none to begin with after it.
        let (special, last) = match Date::EPOCH.plus_days(first) {
            Some(date) => (calendar.days.range(date..).peekable(), last.min(last_day())),
            None => (calendar.days.range(..Date::EPOCH).peekable(), first - 1),
        };
        let mut pieces = Self {
            calendar,
            clock,
            special,
            day: first - 1,
            last,
            periods: Cow::Borrowed(&[]),
            next: 0,
            done,
        };
        pieces.next_day();
        pieces
    }

    fn next_day(&mut self) {
        self.day += 1;
        self.next = 0;
        let day = self.day;
        let special = self.special.next_if(|(date, _)| date.days_since(Date::EPOCH) == day);
        let periods = self.calendar.periods(special.map(|(_, special)| special), weekday(day));
        self.periods = if periods.is_sorted() {
            Cow::Borrowed(periods)
        } else {
            let mut sorted = periods.to_vec();
            sorted.sort_unstable();
            Cow::Owned(sorted)
        };
    }
}

/// The weekday of a day, from Monday.
fn weekday(day: i64) -> usize {
    // 1970 began on a Thursday.
    usize::try_from((day + 3).rem_euclid(7)).unwrap_or(0)
}

/// The last day there is, in days since 1970.
fn last_day() -> i64 {
    Date::new(2199, 12, 31).map_or(0, |last| last.days_since(Date::EPOCH))
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        while self.day <= self.last {
            let Some(period) = self.periods.get(self.next).copied() else {
                self.next_day();
                continue;
            };
            self.next += 1;
            let midnight = self.day * DAY;
            let (start, end) = period.minutes();
            let from = self.clock.moment(midnight + i64::from(start)).max(self.done);
            let to = self.clock.moment(midnight + i64::from(end));
            if from < to {
                self.done = to;
                return Some(Piece { day: self.day, from, to });
            }
        }
        None
    }
}
