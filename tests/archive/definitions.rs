//! Processes of a shop's own.

use casebook::domain::custom_process::{
    ChoiceDefinition, CustomProcessField, Definition, EvidenceDefinition, StageDefinition, TaskDefinition,
};
use casebook::domain::id::{StageId, TaskId};
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::process::{Lane, Role};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn process_field() -> impl Strategy<Value = CustomProcessField> {
    prop_oneof![
        4 => (1..3_u32, definition())
            .prop_map(|(number, definition)| CustomProcessField::Version(number, Box::new(definition))),
        1 => any::<bool>().prop_map(CustomProcessField::Retired),
    ]
}

fn definition() -> impl Strategy<Value = Definition> {
    let stages = prop::collection::vec((word(), any::<bool>(), prop::collection::vec(task(), 1..3)), 1..3);
    (select(Lang::ALL.to_vec()), word(), any::<bool>(), stages).prop_map(
        |(lang, name, within_case, stages)| {
            let stage = |(at, (name, review, mut tasks)): (usize, (String, bool, Vec<TaskDefinition>))| {
                let id = |text: String| TaskId::parse(&text).expect("an id");
                (0..).zip(&mut tasks).for_each(|(nth, task)| task.id = id(format!("t{at}-{nth}")));
                StageDefinition { id: StageId::parse(&format!("s{at}")).expect("an id"), name, review, tasks }
            };
            let stages = stages.into_iter().enumerate().map(stage).collect();
            Definition { lang, name, about: String::new(), within_case, stages }
        },
    )
}

/// A name that is not empty.
fn word() -> impl Strategy<Value = String> {
    "[a-c王]{1,3}"
}

fn task() -> impl Strategy<Value = TaskDefinition> {
    let lane = select(vec![Lane::Customer, Lane::Frontstage, Lane::Backstage]);
    let role = select(vec![Role::Operator, Role::Supervisor, Role::Cashier, Role::Member]);
    (word(), any::<bool>(), lane, role, evidence(), of(any::<u32>())).prop_map(
        |(text, required, lane, role, evidence, limit)| TaskDefinition {
            id: TaskId::from_random(0),
            hint: text.clone(),
            text,
            required,
            lane,
            role,
            evidence,
            limit,
        },
    )
}

fn evidence() -> impl Strategy<Value = EvidenceDefinition> {
    use EvidenceDefinition as E;
    let choice = |(at, label): (usize, String)| ChoiceDefinition { id: format!("c{at}"), label };
    prop_oneof![
        select(vec![E::Tick, E::Text, E::Number, E::Date, E::Photo, E::Signature]),
        select(PaperKind::ALL.to_vec()).prop_map(E::Paper),
        select(vec!["needs", "visits"]).prop_map(|name| E::Record(name.to_owned())),
        prop::collection::vec(word(), 2..4)
            .prop_map(move |labels| E::Choice(labels.into_iter().enumerate().map(choice).collect())),
    ]
}
