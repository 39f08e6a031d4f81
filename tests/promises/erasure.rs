//! Whoever is erased takes nothing of the figures along.

use crate::calendars::shop;
use crate::support::Deed::{self, *};
use crate::support::{Hand, Step, case_id};
use casebook::domain::acceptance::AcceptanceVerdict::Accepted;
use casebook::domain::case::{CaseKind, Urgency};
use casebook::domain::message::MessageMoment;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::promise::{PromiseKind, Promises};
use casebook::domain::waiting::WaitReason;
use casebook::journal::Change;

fn erased(hand: &Hand) -> Hand {
    let mut bare = Hand::with(hand.records.clone());
    let pen = bare.pen("2026-12-31T10:00");
    bare.records.add::<CaseKind>(case_id().as_str(), pen.entry(vec![Change::Erased]));
    bare
}

#[test]
fn every_verdict_stays() {
    let lives: &[&[Step]] = &[
        &[("11-16T10:00", Open(Urgency::Emergency)), ("11-16T10:30", Paper(PaperKind::Appointment))],
        &[
            ("11-16T10:00", Open(Urgency::Normal)),
            ("11-16T11:00", Paper(PaperKind::Appointment)),
            ("11-16T12:00", Urge(Urgency::Emergency)),
            ("11-16T12:30", End(Some("11-17"))),
            ("11-16T13:00", Paper(PaperKind::Appointment)),
        ],
        &[
            ("11-16T10:00", Open(Urgency::Normal)),
            ("11-16T10:30", Say(MessageMoment::Receipt)),
            ("11-16T11:00", Wait(WaitReason::Parts)),
            ("11-16T14:00", GoOn),
            ("11-17T10:00", Paper(PaperKind::Quote)),
            ("11-17T10:30", End(Some("11-20"))),
            ("11-18T10:00", Paper(PaperKind::ProgressReport)),
            ("11-19T10:00", Say(MessageMoment::Delay)),
            ("11-20T10:00", Report),
            ("11-23T10:00", Take(Accepted)),
            ("11-25T10:00", Complain(Some("11-25T09:00"))),
            ("11-25T11:00", Hear("11-25T10:30")),
            ("11-26T11:00", Answer("11-26T10:30")),
            ("11-27T11:00", Call(true)),
        ],
        &[
            ("11-16T10:00", Open(Urgency::Normal)),
            ("11-16T15:00", KeepAt(PromiseKind::FirstResponse, "11-16T14:00")),
            ("11-16T16:00", Deed::Keep(PromiseKind::Plan)),
            ("11-16T16:10", Undo),
            ("11-17T16:00", Agree),
        ],
    ];
    for steps in lives {
        let hand = Hand::of(steps);
        let bare = erased(&hand);
        assert_ne!(bare.journal(), hand.journal());
        let (mut before, mut after) = (hand.promises(), bare.promises());
        assert!(before.clocks.len() > 3, "{steps:?}");
        let sort = |promises: &mut Promises| promises.clocks.sort_by_key(|clock| clock.kind);
        sort(&mut before);
        sort(&mut after);
        assert_eq!(after, before, "{steps:?}");
        let (calendars, now) = (shop(&[]), "2026-12-20T10:00");
        assert_eq!(bare.judged_by(&calendars, now), hand.judged_by(&calendars, now));
    }
}
