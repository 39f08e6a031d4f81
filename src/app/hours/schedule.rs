//! The official schedules that are built in, against what the shop has of them.

use super::changes;
use crate::catalog::schedules::{Region, Schedule, schedule, schedules, special_day};
use crate::domain::calendar::{SpecialDay, Zone};
use crate::domain::date::Date;
use crate::domain::lang::Lang;
use crate::domain::shop::Shop;

/// How much of a schedule the shop has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taken {
    /// Nothing of it.
    Not,
    /// Some of its days; of so many the shop says nothing, of so many something else.
    Partly {
        /// The days that are not here.
        missing: usize,
        /// The days that are otherwise here.
        other: usize,
    },
    /// All of it.
    All,
}

/// Whose official days hold where a clock hangs.
#[must_use]
pub fn region_of(zone: Zone) -> Option<Region> {
    match zone.name().as_str() {
        "Asia/Shanghai" => Some(Region::China),
        "Asia/Taipei" => Some(Region::Taiwan),
        "Asia/Hong_Kong" | "Asia/Macau" => Some(Region::HongKong),
        _ => None,
    }
}

/// The days of a schedule, named in a language.
#[must_use]
pub fn days_of(schedule: &Schedule, lang: Lang) -> Vec<(Date, SpecialDay)> {
    schedule.days.iter().map(|day| (day.date, special_day(day, lang))).collect()
}

/// How much of a schedule the shop has.
#[must_use]
pub fn taken(shop: &Shop, schedule: &Schedule) -> Taken {
    let found = changes(shop, days_of(schedule, Lang::default()));
    match (found.new.len(), found.other.len()) {
        (0, 0) => Taken::All,
        (missing, other) if found.same > 0 => Taken::Partly { missing, other },
        _ => Taken::Not,
    }
}

/// The schedules of a region from a year on of which the shop has nothing yet.
#[must_use]
pub fn newer(shop: &Shop, region: Region, year: i32) -> Vec<&'static Schedule> {
    let ahead = schedules(region).iter().filter(|schedule| schedule.year >= year);
    ahead.filter(|schedule| taken(shop, schedule) == Taken::Not).collect()
}

/// The official days that a new shop begins with: those of its place, of this year and the years
/// that are known ahead.
#[must_use]
pub fn first_days(zone: Zone, year: i32, lang: Lang) -> Vec<(Date, SpecialDay)> {
    let Some(region) = region_of(zone) else { return Vec::new() };
    let last = schedules(region).last().map_or(year, |schedule| schedule.year);
    let known = (year..=last).filter_map(|year| schedule(region, year));
    known.flat_map(|schedule| days_of(schedule, lang)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::{Pen, set};
    use crate::catalog::schedules::years;
    use crate::domain::shop::{SHOP_ID, ShopField, ShopKind};
    use crate::journal::{Clock, DeviceId, Journal, SessionId, Writer};

    fn zone(name: &str) -> Zone {
        Zone::parse(name).expect("a zone")
    }

    fn shop_with(days: &[(Date, SpecialDay)]) -> Shop {
        let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
        let pen = Pen { stamp: Clock::new(writer).tick(1_795_264_320_000), author: None };
        let fields = days.iter().map(|(date, day)| ShopField::Day(*date, Some(day.clone()))).collect();
        let records = set::<ShopKind>(&pen, SHOP_ID, &Shop::of(&Journal::<ShopKind>::new()), fields);
        Shop::of(&records.journal::<ShopKind>(SHOP_ID))
    }

    #[test]
    fn a_shop_begins_with_the_days_of_its_place() {
        for (place, region) in [
            ("Asia/Shanghai", Some(Region::China)),
            ("Asia/Taipei", Some(Region::Taiwan)),
            ("Asia/Hong_Kong", Some(Region::HongKong)),
            ("Asia/Macau", Some(Region::HongKong)),
            ("Asia/Singapore", None),
            ("Europe/Berlin", None),
            ("UTC+08:00", None),
        ] {
            assert_eq!(region_of(zone(place)), region, "{place}");
            let days = first_days(zone(place), 2026, Lang::ZhCn);
            assert_eq!(days.is_empty(), region.is_none(), "{place}");
            assert!(days.iter().all(|(date, day)| date.year() >= 2026 && !day.name.is_empty()), "{place}");
        }
        assert_eq!(first_days(zone("Asia/Shanghai"), 2150, Lang::ZhCn), []);
    }

    #[test]
    fn a_year_that_is_not_here_is_told() {
        let all = |lang| days_of(schedule(Region::China, 2026).expect("2026 is known"), lang);
        let known = years(Region::China).filter(|year| *year >= 2026).count();
        assert_eq!(newer(&shop_with(&[]), Region::China, 2026).len(), known);
        let named_otherwise = shop_with(&all(Lang::En));
        assert_eq!(newer(&named_otherwise, Region::China, 2026).len(), known - 1);
        assert_eq!(taken(&named_otherwise, schedule(Region::China, 2026).expect("known")), Taken::All);
        let some = shop_with(&all(Lang::ZhCn)[..3]);
        let missing = all(Lang::ZhCn).len() - 3;
        let found = taken(&some, schedule(Region::China, 2026).expect("known"));
        assert_eq!(found, Taken::Partly { missing, other: 0 });
    }
}
