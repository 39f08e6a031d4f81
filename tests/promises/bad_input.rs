//! Whatever is written down, a promise comes to something that can be told.

use crate::calendars::shop;
use crate::support::Deed::*;
use crate::support::{Hand, at, case_id, terms};
use casebook::app::command::{PromiseError, keep_promise, remedy_promise};
use casebook::domain::acceptance::AcceptanceVerdict::Accepted;
use casebook::domain::case::Urgency;
use casebook::domain::promise::{
    Calendars, Doubt, PromiseKept, PromiseKind, Remedied, RemedyWay, Share, State,
};
use casebook::domain::text::{MAX_TEXT, TextError};
use casebook::search::dues::case_due;

/// A promise with some numbers, and what it then comes to.
type Row = (PromiseKind, &'static [(&'static str, u32)], &'static str);

/// No limit is too short or too long.
#[test]
fn limits_of_nothing_and_of_ages() {
    use PromiseKind::*;
    // What is farther than eleven years ahead is never due.
    let rows: [Row; 15] = [
        (FirstResponse, &[("inside_hours", 0)], "Breached 11-16T10:00"),
        (FirstResponse, &[("inside_hours", 87_600)], "Running never"),
        (FirstResponse, &[("inside_hours", u32::MAX)], "Running never"),
        (Plan, &[("plan_days", 0)], "Breached 11-16T10:00"),
        (Plan, &[("plan_days", 2_600)], "Running 11-04T18:00"),
        (Plan, &[("plan_days", u32::MAX)], "Running never"),
        (Redo, &[("redo_days", 0)], "Running 11-16T23:59"),
        (Redo, &[("redo_days", u32::MAX)], "Running never"),
        (Maintenance, &[("maintenance_months", 0)], "Running 11-16T23:59"),
        (Maintenance, &[("maintenance_months", 120)], "Running 11-16T23:59"),
        (Maintenance, &[("maintenance_months", u32::MAX)], "Running never"),
        (FollowUp, &[("follow_up_days", 0)], "Running 11-16T23:59"),
        (FollowUp, &[("follow_up_days", 3_650)], "Running 11-13T23:59"),
        (ComplaintHeard, &[("acknowledge_hours", 0)], "Breached 11-16T10:00"),
        (ComplaintSettled, &[("settle_days", u32::MAX)], "Running never"),
    ];
    for (kind, values, expected) in rows {
        let mut steps = vec![
            ("11-16T10:00", OpenBare),
            ("11-16T10:00", Promise(values)),
            ("11-16T10:00", Complain(None)),
        ];
        if matches!(kind, Redo | Maintenance | FollowUp) {
            steps.push(("11-16T10:00", Take(Accepted)));
        }
        let hand = Hand::of(&steps);
        assert_eq!(hand.shown(kind, "11-16T10:30"), [expected], "{kind:?} {values:?}");
        // Neither what lists need nor the years to come trip over it.
        let index = hand.index();
        let share = Share { warn_percent: 75, now: at("2026-11-16T10:30") };
        let _ = case_due(&index.cases["k1"], &shop(&[]), share);
        let _ = hand.judged_by(&shop(&[]), "2199-12-31T10:00");
    }
}

#[test]
fn a_clause_of_a_newer_version_or_without_its_number_starts_nothing() {
    let mut unknown = terms(&[], None);
    for clause in &mut unknown.clauses {
        clause.values.clear();
    }
    for kind in PromiseKind::ALL {
        assert!(unknown.holds(kind) && unknown.limit(kind).is_none(), "{kind:?}");
    }
}

fn kept(at: Option<&str>) -> PromiseKept {
    let at = at.map(crate::support::at);
    PromiseKept { promise: PromiseKind::FirstResponse, at, channel: None, words: String::new() }
}

