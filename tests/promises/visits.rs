//! What visits and arisen cases tell of promises.

use crate::support::Deed::*;
use crate::support::{Hand, Step, calendar, case_id, shown, time};
use casebook::app::command::{
    AssetChoice, Charging, CustomerChoice, NewVisit, Request, change_visit, charge_visit, plan_visit,
    put_payment_term, set, set_visit_state, take_request, withdraw,
};
use casebook::domain::acceptance::AcceptanceVerdict::Accepted;
use casebook::domain::case::{Case, CaseField, CaseKind, Channel, Status, Urgency};
use casebook::domain::id::{CaseId, CustomerId, ProcessId, StageId, TermId, VisitId};
use casebook::domain::local_time::Window;
use casebook::domain::money::{Currency, Money};
use casebook::domain::payment::{PaymentTerm, TermKind};
use casebook::domain::process::ProcessRef;
use casebook::domain::promise::{Calendars, PromiseKind};
use casebook::domain::visit::{Coverage, Visit, VisitField, VisitKind, VisitState};

const MONDAY: Step = ("11-16T10:00", Open(Urgency::Normal));

fn visit_id() -> VisitId {
    VisitId::parse("v1").expect("an id")
}

/// A visit on Tuesday from two to three.
fn agreed(steps: &[Step], when: &str) -> Hand {
    let mut hand = Hand::of(steps);
    let pen = hand.pen(when);
    let window = Window::new(time("11-17T14:00"), time("11-17T15:00")).expect("a window");
    let new = NewVisit {
        id: visit_id(),
        case: case_id(),
        when: window,
        travel: 0,
        staff: Default::default(),
        purpose: String::new(),
        address: String::new(),
        charge: None,
    };
    hand.records.merge(plan_visit(&pen, new).expect("it is agreed"));
    hand
}

fn visit(hand: &Hand) -> Visit {
    Visit::of(&hand.records.journal::<VisitKind>(visit_id().as_str()))
}

fn arrived(mut hand: Hand, at: &str) -> Hand {
    let pen = hand.pen("11-17T17:00");
    let fields = vec![VisitField::Arrived(time(at))];
    hand.records.merge(change_visit(&pen, &visit_id(), &visit(&hand), fields).expect("it is said"));
    hand
}

fn brought(mut hand: Hand, when: &str, to: VisitState) -> Hand {
    let pen = hand.pen(when);
    hand.records.merge(set_visit_state(&pen, &visit_id(), &visit(&hand), to, "so").expect("it is said"));
    hand
}

#[test]
fn somebody_comes_within_the_window_or_a_little_later() {
    let kind = PromiseKind::Visit;
    let plain = || agreed(&[MONDAY], "11-16T11:00");
    assert_eq!(plain().shown(kind, "11-16T12:00"), ["Running 11-17T15:15"]);
    assert_eq!(plain().shown(kind, "11-17T15:16"), ["Breached 11-17T15:15"]);
    for (at, expected) in [
        ("11-17T13:50", "Met 11-17T13:50 of 11-17T15:15"),
        ("11-17T14:20", "Met 11-17T14:20 of 11-17T15:15"),
        ("11-17T15:15", "Met 11-17T15:15 of 11-17T15:15"),
        ("11-17T15:20", "MetLate 11-17T15:20 of 11-17T15:15"),
    ] {
        assert_eq!(arrived(plain(), at).shown(kind, "11-20T10:00"), [expected], "{at}");
    }
    // Where nobody noted it, the moment at which it was said to be done counts.
    let done = brought(plain(), "11-17T14:50", VisitState::Done);
    assert_eq!(done.shown(kind, "11-20T10:00"), ["Met 11-17T14:50 of 11-17T15:15"]);
    let missed = || brought(plain(), "11-17T14:50", VisitState::Missed);
    assert_eq!(missed().shown(kind, "11-20T10:00"), ["Breached 11-17T15:15"]);
    let nobody_home = arrived(missed(), "11-17T14:10");
    assert_eq!(nobody_home.shown(kind, "11-20T10:00"), ["Met 11-17T14:10 of 11-17T15:15"]);
    assert!(brought(plain(), "11-17T10:00", VisitState::Cancelled).shown(kind, "11-20T10:00").is_empty());
}

