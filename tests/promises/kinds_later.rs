//! Each kind of promise that is kept while or after a job is done: what starts its clock, what meets it, what ends it.

use crate::kinds::{MONDAY, Row, check};
use crate::support::Deed::*;
use casebook::domain::acceptance::AcceptanceVerdict::Accepted;
use casebook::domain::case::Status::{Closed, Withdrawn};
use casebook::domain::message::MessageMoment::{Delay, Receipt};
use casebook::domain::promise::PromiseKind::*;
use casebook::domain::waiting::WaitReason::Customer;

#[test]
fn guarantees_hold_from_delivery_on() {
    let taken = ("11-16T15:00", Take(Accepted));
    check(
        Redo,
        &[
            (&[MONDAY], "11-16T16:00", &[]),
            (&[MONDAY, taken], "11-16T16:00", &["Running 12-16T23:59"]),
            (&[MONDAY, taken], "12-17T08:00", &["NotApplicable 12-16T23:59"]),
            (&[MONDAY, ("11-16T15:00", Be(Closed))], "11-16T16:00", &["Running 12-16T23:59"]),
            (&[MONDAY, ("11-16T15:00", Be(Withdrawn))], "11-16T16:00", &[]),
        ],
    );
    check(
        Maintenance,
        &[
            (&[MONDAY, taken], "11-16T16:00", &["Running 05-16T23:59"]),
            (&[MONDAY, taken], "2027-05-17T08:00", &["NotApplicable 05-16T23:59"]),
        ],
    );
}

#[test]
fn progress() {
    let rows: &[Row] = &[
        (&[MONDAY], "11-16T16:00", &["Running 11-18T18:00"]),
        (&[MONDAY], "11-18T18:01", &["Breached 11-18T18:00"]),
        (
            &[MONDAY, ("11-17T15:00", Report)],
            "11-17T16:00",
            &["Met 11-17T15:00 of 11-18T18:00", "Running 11-19T18:00"],
        ),
        (
            &[MONDAY, ("11-19T10:00", Keep(Progress))],
            "11-19T16:00",
            &["MetLate 11-19T10:00 of 11-18T18:00", "Running 11-23T18:00"],
        ),
        // What was told on the same day counts, but not as one more promise that was kept.
        (
            &[MONDAY, ("11-17T15:00", Report), ("11-17T16:00", Say(Receipt))],
            "11-17T17:00",
            &["Met 11-17T15:00 of 11-18T18:00", "Running 11-19T18:00"],
        ),
        (&[MONDAY, ("11-16T17:30", Keep(FirstResponse))], "11-17T10:00", &["Running 11-18T18:00"]),
        (
            &[MONDAY, ("11-17T09:30", Report), ("11-18T09:20", Report), ("11-19T09:10", Report)],
            "11-19T10:00",
            &[
                "Met 11-17T09:30 of 11-18T18:00",
                "Met 11-18T09:20 of 11-19T18:00",
                "Met 11-19T09:10 of 11-20T18:00",
                "Running 11-23T18:00",
            ],
        ),
        (&[MONDAY, ("11-17T10:00", Take(Accepted))], "11-20T10:00", &["NotApplicable 11-18T18:00"]),
        (&[MONDAY, ("11-17T10:00", Wait(Customer))], "11-20T10:00", &["Paused 11-23T18:00"]),
    ];
    check(Progress, rows);
}

