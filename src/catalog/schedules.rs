//! The official holidays and make-up working days of the years for which they are published.
//!
//! Where they come from stands with each year in `data/schedules.json`: for mainland China the notices of the
//! General Office of the State Council, one for each year; for Taiwan the office calendars of the
//! Directorate-General of Personnel Administration and, since May 2025, the act on memorial days and festivals;
//! for Hong Kong the general holidays under the General Holidays Ordinance (Cap. 149). Every Sunday
//! is a general holiday there, so those that fall on one are not named.

use super::PerLang;
use crate::domain::calendar::{Calendar, DayRule, MakeUpHours, SpecialDay, Zone};
use crate::domain::date::Date;
use crate::domain::hours::Hours;
use crate::domain::lang::Lang;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

const FACTS: &str = include_str!("data/schedules.json");

/// Where the same days are official.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Region {
    /// Mainland China.
    China,
    /// Taiwan.
    Taiwan,
    /// Hong Kong.
    HongKong,
}

impl Region {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::China, Self::Taiwan, Self::HongKong];

    /// Its code of two letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::China => "CN",
            Self::Taiwan => "TW",
            Self::HongKong => "HK",
        }
    }

    /// The region with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.code() == code)
    }

    /// What its clocks show.
    #[must_use]
    pub fn zone(self) -> Zone {
        let name = match self {
            Self::China => "Asia/Shanghai",
            Self::Taiwan => "Asia/Taipei",
            Self::HongKong => "Asia/Hong_Kong",
        };
        Zone::parse(name).unwrap_or_default()
    }

    /// The language in which its days are named when nobody chose one.
    #[must_use]
    pub fn lang(self) -> Lang {
        match self {
            Self::China => Lang::ZhCn,
            Self::Taiwan | Self::HongKong => Lang::ZhTw,
        }
    }
}

/// The official days of a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Schedule {
    /// The year.
    pub year: i32,
    /// The notice, calendar or act that says so.
    pub source: String,
    /// The days, in order.
    pub days: Vec<ScheduledDay>,
}

/// An official day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScheduledDay {
    /// The day.
    pub date: Date,
    /// What it is.
    pub rule: ScheduledRule,
    /// The id of the name of the holiday, which `data/<language>/schedules.json` puts into words.
    pub name: String,
}

/// What an official day is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScheduledRule {
    /// A day off.
    Holiday,
    /// A day off because the holiday itself falls on one that is free anyway.
    Observed,
    /// Worked for a day off that its holiday was lengthened by, like the weekday of that day, from Monday.
    MakeUp(u8),
}

#[derive(Deserialize)]
struct Facts {
    china: Vec<YearFacts>,
    taiwan: Vec<YearFacts>,
    hong_kong: Vec<YearFacts>,
}

#[derive(Deserialize)]
struct YearFacts {
    year: i32,
    source: String,
    /// `02-15~02-23 spring_festival`, `02-20 peace_day observed`, `02-14 for 02-20 spring_festival`.
    days: Vec<String>,
}

#[derive(Deserialize)]
struct Words {
    make_up: String,
    observed: String,
    names: HashMap<String, String>,
}

fn words(lang: Lang) -> Option<&'static Words> {
    static ALL: PerLang<Option<Words>> = PerLang::new();
    let text = match lang {
        Lang::ZhCn => include_str!("data/zh-CN/schedules.json"),
        Lang::ZhTw => include_str!("data/zh-TW/schedules.json"),
        Lang::En => include_str!("data/en/schedules.json"),
    };
    ALL.get(lang, || serde_json::from_str(text).ok()).as_ref()
}

/// The schedules of a region, the earliest year first.
#[must_use]
pub fn schedules(region: Region) -> &'static [Schedule] {
    static ALL: OnceLock<[Vec<Schedule>; 3]> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        // A test walks what is built in; what could not be read would be missing there.
        serde_json::from_str::<Facts>(FACTS).map_or_else(
            |_| [const { Vec::new() }; 3],
            |facts| {
                [facts.china, facts.taiwan, facts.hong_kong]
                    .map(|years| years.into_iter().filter_map(schedule_of).collect())
            },
        )
    });
    &all[region as usize]
}

fn schedule_of(facts: YearFacts) -> Option<Schedule> {
    let days = facts.days.iter().map(|line| days_of(facts.year, line)).collect::<Option<Vec<_>>>()?;
    let mut days: Vec<ScheduledDay> = days.into_iter().flatten().collect();
    days.sort_by_key(|day| day.date);
    Some(Schedule { year: facts.year, source: facts.source, days })
}

