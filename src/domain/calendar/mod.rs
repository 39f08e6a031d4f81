//! The business calendar: when the shop works, exact to the minute.
//!
//! A period belongs to the day on which it begins, also where it runs past midnight into a day that
//! is closed. What the periods of two days cover both counts once. Clocks that go forward or back
//! change how long a night shift is, as they do for those who work it: a period lasts from the
//! first moment at which the shop's clock shows its beginning until the first at which it shows its end.

mod check;
mod clock;
mod explain;
mod moment;
mod pause;
mod place;
mod special_day;
mod walk;
mod zone;

pub use check::{CalendarDay, CalendarProblem};
pub use explain::{Span, SpanKind, Why};
pub use moment::Moment;
pub use pause::Pause;
pub use special_day::{DayRule, MakeUpHours, SpecialDay};
pub use zone::Zone;

use super::date::Date;
use super::hours::{Hours, Period};
use pause::{Open, Pauses};
use std::collections::BTreeMap;
use walk::Pieces;

/// Minutes of a day.
const DAY: i64 = 24 * 60;
/// How far ahead an answer is looked for, in days: eleven years.
const HORIZON: i64 = 11 * 365 + 3;

/// When the shop works: its weekly hours, the days that differ from them, and where its clock hangs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// The hours of a usual week.
    pub hours: Hours,
    /// The days that differ.
    pub days: BTreeMap<Date, SpecialDay>,
    /// Where the shop's clock hangs.
    pub zone: Zone,
}

impl Calendar {
    /// The periods of a day that may be special.
    fn periods<'a>(&'a self, special: Option<&'a SpecialDay>, weekday: usize) -> &'a [Period] {
        let like = |weekday: usize| self.hours.0.get(weekday).map_or(&[][..], Vec::as_slice);
        match special.map(|special| &special.rule) {
            None => like(weekday),
            Some(DayRule::Holiday) => &[],
            Some(DayRule::MakeUp(MakeUpHours::Like(weekday))) => like((*weekday).into()),
            Some(DayRule::MakeUp(MakeUpHours::Own(periods)) | DayRule::Changed(periods)) => periods,
        }
    }

    /// The periods that begin on a day.
    #[must_use]
    pub fn periods_on(&self, date: Date) -> &[Period] {
        self.periods(self.days.get(&date), date.weekday())
    }

    /// Whether the shop is open in the minute that begins at a moment.
    #[must_use]
    pub fn is_open_at(&self, moment: Moment) -> bool {
        Pieces::since(self, moment, 0).next().is_some_and(|piece| piece.from == moment)
    }

    /// The first moment from this one on at which the shop is open: this one, if it is. Nothing if
    /// there is none within eleven years.
    #[must_use]
    pub fn next_opening(&self, moment: Moment) -> Option<Moment> {
        Pieces::since(self, moment, HORIZON).next().map(|piece| piece.from)
    }

    /// Whether a period begins on a day.
    #[must_use]
    pub fn is_working_day(&self, date: Date) -> bool {
        self.periods_on(date).iter().any(|period| period.is_fit())
    }

    /// When a day's last period ends; nothing for a day that is not a working day.
    #[must_use]
    pub fn close_of(&self, date: Date) -> Option<Moment> {
        let end = self
            .periods_on(date)
            .iter()
            .filter(|period| period.is_fit())
            .map(|period| period.minutes().1)
            .max()?;
        let midnight = date.days_since(Date::EPOCH) * DAY;
        Some(clock::Clock::new(self.zone).moment(midnight + i64::from(end)))
    }

    /// The close of the working day that is so many working days after the day of `from`, which
    /// does not count itself; for no days, `from`. Nothing if it is not within eleven years.
    #[must_use]
    pub fn working_day_close(&self, from: Moment, days: u32) -> Option<Moment> {
        if days == 0 {
            return Some(from);
        }
        let today = self.zone.local(from)?.date();
        let ahead = (1..=HORIZON).map_while(|day| today.plus_days(day));
        let mut working = ahead.filter(|day| self.is_working_day(*day));
        self.close_of(working.nth(usize::try_from(days - 1).ok()?)?)
    }

    /// The minutes worked between two moments, without those of the pauses. A pause without
    /// an end lasts.
    #[must_use]
    pub fn worked(&self, from: Moment, to: Moment, pauses: &[Pause]) -> u32 {
        let mut pauses = Pauses::new(pauses, Open::Lasts);
        let mut worked = 0;
        for piece in Pieces::since(self, from, days_between(from, to)) {
            if piece.from >= to {
                break;
            }
            let end = piece.to.min(to);
            let mut at = piece.from;
            while at < end {
                let (until, paused) = pauses.part(at, end);
                worked += if paused { 0 } else { until.number() - at.number() };
                at = until;
            }
        }
        worked
    }

    /// The earliest moment at which so many minutes have been worked since `from`, without those of
    /// the pauses: the close of a day rather than the opening of the next, and for no minutes
    /// `from` itself. A pause without an end is passed over, as if it had ended when it began: nobody can
    /// say yet how long it will last. Nothing if there is no such moment within eleven years.
    #[must_use]
    pub fn due(&self, from: Moment, minutes: u32, pauses: &[Pause]) -> Option<Moment> {
        if minutes == 0 {
            return Some(from);
        }
        let mut pauses = Pauses::new(pauses, Open::Ignored);
        let mut left = minutes;
        for piece in Pieces::since(self, from, HORIZON) {
            let mut at = piece.from;
            while at < piece.to {
                let (until, paused) = pauses.part(at, piece.to);
                let counted = if paused { 0 } else { until.number() - at.number() };
                if counted >= left {
                    return Some(at.plus_minutes(left.into()));
                }
                left -= counted;
                at = until;
            }
        }
        None
    }
}

/// More days than begin between two moments.
fn days_between(from: Moment, to: Moment) -> i64 {
    to.minutes_since(from).max(0) / DAY + 2
}
