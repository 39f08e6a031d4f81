//! Short ways to write calendars and times.

use casebook::domain::calendar::{Calendar, DayRule, MakeUpHours, Moment, Pause, SpecialDay, Zone};
use casebook::domain::date::Date;
use casebook::domain::hours::{Hours, Period};
use casebook::domain::local_time::LocalTime;
use std::collections::BTreeMap;

/// The usual hours with these special days, in Shanghai.
pub(crate) fn usual(days: &[(&str, SpecialDay)]) -> Calendar {
    Calendar { hours: Hours::usual(), days: special(days), zone: Zone::default() }
}

/// Hours of these weekdays, Monday first; what is missing at the end is closed.
pub(crate) fn weekly(hours: &[&str], days: &[(&str, SpecialDay)], zone: &str) -> Calendar {
    let day = |weekday: usize| periods(hours.get(weekday).unwrap_or(&""));
    let zone = Zone::parse(zone).expect("a zone");
    Calendar { hours: Hours(std::array::from_fn(day)), days: special(days), zone }
}

fn special(days: &[(&str, SpecialDay)]) -> BTreeMap<Date, SpecialDay> {
    days.iter().map(|(day, special)| (date(day), special.clone())).collect()
}

/// Periods with commas between them, also such as no form would take.
pub(crate) fn periods(text: &str) -> Vec<Period> {
    let parts = text.split(", ").filter(|part| !part.is_empty());
    parts.map(|part| Period::parse(part).expect("a period")).collect()
}

pub(crate) fn holiday(name: &str) -> SpecialDay {
    SpecialDay { rule: DayRule::Holiday, name: name.to_owned() }
}

pub(crate) fn like(weekday: u8, name: &str) -> SpecialDay {
    SpecialDay { rule: DayRule::MakeUp(MakeUpHours::Like(weekday)), name: name.to_owned() }
}

pub(crate) fn own(hours: &str, name: &str) -> SpecialDay {
    SpecialDay { rule: DayRule::MakeUp(MakeUpHours::Own(periods(hours))), name: name.to_owned() }
}

pub(crate) fn changed(hours: &str, name: &str) -> SpecialDay {
    SpecialDay { rule: DayRule::Changed(periods(hours)), name: name.to_owned() }
}

pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).expect(text)
}

/// What `2026-02-13T16:30` is where the calendar is.
pub(crate) fn at(calendar: &Calendar, text: &str) -> Moment {
    calendar.zone.moment(LocalTime::parse(text).expect(text))
}

/// What the calendar's clock shows.
pub(crate) fn shown(calendar: &Calendar, moment: Option<Moment>) -> Option<String> {
    moment.and_then(|moment| calendar.zone.local(moment)).map(|time| time.to_string())
}

/// Pauses from `2026-02-13T16:30/2026-02-13T17:00`, without a second time open.
pub(crate) fn pauses(calendar: &Calendar, texts: &[&str]) -> Vec<Pause> {
    let pause = |text: &&str| {
        let (from, to) = text.split_once('/').expect("two times");
        Pause { from: at(calendar, from), to: (!to.is_empty()).then(|| at(calendar, to)) }
    };
    texts.iter().map(pause).collect()
}
