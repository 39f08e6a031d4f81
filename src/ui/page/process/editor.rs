//! Writing a process of the shop's own. Each change is kept in the draft as it is made; a
//! version comes to be when the draft is published.

mod editing;
mod stage;
mod task;

use super::Missing;
use super::own::is_built_in;
use crate::app::desk::use_desk;
use crate::domain::custom_process::{Definition, DefinitionError};
use crate::domain::id::ProcessId;
use crate::domain::text::MAX_LINE;
use crate::ui::field_error::Told;
use crate::ui::part::{Button, Glyph, Icon, TextArea, TextField, label, live, said};
use crate::ui::route::Route;
use editing::Editing;
use leptos::prelude::*;
use stage::StageCard;

/// The draft of a process: begun before, or what the latest version says.
#[component]
pub(crate) fn ProcessEditor(id: String) -> impl IntoView {
    let desk = use_desk();
    let Some(process) = ProcessId::parse(&id).filter(|_| !is_built_in(&id)) else {
        return view! { <Missing/> }.into_any();
    };
    let known = {
        let id = id.clone();
        move || desk.index.with(|index| index.processes.contains_key(&id))
    };
    let own = Memo::new(move |_| desk.own_process(&id));
    // What it begins with is read once: later changes come from here.
    let begun = RwSignal::new(None::<Editing>);
    let missing = RwSignal::new(false);
    let owner = Owner::current().unwrap_or_default();
    Effect::new(move |_| {
        let Some(drafts) = desk.drafts() else { return };
        // Without its versions nobody could say which one comes next.
        if begun.with_untracked(Option::is_some) || (known() && own.with(Option::is_none)) {
            return;
        }
        let published = || own.get().and_then(|own| Some(own.latest()?.1.clone()));
        let start: Option<Definition> = drafts.get(&process).cloned().or_else(published);
        missing.set(start.is_none());
        if let Some(start) = start {
            begun.set(Some(owner.with(|| Editing::new(desk, process.clone(), own, start))));
        }
    });
    live(move || match begun.get() {
        Some(editing) => view! { <Editor editing=editing/> }.into_any(),
        None if missing.get() => view! { <Missing/> }.into_any(),
        None => ().into_any(),
    })
    .into_any()
}

#[component]
fn Editor(editing: Editing) -> impl IntoView {
    let desk = use_desk();
    let about = move || match editing.next_version() {
        1 => desk.t().process().edit_new.to_owned(),
        next => desk.t().process().edit_next(&next),
    };
    let stages = live(move || {
        let structure = editing.structure.get();
        let card = |(stage, tasks)| view! { <StageCard editing=editing stage=stage tasks=tasks/> }.into_any();
        structure.into_iter().map(card).collect::<Vec<AnyView>>()
    });
    let wrong = move |fits: fn(&DefinitionError) -> bool| {
        Signal::derive(move || editing.wrong.get().filter(fits).map(|why| why.tell(desk.t())))
    };
    let to_fix = move || {
        let why = editing.wrong.get()?;
        let words = desk.t().process().to_fix(&why.tell(desk.t()));
        Some(view! { <p class="field-error" role="alert">{words}</p> })
    };
    view! {
        <div class="page process-editor">
            <p class="back-link">
                <a href=Route::Processes.href()><Icon glyph=Glyph::Back/>{said(|t| t.process().title)}</a>
            </p>
            <div class="page-head"><h1>{said(|t| t.process().edit_title)}</h1></div>
            <p class="page-lead">{about} " " {said(|t| t.process().draft_kept)}</p>
            <section class="card section">
                <TextField
                    label=label(|t| t.process().name)
                    value=editing.read(|d| d.name.clone())
                    on_commit=move |text: String| editing.change(|d| d.name = text)
                    error=wrong(|why| matches!(why, DefinitionError::Name(_)))
                />
                <TextArea
                    label=label(|t| t.process().about)
                    value=editing.read(|d| d.about.clone())
                    on_commit=move |text: String| editing.change(|d| d.about = text)
                    error=wrong(|why| matches!(why, DefinitionError::About(_)))
                    rows=2
                    max=MAX_LINE
                />
                <label class="switch">
                    <input
                        type="checkbox"
                        prop:checked=move || editing.draft.with(|d| d.within_case)
                        on:change=move |event| {
                            let on = event_target_checked(&event);
                            editing.change(|d| d.within_case = on);
                        }
                    />
                    <span>{said(|t| t.process().runs_within)}</span>
                </label>
            </section>
            <p class="hint">{said(|t| t.process().keys_hint)}</p>
            <ol class="stage-cards">{stages}</ol>
            <div class="btn-row">
                <Button
                    label=|t| t.process().add_stage
                    glyph=Glyph::Plus
                    on_press=move |()| editing.add_stage()
                />
            </div>
            {to_fix}
            <Foot editing=editing/>
        </div>
    }
    .into_any()
}

/// Publish, undo, discard.
#[component]
fn Foot(editing: Editing) -> impl IntoView {
    let desk = use_desk();
    let publish = move || desk.t().process().publish(&editing.next_version());
    view! {
        <div class="btn-row editor-foot">
            <button type="button" class="btn btn-primary" on:click=move |_| editing.publish()>{publish}</button>
            <button
                type="button"
                class="btn"
                prop:disabled=move || editing.past.with(Vec::is_empty)
                on:click=move |_| editing.undo()
            >
                <Icon glyph=Glyph::Undo/>
                {said(|t| t.process().undo_edit)}
            </button>
            <Button
                label=|t| t.process().discard
                class="btn btn-quiet"
                on_press=move |()| editing.discard()
            />
        </div>
    }
    .into_any()
}
