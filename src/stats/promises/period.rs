use crate::domain::date::Date;
use std::fmt;

/// The years that a period may name.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// How long a period is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// A calendar month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A calendar year.
    Year,
    /// From a day to a day.
    Days,
    /// All that there is.
    All,
}

impl Unit {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Month, Self::Quarter, Self::Year, Self::Days, Self::All];
}

/// The time that a report is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Period {
    /// A month of a year, from 1.
    Month(i32, u32),
    /// A quarter of a year, from 1.
    Quarter(i32, u32),
    /// A year.
    Year(i32),
    /// From a day to a day, both included.
    Days(Date, Date),
    /// All that there is.
    All,
}

/// The days from one to another, both included; open where none is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Span {
    /// The first day.
    pub first: Option<Date>,
    /// The last day.
    pub last: Option<Date>,
}

impl Span {
    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last)
    }

    /// So many calendar months from a month on, which counts from year 0 as 0.
    pub(super) fn months(from: i32, count: i32) -> Self {
        let first = |month: i32| Date::new(month.div_euclid(12), month.rem_euclid(12).unsigned_abs() + 1, 1);
        Self { first: first(from), last: first(from + count).and_then(|next| next.plus_days(-1)) }
    }
}

/// The months since year 0 began.
pub(super) fn month_number(day: Date) -> i32 {
    month_of(day.year(), day.month())
}

fn month_of(year: i32, month: u32) -> i32 {
    year * 12 + i32::try_from(month).unwrap_or(1) - 1
}

impl Period {
    /// The period of a length that a day lies in.
    #[must_use]
    pub fn around(unit: Unit, day: Date) -> Self {
        let year = day.year();
        match unit {
            Unit::Month => Self::Month(year, day.month()),
            Unit::Quarter => Self::Quarter(year, (day.month() - 1) / 3 + 1),
            Unit::Year => Self::Year(year),
            Unit::Days => {
                let month = Self::Month(year, day.month()).span();
                Self::Days(month.first.unwrap_or(day), day)
            }
            Unit::All => Self::All,
        }
    }

    /// How long it is.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::Month(..) => Unit::Month,
            Self::Quarter(..) => Unit::Quarter,
            Self::Year(_) => Unit::Year,
            Self::Days(..) => Unit::Days,
            Self::All => Unit::All,
        }
    }

    /// Its days.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            Self::Month(year, month) => Span::months(month_of(year, month), 1),
            Self::Quarter(year, quarter) => Span::months(month_of(year, quarter * 3 - 2), 3),
            Self::Year(year) => Span::months(month_of(year, 1), 12),
            Self::Days(first, last) => Span { first: Some(first), last: Some(last) },
            Self::All => Span::default(),
        }
    }

    /// The period of the same length before or after it; nothing where there is none.
    #[must_use]
    pub fn step(self, by: i32) -> Option<Self> {
        let (unit, months) = match self {
            Self::Month(..) => (Unit::Month, 1),
            Self::Quarter(..) => (Unit::Quarter, 3),
            Self::Year(_) => (Unit::Year, 12),
            Self::Days(..) | Self::All => return None,
        };
        let first = Span::months(month_number(self.span().first?) + by * months, 1).first?;
        YEARS.contains(&first.year()).then(|| Self::around(unit, first))
    }

    /// Reads what [`fmt::Display`] writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "all" {
            return Some(Self::All);
        }
        if let Some((first, last)) = text.split_once("--") {
            let (first, last) = (Date::parse(first)?, Date::parse(last)?);
            return (first <= last).then_some(Self::Days(first, last));
        }
        let digits = |text: &str, count: usize| {
            let plain = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse::<u32>().ok()).flatten()
        };
        let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
        let year = i32::try_from(digits(year, 4)?).ok().filter(|year| YEARS.contains(year))?;
        match rest {
            None => Some(Self::Year(year)),
            Some(rest) => match rest.strip_prefix('q') {
                Some(quarter) => {
                    digits(quarter, 1).filter(|q| (1..=4).contains(q)).map(|q| Self::Quarter(year, q))
                }
                None => digits(rest, 2).filter(|m| (1..=12).contains(m)).map(|m| Self::Month(year, m)),
            },
        }
    }
}

impl fmt::Display for Period {
    /// `2026-11`, `2026-q4`, `2026`, `2026-01-05--2026-02-04` or `all`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-q{quarter}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Days(first, last) => write!(f, "{first}--{last}"),
            Self::All => f.write_str("all"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn a_period_has_its_days_and_its_neighbours() {
        for (text, first, last, before, after) in [
            ("2026-11", "2026-11-01", "2026-11-30", "2026-10", "2026-12"),
            ("2026-01", "2026-01-01", "2026-01-31", "2025-12", "2026-02"),
            ("2024-02", "2024-02-01", "2024-02-29", "2024-01", "2024-03"),
            ("2026-q1", "2026-01-01", "2026-03-31", "2025-q4", "2026-q2"),
            ("2026-q4", "2026-10-01", "2026-12-31", "2026-q3", "2027-q1"),
            ("2026", "2026-01-01", "2026-12-31", "2025", "2027"),
        ] {
            let period = Period::parse(text).expect("a period");
            assert_eq!(period.to_string(), text);
            assert_eq!(period.span(), Span { first: Some(day(first)), last: Some(day(last)) }, "{text}");
            let step = |by| period.step(by).map(|period| period.to_string());
            assert_eq!((step(-1).as_deref(), step(1).as_deref()), (Some(before), Some(after)));
            assert_eq!(Period::around(period.unit(), day(first)), period);
            assert_eq!(Period::around(period.unit(), day(last)), period);
        }
    }

    #[test]
    fn days_and_all_stand_alone() {
        let days = Period::parse("2026-01-05--2026-02-04").expect("days");
        assert_eq!(days.to_string(), "2026-01-05--2026-02-04");
        assert!(days.span().holds(day("2026-01-05")) && days.span().holds(day("2026-02-04")));
        assert!(!days.span().holds(day("2026-01-04")) && !days.span().holds(day("2026-02-05")));
        assert_eq!((days.step(1), Period::All.step(-1)), (None, None));
        assert!(Period::All.span().holds(Date::EPOCH));
        assert_eq!(Period::around(Unit::Days, day("2026-11-22")).to_string(), "2026-11-01--2026-11-22");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "2026-13",
            "2026-00",
            "2026-1",
            "2026-q5",
            "2026-q0",
            "26",
            "1969",
            "2200",
            "2026-02-04--2026-01-05",
            "2026-02-04--",
            "x",
            "+026",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        assert_eq!(Period::Year(2199).step(1), None);
        assert_eq!(Period::Month(1970, 1).step(-1), None);
    }
}
