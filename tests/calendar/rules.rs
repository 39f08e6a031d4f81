//! What a shopkeeper would work out by hand.

use crate::support::{at, changed, date, holiday, like, own, pauses, shown, usual, weekly};
use casebook::catalog::schedules::{Region, builtin};
use casebook::domain::calendar::Calendar;

fn due(calendar: &Calendar, from: &str, minutes: u32, without: &[&str]) -> Option<String> {
    shown(calendar, calendar.due(at(calendar, from), minutes, &pauses(calendar, without)))
}

fn worked(calendar: &Calendar, from: &str, to: &str, without: &[&str]) -> u32 {
    calendar.worked(at(calendar, from), at(calendar, to), &pauses(calendar, without))
}

#[test]
fn a_due_time_counts_open_minutes_only() {
    let china = builtin(Region::China);
    for (from, minutes, found) in [
        // Into the make-up Saturday before the Spring Festival.
        ("2026-02-13T16:30", 240, "2026-02-14T11:30"),
        // Through nine days of holiday.
        ("2026-02-14T17:00", 61, "2026-02-24T09:01"),
        ("2026-02-18T11:00", 60, "2026-02-24T10:00"),
        // At the close, not at the next opening.
        ("2026-03-06T17:00", 60, "2026-03-06T18:00"),
        ("2026-03-06T09:00", 180, "2026-03-06T12:00"),
        ("2026-03-06T17:55", 60, "2026-03-09T09:55"),
        // Asked at lunch, at night, on a Sunday.
        ("2026-03-06T12:30", 10, "2026-03-06T13:10"),
        ("2026-03-06T23:59", 10, "2026-03-09T09:10"),
        ("2026-03-08T10:00", 480, "2026-03-09T18:00"),
        ("2026-03-08T10:00", 0, "2026-03-08T10:00"),
        ("2026-09-30T17:30", 60, "2026-10-08T09:30"),
        // The Saturday after National Day makes up for a Wednesday.
        ("2026-10-09T17:30", 60, "2026-10-10T09:30"),
        // Five days, over New Year.
        ("2025-12-30T09:00", 5 * 480, "2026-01-06T18:00"),
    ] {
        assert_eq!(due(&china, from, minutes, &[]).as_deref(), Some(found), "{from} {minutes}");
    }
}

