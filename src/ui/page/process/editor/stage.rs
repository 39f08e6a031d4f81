use super::editing::{Editing, focus_moved};
use super::task::TaskCard;
use crate::app::desk::use_desk;
use crate::domain::custom_process::{DefinitionError, StageDefinition, Towards};
use crate::domain::id::{StageId, TaskId};
use crate::ui::field_error::Told;
use crate::ui::part::{Glyph, Icon, TextField, said};
use leptos::ev::KeyboardEvent;
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

/// The buttons that move something up and down, or take it out.
pub(super) fn movers(
    what: Signal<String>,
    can_up: Signal<bool>,
    can_down: Signal<bool>,
    go: Callback<Towards>,
    remove: Callback<()>,
) -> AnyView {
    let desk = use_desk();
    view! {
        <div class="movers">
            <button
                type="button"
                class="btn btn-icon"
                aria-label=move || desk.t().process().move_up(&what.get())
                prop:disabled=move || !can_up.get()
                on:click=move |_| go.run(Towards::Start)
            >
                <Icon glyph=Glyph::Up/>
            </button>
            <button
                type="button"
                class="btn btn-icon"
                aria-label=move || desk.t().process().move_down(&what.get())
                prop:disabled=move || !can_down.get()
                on:click=move |_| go.run(Towards::End)
            >
                <Icon glyph=Glyph::Down/>
            </button>
            <button
                type="button"
                class="btn btn-icon"
                aria-label=move || desk.t().process().remove(&what.get())
                on:click=move |_| remove.run(())
            >
                <Icon glyph=Glyph::Close/>
            </button>
        </div>
    }
    .into_any()
}

/// Moves by Alt and an arrow.
pub(super) fn on_arrows(event: &KeyboardEvent, go: Callback<Towards>) {
    if !event.alt_key() || event.is_composing() {
        return;
    }
    let towards = match event.key().as_str() {
        "ArrowUp" => Towards::Start,
        "ArrowDown" => Towards::End,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    // What is typed is taken first: the field is made anew at the new place.
    commit_typing();
    go.run(towards);
}

fn commit_typing() {
    use wasm_bindgen::JsCast;
    let here =
        document().active_element().and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(here) = here {
        let _ = here.blur();
    }
}
