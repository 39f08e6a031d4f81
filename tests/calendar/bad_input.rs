//! Calendars and questions that are odd have a defined outcome.

use crate::support::{at, changed, date, holiday, like, own, pauses, periods, usual, weekly};
use casebook::catalog::schedules::{Region, builtin};
use casebook::domain::calendar::{Calendar, CalendarDay, CalendarProblem, Moment, Pause};
use casebook::domain::hours::{Period, TimeOfDay};

fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

#[test]
fn a_calendar_without_an_open_hour_is_never_due() {
    let closed = weekly(&[], &[("2026-03-02", holiday("x"))], "Asia/Shanghai");
    assert_eq!(closed.check(), [CalendarProblem::NeverOpen]);
    let from = at(&closed, "2026-03-02T10:00");
    assert_eq!(closed.due(from, 1, &[]), None);
    assert_eq!(closed.due(from, 0, &[]), Some(from));
    assert_eq!(closed.next_opening(from), None);
    assert_eq!(closed.working_day_close(from, 1), None);
    assert_eq!(closed.worked(from, at(&closed, "2036-03-02T10:00"), &[]), 0);
    assert!(!closed.is_open_at(from));
    assert_eq!(closed.explain(from, from.plus_minutes(1), &[]).len(), 1, "the holiday");
    // A single day of work, and nothing after it.
    let once = weekly(&[], &[("2026-03-04", own("09:00-10:00", "fair"))], "Asia/Shanghai");
    assert_eq!(once.check(), [CalendarProblem::OnlySpecialDays]);
    assert_eq!(once.due(from, 60, &[]), Some(at(&once, "2026-03-04T10:00")));
    assert_eq!(once.due(from, 61, &[]), None);
    // One that lies too far ahead is not looked for.
    let far = weekly(&[], &[("2037-03-04", own("09:00-10:00", "fair"))], "Asia/Shanghai");
    assert_eq!(far.due(from, 1, &[]), None);
    assert_eq!(far.next_opening(from), None);
    assert_eq!(far.working_day_close(from, 1), None);
}

#[test]
fn limits_of_no_time_and_of_ten_years() {
    let china = builtin(Region::China);
    let from = at(&china, "2026-03-07T10:00");
    assert_eq!(china.due(from, 0, &[]), Some(from));
    assert_eq!(china.working_day_close(from, 0), Some(from));
    // 260 or 261 weekdays a year.
    let years = china.due(from, 10 * 255 * 480, &[]).expect("a due time");
    let days = years.minutes_since(from) / (24 * 60);
    assert!((3500..3653).contains(&days), "{days} days");
    assert_eq!(china.worked(from, years, &[]), 10 * 255 * 480);
    assert_eq!(china.due(from, 12 * 262 * 480, &[]), None);
    assert_eq!(china.due(from, u32::MAX, &[]), None);
    assert_eq!(china.working_day_close(from, u32::MAX), None);
}

#[test]
fn the_ends_of_time_are_no_trouble() {
    for zone in ["Asia/Shanghai", "America/Los_Angeles", "UTC+14:00", "UTC-14:00", "Europe/Berlin"] {
        let calendar =
            weekly(&["00:00-24:00"; 7], &[("1900-01-01", holiday("")), ("2199-12-31", holiday(""))], zone);
        let (first, last) = (Moment::of_number(0), Moment::of_number(u32::MAX));
        assert_eq!(calendar.due(first, 5, &[]), Some(Moment::of_number(5)), "{zone}");
        assert_eq!(calendar.due(last, 5, &[]), None);
        let worked = calendar.worked(first, last, &[]);
        assert!(worked > 229 * 365 * 1440 && worked < 231 * 366 * 1440, "{zone}: {worked}");
        assert!(!calendar.explain(last.plus_minutes(-9), last, &[]).iter().any(|span| span.minutes > 0));
        assert_eq!(calendar.next_opening(last), None);
        assert_eq!(calendar.working_day_close(last, 1), None);
        assert_eq!(calendar.working_day_close(at(&calendar, "2199-12-31T10:00"), 1), None);
    }
}

#[test]
fn pauses_that_cannot_be_are_none() {
    let calendar = usual(&[]);
    let (from, to) = (at(&calendar, "2026-03-02T09:00"), at(&calendar, "2026-03-02T12:00"));
    let backward = Pause { from: to, to: Some(from) };
    let empty = Pause { from, to: Some(from) };
    for odd in [vec![backward], vec![empty], vec![empty, backward, empty]] {
        assert_eq!(calendar.worked(from, to, &odd), 180, "{odd:?}");
        assert_eq!(calendar.due(from, 180, &odd), Some(to), "{odd:?}");
    }
    // From the first moment on, and without an end.
    let always = Pause { from: Moment::of_number(0), to: None };
    assert_eq!(calendar.worked(from, to, &[always, backward]), 0);
    assert_eq!(calendar.due(from, 180, &[always, backward]), Some(to));
    let till_noon = Pause { from: Moment::of_number(0), to: Some(to) };
    assert_eq!(calendar.due(from, 60, &[till_noon, always]), Some(at(&calendar, "2026-03-02T14:00")));
    // Thousands of them are as good as one.
    let many: Vec<Pause> = (0..40_000)
        .rev()
        .map(|minute| Pause { from: from.plus_minutes(minute), to: Some(from.plus_minutes(minute + 1)) })
        .collect();
    let one = pauses(&calendar, &["2026-03-02T09:00/2026-03-30T03:40"]);
    assert_eq!(calendar.due(from, 180, &many), calendar.due(from, 180, &one));
}

