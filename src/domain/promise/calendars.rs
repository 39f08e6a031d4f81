use crate::domain::calendar::{Calendar, Moment, Zone};
use crate::domain::hours::Hours;
use crate::domain::shop::{ShopField, ShopKind};
use crate::journal::{Change, Journal, counting};
use std::collections::BTreeMap;

/// The business calendar of a shop as it was at each time: a promise that is kept or broken keeps
/// the verdict of the calendar in force then, whatever is changed later.
#[derive(Clone, PartialEq, Debug)]
pub struct Calendars(Vec<(Moment, Calendar)>);

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
                    ShopField::Hours(hours) => all.version(now, &plain).hours = hours.clone(),
                    ShopField::Zone(zone) => all.version(now, &plain).zone = *zone,
                    ShopField::Day(date, Some(day)) => {
                        all.version(now, &plain).days.insert(*date, day.clone());
                    }
                    ShopField::Day(date, None) => drop(all.version(now, &plain).days.remove(date)),
                    _ => {}
                }
            }
        }
        if all.0.is_empty() {
            all.0.push((Moment::default(), plain));
        }
        // What was before anything was said is what was said first.
        all.0[0].0 = Moment::default();
        all
    }

    /// One calendar for all time.
    #[must_use]
    pub fn always(calendar: Calendar) -> Self {
        Self(vec![(Moment::default(), calendar)])
    }

    /// The version of this minute, to be changed: a new one begins as the last was.
    fn version(&mut self, now: Moment, plain: &Calendar) -> &mut Calendar {
        let last = self.0.last();
        if last.is_none_or(|(since, _)| *since < now) {
            let calendar = last.map_or(plain, |(_, calendar)| calendar).clone();
            self.0.push((now, calendar));
        }
        let place = self.0.len() - 1;
        &mut self.0[place].1
    }

    /// The calendar in force now.
    #[must_use]
    pub fn now(&self) -> &Calendar {
        &self.0[self.0.len() - 1].1
    }

    /// The calendar in force at a moment.
    #[must_use]
    pub fn at(&self, moment: Moment) -> &Calendar {
        &self.0[self.place(moment)].1
    }

    fn place(&self, moment: Moment) -> usize {
        self.0.partition_point(|(since, _)| *since <= moment).saturating_sub(1)
    }

    /// When the next calendar after a moment began to be in force.
    pub(super) fn next_after(&self, moment: Moment) -> Option<Moment> {
        self.0.get(self.place(moment) + 1).map(|(since, _)| *since)
    }
}
