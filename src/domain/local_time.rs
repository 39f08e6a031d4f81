//! Times of the shop's own clock: what people agree on, whatever the device's zone.

use super::date::Date;
use super::hours::TimeOfDay;
use std::fmt;

const HOUR: u16 = 60;
const DAY: u16 = 24 * HOUR;

/// A minute of a calendar day, where the shop is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LocalTime {
    date: Date,
    minute: u16,
}

impl LocalTime {
    /// The minute of a day, counted from midnight: 0 to 1439.
    #[must_use]
    pub fn new(date: Date, minute: u16) -> Option<Self> {
        (minute < DAY).then_some(Self { date, minute })
    }

    /// Reads `2026-11-21T09:30`, as files keep it and as a page's own field gives it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T').filter(|(_, time)| time.len() == 5 && time.is_ascii())?;
        Self::typed(date, time)
    }

    /// Reads a date `2026-11-21` and a time of day `9:30` that people typed.
    #[must_use]
    pub fn typed(date: &str, time: &str) -> Option<Self> {
        Self::new(Date::parse(date.trim())?, TimeOfDay::parse(time)?.minutes())
    }

    /// The time in UTC of a moment in milliseconds since 1970, moved by an offset in minutes.
    #[must_use]
    pub fn of_moment(millis: u64, offset_minutes: i32) -> Option<Self> {
        let date = Date::of_moment(millis, offset_minutes)?;
        let minutes = i64::try_from(millis / 60_000).ok()? + i64::from(offset_minutes);
        Self::new(date, u16::try_from(minutes.rem_euclid(DAY.into())).ok()?)
    }

    /// Minutes since 1970 began where the shop is.
    #[must_use]
    pub fn number(self) -> u32 {
        self.date.number().saturating_mul(DAY.into()).saturating_add(self.minute.into())
    }

    /// The time with this number of minutes since 1970 began where the shop is.
    #[must_use]
    pub fn of_number(number: u32) -> Option<Self> {
        let day = u32::from(DAY);
        let date = Date::EPOCH.plus_days((number / day).into())?;
        Self::new(date, u16::try_from(number % day).ok()?)
    }

    /// The day.
    #[must_use]
    pub fn date(self) -> Date {
        self.date
    }

    /// Minutes since midnight.
    #[must_use]
    pub fn minute(self) -> u16 {
        self.minute
    }

    /// The time of day: `09:30`.
    #[must_use]
    pub fn time(self) -> String {
        format!("{:02}:{:02}", self.minute / HOUR, self.minute % HOUR)
    }

    /// The time so many minutes later, or earlier, if in range.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Option<Self> {
        let total = i64::from(self.minute) + minutes;
        let date = self.date.plus_days(total.div_euclid(DAY.into()))?;
        Self::new(date, u16::try_from(total.rem_euclid(DAY.into())).ok()?)
    }

    /// Minutes from `other` to this time; negative when this one is earlier.
    #[must_use]
    pub fn minutes_since(self, other: Self) -> i64 {
        self.date.days_since(other.date) * i64::from(DAY) + i64::from(self.minute) - i64::from(other.minute)
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.date, self.time())
    }
}

/// From one time to a later one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Window {
    start: LocalTime,
    end: LocalTime,
}

/// Why there is no such window.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WindowError {
    /// The date or time it starts at does not exist.
    Start,
    /// The time it ends at does not exist.
    End,
    /// It ends before it starts, or at once.
    EndsBeforeStart,
}

impl Window {
    /// The window between two times.
    ///
    /// # Errors
    /// [`WindowError::EndsBeforeStart`].
    pub fn new(start: LocalTime, end: LocalTime) -> Result<Self, WindowError> {
        if start < end { Ok(Self { start, end }) } else { Err(WindowError::EndsBeforeStart) }
    }

