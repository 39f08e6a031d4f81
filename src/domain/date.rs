//! Calendar dates as they stand on paper.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A calendar date, without a time or a zone: 1900 to 2199.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date(NaiveDate);

impl Date {
    /// The first day of 1970.
    pub const EPOCH: Self = match NaiveDate::from_ymd_opt(1970, 1, 1) {
        Some(date) => Self(date),
        None => Self(NaiveDate::MIN),
    };

    /// The date with these numbers, if there is one.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1900..2200).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `2026-11-21`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let [year, month, day] = [4, 2, 2].map(|length| {
            parts.next().filter(|part| part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
        });
        if parts.next().is_some() {
            return None;
        }
        Self::new(year?.parse().ok()?, month?.parse().ok()?, day?.parse().ok()?)
    }

    /// The date in UTC of a moment in milliseconds since 1970, moved by an offset in minutes.
    #[must_use]
    pub fn of_moment(millis: u64, offset_minutes: i32) -> Option<Self> {
        let shifted = i64::try_from(millis).ok()?.checked_add(i64::from(offset_minutes) * 60_000)?;
        let date = chrono::DateTime::from_timestamp_millis(shifted)?.date_naive();
        Self::new(date.year(), date.month(), date.day())
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Days from Monday, 0 to 6.
    #[must_use]
    pub fn weekday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    /// Days from `other` to this date; negative when this one is earlier.
    #[must_use]
    pub fn days_since(self, other: Self) -> i64 {
        (self.0 - other.0).num_days()
    }

    /// Days since 1970; 0 for days before.
    #[must_use]
    pub fn number(self) -> u32 {
        u32::try_from(self.0.to_epoch_days()).unwrap_or(0)
    }

    /// The day so many days later, or earlier, if in range.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let date = self.0.checked_add_signed(chrono::TimeDelta::try_days(days)?)?;
        Self::new(date.year(), date.month(), date.day())
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        let days = i64::try_from(self.weekday()).unwrap_or(0);
        self.plus_days(-days).unwrap_or(self)
    }

    /// The same day a number of months later, or the last of a month that is too short, if in
    /// range.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Option<Self> {
        let date = self.0.checked_add_months(chrono::Months::new(months))?;
        Self::new(date.year(), date.month(), date.day())
    }

    /// The same day a number of years later (29 February becomes the 28th), if in range.
    #[must_use]
    pub fn plus_years(self, years: i32) -> Option<Self> {
        let year = self.year() + years;
        Self::new(year, self.month(), self.day()).or_else(|| Self::new(year, 2, 28))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_real_dates_are_read() {
        for good in ["2026-11-21", "2024-02-29", "1900-01-01"] {
            assert_eq!(Date::parse(good).map(|d| d.to_string()).as_deref(), Some(good));
        }
        for bad in
            ["", "2026-02-30", "2025-02-29", "26-1-1", "2026-11-21T", "+026-01-01", "2026-1-01", "2300-01-01"]
        {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_moment_has_the_date_of_its_zone() {
        let late_evening_utc = 1_795_294_800_000; // 2026-11-21T21:00Z
        assert_eq!(Date::of_moment(late_evening_utc, 0), Date::parse("2026-11-21"));
        assert_eq!(Date::of_moment(late_evening_utc, 480), Date::parse("2026-11-22"));
        assert_eq!(Date::of_moment(u64::MAX, 0), None);
    }

    #[test]
    fn a_leap_day_has_an_anniversary() {
        let leap = Date::new(2024, 2, 29).and_then(|d| d.plus_years(1));
        assert_eq!(leap, Date::new(2025, 2, 28));
    }
}
