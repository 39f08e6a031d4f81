//! Lengths and moments as people say them.

use crate::domain::calendar::{Moment, Zone};
use crate::domain::date::Date;
use crate::domain::lang::Lang;
use crate::domain::local_time::LocalTime;
use crate::domain::promise::Measure;
use crate::i18n::when::{date_at, weekday};
use crate::i18n::{Texts, texts};

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// How long: `1 h 20 min`. Of the clock's time two days and more are counted in days; of service
/// hours never, since a day of them has no fixed length.
#[must_use]
pub fn duration(t: &'static Texts, minutes: u32, measure: Measure) -> String {
    let t = t.promise();
    let parts: Vec<String> = match measure {
        _ if minutes == 0 => vec![t.at_once.to_owned()],
        Measure::Wall if minutes >= 2 * DAY => {
            let hours = minutes % DAY / HOUR;
            let days = t.days(&(minutes / DAY));
            // Nobody counts the hours of a month.
            let hours = (hours > 0 && minutes < 14 * DAY).then(|| t.hours(&hours));
            std::iter::once(days).chain(hours).collect()
        }
        _ if minutes == DAY && measure == Measure::Wall => vec![t.hours(&24)],
        _ => {
            let hours = (minutes >= HOUR).then(|| t.hours(&(minutes / HOUR)));
            let rest = (!minutes.is_multiple_of(HOUR)).then(|| t.minutes(&(minutes % HOUR)));
            hours.into_iter().chain(rest).collect()
        }
    };
    parts.join(" ")
}

/// How long, with what is counted where that is not the clock.
pub(super) fn measured(t: &'static Texts, minutes: u32, measure: Measure) -> String {
    let length = duration(t, minutes, measure);
    match measure {
        Measure::Working => t.promise().service_time(&length),
        Measure::Wall => length,
    }
}

/// A moment by the shop's clock: `today 17:50`, `Fri 13 Feb 17:50`.
#[must_use]
pub fn moment_words(lang: Lang, zone: Zone, now: Moment, moment: Moment) -> String {
    let t = texts(lang);
    let Some((today, at)) = zone.local(now).zip(zone.local(moment)) else { return "—".to_owned() };
    match at.date().days_since(today.date()) {
        0 => t.when().today(&at.time()),
        1 => t.when().tomorrow(&at.time()),
        -1 => t.when().yesterday(&at.time()),
        _ => full(t, today.date(), at),
    }
}

/// A time with its weekday and day, whatever day it is.
pub(super) fn full(t: &'static Texts, today: Date, at: LocalTime) -> String {
    t.promise().moment(&weekday(t, at.date()), &date_at(t, today, at.date()), &at.time())
}

/// A day with its weekday.
#[must_use]
pub fn day_words(t: &'static Texts, today: Date, day: Date) -> String {
    t.promise().weekday_day(&weekday(t, day), &date_at(t, today, day))
}
