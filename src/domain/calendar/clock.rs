//! From a zone's time to the world's and back.

use super::place::Summer;
use super::{DAY, Moment, Zone};
use crate::domain::date::Date;

/// The year in which Vancouver's clocks went forward for the last time.
const VANCOUVER_STAYS: i32 = 2026;

/// A zone's clock. It remembers the stretch between two changes that it was asked about last,
/// because the next question is mostly about the same one.
pub(super) struct Clock {
    standard: i64,
    summer: Summer,
    stretch: Stretch,
}

/// Moments between which the distance from UTC does not change.
#[derive(Clone, Copy)]
struct Stretch {
    from: i64,
    until: i64,
    offset: i64,
}

/// A change of the clock.
#[derive(Clone, Copy)]
struct Change {
    at: i64,
    to_summer: bool,
}

impl Clock {
    pub(super) fn new(zone: Zone) -> Self {
        let (standard, summer) = zone.rule();
        let stretch = match summer {
            Summer::None => Stretch { from: i64::MIN, until: i64::MAX, offset: standard },
            _ => Stretch { from: 0, until: 0, offset: standard },
        };
        Self { standard, summer, stretch }
    }

    /// Minutes ahead of UTC at a moment.
    pub(super) fn offset(&mut self, moment: i64) -> i64 {
        if !(self.stretch.from..self.stretch.until).contains(&moment) {
            self.stretch = self.stretch_at(moment);
        }
        self.stretch.offset
    }

    /// The first moment at which the clock shows this many minutes since 1970, or more.
    pub(super) fn moment(&mut self, local: i64) -> Moment {
        let most = if matches!(self.summer, Summer::None) { self.standard } else { self.standard + 60 };
        // No clock of the zone is farther ahead, so nowhere does it show the time before this.
        let earliest = local - most;
        let offset = self.offset(earliest);
        let first = if offset == most { earliest } else { (local - offset).min(self.stretch.until) };
        Moment::of_number(u32::try_from(first.max(0)).unwrap_or(u32::MAX))
    }

    fn stretch_at(&self, moment: i64) -> Stretch {
        let mut stretch = Stretch { from: i64::MIN, until: i64::MAX, offset: self.standard };
        let Some(today) = Date::EPOCH.plus_days((moment + self.standard).div_euclid(DAY)) else {
            return stretch;
        };
        for change in (today.year() - 1..=today.year() + 1).filter_map(|year| self.changes(year)).flatten() {
            if change.at <= moment {
                stretch.from = change.at;
                stretch.offset = self.standard + if change.to_summer { 60 } else { 0 };
            } else {
                stretch.until = change.at;
                break;
            }
        }
        stretch
    }

    /// A Sunday at a minute of standard time; in Europe, of UTC.
    fn sunday_at(&self, year: i32, month: u32, which: Sunday, minute: i64) -> Option<i64> {
        let day = sunday(year, month, which)?.days_since(Date::EPOCH);
        let ahead = if matches!(self.summer, Summer::Europe) { 0 } else { self.standard };
        Some(day * DAY + minute - ahead)
    }

    /// The two changes of a year, in order.
    fn changes(&self, year: i32) -> Option<[Change; 2]> {
        let at = |month, which, minute| self.sunday_at(year, month, which, minute);
        let (to_summer, back) = match self.summer {
            Summer::None => return None,
            Summer::Europe => (at(3, Sunday::Last, 60)?, at(10, Sunday::Last, 60)?),
            Summer::Vancouver if year >= VANCOUVER_STAYS => {
                let at = self.sunday_at(VANCOUVER_STAYS, 3, Sunday::Nth(2), 120)?;
                return Some([Change { at, to_summer: true }; 2]);
            }
            Summer::America | Summer::Vancouver => (at(3, Sunday::Nth(2), 120)?, at(11, Sunday::Nth(1), 60)?),
            Summer::Australia => (at(10, Sunday::Nth(1), 120)?, at(4, Sunday::Nth(1), 120)?),
            Summer::NewZealand => (at(9, Sunday::Last, 120)?, at(4, Sunday::Nth(1), 120)?),
        };
        let mut changes = [Change { at: to_summer, to_summer: true }, Change { at: back, to_summer: false }];
        changes.sort_by_key(|change| change.at);
        Some(changes)
    }
}

/// Which Sunday of a month.
enum Sunday {
    Nth(i64),
    Last,
}

fn sunday(year: i32, month: u32, which: Sunday) -> Option<Date> {
    let first = Date::new(year, month, 1)?;
    match which {
        Sunday::Nth(n) => first.monday().plus_days(n * 7 - 1),
        Sunday::Last => {
            let last = first.plus_months(1)?.plus_days(-1)?;
            let past = (i64::try_from(last.weekday()).ok()? + 1) % 7;
            last.plus_days(-past)
        }
    }
}
