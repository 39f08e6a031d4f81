//! Service hours: when a shop is open, per weekday.

use std::fmt;

/// Minutes of a day; a period that runs past midnight ends after 24:00.
const DAY: u16 = 24 * 60;

/// A time of day, to the minute.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Reads `09:00` to `24:00`; a single-digit hour will do.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.trim().split_once([':', '：'])?;
        let number = |part: &str, longest: usize| {
            ((1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let (hour, minute) = (number(hour, 2)?, number(minute, 2).filter(|_| minute.len() == 2)?);
        (minute < 60 && hour * 60 + minute <= DAY).then_some(Self(hour * 60 + minute))
    }

    /// Minutes since midnight.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// From one time to another; an end at or before the start is on the next day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Period {
    /// When it opens.
    pub from: TimeOfDay,
    /// When it closes.
    pub to: TimeOfDay,
}

impl Period {
    /// Reads `09:00-12:00`; the ways in which people write the line between are understood.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(['-', '–', '—', '~', '～', '－', '至'])?;
        let period = Self { from: TimeOfDay::parse(from)?, to: TimeOfDay::parse(to)? };
        period.is_fit().then_some(period)
    }

    /// Whether it begins within its day and does not end the minute it begins.
    #[must_use]
    pub fn is_fit(self) -> bool {
        self.from != self.to && self.from.0 < DAY
    }

    /// The minutes after midnight at which it begins and ends; on the next day, they count on.
    /// One that is not fit has no length.
    #[must_use]
    pub fn minutes(self) -> (u16, u16) {
        let start = self.from.0;
        (start, if self.is_fit() { self.end() } else { start })
    }

    /// Whether it runs past midnight into a period of the next day.
    #[must_use]
    pub fn runs_into(self, tomorrow: Self) -> bool {
        self.is_fit() && tomorrow.is_fit() && self.end() > tomorrow.from.0 + DAY
    }

    fn end(self) -> u16 {
        if self.to > self.from { self.to.0 } else { self.to.0 + DAY }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

/// What makes typed hours unfit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HoursError {
    /// Not of the form `09:00-12:00, 13:00-18:00`.
    Form(String),
    /// Two periods of one day overlap.
    Overlap(Period, Period),
}

/// The weekly service hours, Monday first. A day without a period is closed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Hours(pub [Vec<Period>; 7]);

impl Hours {
    /// Monday to Friday 09:00–12:00 and 13:00–18:00.
    #[must_use]
    pub fn usual() -> Self {
        let day = Self::parse_day("09:00-12:00, 13:00-18:00").unwrap_or_default();
        Self(std::array::from_fn(|weekday| if weekday < 5 { day.clone() } else { Vec::new() }))
    }

    /// Reads one day: periods with a comma or a space between them; nothing means closed.
    ///
    /// # Errors
    /// [`HoursError`] names the part that is wrong.
    pub fn parse_day(text: &str) -> Result<Vec<Period>, HoursError> {
        let parts = text
            .split([',', '，', '、', ';', '；'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| Period::parse(part).ok_or_else(|| HoursError::Form(part.to_owned())));
        let mut periods: Vec<Period> = Vec::new();
        for period in parts {
            // There are few; a sort would bring code of its own into the first load.
            let period = period?;
            let place = periods.partition_point(|earlier| *earlier <= period);
            periods.insert(place, period);
        }
        match periods.windows(2).find(|pair| pair[0].end() > pair[1].from.0) {
            Some(pair) => Err(HoursError::Overlap(pair[0], pair[1])),
            None => Ok(periods),
        }
    }

    /// One day as it is typed.
    #[must_use]
    pub fn day_text(&self, weekday: usize) -> String {
        self.0[weekday].iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    /// Whether the shop never opens.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// The first period that runs past midnight into one of the next day: its weekday, it, and
    /// the one that it runs into.
    #[must_use]
    pub fn overlap_at_night(&self) -> Option<(usize, Period, Period)> {
        let into = |day: usize, period: Period| {
            self.0[(day + 1) % 7]
                .iter()
                .find(|next| period.runs_into(**next))
                .map(|next| (day, period, *next))
        };
        let mut all = self.0.iter().enumerate().flat_map(|(day, list)| list.iter().map(move |p| (day, *p)));
        all.find_map(|(day, period)| into(day, period))
    }

    /// Whether the shop is open at a weekday (Monday is 0) and a minute of the day.
    #[must_use]
    pub fn is_open(&self, weekday: usize, minute: u16) -> bool {
        let within = |day: usize, minute: u16| {
            let open = |period: &Period| (period.minutes().0..period.minutes().1).contains(&minute);
            self.0[day % 7].iter().any(open)
        };
        within(weekday, minute) || within(weekday + 6, minute + DAY)
    }

    /// Runs of weekdays with the same hours: first day, last day, their periods.
    #[must_use]
    pub fn runs(&self) -> Vec<(usize, usize, &[Period])> {
        let mut runs: Vec<(usize, usize, &[Period])> = Vec::new();
        for (weekday, periods) in self.0.iter().enumerate().filter(|(_, periods)| !periods.is_empty()) {
            match runs.last_mut() {
                Some((_, last, same)) if *last + 1 == weekday && *same == periods.as_slice() => {
                    *last = weekday
                }
                _ => runs.push((weekday, weekday, periods)),
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_type_it() {
        for (text, plain) in [
            ("9:00-12:00, 13:00-18:00", "09:00-12:00, 13:00-18:00"),
            ("13:00~18:00，9：00–12:00", "09:00-12:00, 13:00-18:00"),
            ("22:00-02:00", "22:00-02:00"),
            ("00:00-24:00", "00:00-24:00"),
            ("", ""),
        ] {
            let mut hours = Hours::default();
            hours.0[0] = Hours::parse_day(text).expect(text);
            assert_eq!(hours.day_text(0), plain);
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for bad in ["9-12", "25:00-26:00", "09:60-10:00", "09:00", "09:00-09:00", "morning"] {
            assert!(matches!(Hours::parse_day(bad), Err(HoursError::Form(_))), "{bad}");
        }
        assert!(matches!(Hours::parse_day("09:00-13:00, 12:00-18:00"), Err(HoursError::Overlap(..))));
    }

    #[test]
    fn open_hours_know_lunch_and_midnight() {
        let mut hours = Hours::usual();
        hours.0[5] = Hours::parse_day("22:00-02:00").expect("a period past midnight");
        for (weekday, time, open) in [
            (0, "08:59", false),
            (0, "09:00", true),
            (0, "12:30", false),
            (4, "17:59", true),
            (4, "18:00", false),
            (5, "23:00", true),
            (6, "01:59", true),
            (6, "02:00", false),
        ] {
            let minute = TimeOfDay::parse(time).map(TimeOfDay::minutes).expect(time);
            assert_eq!(hours.is_open(weekday, minute), open, "{weekday} {time}");
        }
    }

    #[test]
    fn a_night_that_runs_into_the_next_day_is_found() {
        let mut hours = Hours::default();
        hours.0[6] = Hours::parse_day("09:00-12:00, 22:00-06:00").expect("a night");
        hours.0[0] = Hours::parse_day("06:00-12:00").expect("a morning");
        assert_eq!(hours.overlap_at_night(), None);
        hours.0[0] = Hours::parse_day("05:00-12:00").expect("a morning");
        assert_eq!(hours.overlap_at_night(), Some((6, hours.0[6][1], hours.0[0][0])));
    }

    #[test]
    fn equal_days_are_said_together() {
        let hours = Hours::usual();
        let runs: Vec<_> = hours.runs().into_iter().map(|(from, to, _)| (from, to)).collect();
        assert_eq!(runs, [(0, 4)]);
    }
}