#[test]
fn overlaps_are_found_and_counted_once() {
    use CalendarDay::{Date, Weekday};
    let within = weekly(&["09:00-12:00, 11:00-13:00"], &[], "Asia/Shanghai");
    let (one, other) = (period("09:00-12:00"), period("11:00-13:00"));
    assert_eq!(within.check(), [CalendarProblem::Overlap(Weekday(0), one, other)]);
    assert_eq!(within.worked(at(&within, "2026-03-02T00:00"), at(&within, "2026-03-03T00:00"), &[]), 240);

    let (night, morning) = (period("22:00-06:00"), period("05:00-12:00"));
    let weekdays = weekly(&["22:00-06:00", "05:00-12:00"], &[], "Asia/Shanghai");
    let runs_into = |day, next| CalendarProblem::RunsInto { day, period: night, next, into: morning };
    assert_eq!(weekdays.check(), [runs_into(Weekday(0), Weekday(1))]);
    let sunday = weekly(&["05:00-12:00", "", "", "", "", "", "22:00-06:00"], &[], "Asia/Shanghai");
    assert_eq!(sunday.check(), [runs_into(Weekday(6), Weekday(0))]);

    // A special day after a usual one, before one, and after another special one.
    for (hours, days, first, next) in [
        (vec!["22:00-06:00"], vec![("2026-03-03", own("05:00-12:00", ""))], "2026-03-02", "2026-03-03"),
        (
            vec!["", "05:00-12:00"],
            vec![("2026-03-02", changed("22:00-06:00", ""))],
            "2026-03-02",
            "2026-03-03",
        ),
        (
            vec!["08:00-09:00"],
            vec![("2026-03-04", own("22:00-06:00", "")), ("2026-03-05", changed("05:00-12:00", ""))],
            "2026-03-04",
            "2026-03-05",
        ),
    ] {
        let calendar = weekly(&hours, &days, "Asia/Shanghai");
        assert_eq!(calendar.check(), [runs_into(Date(date(first)), Date(date(next)))], "{first}");
    }
    // A holiday takes away what would have overlapped.
    let free = weekly(&["22:00-06:00", "05:00-05:30"], &[("2026-03-03", holiday(""))], "Asia/Shanghai");
    assert_eq!(free.check().len(), 1, "the usual week alone");
}

#[test]
fn make_up_days_without_hours_are_found() {
    let calendar = usual(&[
        ("2026-03-07", like(6, "")),
        ("2026-03-08", own("", "")),
        ("2026-03-14", like(7, "")),
        ("2026-03-15", like(0, "")),
    ]);
    assert_eq!(
        calendar.check(),
        [
            CalendarProblem::MakeUpClosed { date: date("2026-03-07"), like: 6 },
            CalendarProblem::MakeUpWithoutHours(date("2026-03-08")),
            CalendarProblem::NoSuchWeekday { date: date("2026-03-14"), like: 7 },
        ]
    );
    let working = |day: &str| calendar.is_working_day(date(day));
    assert_eq!(
        ["2026-03-07", "2026-03-08", "2026-03-14", "2026-03-15"].map(working),
        [false, false, false, true]
    );
}

#[test]
fn a_period_that_is_none_has_no_minute() {
    let time = |text| TimeOfDay::parse(text).expect("a time");
    let empty = Period { from: time("09:00"), to: time("09:00") };
    let late = Period { from: time("24:00"), to: time("02:00") };
    for unfit in [empty, late] {
        let mut calendar: Calendar = weekly(&["", "10:00-11:00"], &[], "Asia/Shanghai");
        calendar.hours.0[0] = vec![unfit];
        assert_eq!(calendar.check(), [CalendarProblem::Unfit(CalendarDay::Weekday(0), unfit)]);
        assert!(!calendar.is_working_day(date("2026-03-02")));
        let (from, to) = (at(&calendar, "2026-03-02T00:00"), at(&calendar, "2026-03-04T00:00"));
        assert_eq!(calendar.worked(from, to, &[]), 60);
        assert_eq!(calendar.close_of(date("2026-03-02")), None);
    }
    assert_eq!(periods("22:00-02:00")[0].minutes(), (1320, 1560));
}

#[test]
fn every_problem_is_a_sentence() {
    let calendar = weekly(
        &["22:00-06:00, 23:00-23:30", "05:00-12:00"],
        &[("2026-03-07", like(5, "")), ("2026-03-08", own("", "")), ("2026-03-14", like(9, ""))],
        "Asia/Shanghai",
    );
    let told: Vec<String> = calendar.check().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "Monday: 22:00-06:00 and 23:00-23:30 overlap; what they share counts once.",
            "Monday 22:00-06:00 runs into Tuesday 05:00-12:00; what they share counts once.",
            "2026-03-07 is to be worked like a Saturday, on which the shop is closed.",
            "2026-03-08 is a make-up day without hours.",
            "2026-03-14 is to be worked like weekday 9; there are 0 (Monday) to 6.",
        ]
    );
}
