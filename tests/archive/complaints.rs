//! What is written down of complaints.

use super::{date, id, text};
use casebook::domain::case::{CaseEvent, CaseField, Channel};
use casebook::domain::complaint::{
    Cause, ComplaintAcknowledged, ComplaintAnswered, ComplaintDay, ComplaintField, ComplaintJudged,
    ComplaintKind, ComplaintReceived, ComplaintText, ComplaintVerdict, Finding, Mood, RemedyAnswer, Seeks,
    Severity,
};
use casebook::domain::id::StaffId;
use casebook::domain::local_time::LocalTime;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn case_field() -> impl Strategy<Value = CaseField> {
    let words = (select(ComplaintText::ALL.to_vec()), text())
        .prop_map(|(part, text)| ComplaintField::Text(part, text));
    let field = prop_oneof![
        5 => words,
        1 => of(select(ComplaintKind::ALL.to_vec())).prop_map(ComplaintField::Kind),
        1 => of(select(Cause::ALL.to_vec())).prop_map(ComplaintField::Cause),
        1 => of(select(Severity::ALL.to_vec())).prop_map(ComplaintField::Severity),
        1 => of(select(Seeks::ALL.to_vec())).prop_map(ComplaintField::Seeks),
        1 => of(select(Mood::ALL.to_vec())).prop_map(ComplaintField::Mood),
        2 => of(id(StaffId::parse)).prop_map(ComplaintField::About),
        2 => of(id(StaffId::parse)).prop_map(ComplaintField::Handler),
        1 => of(select(Finding::ALL.to_vec())).prop_map(ComplaintField::Finding),
        1 => of(select(RemedyAnswer::ALL.to_vec())).prop_map(ComplaintField::Agreed),
        1 => (select(ComplaintDay::ALL.to_vec()), of(date()))
            .prop_map(|(day, date)| ComplaintField::Day(day, date)),
    ];
    field.prop_map(CaseField::Complaint)
}

pub(super) fn case_event() -> impl Strategy<Value = CaseEvent> {
    let channel = || select(Channel::ALL.to_vec());
    let at = || select(["1900-01-01T00:00", "2026-11-21T23:59"].map(LocalTime::parse).to_vec());
    let known = || at().prop_filter_map("a time", |at| at);
    prop_oneof![
        (of(channel()), of(known()))
            .prop_map(|(channel, at)| { CaseEvent::ComplaintReceived(ComplaintReceived { channel, at }) }),
        (channel(), known(), text()).prop_map(|(channel, at, words)| {
            CaseEvent::ComplaintAcknowledged(ComplaintAcknowledged { channel, at, words })
        }),
        (channel(), known())
            .prop_map(|(channel, at)| CaseEvent::ComplaintAnswered(ComplaintAnswered { channel, at })),
        (select(ComplaintVerdict::ALL.to_vec()), text())
            .prop_map(|(verdict, words)| { CaseEvent::ComplaintJudged(ComplaintJudged { verdict, words }) }),
    ]
}