#[test]
fn a_visit_is_promised_by_the_letter_that_holds_then() {
    let kind = PromiseKind::Visit;
    let later = ("11-16T12:00", Promise(&[("late_minutes", 60)]));
    assert_eq!(agreed(&[MONDAY, later], "11-16T13:00").shown(kind, "11-16T14:00"), ["Running 11-17T16:00"]);
    let without = ("11-16T12:00", PromiseWithout(PromiseKind::Visit));
    assert_eq!(agreed(&[MONDAY, without], "11-16T13:00").shown(kind, "11-18T14:00"), ["NotApplicable never"]);
    // One that was over before the letter applied was never promised.
    let bare: &[Step] = &[("11-16T10:00", OpenBare), ("11-18T10:00", Promise(&[]))];
    assert!(agreed(bare, "11-18T11:00").shown(kind, "11-18T12:00").is_empty());
    // Of who wants nothing more, nobody needs to come.
    let withdrawn = ("11-16T12:00", Be(Status::Withdrawn));
    assert_eq!(
        agreed(&[MONDAY, withdrawn], "11-16T13:00").shown(kind, "11-20T10:00"),
        ["NotApplicable 11-17T15:15"]
    );
}

#[test]
fn a_visit_to_come_is_no_wrong_clock() {
    let hand = agreed(&[MONDAY], "11-16T11:00");
    let judged = hand.judged_by(&Calendars::always(calendar()), "11-16T12:00");
    assert!(judged.iter().all(|each| each.doubt.is_none()), "{judged:?}");
}

#[test]
fn maintenance_is_called_upon_by_visits() {
    let kind = PromiseKind::Maintenance;
    let taken = [MONDAY, ("11-16T15:00", Take(Accepted))];
    for (chosen, expected) in [(Coverage::Covered, "Met"), (Coverage::Charged, "Breached")] {
        let mut hand = agreed(&taken, "11-16T16:00");
        assert_eq!(hand.shown(kind, "11-17T10:00"), ["Running 05-16T23:59"]);
        let pen = hand.pen("11-16T17:00");
        let charging = Charging { chosen, suggested: Coverage::Covered, reason: "so".to_owned() };
        hand.records.merge(charge_visit(&pen, &visit_id(), &visit(&hand), charging).expect("it is said"));
        let shown = hand.shown(kind, "11-18T10:00");
        assert!(shown.len() == 1 && shown[0].starts_with(expected), "{shown:?}");
    }
}

fn next_case() -> CaseId {
    CaseId::parse("k2").expect("an id")
}

/// The same fault comes again, so many days after the first case was taken.
fn again(process: &str, when: &str) -> Hand {
    let mut hand = Hand::of(&[MONDAY, ("11-16T15:00", Take(Accepted))]);
    let pen = hand.pen(when);
    hand.records.merge(take_request(
        &pen,
        Request {
            case: next_case(),
            number: "2".to_owned(),
            customer: CustomerChoice::Known(CustomerId::parse("c1").expect("an id")),
            asset: AssetChoice::None,
            channel: Channel::Phone,
            description: "Again".to_owned(),
            urgency: Urgency::Normal,
            process: ProcessRef { id: ProcessId::parse(process).expect("an id"), version: 1 },
            stage: StageId::parse("intake").expect("an id"),
            told: String::new(),
            promised: None,
            arose_from: Some(case_id()),
        },
    ));
    hand
}

fn next(hand: &Hand) -> Case {
    Case::of(&hand.records.journal::<CaseKind>(next_case().as_str()))
}

#[test]
fn the_same_fault_is_put_right_free_of_charge() {
    let redo = |hand: &Hand| {
        let judged = hand.judged_by(&Calendars::always(calendar()), "2027-01-10T10:00");
        let of_kind = judged.iter().filter(|each| each.kind == PromiseKind::Redo);
        of_kind.map(shown).map(|line| line[..line.find(' ').unwrap_or(0)].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(redo(&again("P1", "11-25T10:00")), ["Running"]);
    let mut closed = again("P1", "11-25T10:00");
    let pen = closed.pen("11-27T10:00");
    let status = vec![CaseField::Status(Status::Closed)];
    closed.records.merge(set::<CaseKind>(&pen, "k2", &next(&closed), status));
    assert_eq!(redo(&closed), ["Met"]);
    let mut charged = again("P1", "11-25T10:00");
    let (pen, id) = (charged.pen("11-27T10:00"), TermId::from_random(1));
    let amount = Money::new(1000, Currency::Cny).expect("an amount");
    let term =
        PaymentTerm { rank: 0, kind: TermKind::Final, label: String::new(), amount, due: None, method: None };
    charged.records.merge(
        put_payment_term(&pen, &next_case(), &next(&charged), &id, term).expect("something is to be paid"),
    );
    assert_eq!(redo(&charged), ["Breached"]);
    let mut withdrawn = again("P1", "11-25T10:00");
    let pen = withdrawn.pen("11-27T10:00");
    withdrawn.records.merge(withdraw(&pen, &next_case(), &next(&withdrawn), "no"));
    // Another matter, one that comes too late, and one that was taken back call upon nothing.
    assert_eq!(redo(&withdrawn), ["NotApplicable"]);
    assert_eq!(redo(&again("P14", "11-25T10:00")), ["NotApplicable"]);
    assert_eq!(redo(&again("P1", "12-18T10:00")), ["NotApplicable"]);
}
