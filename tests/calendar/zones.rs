//! The table of places against the world's, and the two directions against each other.

use casebook::domain::calendar::{Moment, Zone};
use casebook::domain::date::Date;
use casebook::domain::local_time::LocalTime;
use chrono::{Offset, TimeZone};
use chrono_tz::Tz;
use std::collections::BTreeSet;

const HOUR: u32 = 60;

fn first(year: i32, month: u32, day: u32) -> u32 {
    Date::new(year, month, day).expect("a date").number() * 24 * HOUR
}

fn offset(place: Tz, moment: u32) -> i32 {
    let at = chrono::DateTime::from_timestamp(i64::from(moment) * 60, 0).expect("a moment").naive_utc();
    place.offset_from_utc_datetime(&at).fix().local_minus_utc() / 60
}

#[test]
fn every_place_agrees_with_the_worlds_table_from_2024_to_2037() {
    for zone in Zone::PLACES {
        let place: Tz = zone.name().parse().expect("a place of the world's table");
        // The world's table that the tests are built with does not know yet that it stays so there.
        let last = if zone.name() == "America/Vancouver" { first(2026, 10, 1) } else { first(2038, 1, 1) };
        let check = |moment: u32| {
            let there = offset(place, moment);
            assert_eq!(zone.offset_at(Moment::of_number(moment)), there, "{} at {moment}", zone.name());
            there
        };
        let mut before = check(first(2024, 1, 1));
        for moment in (first(2024, 1, 1)..last).step_by(6 * HOUR as usize) {
            let there = check(moment);
            if there != before {
                for minute in moment - 6 * HOUR..moment {
                    check(minute);
                }
            }
            before = there;
        }
    }
}

#[test]
fn the_clock_changes_at_the_minute() {
    for (zone, utc, before, after) in [
        ("Europe/Berlin", "2026-03-29T01:00", 60, 120),
        ("Europe/London", "2026-10-25T01:00", 60, 0),
        ("America/New_York", "2026-03-08T07:00", -300, -240),
        ("America/Los_Angeles", "2026-11-01T09:00", -420, -480),
        ("Australia/Sydney", "2026-04-04T16:00", 660, 600),
        ("Australia/Adelaide", "2026-10-03T16:30", 570, 630),
        ("Pacific/Auckland", "2026-09-26T14:00", 720, 780),
        ("America/Vancouver", "2026-03-08T10:00", -480, -420),
        ("America/Vancouver", "2026-11-01T09:00", -420, -420),
        ("America/Vancouver", "2190-01-01T00:00", -420, -420),
    ] {
        let zone = Zone::parse(zone).expect("a zone");
        let moment = Zone::UTC.moment(LocalTime::parse(utc).expect("a time"));
        let offsets = (zone.offset_at(moment.plus_minutes(-1)), zone.offset_at(moment));
        assert_eq!(offsets, (before, after), "{} {utc}", zone.name());
    }
}

#[test]
fn a_time_is_the_first_moment_that_shows_it_or_a_later_one() {
    for (zone, local, utc) in [
        ("Asia/Shanghai", "2026-02-13T16:30", "2026-02-13T08:30"),
        ("UTC+05:45", "2026-02-13T00:00", "2026-02-12T18:15"),
        ("UTC-09:30", "2026-02-13T00:00", "2026-02-13T09:30"),
        // Left out in spring: the moment of the jump.
        ("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59"),
        ("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T03:01", "2026-03-29T01:01"),
        // Twice in autumn: the first.
        ("Europe/Berlin", "2026-10-25T02:00", "2026-10-25T00:00"),
        ("Europe/Berlin", "2026-10-25T02:59", "2026-10-25T00:59"),
        ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30"),
        ("Pacific/Auckland", "2026-09-27T02:30", "2026-09-26T14:00"),
        ("Asia/Shanghai", "1969-12-31T12:00", "1970-01-01T00:00"),
    ] {
        let zone = Zone::parse(zone).expect("a zone");
        let found = Zone::UTC.local(zone.moment(LocalTime::parse(local).expect("a time")));
        assert_eq!(found, LocalTime::parse(utc), "{} {local}", zone.name());
    }
}

#[test]
fn names_are_read_as_they_are_written() {
    let names: BTreeSet<String> = Zone::PLACES.into_iter().map(Zone::name).collect();
    assert_eq!(names.len(), Zone::PLACES.len());
    for name in names.iter().map(String::as_str).chain(["UTC+05:45", "UTC-09:30", "UTC+14:00"]) {
        assert_eq!(Zone::parse(name).map(Zone::name).as_deref(), Some(name));
    }
    assert_eq!(Zone::parse("UTC+00:00"), Some(Zone::UTC));
    assert_eq!(Zone::parse("UTC-00:00"), Some(Zone::UTC));
    for bad in
        ["", "utc", "Asia/Atlantis", "UTC+5:45", "UTC+05:60", "UTC+14:01", "UTC05:00", "UTC++5:00", "UTC+05"]
    {
        assert_eq!(Zone::parse(bad), None, "{bad}");
    }
}

#[test]
fn a_clock_ends_with_the_year_2199() {
    let last = LocalTime::parse("2199-12-31T23:59").expect("a time");
    for zone in Zone::PLACES {
        assert_eq!(zone.local(zone.moment(last)), Some(last), "{}", zone.name());
        assert_eq!(zone.local(Moment::of_number(u32::MAX)), None);
    }
}
