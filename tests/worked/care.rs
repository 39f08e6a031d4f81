//! The customer is asked again after the job.

use crate::bench::{Bench, case_id};
use casebook::app::command::{
    AssetChoice, CustomerChoice, FollowUpError, Request, note_call, note_message, plan_follow_ups,
    put_follow_up, remove_item, take_request, undo,
};
use casebook::app::command::{accept, close};
use casebook::app::messages::suggested;
use casebook::catalog;
use casebook::domain::acceptance::{Acceptance, AcceptanceVerdict};
use casebook::domain::case::{
    Case, CaseItemKey, CaseKind, CasePart, Channel, Progress, Urgency, is_on_record,
};
use casebook::domain::date::Date;
use casebook::domain::follow_up::{FollowUp, FollowUpCall};
use casebook::domain::id::{CaseId, CustomerId, FollowUpId, ProcessId, StaffId};
use casebook::domain::lang::Lang;
use casebook::domain::message::{MessageMoment, MessageSent};
use casebook::domain::process::ProcessRef;
use casebook::domain::record_part::RecordPart;
use casebook::domain::text::TextError;
use casebook::search::day::Day;
use casebook::search::index::Index;
use casebook::search::pile::Pile;
use casebook::search::summary::Summary;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn id(text: &str) -> FollowUpId {
    FollowUpId::parse(text).expect("an id")
}

fn request(case: CaseId, arose_from: Option<CaseId>) -> Request {
    let at = ProcessRef { id: ProcessId::parse("P1").expect("an id"), version: 1 };
    Request {
        case,
        number: "K3V-0001".to_owned(),
        customer: CustomerChoice::Known(CustomerId::parse("c1").expect("an id")),
        asset: AssetChoice::None,
        channel: Channel::Phone,
        description: "洗衣机响".to_owned(),
        urgency: Urgency::Normal,
        stage: catalog::process(Lang::En, &at).expect("a process").stages[0].id.clone(),
        process: at,
        told: String::new(),
        promised: None,
        arose_from,
    }
}

/// A case with two follow-ups.
fn planned() -> Bench {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    bench.take(take_request(&pen, request(case_id(), None)));
    let pen = bench.pen("may");
    let mut ids = ["f1", "f2"].into_iter();
    let days = [day("2026-11-24"), day("2026-12-21")];
    let may = StaffId::parse("may");
    let plan = plan_follow_ups(&pen, &case_id(), &bench.case(), &days, "All well?", may.as_ref(), || {
        id(ids.next().expect("two"))
    });
    bench.take(plan);
    bench
}

fn call(reached: bool, words: &str, problem: &str) -> FollowUpCall {
    FollowUpCall {
        follow_up: id("f1"),
        channel: Channel::Phone,
        reached,
        words: words.to_owned(),
        problem: problem.to_owned(),
    }
}

fn holds(bench: &Bench, today: &str) -> bool {
    let key = casebook::domain::record::RecordKey::new(
        casebook::domain::record::RecordKind::Case,
        case_id().as_str(),
    );
    let Some(Summary::Case(case)) = Summary::of(&key, &bench.records.0[&key]) else { panic!("a case") };
    Pile::FollowUp.holds(
        &Index::default(),
        &case,
        Day { began: 0, week_began: 0, number: day(today).number() },
    )
}

#[test]
fn a_plan_is_on_record_and_told() {
    let mut bench = planned();
    assert_eq!(
        bench.told()[2],
        "added the follow-up “24 November 2026”; added the follow-up “21 December 2026” | What to ask: All well? | Who asks: May | What to ask: All well? | Who asks: May"
    );
    assert!(is_on_record(&bench.case(), 0, RecordPart::FollowUp));
    assert_eq!(CasePart::of_record(RecordPart::FollowUp), Some(CasePart::Care));
    let process = catalog::process(Lang::En, bench.case().process().expect("one")).expect("known");
    let task = process
        .task(&casebook::domain::id::TaskId::parse("P1-plan_follow_up").expect("an id"))
        .expect("a task");
    assert!(Progress::of(&bench.case(), process).is_done(task), "the record does the task");
    for key in ["f1", "f2"] {
        let pen = bench.pen("may");
        bench.take(remove_item(&pen, &case_id(), &bench.case(), CaseItemKey::FollowUp(id(key))));
    }
    let case = bench.case();
    assert!(!is_on_record(&case, 0, RecordPart::FollowUp));
    assert!(case.had_follow_ups(), "who took them out is not asked to plan them again");
    assert_eq!(case.next_follow_up(), None);
}

