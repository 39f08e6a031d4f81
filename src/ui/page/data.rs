//! The copy outside this browser, the file from another device, and what is kept here.

mod back;
mod copies;
mod device;
mod earlier;
mod guarding;
mod importing;
mod label;
mod lists;
mod plan;
mod protecting;
mod sharing;
mod steps;
mod table;
mod unkey;
mod unseal;

pub(crate) use copies::FolderLine;
pub(super) use importing::FileChoice;
pub(crate) use importing::Importing;
pub(super) use lists::ListButton;
pub(super) use steps::ImportSteps;

use super::safety::{SampleSection, told};
use crate::app::backup::{Outcome, Weight, use_backup};
use crate::app::desk::use_desk;
use crate::i18n::archive_words::size;
use crate::ui::part::{Button, Glyph, TimeText, label, live, said};
use copies::Copies;
use device::{DamagedRows, ThisDevice};
use earlier::EarlierImports;
use leptos::prelude::*;
use lists::Lists;
use protecting::{Protecting, Protection};
use sharing::SharedFolder;

/// Export, import, and what this browser keeps.
#[component]
pub(crate) fn Data() -> impl IntoView {
    let importing = Importing::new();
    leptos::task::spawn_local(use_backup().refresh());
    let content = live(move || match importing.is_idle() {
        true => view! { <Overview importing=importing/> }.into_any(),
        false => view! {
            <ImportSteps importing=importing>
                <div class="btn-row">
                    <Button label=|t| t.data().back_to_data on_press=move |()| importing.reset()/>
                </div>
            </ImportSteps>
        }
        .into_any(),
    });
    view! {
        <div class="page data-page">
            <div class="page-head"><h1>{said(|t| t.data().title)}</h1></div>
            {content}
        </div>
    }
    .into_any()
}

#[component]
fn Overview(importing: Importing) -> impl IntoView {
    view! {
        <p class="data-lead">{said(|t| t.data().lead)}</p>
        <DamagedRows/>
        <div class="data-columns">
            <Export/>
            <section class="section card">
                <h2>{said(|t| t.data().import_title)}</h2>
                <p>{said(|t| t.data().import_text)}</p>
                <FileChoice
                    importing=importing
                    label=label(|t| t.data().choose)
                />
            </section>
        </div>
        <EarlierImports importing=importing/>
        <div class="data-columns">
            <Copies/>
            <SharedFolder/>
        </div>
        <ThisDevice/>
        <Lists/>
        <SampleSection/>
    }
    .into_any()
}

/// One file with everything in it.
#[component]
fn Export() -> impl IntoView {
    let desk = use_desk();
    let backup = use_backup();
    let busy = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Outcome>);
    let weight = RwSignal::new(Weight::default());
    let wanted = RwSignal::new(true);
    leptos::task::spawn_local(async move {
        let found = backup.weight().await;
        weight.try_set(found);
    });
    let with_photos = move || wanted.get() && weight.get().fits();
    let protecting = Protecting::new();
    let export = move |()| {
        let Some(passphrase) = protecting.take() else { return };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let photos = untrack(with_photos);
            let done = match passphrase {
                None => Ok(backup.export_with(photos).await),
                Some(passphrase) => backup.export_sealed(photos, &passphrase).await,
            };
            protecting.done(done.is_err());
            outcome.try_set(done.ok());
            busy.try_set(false);
        });
    };
    let last = live(move || match backup.last.get() {
        Some(at) => view! { {said(|t| t.data().export_last)} " " <TimeText at=at/> }.into_any(),
        None => view! { {said(|t| t.data().export_never)} }.into_any(),
    });
    let changes = Signal::derive(move || match (backup.changes.get(), backup.last.get()) {
        (0, _) => String::new(),
        (count, Some(_)) => desk.t().data().changes_since(&count),
        (count, None) => desk.t().data().changes_here(&count),
    });
    let result = Signal::derive(move || {
        let less = weight.get().count > 0 && !with_photos();
        outcome.with(|outcome| match outcome {
            Some(Outcome::Whole(name)) if less => desk.t().photos().export_without(name),
            Some(outcome) => told(desk.t(), outcome),
            None => String::new(),
        })
    });
    let choice = live(move || {
        let Weight { count, bytes } = weight.get();
        let bytes = size(bytes);
        if count == 0 {
            return None;
        }
        if !weight.get().fits() {
            return Some(view! { <p class="hint">{desk.t().photos().too_many(&bytes)}</p> }.into_any());
        }
        let tick = view! {
            <label class="tick-line">
                <input
                    type="checkbox"
                    prop:checked=wanted
                    on:change=move |event| {
                        wanted.set(event_target_checked(&event));
                        outcome.set(None);
                    }
                />
                <span>{move || desk.t().photos().with(&count, &bytes)}</span>
            </label>
            <p class="hint">{said(|t| t.photos().with_hint)}</p>
        };
        Some(tick.into_any())
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.data().export_title)}</h2>
            <p>{said(|t| t.data().export_text)}</p>
            <p class="last-export"><span>{last}</span><span class="muted">{changes}</span></p>
            {choice}
            <Protection protecting=protecting/>
            <div class="btn-row">
                <Button
                    label=|t| t.data().export
                    class="btn btn-primary"
                    glyph=Glyph::Data
                    busy=(busy.into(), |t| t.data().exporting)
                    on_press=export
                />
            </div>
            <p class="small outcome" role="status">{result}</p>
        </section>
    }
    .into_any()
}
