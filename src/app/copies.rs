//! Automatic copies in a folder: what they are called, when the next one is due, and which stay.

use super::export;
use super::folder_key::Keys;
use crate::domain::date::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What their names begin with.
const WHAT: &str = "casebook";
/// The newest copy of so many days, of so many weeks and of so many months stays.
const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;
/// How long nothing may have been written down before a copy is made: nobody is in the middle of it.
const QUIET_MS: u64 = 3 * 60 * 1000;
/// However busy the day is, a copy is made after so long.
const AT_LATEST_MS: u64 = 4 * 60 * 60 * 1000;
/// After a failure it is tried again so much later.
const AGAIN_MS: u64 = 10 * 60 * 1000;

/// The name of a copy: `casebook-2026-11-22-K7Q.json`. Where that name is taken by somebody else's
/// file, a number tells them apart; whoever wrote it, no file of others is written over.
#[must_use]
pub fn name(day: Option<Date>, code: &str, sealed: bool, taken: &BTreeSet<String>) -> String {
    let plain = export::file_name(WHAT, day, code);
    let stem = plain.strip_suffix(".json").unwrap_or(&plain);
    let end = if sealed { ".json.age" } else { ".json" };
    let names = (1_u32..).map(|number| match number {
        1 => format!("{stem}{end}"),
        _ => format!("{stem}-{number}{end}"),
    });
    names.take(1000).find(|name| !taken.contains(name)).unwrap_or_else(|| format!("{stem}{end}"))
}

/// The day that a copy of this device's bears in its name; `None` when it is none.
#[must_use]
pub fn day_of(name: &str, code: &str) -> Option<Date> {
    let rest = name.strip_prefix(WHAT)?.strip_prefix('-')?;
    let (day, rest) = rest.split_at_checked(10)?;
    let rest = rest.strip_prefix('-')?.strip_prefix(code)?;
    let rest = rest.strip_suffix(".age").unwrap_or(rest).strip_suffix(".json")?;
    let number = rest.strip_prefix('-').unwrap_or(rest);
    (rest.is_empty() || number.len() < rest.len() && number.parse::<u32>().is_ok()).then_some(())?;
    Date::parse(day)
}

/// The copies that go, of these, which this device wrote: the newest of the last days, weeks and months
/// that have one stay. What does not look like a copy is left alone.
#[must_use]
pub fn to_remove(written: &BTreeSet<String>, code: &str) -> Vec<String> {
    let mut copies: Vec<(Date, &String)> =
        written.iter().filter_map(|name| Some((day_of(name, code)?, name))).collect();
    copies.sort_by(|a, b| b.cmp(a));
    let mut stay = BTreeSet::new();
    let mut keep_first = |of: fn(Date) -> Date, most: usize| {
        let mut seen = BTreeSet::new();
        for (day, name) in &copies {
            if seen.len() < most && seen.insert(of(*day)) {
                stay.insert(*name);
            }
        }
    };
    keep_first(|day| day, DAYS);
    keep_first(Date::monday, WEEKS);
    keep_first(|day| Date::new(day.year(), day.month(), 1).unwrap_or(day), MONTHS);
    copies.into_iter().map(|(_, name)| name).filter(|name| !stay.contains(name)).cloned().collect()
}

/// What a device notes of the folder that somebody chose on it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Chosen {
    /// When it was chosen, in milliseconds since 1970: tells one choice from the next.
    pub at: u64,
    /// What the folder is called.
    pub name: String,
    /// Whether it is shared with other devices.
    pub shared: bool,
    /// The copies in it that this device wrote: only these are ever removed.
    pub written: BTreeSet<String>,
    /// The last copy, and when it was made.
    pub last: Option<(String, u64)>,
    /// Whether the photos did not fit into the last copy.
    pub without_photos: bool,
    /// When a copy was last tried in vain.
    pub failed: Option<u64>,
    /// The keys of the folder, where it is protected.
    #[serde(default)]
    pub keys: Keys,
}

impl Chosen {
    /// What was noted; nothing where no folder was chosen.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// What is to be noted.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What decides whether a copy is to be made now. Moments are in milliseconds since 1970.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Clockwork {
    /// When the last copy was made.
    pub last: Option<u64>,
    /// How many changes were saved since the last copy or export.
    pub changes: u32,
    /// When the first of them was, and the last, as far as this page knows.
    pub changed: Option<(u64, u64)>,
    /// When a copy was last tried in vain.
    pub failed: Option<u64>,
}

/// Whether to make a copy now: once a day, when something changed, some minutes after the last change.
#[must_use]
pub fn is_due(now: u64, today: impl Fn(u64) -> Option<Date>, state: Clockwork) -> bool {
    let Clockwork { last, changes, changed, failed } = state;
    if failed.is_some_and(|failed| failed <= now && now - failed < AGAIN_MS) {
        return false;
    }
    let Some(last) = last else { return quiet(now, changed) };
    changes > 0 && today(last) != today(now) && quiet(now, changed)
}

