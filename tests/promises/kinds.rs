//! Each kind of promise: what starts its clock, what meets it, what ends it. Monday is 16 November.

use crate::support::Deed::*;
use crate::support::{Hand, Step};
use casebook::domain::acceptance::AcceptanceVerdict::{Accepted, Refused, WithCorrections};
use casebook::domain::case::Status::{Closed, Open as Reopened, Withdrawn};
use casebook::domain::case::Urgency::{Emergency as Urgent, High, Normal};
use casebook::domain::message::MessageMoment::Receipt;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::promise::PromiseKind::{self, *};
use casebook::domain::waiting::WaitReason::{Customer, Parts};

/// What happened, when it is looked at, and what the promises of the kind then come to.
pub(super) type Row<'a> = (&'a [Step], &'a str, &'a [&'a str]);

pub(super) fn check(kind: PromiseKind, rows: &[Row]) {
    for (steps, now, expected) in rows {
        let hand = Hand::of(steps);
        assert_eq!(hand.shown(kind, now), *expected, "{kind:?} after {steps:?} at {now}");
        // What lists keep says the same.
        let promises = hand.promises();
        let line = promises.to_line();
        let read = casebook::domain::promise::Promises::from_line(&line);
        assert_eq!(read, Some(promises), "{line}");
    }
}

pub(super) const MONDAY: Step = ("11-16T10:00", Open(Normal));

#[test]
fn first_response() {
    let rows: &[Row] = &[
        (&[MONDAY], "11-16T11:00", &["Running 11-16T12:00"]),
        (&[MONDAY], "11-16T12:00", &["Running 11-16T12:00"]),
        (&[MONDAY], "11-16T12:01", &["Breached 11-16T12:00"]),
        (&[MONDAY, ("11-16T10:40", Keep(FirstResponse))], "11-20T10:00", &["Met 11-16T10:40 of 11-16T12:00"]),
        (
            &[MONDAY, ("11-16T13:30", Keep(FirstResponse))],
            "11-20T10:00",
            &["MetLate 11-16T13:30 of 11-16T12:00"],
        ),
        (
            &[MONDAY, ("11-16T13:30", KeepAt(FirstResponse, "11-16T11:10"))],
            "11-20T10:00",
            &["Met 11-16T11:10 of 11-16T12:00"],
        ),
        // Whatever tells the customer what comes is an answer.
        (&[MONDAY, ("11-16T10:40", Say(Receipt))], "11-20T10:00", &["Met 11-16T10:40 of 11-16T12:00"]),
        (&[MONDAY, ("11-16T10:40", Report)], "11-20T10:00", &["Met 11-16T10:40 of 11-16T12:00"]),
        (&[MONDAY, ("11-16T10:40", Agree)], "11-20T10:00", &["Met 11-16T10:40 of 11-16T12:00"]),
        (
            &[MONDAY, ("11-16T10:40", Paper(PaperKind::Quote))],
            "11-20T10:00",
            &["Met 11-16T10:40 of 11-16T12:00"],
        ),
        (&[MONDAY, ("11-16T11:40", Hear("11-16T11:30"))], "11-20T10:00", &["Met 11-16T11:30 of 11-16T12:00"]),
        (&[MONDAY, ("11-16T10:40", Be(Closed))], "11-20T10:00", &["Met 11-16T10:40 of 11-16T12:00"]),
        // A paper for the shop is none.
        (&[MONDAY, ("11-16T10:40", Paper(PaperKind::WorkOrder))], "11-16T11:00", &["Running 11-16T12:00"]),
        // What was taken back never was.
        (
            &[MONDAY, ("11-16T10:40", Keep(FirstResponse)), ("11-16T10:50", Undo)],
            "11-16T11:00",
            &["Running 11-16T12:00"],
        ),
        (&[MONDAY, ("11-16T10:30", Be(Withdrawn))], "11-20T10:00", &["NotApplicable 11-16T12:00"]),
        (&[MONDAY, ("11-16T15:00", Be(Withdrawn))], "11-20T10:00", &["Breached 11-16T12:00"]),
    ];
    check(FirstResponse, rows);
}

#[test]
fn a_request_is_answered_by_the_hours_in_which_it_came() {
    let rows: &[Row] = &[
        // Five minutes before the close: the rest is due in the morning.
        (&[("11-16T17:55", Open(Normal))], "11-16T18:00", &["Running 11-17T10:55"]),
        (&[("11-16T17:59", Open(Normal))], "11-16T18:00", &["Running 11-17T10:59"]),
        // From the close on it is outside service hours, on the wall clock.
        (&[("11-16T18:00", Open(Normal))], "11-16T18:00", &["Running 11-17T06:00"]),
        (&[("11-16T12:30", Open(Normal))], "11-16T12:31", &["Running 11-17T00:30"]),
        (&[("11-20T17:00", Open(Normal))], "11-20T17:01", &["Running 11-23T10:00"]),
        (&[("11-26T10:00", Open(Normal))], "11-26T10:01", &["Running 11-26T22:00"]),
        (&[("11-25T17:30", Open(Normal))], "11-25T17:31", &["Running 11-27T10:30"]),
    ];
    check(FirstResponse, rows);
}

#[test]
fn pauses_give_time_only_in_working_time() {
    let rows: &[Row] = &[
        (&[MONDAY, ("11-16T11:00", Wait(Customer))], "11-16T14:00", &["Paused 11-16T15:00"]),
        (
            &[MONDAY, ("11-16T11:00", Wait(Customer)), ("11-16T14:00", GoOn)],
            "11-16T14:30",
            &["Running 11-16T15:00"],
        ),
        (
            &[("11-16T17:55", Open(Normal)), ("11-16T18:30", Wait(Parts)), ("11-17T08:30", GoOn)],
            "11-17T09:00",
            &["Running 11-17T10:55"],
        ),
        (
            &[MONDAY, ("11-16T12:10", Wait(Customer)), ("11-16T12:50", GoOn)],
            "11-16T12:55",
            &["Breached 11-16T12:00"],
        ),
        // Another reason goes on with the pause; to go on without one says nothing.
        (
            &[MONDAY, ("11-16T11:00", Wait(Customer)), ("11-16T11:30", Wait(Parts)), ("11-16T14:00", GoOn)],
            "11-16T14:30",
            &["Running 11-16T15:00"],
        ),
        (&[MONDAY, ("11-16T10:30", GoOn)], "11-16T11:00", &["Running 11-16T12:00"]),
    ];
    check(FirstResponse, rows);
    // On the wall clock each minute counts, and so does each paused one.
    let urgent = ("11-16T10:00", Open(Urgent));
    let rows: &[Row] = &[(
        &[urgent, ("11-16T12:00", Wait(Parts)), ("11-16T13:00", GoOn)],
        "11-16T14:30",
        &["Running 11-16T15:00"],
    )];
    check(Emergency, rows);
}

#[test]
fn a_letter_takes_the_place_of_the_one_before() {
    let rows: &[Row] = &[
        (&[("11-16T10:00", OpenBare)], "11-16T11:00", &[]),
        // Promised later, it counts from then; what was done before was not promised.
        (
            &[("11-16T10:00", OpenBare), ("11-16T11:30", Promise(&[]))],
            "11-16T11:40",
            &["Running 11-16T14:30"],
        ),
        (
            &[("11-16T10:00", OpenBare), ("11-16T10:20", Keep(FirstResponse)), ("11-16T11:30", Promise(&[]))],
            "11-16T11:40",
            &[],
        ),
        (
            &[MONDAY, ("11-16T10:30", Promise(&[("inside_hours", 4)]))],
            "11-16T11:00",
            &["Running 11-16T15:00"],
        ),
        (
            &[MONDAY, ("11-16T12:30", Promise(&[("inside_hours", 4)]))],
            "11-16T12:40",
            &["Breached 11-16T12:00"],
        ),
        (
            &[MONDAY, ("11-16T11:00", Keep(FirstResponse)), ("11-16T11:30", Promise(&[("inside_hours", 0)]))],
            "11-16T12:40",
            &["Met 11-16T11:00 of 11-16T12:00"],
        ),
        (&[MONDAY, ("11-16T10:30", PromiseWithout(FirstResponse))], "11-16T14:00", &["NotApplicable never"]),
        (&[MONDAY, ("11-16T12:30", PromiseWithout(FirstResponse))], "11-16T14:00", &["Breached 11-16T12:00"]),
    ];
    check(FirstResponse, rows);
}

#[test]
fn emergency() {
    let urgent = ("11-16T10:00", Open(Urgent));
    let met: &[&str] = &["Met 11-16T11:00 of 11-16T14:00"];
    let running: &[&str] = &["Running 11-16T14:00"];
    let rows: &[Row] = &[
        (&[MONDAY], "11-16T11:00", &[]),
        (&[urgent], "11-16T13:00", running),
        (&[urgent], "11-16T14:01", &["Breached 11-16T14:00"]),
        (&[urgent, ("11-16T11:00", Keep(Emergency))], "11-16T13:00", met),
        (&[urgent, ("11-16T11:00", Paper(PaperKind::Quote))], "11-16T13:00", met),
        (&[urgent, ("11-16T11:00", Paper(PaperKind::Appointment))], "11-16T13:00", met),
        (&[urgent, ("11-16T11:00", Agree)], "11-16T13:00", met),
        (&[urgent, ("11-16T11:00", Take(Accepted))], "11-16T13:00", met),
        // That it is looked into is neither a solution nor a timetable.
        (&[urgent, ("11-16T11:00", Keep(FirstResponse))], "11-16T13:00", running),
        (&[urgent, ("11-16T11:00", Report)], "11-16T13:00", running),
        (&[urgent, ("11-16T11:00", Urge(High))], "11-16T18:00", &["NotApplicable 11-16T14:00"]),
        (&[urgent, ("11-16T15:00", Urge(High))], "11-16T18:00", &["Breached 11-16T14:00"]),
        // It counts from when it became urgent, and what was quoted before is no answer to that.
        (
            &[MONDAY, ("11-16T10:30", Paper(PaperKind::Quote)), ("11-16T15:00", Urge(Urgent))],
            "11-16T16:00",
            &["Running 11-16T19:00"],
        ),
        (
            &[MONDAY, ("11-16T15:00", Urge(Urgent)), ("11-16T15:10", KeepAt(Emergency, "11-16T14:50"))],
            "11-16T16:00",
            &["Met 11-16T15:00 of 11-16T19:00 (MetBeforeStart)"],
        ),
        // Each time that it becomes one.
        (
            &[urgent, ("11-16T11:00", Urge(Normal)), ("11-17T10:00", Urge(Urgent))],
            "11-17T11:00",
            &["NotApplicable 11-16T14:00", "Running 11-17T14:00"],
        ),
    ];
    check(Emergency, rows);
}

#[test]
fn plan() {
    let rows: &[Row] = &[
        (&[MONDAY], "11-16T11:00", &["Running 11-18T18:00"]),
        (&[("11-24T10:00", Open(Normal))], "11-24T11:00", &["Running 11-27T18:00"]),
        (&[("11-21T10:00", Open(Normal))], "11-21T11:00", &["Running 11-24T18:00"]),
        (
            &[MONDAY, ("11-17T10:00", Paper(PaperKind::Quote))],
            "11-20T11:00",
            &["Met 11-17T10:00 of 11-18T18:00"],
        ),
        (
            &[MONDAY, ("11-17T10:00", Paper(PaperKind::Agreement))],
            "11-20T11:00",
            &["Met 11-17T10:00 of 11-18T18:00"],
        ),
        (&[MONDAY, ("11-19T09:00", Keep(Plan))], "11-20T11:00", &["MetLate 11-19T09:00 of 11-18T18:00"]),
        (&[MONDAY, ("11-17T10:00", Report)], "11-17T11:00", &["Running 11-18T18:00"]),
        (&[MONDAY, ("11-17T10:00", Take(Accepted))], "11-20T11:00", &["NotApplicable 11-18T18:00"]),
        (
            &[MONDAY, ("11-17T10:00", Wait(Parts)), ("11-17T12:00", GoOn)],
            "11-17T14:00",
            &["Running 11-19T11:00"],
        ),
    ];
    check(Plan, rows);
}

#[test]
fn finish() {
    let friday = ("11-16T11:00", End(Some("11-20")));
    let breached: &[&str] = &["Breached 11-20T18:00"];
    let rows: &[Row] = &[
        (&[MONDAY], "11-16T12:00", &[]),
        (&[MONDAY, friday], "11-16T12:00", &["Running 11-20T18:00"]),
        (
            &[MONDAY, friday, ("11-20T17:00", Take(Accepted))],
            "11-30T12:00",
            &["Met 11-20T17:00 of 11-20T18:00"],
        ),
        (
            &[MONDAY, friday, ("11-20T17:00", Take(WithCorrections))],
            "11-30T12:00",
            &["Met 11-20T17:00 of 11-20T18:00"],
        ),
        (&[MONDAY, friday, ("11-20T17:00", Be(Closed))], "11-30T12:00", &["Met 11-20T17:00 of 11-20T18:00"]),
        (&[MONDAY, friday, ("11-20T17:00", Take(Refused))], "11-20T17:30", &["Running 11-20T18:00"]),
        (
            &[MONDAY, friday, ("11-23T10:00", Take(Accepted))],
            "11-30T12:00",
            &["MetLate 11-23T10:00 of 11-20T18:00"],
        ),
        (&[MONDAY, friday, ("11-19T10:00", Be(Withdrawn))], "11-30T12:00", &["NotApplicable 11-20T18:00"]),
        (&[MONDAY, ("11-16T11:00", End(Some("11-21")))], "11-16T12:00", &["Running 11-21T23:59"]),
        // Another day that is agreed in time counts; one after the breach does not.
        (&[MONDAY, friday, ("11-19T10:00", End(Some("11-24")))], "11-21T12:00", &["Running 11-24T18:00"]),
        (&[MONDAY, friday, ("11-23T10:00", End(Some("11-30")))], "11-24T12:00", breached),
        (&[MONDAY, friday, ("11-19T10:00", End(None))], "11-24T12:00", &["NotApplicable never"]),
        (&[MONDAY, friday, ("11-19T10:00", PromiseWithout(Finish))], "11-24T12:00", &["NotApplicable never"]),
        (
            &[("11-16T10:00", OpenBare), friday, ("11-17T10:00", Promise(&[]))],
            "11-17T12:00",
            &["Running 11-20T18:00"],
        ),
        (
            &[("11-16T10:00", OpenBare), friday, ("11-17T10:00", Be(Closed)), ("11-18T10:00", Promise(&[]))],
            "11-18T12:00",
            &[],
        ),
        // What was opened again was not done.
        (
            &[MONDAY, friday, ("11-20T10:00", Be(Closed)), ("11-23T09:30", Be(Reopened))],
            "11-23T10:00",
            breached,
        ),
        (
            &[MONDAY, friday, ("11-20T10:00", Be(Closed)), ("11-20T11:00", Be(Reopened))],
            "11-20T12:00",
            &["Running 11-20T18:00"],
        ),
        (
            &[
                MONDAY,
                friday,
                ("11-20T10:00", Be(Closed)),
                ("11-20T11:00", Be(Reopened)),
                ("11-23T10:00", Be(Closed)),
            ],
            "11-24T12:00",
            &["MetLate 11-23T10:00 of 11-20T18:00"],
        ),
    ];
    check(Finish, rows);
}
