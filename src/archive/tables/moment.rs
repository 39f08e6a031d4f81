//! Dates and times as sheets and programs write them.

use super::cursor::Cursor;
use crate::domain::calendar::Zone;
use crate::domain::date::Date;
use crate::domain::local_time::LocalTime;
use crate::domain::text::half_width;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// The days that spreadsheets count from 30 December 1899: from 1927 to 2173.
const SERIALS: std::ops::RangeInclusive<i64> = 10_000..=100_000;

/// Which comes first where the year comes last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateOrder {
    /// 22/11/2026.
    DayFirst,
    /// 11/22/2026.
    MonthFirst,
}

impl DateOrder {
    /// Both orders, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::DayFirst, Self::MonthFirst];

    /// The order that the dates of a column have. `Err` when some can be read in both ways and none tells;
    /// either will do when no date has its year last.
    ///
    /// # Errors
    /// A date that can be read in both ways.
    pub fn find<'a>(cells: impl Iterator<Item = &'a str>) -> Result<Self, String> {
        let mut doubtful = None;
        for cell in cells {
            let ways = Self::ALL.map(|order| When::parse(cell, order).map(|when| when.date));
            match ways {
                [Some(_), None] => return Ok(Self::DayFirst),
                [None, Some(_)] => return Ok(Self::MonthFirst),
                [one, other] if one != other && doubtful.is_none() => doubtful = Some(cell.to_owned()),
                _ => {}
            }
        }
        doubtful.map_or(Ok(Self::DayFirst), Err)
    }
}

/// A date with what was said of the time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct When {
    pub(super) date: Date,
    /// Milliseconds since midnight.
    pub(super) time: Option<u32>,
    /// Minutes ahead of UTC.
    pub(super) offset: Option<i32>,
}

impl When {
    /// Reads a date, perhaps with a time and a zone.
    pub(super) fn parse(text: &str, order: DateOrder) -> Option<Self> {
        let plain: Vec<char> =
            text.trim().chars().take(61).map(|c| half_width(c).to_ascii_lowercase()).collect();
        if plain.is_empty() || plain.len() > 60 {
            return None;
        }
        number(&plain).or_else(|| Cursor::new(&plain).whole(order))
    }

    /// The moment in milliseconds since 1970, negative before; midnight where no time was said.
    pub(super) fn millis(self, zone: Zone) -> i64 {
        let time = i64::from(self.time.unwrap_or(0));
        let utc = self.date.days_since(Date::EPOCH) * DAY_MS + time;
        if let Some(offset) = self.offset {
            return utc - i64::from(offset) * 60_000;
        }
        let minute = u16::try_from(time / 60_000).ok();
        let local = minute.and_then(|minute| LocalTime::new(self.date, minute));
        let moment = local.map(|local| zone.moment(local));
        match moment.filter(|moment| zone.local(*moment) == local || moment.number() > 0) {
            Some(moment) => i64::try_from(moment.millis()).unwrap_or(i64::MAX - DAY_MS) + time % 60_000,
            // Before 1970.
            None => (utc - DAY_MS).min(-1),
        }
    }
}

/// A number that stands for a moment: a spreadsheet's days, or seconds or milliseconds since 1970.
fn number(chars: &[char]) -> Option<When> {
    let text: String = chars.iter().collect();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    if ![whole, part].iter().all(|digits| digits.bytes().all(|b| b.is_ascii_digit())) || part.len() > 15 {
        return None;
    }
    match whole.len() {
        5 | 6 => {
            let days: i64 = whole.parse().ok().filter(|days| SERIALS.contains(days))?;
            let date = Date::new(1970, 1, 1)?.plus_days(days - 25_569)?;
            Some(When { date, time: day_part(part), offset: None })
        }
        8 if part.is_empty() => {
            let date = Date::parse(&format!("{}-{}-{}", &whole[..4], &whole[4..6], &whole[6..]))?;
            Some(When { date, time: None, offset: None })
        }
        10 => of_millis(whole.parse::<i64>().ok()?.checked_mul(1000)?),
        13 => of_millis(whole.parse().ok()?),
        14 if part.is_empty() => {
            let date = Date::parse(&format!("{}-{}-{}", &whole[..4], &whole[4..6], &whole[6..8]))?;
            let [hour, minute, second] =
                [&whole[8..10], &whole[10..12], &whole[12..]].map(|n| n.parse().ok());
            Some(When { date, time: Some(time_of_day(hour?, minute?, second?, 0)?), offset: None })
        }
        _ => None,
    }
}

fn of_millis(millis: i64) -> Option<When> {
    let date = Date::EPOCH.plus_days(millis.div_euclid(DAY_MS))?;
    Some(When { date, time: u32::try_from(millis.rem_euclid(DAY_MS)).ok(), offset: Some(0) })
}

/// The part of a day behind the point of a number, to the second: spreadsheets keep no more of it.
fn day_part(digits: &str) -> Option<u32> {
    if digits.is_empty() {
        return None;
    }
    let part: u128 = digits.parse().ok()?;
    let whole = 10_u128.pow(u32::try_from(digits.len()).ok()?);
    let seconds = (part * 86_400 + whole / 2) / whole;
    u32::try_from(seconds.min(86_399) * 1000).ok()
}

