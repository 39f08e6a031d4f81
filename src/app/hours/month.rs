use crate::domain::date::Date;

/// A month as the calendar shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.month
    }

    /// So many months later, or earlier, if in range.
    #[must_use]
    pub fn plus(self, months: i32) -> Option<Self> {
        let place = self.year * 12 + i32::try_from(self.month).ok()? - 1 + months;
        let month = u32::try_from(place.rem_euclid(12)).ok()? + 1;
        Date::new(place.div_euclid(12), month, 1).map(Self::of)
    }

    /// The same day of this month, or its last one where it is too short.
    #[must_use]
    pub fn day(self, day: u32) -> Option<Date> {
        (1..=day.min(31)).rev().find_map(|day| Date::new(self.year, self.month, day))
    }

    /// Its weeks from Monday on; nothing where a day is another month's.
    #[must_use]
    pub fn weeks(self) -> Vec<[Option<Date>; 7]> {
        let mut weeks: Vec<[Option<Date>; 7]> = Vec::new();
        for date in (1..=31).filter_map(|day| Date::new(self.year, self.month, day)) {
            if weeks.is_empty() || date.weekday() == 0 {
                weeks.push([None; 7]);
            }
            if let Some(week) = weeks.last_mut() {
                week[date.weekday()] = Some(date);
            }
        }
        weeks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::of(Date::parse(text).expect("a date"))
    }

    #[test]
    fn weeks_begin_on_monday_and_hold_each_day_once() {
        for (first, weeks, days, weekday) in [
            // A February of exactly four weeks, one that begins on a Sunday, leap years, six weeks.
            ("2021-02-01", 4, 28, 0),
            ("2026-02-01", 5, 28, 6),
            ("2024-02-01", 5, 29, 3),
            ("2026-03-01", 6, 31, 6),
            ("2026-11-01", 6, 30, 6),
        ] {
            let grid = month(first).weeks();
            let shown: Vec<Date> = grid.iter().flatten().flatten().copied().collect();
            assert_eq!((grid.len(), shown.len()), (weeks, days), "{first}");
            assert!(shown.is_sorted_by(|one, other| one < other));
            for week in &grid {
                for (place, day) in week.iter().enumerate() {
                    assert!(day.is_none_or(|day| day.weekday() == place), "{first}");
                }
            }
            assert_eq!(grid[0].iter().position(Option::is_some), Some(weekday), "{first}");
        }
    }

    #[test]
    fn months_go_over_years_and_stay_in_range() {
        for (from, by, to) in [
            ("2026-11-01", 1, Some("2026-12-01")),
            ("2026-12-01", 1, Some("2027-01-01")),
            ("2026-01-01", -1, Some("2025-12-01")),
            ("2026-05-01", -17, Some("2024-12-01")),
            ("2199-12-01", 1, None),
            ("1900-01-01", -1, None),
        ] {
            let found = month(from).plus(by).and_then(|month| month.day(1));
            assert_eq!(found.map(|date| date.to_string()).as_deref(), to, "{from} {by}");
        }
    }

    #[test]
    fn a_short_month_ends_early() {
        for (of, day, found) in [
            ("2026-02-01", 31, "2026-02-28"),
            ("2024-02-01", 30, "2024-02-29"),
            ("2026-03-01", 31, "2026-03-31"),
        ] {
            assert_eq!(month(of).day(day).map(|date| date.to_string()).as_deref(), Some(found));
        }
        assert_eq!(month("2026-02-01").day(0), None);
    }
}
