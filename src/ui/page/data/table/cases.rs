use super::Choices;
use crate::app::desk::use_desk;
use crate::archive::tables::{SheetKind, activities};
use crate::ui::part::{ChoiceOption, Select, TextField, label, live, said};
use leptos::prelude::*;

/// The most activities that are offered as those that close a case.
const MOST_ACTIVITIES: usize = 60;

/// Of cases: which process those follow that name none, what they come from, and what closes them.
#[component]
pub(super) fn CaseChoices(choices: Choices) -> impl IntoView {
    let desk = use_desk();
    let faces = Memo::new(move |_| {
        let faces = desk.process_faces().into_iter();
        faces.map(|face| ChoiceOption::new(face.id, face.name)).collect::<Vec<_>>()
    });
    let processes = Signal::derive(move || {
        let usual = ChoiceOption::new("", desk.t().import().process_usual);
        std::iter::once(usual).chain(faces.get()).collect()
    });
    let closing =
        live(move || (choices.kind.get() == SheetKind::Events).then(|| view! { <Closing choices=choices/> }));
    view! {
        <div class="plan-filter">
            <Select
                label=label(|t| t.import().process)
                options=processes
                value=Signal::derive(move || {
                    choices.process.get().map(|at| at.id.to_string()).unwrap_or_default()
                })
                on_choose=move |value: String| {
                    choices.process.set(desk.beginning(&value).map(|(at, _)| at));
                }
            />
            <TextField
                label=label(|t| t.import().source)
                value=choices.source
                hint=label(|t| t.import().source_hint)
                on_commit=move |text: String| choices.source.set(text)
            />
        </div>
        {closing}
    }
    .into_any()
}

/// Which activities close a case: those first that often come last.
#[component]
fn Closing(choices: Choices) -> impl IntoView {
    let desk = use_desk();
    let names = Memo::new(move |_| {
        let table = choices.table.get().ok();
        table.map(|table| choices.columns.with(|columns| activities(&table, columns))).unwrap_or_default()
    });
    let name = move |name: String| {
        let (own, of_change) = (name.clone(), name.clone());
        view! {
            <li>
                <label class="tick-line">
                    <input
                        type="checkbox"
                        prop:checked=move || choices.closing.with(|closing| closing.contains(&own))
                        on:change=move |event| {
                            let closes = event_target_checked(&event);
                            choices.closing.update(|closing| {
                                closing.retain(|each| *each != of_change);
                                if closes {
                                    closing.push(of_change.clone());
                                }
                            });
                        }
                    />
                    <span>{name}</span>
                </label>
            </li>
        }
    };
    live(move || {
        let names = names.get();
        if names.is_empty() {
            return ().into_any();
        }
        let more = names.len().saturating_sub(MOST_ACTIVITIES);
        view! {
            <fieldset class="field closing">
                <legend class="label">{said(|t| t.import().closed_by)}</legend>
                <p class="hint">{said(|t| t.import().closed_by_hint)}</p>
                <ul class="closing-names">
                    {names.into_iter().take(MOST_ACTIVITIES).map(name).collect_view()}
                </ul>
                {(more > 0).then(|| view! { <p class="hint">{move || desk.t().data().more(&more)}</p> })}
            </fieldset>
        }
        .into_any()
    })
}