#[test]
fn who_is_not_reached_is_tried_again() {
    let mut bench = planned();
    let today = day("2026-11-24");
    let pen = bench.pen("may");
    let attempt =
        |bench: &Bench, again| note_call(&pen, &case_id(), &bench.case(), call(false, "", ""), again, today);
    assert_eq!(attempt(&bench, None), Err(FollowUpError::NextDay));
    assert_eq!(attempt(&bench, Some(day("2026-11-23"))), Err(FollowUpError::NextDay));
    bench.take(attempt(&bench, Some(day("2026-11-26"))).expect("noted"));
    let case = bench.case();
    assert_eq!((case.follow_up_tries(&id("f1")), case.next_follow_up()), (1, Some(day("2026-11-26"))));
    assert_eq!(
        bench.told()[2],
        "could not reach the customer for a follow-up (by phone); changed the follow-up “24 November 2026”, now “26 November 2026”"
    );
    let pen = bench.pen("may");
    let missing = FollowUpCall { follow_up: id("f9"), ..call(true, "well", "") };
    assert_eq!(note_call(&pen, &case_id(), &case, missing, None, today), Err(FollowUpError::NoSuchFollowUp));
    let silent = note_call(&pen, &case_id(), &case, call(true, " ", ""), None, today);
    assert_eq!(silent, Err(FollowUpError::Words(TextError::Empty)));
    bench.take(
        note_call(&pen, &case_id(), &case, call(true, "好多了", "门封漏水"), None, today).expect("noted"),
    );
    let case = bench.case();
    assert!(case.follow_up_done(&id("f1")).is_some());
    assert_eq!(case.next_follow_up(), Some(day("2026-12-21")));
    assert_eq!(
        bench.told(),
        [
            "回访了客户（2026年11月26日，电话）：好多了 | 新问题：门封漏水",
            "回訪了客戶（2026年11月26日，電話）：好多了 | 新問題：门封漏水",
            "asked the customer again (26 November 2026, by phone): 好多了 | New problem: 门封漏水",
        ]
    );
    let pen = bench.pen("may");
    let journal = bench.records.journal::<CaseKind>(case_id().as_str());
    bench.take(undo(&pen, &case_id(), &journal));
    assert_eq!(bench.case().next_follow_up(), Some(day("2026-11-26")), "undone, it is open again");
}

#[test]
fn a_new_problem_opens_a_case_and_both_name_each_other() {
    let mut bench = planned();
    let pen = bench.pen("may");
    let new = CaseId::parse("k2").expect("an id");
    bench.take(take_request(&pen, request(new.clone(), Some(case_id()))));
    assert_eq!(bench.case().led_to().collect::<Vec<_>>(), [&new]);
    let other = Case::of(&bench.records.journal::<CaseKind>(new.as_str()));
    assert_eq!(other.arose_from(), Some(&case_id()));
    assert_eq!(bench.told()[2], "opened case a case not on this device, which arises from this one");
    assert_eq!(bench.case().arose_from(), None);
}

#[test]
fn the_day_that_is_due_lies_on_the_pile() {
    let mut bench = planned();
    assert!(!holds(&bench, "2026-11-23"));
    assert!(holds(&bench, "2026-11-24"));
    assert!(holds(&bench, "2027-01-01"), "overdue");
    let pen = bench.pen("may");
    let moved = FollowUp { rank: 1, due: day("2026-12-01"), about: String::new(), who: None };
    bench.take(put_follow_up(&pen, &case_id(), &bench.case(), &id("f1"), moved).expect("moved"));
    assert!(!holds(&bench, "2026-11-30") && holds(&bench, "2026-12-01"));
    let none = Bench::default();
    assert!(none.records.0.is_empty());
}

#[test]
fn a_case_is_delivered_when_it_is_accepted_or_closed() {
    let mut bench = planned();
    assert_eq!(bench.case().delivered_at(), None);
    let said = |verdict| Acceptance { name: "W".to_owned(), verdict, words: "x".to_owned() };
    let pen = bench.pen("may");
    bench.take(accept(&pen, &case_id(), said(AcceptanceVerdict::Refused)).expect("noted"));
    assert_eq!(bench.case().delivered_at(), None);
    let pen = bench.pen("may");
    bench.take(accept(&pen, &case_id(), said(AcceptanceVerdict::Accepted)).expect("noted"));
    assert_eq!(bench.case().delivered_at(), Some(pen.stamp.millis));
    let mut closed = planned();
    let pen = closed.pen("may");
    let case = closed.case();
    let process = catalog::process(Lang::En, case.process().expect("one")).expect("known");
    closed.take(close(&pen, &case_id(), &Progress::of(&case, process), "done").expect("closed"));
    assert_eq!(closed.case().delivered_at(), Some(pen.stamp.millis));
}

#[test]
fn a_message_is_noted_by_hand_and_suggests_the_next() {
    let mut bench = planned();
    let suggests = |bench: &Bench| suggested(&bench.case(), 0, Some(day("2026-11-22")));
    assert_eq!(suggests(&bench), MessageMoment::Receipt);
    assert_eq!(suggested(&bench.case(), 1, None), MessageMoment::TimeAgreed);
    assert_eq!(suggested(&bench.case(), 0, Some(day("2026-11-24"))), MessageMoment::FollowUp);
    let pen = bench.pen("may");
    let acceptance =
        Acceptance { name: "W".to_owned(), verdict: AcceptanceVerdict::Accepted, words: String::new() };
    bench.take(accept(&pen, &case_id(), acceptance).expect("noted"));
    assert_eq!(suggests(&bench), MessageMoment::Done);
    let pen = bench.pen("may");
    let sent = |words: &str| MessageSent {
        moment: MessageMoment::Done,
        channel: Channel::Sms,
        words: words.to_owned(),
    };
    assert_eq!(note_message(&pen, &case_id(), sent(" ")), Err(TextError::Empty));
    bench.take(note_message(&pen, &case_id(), sent("已完成")).expect("noted"));
    assert_eq!(suggests(&bench), MessageMoment::ThankYou);
    assert_eq!(bench.told()[2], "sent a message (Job done) by text message | 已完成");
}
