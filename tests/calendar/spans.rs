//! How a due time is explained.

use crate::support::{at, changed, holiday, like, own, pauses, usual, weekly};
use casebook::catalog::schedules::{Region, builtin};
use casebook::domain::calendar::{Calendar, SpanKind, Why};

/// A line for each span, as a screen might say it.
fn told(calendar: &Calendar, from: &str, to: &str, without: &[&str]) -> Vec<String> {
    let time = |moment| calendar.zone.local(moment).expect("a time");
    let spans = calendar.explain(at(calendar, from), at(calendar, to), &pauses(calendar, without));
    let line = |span: &casebook::domain::calendar::Span| {
        let why = match &span.day {
            Why::Usual => String::new(),
            Why::MakeUp { like: Some(like), name } => format!(" {name} like {like}"),
            Why::MakeUp { like: None, name } => format!(" {name} make-up"),
            Why::Changed { name } => format!(" {name} changed"),
            Why::Holiday { name, overrun } => {
                format!(" {name}{}", if *overrun { ", but for the night" } else { "" })
            }
        };
        let kind = match span.kind {
            SpanKind::Worked => format!("{} min", span.minutes),
            SpanKind::Paused => "paused".to_owned(),
            SpanKind::Closed => "closed".to_owned(),
        };
        format!("{}: {} - {}, {kind}{why}", span.date, time(span.from), time(span.to))
    };
    spans.iter().map(line).collect()
}

#[test]
fn a_make_up_day_is_named() {
    let china = builtin(Region::China);
    assert_eq!(
        told(&china, "2026-02-13T16:30", "2026-02-14T11:30", &[]),
        [
            "2026-02-13: 2026-02-13T16:30 - 2026-02-13T18:00, 90 min",
            "2026-02-14: 2026-02-14T09:00 - 2026-02-14T11:30, 150 min 春节调休上班 like 4",
        ]
    );
}

#[test]
fn a_holiday_between_is_one_span() {
    let china = builtin(Region::China);
    assert_eq!(
        told(&china, "2026-02-14T17:00", "2026-02-24T10:00", &[]),
        [
            "2026-02-14: 2026-02-14T17:00 - 2026-02-14T18:00, 60 min 春节调休上班 like 4",
            "2026-02-15: 2026-02-15T00:00 - 2026-02-24T00:00, closed 春节",
            "2026-02-24: 2026-02-24T09:00 - 2026-02-24T10:00, 60 min",
        ]
    );
    // From within the holiday on, its first days are no part of the story.
    assert_eq!(
        told(&china, "2026-02-18T11:00", "2026-02-24T10:00", &[])[0],
        "2026-02-18: 2026-02-18T00:00 - 2026-02-24T00:00, closed 春节"
    );
    let two = usual(&[
        ("2026-03-02", holiday("one")),
        ("2026-03-03", holiday("one")),
        ("2026-03-04", holiday("other")),
        ("2026-03-06", holiday("other")),
    ]);
    assert_eq!(
        told(&two, "2026-03-01T10:00", "2026-03-09T00:00", &[]),
        [
            "2026-03-02: 2026-03-02T00:00 - 2026-03-04T00:00, closed one",
            "2026-03-04: 2026-03-04T00:00 - 2026-03-05T00:00, closed other",
            "2026-03-05: 2026-03-05T09:00 - 2026-03-05T12:00, 180 min",
            "2026-03-05: 2026-03-05T13:00 - 2026-03-05T18:00, 300 min",
            "2026-03-06: 2026-03-06T00:00 - 2026-03-07T00:00, closed other",
        ]
    );
}

#[test]
fn a_night_that_runs_into_a_holiday_is_told_on_both_days() {
    let nights = weekly(
        &["", "", "", "", "22:00-06:00"],
        &[("2026-03-07", holiday("x")), ("2026-03-08", holiday("x"))],
        "Asia/Shanghai",
    );
    assert_eq!(
        told(&nights, "2026-03-06T12:00", "2026-03-09T12:00", &[]),
        [
            "2026-03-06: 2026-03-06T22:00 - 2026-03-07T06:00, 480 min",
            "2026-03-07: 2026-03-07T00:00 - 2026-03-09T00:00, closed x, but for the night",
        ]
    );
}

#[test]
fn changed_days_say_so_also_when_nothing_is_left_of_them() {
    let calendar = usual(&[
        ("2026-03-03", changed("09:00-12:00", "closed this afternoon")),
        ("2026-03-04", changed("", "stocktaking")),
        ("2026-03-07", own("10:00-11:00", "fair")),
        ("2026-03-08", like(6, "like Sunday")),
    ]);
    assert_eq!(
        told(&calendar, "2026-03-03T11:00", "2026-03-05T10:00", &[]),
        [
            "2026-03-03: 2026-03-03T11:00 - 2026-03-03T12:00, 60 min closed this afternoon changed",
            "2026-03-04: 2026-03-04T00:00 - 2026-03-05T00:00, closed stocktaking changed",
            "2026-03-05: 2026-03-05T09:00 - 2026-03-05T10:00, 60 min",
        ]
    );
    // Asked in the afternoon that is free, the day is told as well.
    assert_eq!(
        told(&calendar, "2026-03-03T15:00", "2026-03-03T16:00", &[]),
        ["2026-03-03: 2026-03-03T00:00 - 2026-03-04T00:00, closed closed this afternoon changed"]
    );
    assert_eq!(
        told(&calendar, "2026-03-07T00:00", "2026-03-09T00:00", &[]),
        [
            "2026-03-07: 2026-03-07T10:00 - 2026-03-07T11:00, 60 min fair make-up",
            "2026-03-08: 2026-03-08T00:00 - 2026-03-09T00:00, closed like Sunday like 6",
        ]
    );
}

#[test]
fn pauses_cut_the_spans() {
    let calendar = usual(&[]);
    assert_eq!(
        told(&calendar, "2026-03-02T10:00", "2026-03-02T16:00", &["2026-03-02T11:00/2026-03-02T14:00"]),
        [
            "2026-03-02: 2026-03-02T10:00 - 2026-03-02T11:00, 60 min",
            "2026-03-02: 2026-03-02T11:00 - 2026-03-02T12:00, paused",
            "2026-03-02: 2026-03-02T13:00 - 2026-03-02T14:00, paused",
            "2026-03-02: 2026-03-02T14:00 - 2026-03-02T16:00, 120 min",
        ]
    );
    let lasting = told(&calendar, "2026-03-02T17:00", "2026-03-03T10:00", &["2026-03-02T17:30/"]);
    assert_eq!(lasting.iter().filter(|line| line.contains("paused")).count(), 2);
}

#[test]
fn nothing_is_told_of_no_time() {
    let calendar = usual(&[("2026-03-02", holiday("x"))]);
    assert_eq!(told(&calendar, "2026-03-02T10:00", "2026-03-02T10:00", &[]), Vec::<String>::new());
    assert_eq!(told(&calendar, "2026-03-04T10:00", "2026-03-02T10:00", &[]), Vec::<String>::new());
    // What ends at midnight does not touch the next day.
    assert_eq!(told(&calendar, "2026-03-01T10:00", "2026-03-02T00:00", &[]), Vec::<String>::new());
}
