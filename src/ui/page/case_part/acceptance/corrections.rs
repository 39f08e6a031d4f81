use super::super::fold::{Fold, NewForm};
use super::{keep, remover};
use crate::app::command::{AcceptanceError, put_correction};
use crate::app::desk::use_desk;
use crate::domain::acceptance::Correction;
use crate::domain::case::CaseItemKey;
use crate::domain::id::CorrectionId;
use crate::domain::text::MAX_TEXT;
use crate::platform::random;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{TextField, label, live};
use leptos::prelude::*;

/// What must be made right before the result is accepted.
#[component]
pub(super) fn Corrections(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let ids = Memo::new(move |_| {
        let case = s.with_value(Shown::case);
        case.corrections().into_iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()
    });
    let used = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let rows = live(move || {
        used.get().then(|| {
            view! {
                <ul class="noted-list card">
                    <For
                        each=move || ids.get()
                        key=|id| id.clone()
                        children=move |id| view! { <CorrectionRow shown=s.get_value() id=id/> }
                    />
                </ul>
            }
        })
    });
    view! {
        <Fold
            title=|t| t.acceptance().correction_title
            about=|t| t.acceptance().correction_about
            add=|t| t.acceptance().correction_add
            used=used
            open=open
            form=move |()| view! { <CorrectionForm shown=s.get_value() open=open/> }.into_any()
        >
            {rows}
        </Fold>
    }
    .into_any()
}

/// A correction, ticked when it was made.
#[component]
fn CorrectionRow(shown: Shown, id: CorrectionId) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown.clone());
    let key = CaseItemKey::Correction(id.clone());
    let correction = Memo::new({
        let id = id.clone();
        move |_| {
            let case = s.with_value(Shown::case);
            let mut all = case.corrections().into_iter();
            all.find(|(each, _)| **each == id).map(|(_, correction)| correction.clone())
        }
    });
    let what = Signal::derive(move || correction.get().map(|correction| correction.what).unwrap_or_default());
    let done = move || correction.with(|correction| correction.as_ref().is_some_and(|each| each.done));
    let tick = move |event: leptos::ev::Event| {
        let Some(before) = correction.get_untracked() else { return };
        let (shown, done) = (s.get_value(), event_target_checked(&event));
        let made = put_correction(
            &desk.pen(),
            &shown.id,
            &shown.case_untracked(),
            &id,
            Correction { done, ..before },
        );
        if let Ok(records) = made {
            desk.save(records);
        }
    };
    let state =
        move || done().then(|| view! { <span class="tag tag-good">{desk.t().work().correction_done}</span> });
    let remove = remover(desk, shown, key, what);
    view! {
        <li class="noted noted-line">
            <label class="correction">
                <input type="checkbox" class="tick" prop:checked=done on:change=tick/>
                <span>{what}</span>
            </label>
            {state} {remove}
        </li>
    }
    .into_any()
}

/// One after the other is written down: the form stays open.
#[component]
fn CorrectionForm(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let what = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<AcceptanceError>);
    let save = move |_| {
        let id = CorrectionId::from_random(random::bits());
        let correction = Correction { what: what.get_untracked(), ..Correction::default() };
        let made = put_correction(&desk.pen(), &shown.id, &shown.case_untracked(), &id, correction);
        if keep(desk, &shown, made, wrong) {
            what.set(String::new());
        }
    };
    view! {
        <NewForm
            name=|t| t.acceptance().correction_title
            save=|t| t.acceptance().add
            on_save=save on_type=move |()| wrong.set(None)
            open=open
        >
            <TextField
                label=label(|t| t.acceptance().correction_what)
                value=what
                on_type=move |typed| what.set(typed)
                error=told(desk, wrong, |_| true)
                max=MAX_TEXT
            />
        </NewForm>
    }
    .into_any()
}
