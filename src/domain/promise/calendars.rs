use crate::domain::calendar::{Calendar, Moment, Zone};
use crate::domain::date::Date;
use crate::domain::hours::Hours;
use crate::domain::shop::{ShopField, ShopKind};
use crate::journal::{Change, Journal, counting};
use std::collections::BTreeMap;

/// The business calendar of a shop as it was at each time: a promise that is kept or broken keeps
/// the verdict of the calendar in force then, whatever is changed later.
#[derive(Clone, PartialEq, Debug)]
pub struct Calendars(Vec<Version>);

/// A calendar since when it is in force.
#[derive(Clone, PartialEq, Debug)]
struct Version {
    since: Moment,
    calendar: Calendar,
    /// From which to which day it differs from the one before, in days since 1970.
    differs: (i64, i64),
}

/// Differs on every day.
const EVERYWHERE: (i64, i64) = (i64::MIN, i64::MAX);
/// More days than lie between a moment and the day of a shop to which its hours belong.
const NEAR: i64 = 2;

impl Version {
    fn first(calendar: Calendar) -> Self {
        Self { since: Moment::default(), calendar, differs: EVERYWHERE }
    }

    /// That it differs on a day.
    fn at(&mut self, date: Date) -> &mut Calendar {
        let day = date.days_since(Date::EPOCH);
        self.differs = (self.differs.0.min(day), self.differs.1.max(day));
        &mut self.calendar
    }

    fn everywhere(&mut self) -> &mut Calendar {
        self.differs = EVERYWHERE;
        &mut self.calendar
    }
}

impl Default for Calendars {
    /// Never open: until the shop's own is read.
    fn default() -> Self {
        Self::always(Calendar { hours: Hours::default(), days: BTreeMap::new(), zone: Zone::default() })
    }
}

impl Calendars {
    /// The calendars of a shop. A shop that said nothing of its hours works the usual ones; one
    /// that said nothing of its place hangs its clock where this device is.
    #[must_use]
    pub fn of(shop: &Journal<ShopKind>, here: Zone) -> Self {
        let plain = Calendar { hours: Hours::usual(), days: BTreeMap::new(), zone: here };
        let mut all = Self(Vec::new());
        for entry in counting::<ShopKind>(shop) {
            let now = Moment::of_millis(entry.stamp.millis);
            for change in &entry.changes {
                let Change::Set { field, .. } = change else { continue };
                match field {
                    ShopField::Hours(hours) => all.version(now, &plain).everywhere().hours = hours.clone(),
                    ShopField::Zone(zone) => all.version(now, &plain).everywhere().zone = *zone,
                    ShopField::Day(date, Some(day)) => {
                        all.version(now, &plain).at(*date).days.insert(*date, day.clone());
                    }
                    ShopField::Day(date, None) => drop(all.version(now, &plain).at(*date).days.remove(date)),
                    _ => {}
                }
            }
        }
        if all.0.is_empty() {
            all.0.push(Version::first(plain));
        }
        // What was before anything was said is what was said first.
        all.0[0].since = Moment::default();
        all
    }

    /// One calendar for all time.
    #[must_use]
    pub fn always(calendar: Calendar) -> Self {
        Self(vec![Version::first(calendar)])
    }

    /// The version of this minute, to be changed: a new one begins as the last was.
    fn version(&mut self, now: Moment, plain: &Calendar) -> &mut Version {
        let last = self.0.last();
        if last.is_none_or(|last| last.since < now) {
            let calendar = last.map_or(plain, |last| &last.calendar).clone();
            self.0.push(Version { since: now, calendar, differs: (i64::MAX, i64::MIN) });
        }
        let place = self.0.len() - 1;
        &mut self.0[place]
    }

    /// The calendar in force now.
    #[must_use]
    pub fn now(&self) -> &Calendar {
        &self.0[self.0.len() - 1].calendar
    }

    /// The calendar in force at a moment.
    #[must_use]
    pub fn at(&self, moment: Moment) -> &Calendar {
        &self.0[self.place(moment)].calendar
    }

    fn place(&self, moment: Moment) -> usize {
        self.0.partition_point(|version| version.since <= moment).saturating_sub(1)
    }

    /// When the next calendar after a moment began to be in force.
    pub(super) fn next_after(&self, moment: Moment) -> Option<Moment> {
        self.0.get(self.place(moment) + 1).map(|version| version.since)
    }

    /// Whether the calendar in force at a moment says anything else of the days from one moment to another
    /// than the one before it.
    pub(super) fn is_news(&self, at: Moment, from: Moment, to: Moment) -> bool {
        let (first, last) = self.0[self.place(at)].differs;
        first <= day(to) + NEAR && last >= day(from) - NEAR
    }
}

fn day(moment: Moment) -> i64 {
    i64::from(moment.number()) / (24 * 60)
}
