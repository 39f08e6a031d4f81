//! What is due is computed for ten thousand cases at once: by comparison, for machines differ.

use crate::calendars::shop;
use crate::support::at;
use casebook::app::sample::generate;
use casebook::domain::calendar::{DayRule, Moment, SpecialDay, Zone};
use casebook::domain::lang::Lang;
use casebook::domain::promise::{Calendars, Share};
use casebook::domain::shop::{SHOP_ID, ShopField, ShopKind};
use casebook::search::dues::case_due;
use casebook::search::summary::{CaseSummary, Summary};
use std::time::{Duration, Instant};

/// Wednesday 18 November 2026, 15:10 where the sample shop is.
const NOW: u64 = 1_794_985_800_000;
/// How often each is measured: the best of them counts.
const TRIES: usize = 7;

fn best(mut what: impl FnMut()) -> Duration {
    let times = (0..TRIES).map(|_| {
        let begun = Instant::now();
        what();
        begun.elapsed()
    });
    times.min().unwrap_or_default()
}

fn all_due(cases: &[CaseSummary], calendars: &Calendars) -> usize {
    let share = Share { warn_percent: 75, now: Moment::of_millis(NOW) };
    cases.iter().filter_map(|case| case_due(case, calendars, share)).count()
}

#[test]
fn computing_all_due_times_is_a_small_part_of_making_summaries() {
    let records = generate(3, 300, Lang::En, NOW, |_| 480, Zone::default());
    let summary = |(key, record)| match Summary::of(key, record) {
        Some(Summary::Case(case)) => Some(case),
        _ => None,
    };
    let mut cases = Vec::new();
    let making = best(|| cases = records.0.iter().filter_map(summary).collect());
    let calendars = Calendars::of(&records.journal::<ShopKind>(SHOP_ID), Zone::UTC);
    let computing = best(|| assert!(all_due(&cases, &calendars) > 30));
    println!("all due times: {computing:?}; making the summaries: {making:?}");
    assert!(computing * 3 < making, "{computing:?} against {making:?}");
}

/// A shop that changed its calendar day by day for months computes about as quickly as another.
#[test]
fn many_calendars_cost_little() {
    let records = generate(3, 300, Lang::En, NOW, |_| 480, Zone::default());
    let cases: Vec<CaseSummary> = records
        .0
        .iter()
        .filter_map(|(key, record)| match Summary::of(key, record) {
            Some(Summary::Case(case)) => Some(case),
            _ => None,
        })
        .collect();
    let first = at("2026-01-06T09:00");
    let edits: Vec<(String, ShopField)> = (0..300)
        .map(|n| {
            let when = Zone::default().local(first.plus_minutes(n * 1000)).expect("a time");
            let rule = DayRule::Changed(Vec::new());
            let day = when.date().plus_days(-1000).expect("a day");
            (when.to_string(), ShopField::Day(day, Some(SpecialDay { rule, name: String::new() })))
        })
        .collect();
    let edits: Vec<_> = edits.iter().map(|(when, field)| (when.as_str(), field.clone())).collect();
    let (one, many) = (shop(&[]), shop(&edits));
    assert_eq!(all_due(&cases, &one), all_due(&cases, &many));
    let (by_one, by_many) = [&one, &many].map(|by| best(|| assert!(all_due(&cases, by) > 30))).into();
    println!("by one calendar: {by_one:?}; by 301: {by_many:?}");
    assert!(by_many < by_one * 6, "{by_many:?} against {by_one:?}");
}
