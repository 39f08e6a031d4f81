//! What an export is called and says about itself, and when the next one is due.

use crate::domain::date::Date;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;
/// How old an export may become before it is spoken of.
const MAX_AGE_MS: u64 = 7 * DAY_MS;
/// How many changes may stand in the browser alone before an export is spoken of.
const MAX_CHANGES: u32 = 20;

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

/// Whether to remind of the export: too much was never exported, or the last one is old.
#[must_use]
pub fn is_due(now: u64, last: Option<u64>, changes: u32) -> bool {
    match last {
        None => changes > MAX_CHANGES,
        Some(last) => changes > 0 && now.saturating_sub(last) > MAX_AGE_MS,
    }
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
        for (last, changes, due) in [
            (None, 0, false),
            (None, 20, false),
            (None, 21, true),
            (Some(NOW - 6 * DAY_MS), 500, false),
            (Some(NOW - 8 * DAY_MS), 1, true),
            (Some(NOW - 8 * DAY_MS), 0, false),
            (Some(NOW + DAY_MS), 5, false),
        ] {
            assert_eq!(is_due(NOW, last, changes), due, "{last:?} {changes}");
        }
    }
}
