//! What is written down about improvements.

use super::{date, id, text};
use casebook::domain::case::CaseEvent;
use casebook::domain::id::{CaseId, CoachingId, ImprovementId, ImprovementStepId, StaffId};
use casebook::domain::improvement::{
    Act, Coaching, Course, Effect, ImprovementEvent, ImprovementField, ImprovementNews, MeasureKind,
    NewsStep, Origin, Round, Step,
};
use casebook::domain::money::Quantity;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn figure() -> impl Strategy<Value = Quantity> {
    let figures = ["0", "4.5", "97.125", "999999999.999"];
    select(figures.into_iter().filter_map(Quantity::from_plain).collect::<Vec<_>>())
}

fn effect() -> impl Strategy<Value = Effect> {
    select(Effect::ALL.to_vec())
}

pub(super) fn improvement_field() -> impl Strategy<Value = ImprovementField> {
    let step = (any::<u32>(), text(), any::<bool>(), text()).prop_map(|(rank, what, done, evidence)| Step {
        rank,
        what,
        done,
        evidence,
    });
    let note = (id(StaffId::parse), id(StaffId::parse), date(), [text(), text(), text()]).prop_map(
        |(whom, by, on, [practised, agreed, observed])| Coaching {
            whom,
            by,
            on,
            practised,
            agreed,
            observed,
        },
    );
    let act = (select(Course::ALL.to_vec()), text()).prop_map(|(course, words)| Act { course, words });
    prop_oneof![
        text().prop_map(ImprovementField::Title),
        select(Origin::ALL.to_vec()).prop_map(ImprovementField::Origin),
        text().prop_map(ImprovementField::Occasion),
        id(CaseId::parse).prop_map(ImprovementField::Case),
        text().prop_map(ImprovementField::Why),
        of(select(MeasureKind::ALL.to_vec())).prop_map(ImprovementField::Measure),
        text().prop_map(ImprovementField::Counted),
        of(figure()).prop_map(ImprovementField::Before),
        of(figure()).prop_map(ImprovementField::Goal),
        of(figure()).prop_map(ImprovementField::After),
        of(id(StaffId::parse)).prop_map(ImprovementField::Owner),
        (0..3_u8, of(date())).prop_map(|(which, day)| match which {
            0 => ImprovementField::Due(day),
            1 => ImprovementField::Done(day),
            _ => ImprovementField::Check(day),
        }),
        of(effect()).prop_map(ImprovementField::Verdict),
        of(act).prop_map(ImprovementField::Act),
        any::<bool>().prop_map(ImprovementField::Aside),
        (id(ImprovementStepId::parse), of(step))
            .prop_map(|(id, step)| ImprovementField::Step(id, step.map(Box::new))),
        (id(CoachingId::parse), of(note))
            .prop_map(|(id, note)| ImprovementField::Coaching(id, note.map(Box::new))),
    ]
}

pub(super) fn improvement_event() -> impl Strategy<Value = ImprovementEvent> {
    (figure(), figure(), figure(), effect(), text()).prop_map(|(before, goal, after, effect, words)| {
        ImprovementEvent::WentRound(Round { before, goal, after, effect, words })
    })
}

pub(super) fn case_event() -> impl Strategy<Value = CaseEvent> {
    let step = select(vec![NewsStep::Begun, NewsStep::Coached, NewsStep::Checked]);
    (id(ImprovementId::parse), step, text()).prop_map(|(improvement, step, title)| {
        CaseEvent::Improved(ImprovementNews { improvement, step, title })
    })
}
