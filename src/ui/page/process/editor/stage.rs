use super::editing::Editing;
use super::task::TaskCard;
use crate::app::desk::use_desk;
use crate::domain::custom_process::{DefinitionError, StageDefinition, Towards};
use crate::domain::id::{StageId, TaskId};
use crate::ui::field_error::Told;
use crate::ui::part::{Glyph, Icon, TextField, focus_moved, movers, on_arrows, said};
use leptos::prelude::*;

/// A stage with its tasks.
#[component]
pub(super) fn StageCard(editing: Editing, stage: StageId, tasks: Vec<TaskId>) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(stage.clone());
    let number = move || {
        let at = editing.structure.with(|all| all.iter().position(|(id, _)| s.with_value(|s| s == id)));
        at.unwrap_or_default() + 1
    };
    let with_stage = move |read: fn(&StageDefinition) -> String| {
        editing.read(move |draft| {
            let found = draft.stages.iter().find(|stage| s.with_value(|s| *s == stage.id));
            found.map(read).unwrap_or_default()
        })
    };
    let name = with_stage(|stage| stage.name.clone());
    let review = with_stage(|stage| stage.review.to_string());
    let called = Signal::derive(move || match name.get() {
        name if name.trim().is_empty() => desk.t().process().stage_number(&number()),
        name => name,
    });
    let error = Signal::derive(move || {
        let why = editing.wrong.get()?;
        let here = match &why {
            DefinitionError::StageName(id, _)
            | DefinitionError::NoTask(id)
            | DefinitionError::TooManyTasks(id)
            | DefinitionError::DuplicateStage(id) => s.with_value(|s| s == id),
            _ => false,
        };
        here.then(|| why.tell(desk.t()))
    });
    let go = Callback::new(move |towards: Towards| {
        let stage = s.get_value();
        editing.change(|draft| draft.move_stage(&stage, towards));
        focus_moved(stage.as_str());
    });
    let can = move |towards| editing.draft.with(|draft| s.with_value(|s| draft.can_move_stage(s, towards)));
    let remove = Callback::new(move |()| {
        let stage = s.get_value();
        editing.change(|draft| draft.remove_stage(&stage));
    });
    let cards: Vec<_> = tasks
        .into_iter()
        .zip(1..)
        .map(|(task, number)| view! { <TaskCard editing=editing task=task number=number/> })
        .collect();
    view! {
        <li
            id=stage.to_string()
            class="card section stage-card"
            tabindex="-1"
            aria-label=move || called.get()
            on:keydown=move |event| on_arrows(&event, go)
        >
            <div class="stage-head">
                <h2>{move || desk.t().process().stage_number(&number())}</h2>
                {movers(called, Signal::derive(move || can(Towards::Start)), Signal::derive(move || can(Towards::End)), go, remove)}
            </div>
            <div class="stage-fields">
                <TextField
                    label=Signal::derive(move || desk.t().process().stage_name(&number()))
                    value=name
                    on_commit=move |text: String| {
                        let stage = s.get_value();
                        editing.change(|draft| {
                            if let Some(stage) = draft.stage_mut(&stage) {
                                stage.name = text;
                            }
                        });
                    }
                    error=error
                />
                <label class="switch">
                    <input
                        type="checkbox"
                        prop:checked=move || review.with(|review| review == "true")
                        on:change=move |event| {
                            let (stage, on) = (s.get_value(), event_target_checked(&event));
                            editing.change(|draft| {
                                if let Some(stage) = draft.stage_mut(&stage) {
                                    stage.review = on;
                                }
                            });
                        }
                    />
                    <span>{said(|t| t.process().stage_review)}</span>
                </label>
            </div>
            <ol class="task-cards">{cards}</ol>
            <div class="btn-row">
                <button type="button" class="btn btn-quiet" on:click=move |_| editing.add_task(&s.get_value())>
                    <Icon glyph=Glyph::Plus/>
                    {said(|t| t.process().add_task)}
                </button>
            </div>
        </li>
    }
    .into_any()
}