    /// Reads a window within one day, as people type it: `2026-11-21`, `9:30`, `11:00`.
    ///
    /// # Errors
    /// [`WindowError`] says what is wrong.
    pub fn typed(date: &str, start: &str, end: &str) -> Result<Self, WindowError> {
        let start = LocalTime::typed(date, start).ok_or(WindowError::Start)?;
        Self::new(start, LocalTime::typed(date, end).ok_or(WindowError::End)?)
    }

    /// When it starts.
    #[must_use]
    pub fn start(self) -> LocalTime {
        self.start
    }

    /// When it ends; that minute is no longer in it.
    #[must_use]
    pub fn end(self) -> LocalTime {
        self.end
    }

    /// The same length at another time.
    #[must_use]
    pub fn starting_at(self, start: LocalTime) -> Option<Self> {
        Self::new(start, start.plus_minutes(self.minutes())?).ok()
    }

    /// How long it is.
    #[must_use]
    pub fn minutes(self) -> i64 {
        self.end.minutes_since(self.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_moves_over_days_and_keeps_its_length() {
        let night = Window::typed("2026-12-31", "22:30", "23:45").expect("a window");
        for (by, to) in [(30, "2026-12-31T23:00"), (90, "2027-01-01T00:00"), (-23 * 60, "2026-12-30T23:30")] {
            let start = night.start().plus_minutes(by).expect("in range");
            assert_eq!(start.to_string(), to);
            assert_eq!(night.starting_at(start).map(Window::minutes), Some(75));
        }
        let last = LocalTime::parse("2199-12-31T23:59").expect("a time");
        assert_eq!((last.plus_minutes(1), night.starting_at(last)), (None, None));
    }

    #[test]
    fn only_real_times_are_read() {
        for good in ["2026-11-21T09:30", "2024-02-29T00:00", "2026-11-21T23:59"] {
            assert_eq!(LocalTime::parse(good).map(|time| time.to_string()).as_deref(), Some(good));
        }
        for bad in [
            "",
            "2026-11-21",
            "2026-11-21T24:00",
            "2026-11-21T9:30",
            "2026-02-30T09:30",
            "2026-11-21T09:60",
            "2026-11-21 09:30",
        ] {
            assert_eq!(LocalTime::parse(bad), None, "{bad}");
        }
        let typed = LocalTime::typed("2026-11-21", "9：30");
        assert_eq!(typed.map(LocalTime::minute), Some(570));
    }

    #[test]
    fn a_moment_has_the_time_of_its_zone() {
        let half_past_nine_utc = 1_795_253_400_000; // 2026-11-21T09:30Z
        for (offset, time) in [(0, "2026-11-21T09:30"), (480, "2026-11-21T17:30"), (-600, "2026-11-20T23:30")]
        {
            assert_eq!(LocalTime::of_moment(half_past_nine_utc, offset), LocalTime::parse(time));
        }
        assert_eq!(LocalTime::of_moment(u64::MAX, 0), None);
    }

    #[test]
    fn a_window_ends_after_it_starts() {
        for (date, start, end, found) in [
            ("2026-11-21", "9:30", "11:00", Ok(90)),
            ("2026-11-21", "11:00", "11:00", Err(WindowError::EndsBeforeStart)),
            ("2026-11-21", "11:00", "9:30", Err(WindowError::EndsBeforeStart)),
            ("2026-02-30", "9:30", "11:00", Err(WindowError::Start)),
            ("2026-11-21", "25:00", "26:00", Err(WindowError::Start)),
            ("2026-11-21", "9:30", "24:00", Err(WindowError::End)),
        ] {
            assert_eq!(Window::typed(date, start, end).map(Window::minutes), found, "{date} {start} {end}");
        }
        let time = |text| LocalTime::parse(text).expect("a time");
        let night = Window::new(time("2026-11-30T22:00"), time("2026-12-01T02:00"));
        assert_eq!(night.map(Window::minutes), Ok(240));
    }
}
