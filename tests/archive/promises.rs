//! Promises, and the calendar that they are measured by.

use super::visits::local_time;
use super::{date, id, text};
use casebook::domain::calendar::{DayRule, MakeUpHours, Moment, SpecialDay, Zone};
use casebook::domain::case::{CaseEvent, Channel};
use casebook::domain::hours::{Hours, Period};
use casebook::domain::id::{ClauseId, CustomerId, LetterId, ParameterId, StaffId};
use casebook::domain::letter::{LetterField, Purpose, RecordPeriod};
use casebook::domain::promise::{
    ClauseTerms, PromiseKept, PromiseKind, PromiseRules, Remedied, RemedyWay, Terms,
};
use casebook::domain::shop::ShopField;
use casebook::domain::visit::VisitField;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn periods(at_least: usize) -> impl Strategy<Value = Vec<Period>> {
    let days = ["", "09:00-12:00", "09:00-12:00, 13:00-18:00", "22:00-02:00"];
    let days = days.map(|day| Hours::parse_day(day).expect(day)).into_iter();
    select(days.filter(|day| day.len() >= at_least).collect::<Vec<_>>())
}

fn special_day() -> impl Strategy<Value = SpecialDay> {
    let rule = prop_oneof![
        Just(DayRule::Holiday),
        (0..7_u8).prop_map(|day| DayRule::MakeUp(MakeUpHours::Like(day))),
        periods(1).prop_map(|own| DayRule::MakeUp(MakeUpHours::Own(own))),
        periods(0).prop_map(DayRule::Changed),
    ];
    (rule, text()).prop_map(|(rule, name)| SpecialDay { rule, name })
}

pub(super) fn shop_field() -> impl Strategy<Value = ShopField> {
    let zones = ["Asia/Shanghai", "America/New_York", "UTC+05:45", "UTC-03:00"];
    let zones = zones.map(|name| Zone::parse(name).expect(name));
    prop_oneof![
        select(zones.to_vec()).prop_map(ShopField::Zone),
        (1..=99_u32, of(id(StaffId::parse))).prop_map(|(warn_percent, escalate_to)| {
            ShopField::PromiseRules(PromiseRules { warn_percent, escalate_to })
        }),
        (date(), of(special_day())).prop_map(|(date, day)| ShopField::Day(date, day)),
    ]
}

/// A minute that dates can say.
fn moment() -> impl Strategy<Value = Moment> {
    (0..120_000_000_u32).prop_map(Moment::of_number)
}

fn promise() -> impl Strategy<Value = PromiseKind> {
    select(PromiseKind::ALL.to_vec())
}

fn terms() -> impl Strategy<Value = Terms> {
    let values = vec((id(ParameterId::parse), any::<u32>()), 0..3);
    let clause = (id(ClauseId::parse), values).prop_map(|(clause, values)| ClauseTerms { clause, values });
    (id(LetterId::parse), text(), any::<u32>(), vec(clause, 0..4), text()).prop_map(
        |(letter, number, revision, clauses, remedy)| Terms { letter, number, revision, clauses, remedy },
    )
}

pub(super) fn case_event() -> impl Strategy<Value = CaseEvent> {
    let kept = (promise(), of(moment()), of(select(Channel::ALL.to_vec())), text());
    let remedied = (promise(), moment(), select(RemedyWay::ALL.to_vec()), text());
    prop_oneof![
        terms().prop_map(CaseEvent::Promised),
        kept.prop_map(|(promise, at, channel, words)| {
            CaseEvent::Kept(PromiseKept { promise, at, channel, words })
        }),
        remedied.prop_map(|(promise, started, way, words)| {
            CaseEvent::Remedied(Remedied { promise, started, way, words })
        }),
    ]
}

pub(super) fn visit_field() -> impl Strategy<Value = VisitField> {
    local_time().prop_map(VisitField::Arrived)
}

pub(super) fn letter_field() -> impl Strategy<Value = LetterField> {
    of(select(RecordPeriod::ALL.to_vec())).prop_map(LetterField::Record)
}

pub(super) fn purpose() -> impl Strategy<Value = Purpose> {
    id(CustomerId::parse).prop_map(Purpose::Customer)
}
