//! What is written down about visits.

use super::{id, text};
use casebook::domain::id::{CaseId, StaffId};
use casebook::domain::local_time::{LocalTime, Window};
use casebook::domain::visit::{Coverage, MAX_TRAVEL, VisitCharge, VisitField, VisitState, VisitStep};
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn local_time() -> impl Strategy<Value = LocalTime> {
    let times = ["1900-01-01T00:00", "2026-11-21T09:30", "2026-11-21T11:00", "2199-12-31T23:59"];
    select(times.into_iter().filter_map(LocalTime::parse).collect::<Vec<_>>())
}

fn window() -> impl Strategy<Value = Window> {
    (local_time(), local_time()).prop_filter_map("a window", |(start, end)| Window::new(start, end).ok())
}

pub(super) fn visit_field() -> impl Strategy<Value = VisitField> {
    prop_oneof![
        id(CaseId::parse).prop_map(VisitField::Case),
        window().prop_map(VisitField::When),
        (0..=MAX_TRAVEL).prop_map(VisitField::Travel),
        prop::collection::btree_set(id(StaffId::parse), 0..3).prop_map(VisitField::Staff),
        text().prop_map(VisitField::Purpose),
        (select(VisitState::ALL.to_vec()), text())
            .prop_map(|(to, reason)| VisitField::Step(VisitStep { to, reason })),
        text().prop_map(VisitField::Address),
        super::promises::visit_field(),
        (select(Coverage::ALL.to_vec()), text())
            .prop_map(|(coverage, reason)| VisitField::Charge(VisitCharge { coverage, reason })),
    ]
}