#[test]
fn a_delay_is_told_ahead_if_there_is_one() {
    let friday = ("11-16T11:00", End(Some("11-20")));
    let told = ("11-19T10:00", Say(Delay));
    let rows: &[Row] = &[
        (&[MONDAY], "11-17T10:00", &[]),
        (&[MONDAY, friday], "11-17T10:00", &["Running 11-19T18:00"]),
        // Nobody knows yet whether it will be late.
        (&[MONDAY, friday], "11-20T10:00", &["Running 11-20T18:00"]),
        (&[MONDAY, friday], "11-20T18:01", &["Breached 11-19T18:00"]),
        (&[MONDAY, friday, ("11-20T17:00", Take(Accepted))], "11-30T10:00", &["NotApplicable 11-19T18:00"]),
        (&[MONDAY, friday, ("11-23T17:00", Take(Accepted))], "11-30T10:00", &["Breached 11-19T18:00"]),
        (&[MONDAY, friday, told], "11-19T12:00", &["Met 11-19T10:00 of 11-19T18:00"]),
        (&[MONDAY, friday, ("11-19T10:00", Agree)], "11-19T12:00", &["Met 11-19T10:00 of 11-19T18:00"]),
        (
            &[MONDAY, friday, told, ("11-20T17:00", Take(Accepted))],
            "11-30T10:00",
            &["NotApplicable 11-19T10:00 of 11-19T18:00"],
        ),
        (
            &[MONDAY, friday, ("11-20T10:00", Say(Delay))],
            "11-23T12:00",
            &["MetLate 11-20T10:00 of 11-19T18:00"],
        ),
        (&[MONDAY, friday, ("11-19T10:00", Report)], "11-23T12:00", &["Breached 11-19T18:00"]),
        // To agree on a later day is to tell; on an earlier one, no delay.
        (
            &[MONDAY, friday, ("11-18T10:00", End(Some("11-24")))],
            "11-18T12:00",
            &["Met 11-18T10:00 of 11-19T18:00", "Running 11-23T18:00"],
        ),
        (&[MONDAY, friday, ("11-17T10:00", End(Some("11-19")))], "11-17T12:00", &["Running 11-18T18:00"]),
        (&[MONDAY, friday, ("11-17T10:00", Be(Withdrawn))], "11-30T12:00", &["NotApplicable 11-19T18:00"]),
    ];
    check(DelayNotice, rows);
}

#[test]
fn follow_up() {
    let taken = ("11-16T15:00", Take(Accepted));
    let rows: &[Row] = &[
        (&[MONDAY], "11-16T16:00", &[]),
        (&[MONDAY, taken], "11-16T16:00", &["Running 11-23T23:59"]),
        (&[MONDAY, taken, ("11-19T10:00", Call(true))], "11-30T16:00", &["Met 11-19T10:00 of 11-23T23:59"]),
        (&[MONDAY, taken, ("11-19T10:00", Call(false))], "11-24T00:01", &["Breached 11-23T23:59"]),
        (
            &[MONDAY, taken, ("11-25T10:00", Call(true))],
            "11-30T00:01",
            &["MetLate 11-25T10:00 of 11-23T23:59"],
        ),
        (&[MONDAY, ("11-16T11:00", Call(true)), taken], "11-16T16:00", &["Running 11-23T23:59"]),
        (&[MONDAY, ("11-16T15:00", Be(Withdrawn))], "11-16T16:00", &[]),
    ];
    check(FollowUp, rows);
}

#[test]
fn complaints() {
    let came = ("11-17T09:00", Complain(None));
    let dated = ("11-17T09:00", Complain(Some("11-16T16:00")));
    check(
        ComplaintHeard,
        &[
            (&[MONDAY], "11-17T10:00", &[]),
            (&[MONDAY, came], "11-17T10:00", &["Running 11-18T09:00"]),
            (&[MONDAY, came], "11-18T09:01", &["Breached 11-18T09:00"]),
            (&[MONDAY, dated], "11-17T10:00", &["Running 11-17T16:00"]),
            (
                &[MONDAY, came, ("11-17T09:30", Complain(Some("11-16T15:00")))],
                "11-17T10:00",
                &["Running 11-17T15:00"],
            ),
            (
                &[MONDAY, dated, ("11-18T10:00", Hear("11-17T11:00"))],
                "11-20T10:00",
                &["Met 11-17T11:00 of 11-17T16:00"],
            ),
            (
                &[MONDAY, dated, ("11-18T10:00", Hear("11-18T09:00"))],
                "11-20T10:00",
                &["MetLate 11-18T09:00 of 11-17T16:00"],
            ),
            (
                &[MONDAY, dated, ("11-18T10:00", Hear("11-16T15:00"))],
                "11-20T10:00",
                &["Met 11-16T16:00 of 11-17T16:00 (MetBeforeStart)"],
            ),
        ],
    );
    check(
        ComplaintSettled,
        &[
            (&[MONDAY, came], "11-17T10:00", &["Running 11-24T18:00"]),
            (
                &[MONDAY, came, ("11-20T10:00", Answer("11-19T17:00"))],
                "11-30T10:00",
                &["Met 11-19T17:00 of 11-24T18:00"],
            ),
            (&[MONDAY, came, ("11-18T10:00", Be(Closed))], "11-18T11:00", &["Running 11-24T18:00"]),
            (&[MONDAY, came, ("11-18T10:00", Be(Withdrawn))], "11-30T11:00", &["NotApplicable 11-24T18:00"]),
        ],
    );
}