fn quiet(now: u64, changed: Option<(u64, u64)>) -> bool {
    changed.is_none_or(|(first, last)| {
        now.saturating_sub(last) >= QUIET_MS || now.saturating_sub(first) >= AT_LATEST_MS
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    #[test]
    fn a_copy_is_named_after_its_day_and_device() {
        let today = Some(day("2026-11-22"));
        let none = BTreeSet::new();
        assert_eq!(name(today, "K7Q", false, &none), "casebook-2026-11-22-K7Q.json");
        assert_eq!(name(today, "K7Q", true, &none), "casebook-2026-11-22-K7Q.json.age");
        let taken = BTreeSet::from(["casebook-2026-11-22-K7Q.json".to_owned()]);
        assert_eq!(name(today, "K7Q", false, &taken), "casebook-2026-11-22-K7Q-2.json");
        for sealed in [false, true] {
            for taken in [&none, &taken] {
                assert_eq!(day_of(&name(today, "K7Q", sealed, taken), "K7Q"), today);
            }
        }
    }

    #[test]
    fn files_of_others_are_no_copies_of_ours() {
        for other in [
            "casebook-2026-11-22-ABC.json",
            "casebook-2026-11-22-K7Q.txt",
            "casebook-2026-11-22-K7Q (1).json",
            "casebook-2026-11-22-K7Q-.json",
            "casebook-2026-11-22-K7Q-old.json",
            "casebook-2026-13-22-K7Q.json",
            "casebook-customer-2026-11-22-K7Q.json",
            "my casebook-2026-11-22-K7Q.json",
            "casebook-",
            "",
        ] {
            assert_eq!(day_of(other, "K7Q"), None, "{other}");
        }
        let written = BTreeSet::from(["taxes.xls".to_owned()]);
        assert_eq!(to_remove(&written, "K7Q"), Vec::<String>::new());
    }

    /// Two years with a copy every day: what stays each evening.
    #[test]
    fn days_weeks_and_months_stay() {
        let mut written = BTreeSet::new();
        let mut today = day("2025-01-01");
        for _ in 0..730 {
            written.insert(name(Some(today), "K7Q", false, &BTreeSet::new()));
            for gone in to_remove(&written, "K7Q") {
                written.remove(&gone);
            }
            today = today.plus_days(1).expect("a day");
        }
        let kept: Vec<String> = written.iter().map(|name| name[9..19].to_owned()).collect();
        let wanted = "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31 2026-08-31 \
             2026-09-30 2026-10-31 2026-11-30 2026-12-06 2026-12-13 2026-12-20 2026-12-25 2026-12-26 \
             2026-12-27 2026-12-28 2026-12-29 2026-12-30 2026-12-31";
        assert_eq!(kept.join(" "), wanted);
    }

    #[test]
    fn copies_made_seldom_all_stay_for_long() {
        let days = ["2025-03-01", "2025-09-01", "2026-01-10", "2026-06-05", "2026-11-22"];
        let written = days.iter().map(|at| name(Some(day(at)), "K7Q", false, &BTreeSet::new())).collect();
        assert_eq!(to_remove(&written, "K7Q"), Vec::<String>::new());
    }

    #[test]
    fn a_copy_is_made_once_a_day_and_in_no_ones_way() {
        const HOUR: u64 = 60 * 60 * 1000;
        const MINUTE: u64 = 60 * 1000;
        let now = 1_795_264_327_000;
        let today = |at| Date::of_moment(at, 480);
        let calm = Some((now - 2 * HOUR, now - 4 * MINUTE));
        let busy = Some((now - 2 * HOUR, now - MINUTE));
        let yesterday = Some(now - 24 * HOUR);
        for (last, changes, changed, failed, due) in [
            (None, 0, None, None, true),
            (None, 5, busy, None, false),
            (yesterday, 0, None, None, false),
            (yesterday, 5, calm, None, true),
            (yesterday, 5, busy, None, false),
            (yesterday, 5, Some((now - 5 * HOUR, now - MINUTE)), None, true),
            (yesterday, 5, None, None, true),
            (yesterday, 5, calm, Some(now - MINUTE), false),
            (yesterday, 5, calm, Some(now - HOUR), true),
            (Some(now - HOUR), 50, calm, None, false),
            (Some(now + 100 * HOUR), 5, calm, None, true),
        ] {
            let state = Clockwork { last, changes, changed, failed };
            assert_eq!(is_due(now, today, state), due, "{state:?}");
        }
    }
}