/// Milliseconds since midnight; a leap second counts as the last one before it.
pub(super) fn time_of_day(hour: u32, minute: u32, second: u32, millis: u32) -> Option<u32> {
    let fits = hour < 24 && minute < 60 && second <= 60;
    fits.then(|| ((hour * 60 + minute) * 60 + second.min(59)) * 1000 + millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: DateOrder) -> Option<String> {
        let when = When::parse(text, order)?;
        let time = when.time.map_or(String::new(), |ms| {
            let (minutes, ms) = (ms / 60_000, ms % 60_000);
            format!(" {:02}:{:02}:{:02}.{:03}", minutes / 60, minutes % 60, ms / 1000, ms % 1000)
        });
        Some(format!("{}{time}{}", when.date, when.offset.map_or(String::new(), |o| format!(" {o:+}"))))
    }

    #[test]
    fn dates_and_times_are_read_as_people_write_them() {
        for (text, read_as) in [
            ("2026-11-22", "2026-11-22"),
            ("2026/11/2", "2026-11-02"),
            ("2026.1.2", "2026-01-02"),
            ("2026年11月22日", "2026-11-22"),
            ("2026 年 11 月 22 日 下午3:05", "2026-11-22 15:05:00.000"),
            ("２０２６／１１／２２", "2026-11-22"),
            ("民國115年11月22日", "2026-11-22"),
            ("115/11/22", "2026-11-22"),
            ("22.11.2026", "2026-11-22"),
            ("22.11.26", "2026-11-22"),
            ("22/11/2026 9:30", "2026-11-22 09:30:00.000"),
            ("22-Nov-2026", "2026-11-22"),
            ("22 November 2026", "2026-11-22"),
            ("Nov 22, 2026 3:05 pm", "2026-11-22 15:05:00.000"),
            ("Nov 22, 2026, 12:05 AM", "2026-11-22 00:05:00.000"),
            ("20261122", "2026-11-22"),
            ("20261122093015", "2026-11-22 09:30:15.000"),
            ("2026-11-22T09:30:00Z", "2026-11-22 09:30:00.000 +0"),
            ("2026-11-22T09:30:00.5+01:00", "2026-11-22 09:30:00.500 +60"),
            ("2026-11-22 09:30:00.123456 +0800", "2026-11-22 09:30:00.123 +480"),
            ("2026-11-22T09:30-08", "2026-11-22 09:30:00.000 -480"),
            ("2026-11-22 09:30 UTC", "2026-11-22 09:30:00.000 +0"),
            ("2026-11-22 9时5分", "2026-11-22 09:05:00.000"),
            ("2026-11-22 9点", "2026-11-22 09:00:00.000"),
            ("46348", "2026-11-22"),
            ("46348.5", "2026-11-22 12:00:00.000"),
            ("46348.395833333336", "2026-11-22 09:30:00.000"),
            ("1795294800", "2026-11-21 21:00:00.000 +0"),
            ("1795294800123", "2026-11-21 21:00:00.123 +0"),
            ("1969-12-31", "1969-12-31"),
        ] {
            assert_eq!(read(text, DateOrder::DayFirst).as_deref(), Some(read_as), "{text}");
        }
        assert_eq!(read("11/22/2026", DateOrder::MonthFirst).as_deref(), Some("2026-11-22"));
        assert_eq!(read("22.11.2026", DateOrder::MonthFirst).as_deref(), Some("2026-11-22"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "明天",
            "2026-13-01",
            "2026-02-30",
            "32/01/2026",
            "2026-11",
            "11/2026",
            "2026-11-22x",
            "2026-11-22 25:00",
            "2026-11-22 9",
            "2026-11-22 9:",
            "5",
            "99999999999999",
            "1.2.3.4",
            "2026-11-22T09:30+99:00",
            "1800-01-01",
            "-5",
            "2026-11-22 09:30:00 +",
            "--",
        ] {
            assert_eq!(read(text, DateOrder::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn a_column_tells_the_order_of_its_dates() {
        let find = |cells: &[&str]| DateOrder::find(cells.iter().copied());
        assert_eq!(find(&["01/02/2026", "22/11/2026"]), Ok(DateOrder::DayFirst));
        assert_eq!(find(&["01/02/2026", "11/22/2026"]), Ok(DateOrder::MonthFirst));
        assert_eq!(find(&["01/02/2026", "03/04/2026"]), Err("01/02/2026".to_owned()));
        assert_eq!(find(&["2026-01-02", "05/05/2026", "soon"]), Ok(DateOrder::DayFirst));
    }

    #[test]
    fn a_time_without_a_zone_is_of_the_shop() {
        let millis = |text: &str, zone: &str| {
            let when = When::parse(text, DateOrder::DayFirst).expect("a time");
            when.millis(Zone::parse(zone).expect("a zone"))
        };
        assert_eq!(millis("2026-11-22T05:00:00", "Asia/Shanghai"), 1_795_294_800_000);
        assert_eq!(millis("2026-11-21T21:00:00Z", "Asia/Shanghai"), 1_795_294_800_000);
        assert_eq!(millis("2026-11-21 21:00:15.250", "UTC"), 1_795_294_815_250);
        assert_eq!(millis("1970-01-01 08:00:00", "Asia/Shanghai"), 0);
        assert!(millis("1970-01-01 07:59:00", "Asia/Shanghai") < 0);
        assert!(millis("1969-12-31T23:59:59Z", "UTC") < 0);
        assert!(millis("1950-06-01", "UTC") < 0);
    }
}