#[test]
fn working_time_between_two_moments() {
    let china = builtin(Region::China);
    for (from, to, minutes) in [
        ("2026-02-13T16:30", "2026-02-14T11:30", 240),
        ("2026-02-14T18:00", "2026-02-24T09:00", 0),
        ("2026-03-06T11:59", "2026-03-06T13:01", 2),
        ("2026-03-02T00:00", "2026-03-09T00:00", 5 * 480),
        ("2026-03-06T12:00", "2026-03-06T09:00", 0),
        // 248 working days in 2026: 365 less 104 of weekends, 33 free days and 6 make-up days among them.
        ("2026-01-01T00:00", "2027-01-01T00:00", 248 * 480),
    ] {
        assert_eq!(worked(&china, from, to, &[]), minutes, "{from} {to}");
    }
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_begins() {
    let nights = |days: &[_]| weekly(&["", "", "", "", "22:00-06:00"], days, "Asia/Shanghai");
    // Friday the 6th; the Saturday is a holiday, or has hours of its own.
    for days in [vec![], vec![("2026-03-07", holiday("x"))], vec![("2026-03-07", changed("05:00-07:00", ""))]]
    {
        let calendar = nights(&days);
        assert_eq!(due(&calendar, "2026-03-06T23:00", 180, &[]).as_deref(), Some("2026-03-07T02:00"));
        assert_eq!(due(&calendar, "2026-03-07T01:00", 300, &[]).as_deref(), Some("2026-03-07T06:00"));
    }
    // When the Friday itself is a holiday, its night is free.
    let free = nights(&[("2026-03-06", holiday("x"))]);
    assert_eq!(due(&free, "2026-03-06T23:00", 60, &[]).as_deref(), Some("2026-03-13T23:00"));
    assert_eq!(nights(&[]).close_of(date("2026-03-06")), Some(at(&free, "2026-03-07T06:00")));
}

#[test]
fn what_two_days_cover_both_counts_once() {
    let calendar = weekly(&["22:00-06:00", "05:00-12:00"], &[], "Asia/Shanghai");
    assert_eq!(worked(&calendar, "2026-03-03T00:00", "2026-03-04T00:00", &[]), 12 * 60);
    assert_eq!(due(&calendar, "2026-03-03T04:30", 120, &[]).as_deref(), Some("2026-03-03T06:30"));
    let within = weekly(&["08:00-20:00, 09:00-10:00, 19:00-21:00"], &[], "Asia/Shanghai");
    assert_eq!(worked(&within, "2026-03-02T00:00", "2026-03-03T00:00", &[]), 13 * 60);
}

#[test]
fn special_days_have_their_own_hours() {
    let calendar = usual(&[
        ("2026-03-03", changed("09:00-12:00", "closed this afternoon")),
        ("2026-03-04", changed("", "moving house")),
        ("2026-03-07", like(0, "like Monday")),
        ("2026-03-08", own("10:00-14:00", "fair")),
        ("2026-03-14", like(6, "like a closed Sunday")),
    ]);
    for (from, minutes, found) in [
        ("2026-03-03T11:00", 120, "2026-03-05T10:00"),
        ("2026-03-06T17:00", 120, "2026-03-07T10:00"),
        ("2026-03-07T18:00", 240, "2026-03-08T14:00"),
        ("2026-03-13T18:00", 1, "2026-03-16T09:01"),
    ] {
        assert_eq!(due(&calendar, from, minutes, &[]).as_deref(), Some(found), "{from} {minutes}");
    }
    let working = ["2026-03-03", "2026-03-04", "2026-03-07", "2026-03-08", "2026-03-14", "2026-03-15"];
    let found = working.map(|day| calendar.is_working_day(date(day)));
    assert_eq!(found, [true, false, true, true, false, false]);
}

#[test]
fn a_night_is_as_long_as_it_is_for_those_who_work_it() {
    let berlin = weekly(&["", "", "", "", "", "22:00-06:00", ""], &[], "Europe/Berlin");
    for (from, to, hours) in [
        ("2026-03-21T12:00", "2026-03-22T12:00", 8),
        ("2026-03-28T12:00", "2026-03-29T12:00", 7),
        ("2026-10-24T12:00", "2026-10-25T12:00", 9),
    ] {
        assert_eq!(worked(&berlin, from, to, &[]), hours * 60, "{from}");
    }
    assert_eq!(due(&berlin, "2026-03-28T22:00", 300, &[]).as_deref(), Some("2026-03-29T04:00"));
    assert_eq!(due(&berlin, "2026-10-24T22:00", 360, &[]).as_deref(), Some("2026-10-25T03:00"));
    // A period within the hour that is left out has no minute; one within the hour that comes twice has one hour.
    let at_two = weekly(&["", "", "", "", "", "", "02:00-03:00"], &[], "Europe/Berlin");
    assert_eq!(worked(&at_two, "2026-03-29T00:00", "2026-03-30T00:00", &[]), 0);
    assert_eq!(worked(&at_two, "2026-10-25T00:00", "2026-10-26T00:00", &[]), 120);
    let half = weekly(&["", "", "", "", "", "", "02:00-02:30"], &[], "Europe/Berlin");
    assert_eq!(worked(&half, "2026-10-25T00:00", "2026-10-26T00:00", &[]), 30);
}

#[test]
fn a_pause_counts_in_working_time_only() {
    let calendar = usual(&[]);
    // Monday the 2nd; 240 minutes from 10:00 end at 15:00 without a pause.
    for (without, found) in [
        (vec![], "2026-03-02T15:00"),
        (vec!["2026-03-02T10:30/2026-03-02T11:00"], "2026-03-02T15:30"),
        // Over lunch, and at night: neither gives nor takes time.
        (vec!["2026-03-02T12:00/2026-03-02T13:00"], "2026-03-02T15:00"),
        (vec!["2026-03-01T01:00/2026-03-02T08:00"], "2026-03-02T15:00"),
        (vec!["2026-03-02T14:00/2026-03-03T09:30"], "2026-03-03T10:30"),
        // Out of order, overlapping, one within another.
        (
            vec![
                "2026-03-02T14:00/2026-03-02T14:30",
                "2026-03-02T10:30/2026-03-02T11:00",
                "2026-03-02T10:45/2026-03-02T11:30",
            ],
            "2026-03-02T16:30",
        ),
        // One that has not begun when it is due, one that was over before.
        (vec!["2026-03-02T15:00/2026-03-02T16:00", "2026-02-01T00:00/2026-03-02T10:00"], "2026-03-02T15:00"),
        // Nobody knows how long one that lasts will: it is passed over.
        (vec!["2026-03-02T10:30/", "2026-03-02T11:00/2026-03-02T11:30"], "2026-03-02T15:30"),
    ] {
        assert_eq!(due(&calendar, "2026-03-02T10:00", 240, &without).as_deref(), Some(found), "{without:?}");
    }
    for (without, minutes) in [
        (vec!["2026-03-02T11:00/"], 60),
        (vec!["2026-03-02T11:00/", "2026-03-02T11:30/2026-03-02T17:00"], 60),
        (vec!["2026-03-02T11:00/2026-03-02T14:00"], 300),
    ] {
        assert_eq!(
            worked(&calendar, "2026-03-02T10:00", "2026-03-02T18:00", &without),
            minutes,
            "{without:?}"
        );
    }
}

#[test]
fn working_days_are_counted_after_the_day() {
    let china = builtin(Region::China);
    for (from, days, close) in [
        ("2026-02-13T09:00", 1, "2026-02-14T18:00"),
        ("2026-02-13T23:59", 1, "2026-02-14T18:00"),
        ("2026-02-13T09:00", 2, "2026-02-24T18:00"),
        ("2026-02-17T09:00", 1, "2026-02-24T18:00"),
        ("2026-03-06T09:00", 5, "2026-03-13T18:00"),
        ("2026-03-06T09:00", 0, "2026-03-06T09:00"),
    ] {
        let found = china.working_day_close(at(&china, from), days);
        assert_eq!(shown(&china, found).as_deref(), Some(close), "{from} {days}");
    }
    let nights = weekly(&["22:00-06:00"], &[], "Asia/Shanghai");
    let close = nights.working_day_close(at(&nights, "2026-03-01T10:00"), 2);
    assert_eq!(shown(&nights, close).as_deref(), Some("2026-03-10T06:00"));
}

#[test]
fn the_next_opening_is_now_while_the_shop_is_open() {
    let china = builtin(Region::China);
    for (from, opening) in [
        ("2026-03-06T10:00", "2026-03-06T10:00"),
        ("2026-03-06T11:59", "2026-03-06T11:59"),
        ("2026-03-06T12:00", "2026-03-06T13:00"),
        ("2026-03-06T18:00", "2026-03-09T09:00"),
        ("2026-02-14T18:00", "2026-02-24T09:00"),
    ] {
        let moment = at(&china, from);
        let found = china.next_opening(moment);
        assert_eq!(shown(&china, found).as_deref(), Some(opening), "{from}");
        assert_eq!(china.is_open_at(moment), found == Some(moment), "{from}");
    }
}

#[test]
fn official_days_of_taiwan_and_hong_kong() {
    let (taiwan, hong_kong) = (builtin(Region::Taiwan), builtin(Region::HongKong));
    for (calendar, day, works) in [
        (&taiwan, "2024-02-08", false),
        (&taiwan, "2024-02-17", true),
        (&taiwan, "2025-02-08", true),
        (&taiwan, "2025-09-29", false),
        (&taiwan, "2026-02-20", false),
        (&taiwan, "2026-05-01", false),
        (&hong_kong, "2026-04-07", false),
        (&hong_kong, "2026-04-08", true),
        (&hong_kong, "2025-12-26", false),
    ] {
        assert_eq!(calendar.is_working_day(date(day)), works, "{day}");
    }
}
