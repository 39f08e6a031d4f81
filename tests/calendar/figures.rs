//! How long answers take, printed with `--nocapture`; only ratios are asserted.

use crate::support::{at, weekly};
use casebook::catalog::schedules::{Region, builtin};
use casebook::domain::calendar::{Calendar, Pause};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The shortest of a few runs.
fn time(mut run: impl FnMut()) -> Duration {
    let once = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..5).map(once).min().unwrap_or_default()
}

/// A hundred due times so many minutes ahead.
fn hundred(calendar: &Calendar, minutes: u32) -> Duration {
    let from = at(calendar, "2026-02-13T16:30");
    time(|| {
        for step in 0..100_u32 {
            black_box(calendar.due(from.plus_minutes(step.into()), minutes, &[]));
        }
    })
}

#[test]
fn what_lies_years_ahead_costs_by_the_day_not_by_the_minute() {
    let china = builtin(Region::China);
    for (what, minutes) in [("five working days", 5), ("three years", 3 * 248), ("ten years", 10 * 248)] {
        println!("a due time {what} ahead: {:?}", hundred(&china, minutes * 480) / 100);
    }
    // As many days, with 24 times as many minutes.
    let (short, long) = (weekly(&["12:00-13:00"; 7], &[], "UTC"), weekly(&["00:00-24:00"; 7], &[], "UTC"));
    let (few, many) = (hundred(&short, 3 * 365 * 60), hundred(&long, 3 * 365 * 1440));
    assert!(many < few * 6, "{few:?} for an hour a day, {many:?} for whole days");
}

#[test]
fn forty_thousand_due_times() {
    let china = builtin(Region::China);
    let from = at(&china, "2026-02-13T16:30");
    let pauses = [Pause { from: from.plus_minutes(60), to: Some(from.plus_minutes(600)) }];
    let all = || {
        for step in 0..40_000_u32 {
            let limit = 60 + step % 40 * 60;
            black_box(china.due(from.plus_minutes((step * 7).into()), limit, &pauses));
        }
    };
    println!("40,000 due times of up to five working days, with a pause: {:?}", time(all));
}
