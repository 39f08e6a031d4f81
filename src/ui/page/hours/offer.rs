//! What a schedule, a list or a file would change, before anything is changed.

use crate::app::hours::{Changes, absent, changes, days_of};
use crate::archive::calendar::{self, CalendarFileError, DayProblem};
use crate::catalog::schedules::{Region, Schedule};
use crate::domain::calendar::{Calendar, Zone};
use crate::domain::date::Date;
use crate::domain::hours::Hours;
use crate::domain::lang::Lang;
use crate::domain::shop::{Shop, ShopField};

/// Where the days come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Source {
    Schedule(Region, i32),
    List,
    File,
}

/// What would change.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Offer {
    pub(super) source: Source,
    pub(super) changes: Changes,
    /// What of a list is not taken.
    pub(super) problems: Vec<DayProblem>,
    /// The usual week and the zone, where a file brings others.
    pub(super) hours: Option<Hours>,
    pub(super) zone: Option<Zone>,
    /// The days here that a file does not name.
    pub(super) absent: Vec<Date>,
}

impl Offer {
    fn of(source: Source, changes: Changes) -> Self {
        Self { source, changes, problems: Vec::new(), hours: None, zone: None, absent: Vec::new() }
    }

    /// The official days of a year, named in a language.
    pub(super) fn schedule(shop: &Shop, region: Region, schedule: &Schedule, lang: Lang) -> Self {
        Self::of(Source::Schedule(region, schedule.year), changes(shop, days_of(schedule, lang)))
    }

    /// A file or a list, whichever of the forms it has.
    pub(super) fn read(shop: &Shop, now: &Calendar, bytes: &[u8]) -> Result<Self, CalendarFileError> {
        let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte));
        if begins == Some(&b'{') {
            return calendar::read(bytes).map(|read| Self::file(shop, now, read));
        }
        let list = calendar::read_days(bytes);
        Ok(Self { problems: list.problems, ..Self::of(Source::List, changes(shop, list.days)) })
    }

    fn file(shop: &Shop, now: &Calendar, read: Calendar) -> Self {
        let named = read.days.keys().copied().collect();
        Self {
            hours: (read.hours != now.hours || shop.hours().is_none()).then_some(read.hours),
            zone: (Some(&read.zone) != shop.zone()).then_some(read.zone),
            absent: absent(shop, &named),
            ..Self::of(Source::File, changes(shop, read.days))
        }
    }

    /// The fields that carry it out in one action.
    pub(super) fn fields(&self, replace: bool, clear: bool) -> Vec<ShopField> {
        let mut fields = self.changes.fields(replace);
        fields.extend(self.hours.clone().map(ShopField::Hours));
        fields.extend(self.zone.map(ShopField::Zone));
        let absent = self.absent.iter().filter(|_| clear);
        fields.extend(absent.map(|date| ShopField::Day(*date, None)));
        fields
    }

    /// How many days change.
    pub(super) fn days(&self, replace: bool, clear: bool) -> usize {
        self.changes.count(replace) + if clear { self.absent.len() } else { 0 }
    }
}
