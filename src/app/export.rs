//! What an export is called and says about itself, and when the next one is due.

use crate::domain::date::Date;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;
/// How old an export may become before it is spoken of.
const MAX_AGE_MS: u64 = 7 * DAY_MS;
/// How much may stand in the browser alone before a first copy is spoken of.
const FIRST: Amount = Amount { changes: 20, cases: 5 };
/// How much more may, when a copy is a day old: about a busy day's work.
const MORE: Amount = Amount { changes: 100, cases: 10 };

/// What was written down since the last copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Amount {
    /// How many changes were saved.
    pub changes: u32,
    /// How many cases were taken.
    pub cases: u32,
}

impl Amount {
    fn is_above(self, most: Self) -> bool {
        self.changes > most.changes || self.cases > most.cases
    }
}

/// The name of a file that a device gives out on a day: `casebook-2026-11-21-K7Q.json`.
#[must_use]
pub fn file_name(what: &str, day: Option<Date>, code: &str) -> String {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    format!("{what}-{day}-{code}.json")
}

/// A moment in milliseconds since 1970 as a file says it: `2026-11-21T20:00:00Z`.
#[must_use]
pub fn moment(millis: u64) -> String {
    let day = Date::of_moment(millis, 0).map_or_else(|| "1970-01-01".to_owned(), |day| day.to_string());
    let second = millis / 1000 % 86_400;
    format!("{day}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
}

/// Whether to remind of a copy: there is none of much, the last one is old, or much came since.
#[must_use]
pub fn is_due(now: u64, last: Option<u64>, since: Amount) -> bool {
    let Some(last) = last else { return since.is_above(FIRST) };
    let age = now.saturating_sub(last);
    age > MAX_AGE_MS && since.changes > 0 || age > DAY_MS && since.is_above(MORE)
}

/// How many whole days ago a moment was.
#[must_use]
pub fn days_since(now: u64, moment: u64) -> u64 {
    now.saturating_sub(moment) / DAY_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21T12:32:07Z.
    const NOW: u64 = 1_795_264_327_000;

    #[test]
    fn a_file_is_named_after_its_day_and_device() {
        assert_eq!(file_name("casebook", Date::of_moment(NOW, 480), "K7Q"), "casebook-2026-11-21-K7Q.json");
    }

    #[test]
    fn a_moment_reads_as_in_the_format() {
        assert_eq!(moment(NOW), "2026-11-21T12:32:07Z");
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
        assert_eq!(moment(NOW - NOW % DAY_MS + DAY_MS - 1), "2026-11-21T23:59:59Z");
    }

    #[test]
    fn a_reminder_comes_neither_early_nor_for_nothing() {
        let days = |count| Some(NOW - count * DAY_MS);
        for (last, changes, cases, due) in [
            (None, 0, 0, false),
            (None, 20, 5, false),
            (None, 21, 0, true),
            (None, 0, 6, true),
            (days(0), 500, 50, false),
            (days(1), 500, 50, false),
            (days(2), 100, 10, false),
            (days(2), 101, 0, true),
            (days(2), 0, 11, true),
            (days(6), 100, 10, false),
            (days(8), 1, 0, true),
            (days(8), 0, 0, false),
            (Some(NOW + DAY_MS), 500, 50, false),
        ] {
            assert_eq!(is_due(NOW, last, Amount { changes, cases }), due, "{last:?} {changes} {cases}");
        }
    }
}