#[test]
fn an_answer_is_dated_between_the_request_and_now() {
    let mut hand = Hand::of(&[("11-16T10:00", Open(Urgency::Normal))]);
    let (pen, case) = (hand.pen("11-16T11:00"), hand.case());
    let keep = |kept| keep_promise(&pen, &case_id(), &case, kept);
    assert_eq!(keep(kept(Some("11-16T09:59"))), Err(PromiseError::BeforeRequest));
    assert_eq!(keep(kept(Some("11-16T11:01"))), Err(PromiseError::Ahead));
    for fine in [None, Some("11-16T10:00"), Some("11-16T11:00")] {
        assert!(keep(kept(fine)).is_ok(), "{fine:?}");
    }
    let wordy = PromiseKept { words: "x".repeat(MAX_TEXT + 1), ..kept(None) };
    assert_eq!(keep(wordy), Err(PromiseError::Words(TextError::TooLong(MAX_TEXT))));
}

/// A file may say what no command lets anybody write.
#[test]
fn an_answer_before_the_request_counts_at_once_and_is_told() {
    let hand = Hand::of(&[
        ("11-16T10:00", Open(Urgency::Normal)),
        ("11-16T11:00", KeepAt(PromiseKind::FirstResponse, "11-16T09:00")),
    ]);
    assert_eq!(
        hand.shown(PromiseKind::FirstResponse, "11-16T12:00"),
        ["Met 11-16T10:00 of 11-16T12:00 (MetBeforeStart)"]
    );
}

#[test]
fn a_clock_that_was_set_back_runs_nothing() {
    let hand = Hand::of(&[("11-16T10:00", Open(Urgency::Emergency))]);
    let judged = hand.judged_by(&shop(&[]), "11-16T08:00");
    assert!(judged.len() > 3);
    for each in judged {
        assert_eq!((each.state, each.used, each.late), (State::Running, 0, 0), "{each:?}");
        assert_eq!(each.doubt, Some(Doubt::ClockBehind), "{each:?}");
    }
}

#[test]
fn to_go_on_without_waiting_says_nothing() {
    let plain = Hand::of(&[("11-16T10:00", Open(Urgency::Normal))]);
    let mut again = Hand::of(&[("11-16T10:00", Open(Urgency::Normal)), ("11-16T10:30", GoOn)]);
    assert_eq!(again.promises(), plain.promises());
    again.does("11-16T11:00", Wait(casebook::domain::waiting::WaitReason::Parts));
    assert_eq!(again.promises().pauses.len(), 1);
}

#[test]
fn nothing_is_said_without_a_calendar_or_a_letter() {
    let bare = Hand::of(&[("11-16T10:00", OpenBare), ("11-16T10:30", Report)]);
    assert!(bare.promises().clocks.is_empty() && bare.promises().to_line().is_empty());
    assert!(bare.judged_by(&shop(&[]), "11-20T10:00").is_empty());
    // A moment before the shop said anything goes by what it said first.
    let calendars: Calendars = shop(&[]);
    assert_eq!(calendars.at(at("1970-01-02T00:00")), calendars.now());
}

#[test]
fn what_was_done_about_it_is_said() {
    let mut hand = Hand::of(&[("11-16T10:00", Open(Urgency::Normal))]);
    let pen = hand.pen("11-16T13:30");
    let started = at("11-16T10:00");
    let remedied = |way, words: &str| Remedied {
        promise: PromiseKind::FirstResponse,
        started,
        way,
        words: words.to_owned(),
    };
    for way in [RemedyWay::Otherwise, RemedyWay::Nothing] {
        let silent = remedy_promise(&pen, &case_id(), remedied(way, " "));
        assert_eq!(silent, Err(PromiseError::Words(TextError::Empty)), "{way:?}");
    }
    let broken = |hand: &Hand| {
        let judged = hand.judged_by(&shop(&[]), "11-16T14:00");
        let first = judged.into_iter().find(|each| each.kind == PromiseKind::FirstResponse);
        first.map(|each| (each.state, each.remedied)).expect("a clock")
    };
    let owed = |hand: &Hand| {
        let share = Share { warn_percent: 75, now: at("11-16T14:00") };
        case_due(&hand.index().cases["k1"], &shop(&[]), share).map_or(0, |due| due.owed)
    };
    assert_eq!((broken(&hand), owed(&hand)), ((State::Breached, false), 1));
    let done = remedy_promise(&pen, &case_id(), remedied(RemedyWay::AsPromised, ""));
    hand.records.merge(done.expect("it is said"));
    assert_eq!((broken(&hand), owed(&hand)), ((State::Breached, true), 0));
}
