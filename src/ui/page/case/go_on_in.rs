use super::Shown;
use crate::app::command::follow_process;
use crate::app::desk::{Desk, use_desk};
use crate::catalog;
use crate::domain::id::StageId;
use crate::domain::process::Process;
use crate::ui::part::{Button, ChoiceOption, Select, label, live, said};
use leptos::prelude::*;

/// Lets the case go on in another process, from a stage that is chosen: an enquiry that became
/// a contract.
#[component]
pub(super) fn GoOnIn(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let chosen = RwSignal::new(String::new());
    let stage = RwSignal::new(String::new());
    let offers = Memo::new(move |_| {
        let now = s.with_value(|shown| shown.read(|case| case.process().map(|at| at.id.to_string())));
        let offers = offers(desk);
        offers.into_iter().filter(|(id, _)| Some(id) != now.as_ref()).collect::<Vec<_>>()
    });
    let process = Memo::new(move |_| {
        let id = Some(chosen.get()).filter(|id| !id.is_empty())?;
        desk.newest_process(desk.lang.get(), &id)
    });
    let options = move || {
        let none = ChoiceOption::new("", desk.t().process().follow_choose);
        let each = offers.get().into_iter().map(|(id, name)| ChoiceOption::new(id, name));
        std::iter::once(none).chain(each).collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        chosen.set(id);
        let first = untrack(|| process.get()).and_then(|process| process.stages.first());
        stage.set(first.map(|stage| stage.id.to_string()).unwrap_or_default());
    };
    let rest = live(move || {
        let process = process.get()?;
        let stages = process.stages.iter().map(|stage| ChoiceOption::new(stage.id.as_str(), &stage.name));
        let stages = stages.collect::<Vec<_>>();
        Some(view! {
            <Select
                label=label(|t| t.process().follow_stage)
                options=Signal::stored(stages)
                value=stage
                on_choose=move |id: String| stage.set(id)
            />
            <Button
                label=|t| t.process().follow_go
                on_press=move |()| {
                    if go_on(desk, &s.get_value(), process, &stage.get_untracked()) {
                        chosen.set(String::new());
                    }
                }
            />
        })
    });
    view! {
        <h3 class="label">{said(|t| t.process().follow_other)}</h3>
        <p class="hint">{said(|t| t.process().follow_hint)}</p>
        <Select
            label=label(|t| t.process().follow_which)
            options=Signal::derive(options)
            value=chosen
            on_choose=choose
        />
        {rest}
    }
    .into_any()
}

/// The processes that a case can follow, by id and name: the shop's own, then the built-in ones.
fn offers(desk: Desk) -> Vec<(String, String)> {
    let built_in = catalog::processes(desk.lang.get()).iter().filter(|process| !process.within_case);
    let mut all: Vec<(String, String)> = desk.index.with(|index| {
        let own = index.own_processes().into_iter().filter(|own| own.is_offered());
        own.map(|own| (own.id.clone(), own.name.clone())).collect()
    });
    all.extend(built_in.map(|process| (process.at.id.to_string(), process.name.clone())));
    all
}

fn go_on(desk: Desk, shown: &Shown, process: &Process, stage: &str) -> bool {
    let case = shown.case_untracked();
    let Some(stage) = StageId::parse(stage) else { return false };
    // Only what can be followed is offered.
    let Ok(records) = follow_process(&desk.pen(), &shown.id, &case, process, &stage) else { return false };
    desk.save(records);
    desk.say(untrack(|| desk.t()).process().followed(&process.name), Some(shown.id.clone()));
    true
}