fn days_of(year: i32, line: &str) -> Option<Vec<ScheduledDay>> {
    let date = |text: &str| Date::parse(&format!("{year}-{text}"));
    let words: Vec<&str> = line.split(' ').collect();
    let (days, rule, name) = match words.as_slice() {
        [days, name] => (days, ScheduledRule::Holiday, name),
        [days, name, "observed"] => (days, ScheduledRule::Observed, name),
        [day, "for", free, name] => {
            (day, ScheduledRule::MakeUp(u8::try_from(date(free)?.weekday()).ok()?), name)
        }
        _ => return None,
    };
    let (first, last) = days.split_once('~').unwrap_or((days, days));
    let (first, last) = (date(first)?, date(last)?);
    let day = |after| {
        let date = first.plus_days(after)?;
        Some(ScheduledDay { date, rule, name: (*name).to_owned() })
    };
    (0..=last.days_since(first)).map(day).collect()
}

/// The years of a region that are known.
pub fn years(region: Region) -> impl Iterator<Item = i32> {
    schedules(region).iter().map(|schedule| schedule.year)
}

/// The schedule of a year, if it is known.
#[must_use]
pub fn schedule(region: Region, year: i32) -> Option<&'static Schedule> {
    schedules(region).iter().find(|schedule| schedule.year == year)
}

/// All official days that are known of a region, in words of a language.
#[must_use]
pub fn special_days(region: Region, lang: Lang) -> BTreeMap<Date, SpecialDay> {
    let days = schedules(region).iter().flat_map(|schedule| &schedule.days);
    days.map(|day| (day.date, special_day(day, lang))).collect()
}

/// An official day as a calendar keeps it, in words of a language.
#[must_use]
pub fn special_day(day: &ScheduledDay, lang: Lang) -> SpecialDay {
    let name = words(lang).and_then(|words| {
        let name = words.names.get(&day.name)?;
        Some(match day.rule {
            ScheduledRule::Holiday => name.clone(),
            ScheduledRule::Observed => words.observed.replace("{name}", name),
            ScheduledRule::MakeUp(_) => words.make_up.replace("{name}", name),
        })
    });
    let rule = match day.rule {
        ScheduledRule::Holiday | ScheduledRule::Observed => DayRule::Holiday,
        ScheduledRule::MakeUp(like) => DayRule::MakeUp(MakeUpHours::Like(like)),
    };
    SpecialDay { rule, name: name.unwrap_or_default() }
}

/// The usual hours, Monday to Friday 09:00–12:00 and 13:00–18:00, with all official days that
/// are known of a region, in its own language.
#[must_use]
pub fn builtin(region: Region) -> Calendar {
    Calendar { hours: Hours::usual(), days: special_days(region, region.lang()), zone: region.zone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_knows_its_years_without_a_gap() {
        for (region, last) in [(Region::China, 2026), (Region::Taiwan, 2027), (Region::HongKong, 2027)] {
            assert_eq!(years(region).collect::<Vec<_>>(), (2024..=last).collect::<Vec<_>>());
            for schedule in schedules(region) {
                assert!(schedule.days.len() > 10, "{schedule:?}");
                let sorted = schedule.days.is_sorted_by(|one, other| one.date < other.date);
                assert!(sorted && schedule.days.iter().all(|day| day.date.year() == schedule.year));
            }
        }
        assert_eq!(schedule(Region::China, 2023), None);
    }

    #[test]
    fn make_up_days_are_free_weekdays_and_stand_in_for_worked_ones() {
        for day in Region::ALL.into_iter().flat_map(schedules).flat_map(|schedule| &schedule.days) {
            if let ScheduledRule::MakeUp(like) = day.rule {
                assert!(day.date.weekday() > 4 && like < 5, "{day:?}");
            }
        }
    }

    #[test]
    fn every_day_has_its_own_words_in_every_language() {
        for lang in Lang::ALL {
            for region in Region::ALL {
                let days = special_days(region, lang);
                assert!(days.values().all(|day| !day.name.is_empty() && !day.name.contains('{')), "{lang:?}");
            }
            let used: std::collections::BTreeSet<_> = Region::ALL
                .into_iter()
                .flat_map(schedules)
                .flat_map(|s| &s.days)
                .map(|day| &day.name)
                .collect();
            assert_eq!(words(lang).map(|words| words.names.len()), Some(used.len()), "{lang:?}");
        }
    }

    #[test]
    fn the_built_in_calendars_are_sound() {
        for region in Region::ALL {
            let calendar = builtin(region);
            assert_eq!(calendar.check(), [], "{region:?}");
            assert_eq!(Region::from_code(region.code()), Some(region));
        }
        let spring = &builtin(Region::China).days[&Date::new(2026, 2, 28).expect("a date")];
        assert_eq!(spring.rule, DayRule::MakeUp(MakeUpHours::Like(0)));
        assert_eq!(spring.name, "春节调休上班");
    }
}
