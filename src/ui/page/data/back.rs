use super::importing::Importing;
use super::label::record_label;
use crate::app::backup::use_backup;
use crate::app::desk::{Desk, use_desk};
use crate::app::folder::keeper;
use crate::app::import::{Earlier, TakingBack};
use crate::domain::record::{RecordKey, Records};
use crate::i18n::archive_words;
use crate::store::StoreError;
use crate::ui::page::safety::trouble_words;
use crate::ui::part::{Button, Glyph, Icon, Text, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// The most records that are named in a list.
const NAMED: usize = 50;

/// What taking an import back would do, and what of it may be kept.
#[component]
pub(super) fn Back(importing: Importing, earlier: Arc<Earlier>, back: Arc<TakingBack>) -> impl IntoView {
    let desk = use_desk();
    let keep = RwSignal::new(true);
    let TakingBack { gone, less, worked_on, pointed_to } = &*back;
    let pointed_to: Vec<RecordKey> = pointed_to.keys().cloned().collect();
    let lost = earlier
        .mark
        .keys()
        .len()
        .saturating_sub(gone.len() + less.len() + worked_on.len() + pointed_to.len());
    let title = {
        let file = earlier.mark.file.clone();
        Signal::derive(move || desk.t().import().back_title(&file))
    };
    let counted = |count: usize, words: fn(Desk, usize) -> String| {
        (count > 0).then(|| view! { <p>{Signal::derive(move || words(desk, count))}</p> })
    };
    let listed = |keys: Vec<RecordKey>, words: fn(Desk, usize) -> String| {
        let count = keys.len();
        (count > 0).then(|| {
            view! {
                <details class="disclosure">
                    <summary>{Signal::derive(move || words(desk, count))}</summary>
                    <Names keys=keys/>
                </details>
            }
        })
    };
    let held = back.has_held().then(|| {
        view! {
            <label class="tick-line">
                <input
                    type="checkbox"
                    prop:checked=keep
                    on:change=move |event| keep.set(event_target_checked(&event))
                />
                <span>{said(|t| t.import().back_keep)}</span>
            </label>
            <p class="hint">{said(|t| t.import().back_keep_note)}</p>
        }
    });
    let lists = view! {
        {listed(gone.clone(), |desk, count| desk.t().import().back_gone(&count))}
        {listed(less.clone(), |desk, count| desk.t().import().back_less(&count))}
        {listed(worked_on.clone(), |desk, count| desk.t().import().back_worked_on(&count))}
        {listed(pointed_to, |desk, count| desk.t().import().back_pointed_to(&count))}
        {counted(lost, |desk, count| desk.t().import().back_lost(&count))}
    };
    let accept = live({
        let back = back.clone();
        move || {
            let (earlier, back, keep) = (earlier.clone(), back.clone(), keep.get());
            let removed = back.removed(keep);
            if removed.is_empty() {
                return view! { <p>{said(|t| t.import().back_nothing)}</p> }.into_any();
            }
            let held = back.worked_on.len() + back.pointed_to.len();
            let (held, more) = if keep { (held, 0) } else { (0, back.pointed_to.len()) };
            let counts = [back.gone.len() + more, removed.len() - back.gone.len() - more, held];
            view! {
                <Button
                    label=|t| t.import().back_accept
                    class="btn btn-primary"
                    on_press=move |()| importing.take_back(earlier.clone(), removed.clone(), counts)
                />
            }
            .into_any()
        }
    });
    view! {
        <section class="section card">
            <h2>{title}</h2>
            {lists}
            {held}
            {of_sharing(|t| t.import().back_shared)}
            <p class="hint">{said(|t| t.import().back_again)}</p>
            <div class="btn-row">
                {accept}
                <Button label=|t| t.common().cancel on_press=move |()| importing.reset()/>
            </div>
        </section>
    }
    .into_any()
}

/// What records are called.
#[component]
fn Names(keys: Vec<RecordKey>) -> impl IntoView {
    let desk = use_desk();
    let more = keys.len().saturating_sub(NAMED);
    let name = move |key: RecordKey| {
        let words = Signal::derive(move || {
            let name =
                desk.index.with(|index| record_label(desk.t(), desk, index, &Records::default(), &key));
            [archive_words::record_kind(desk.t(), &key.kind), " · ", &name].concat()
        });
        view! { <li>{words}</li> }
    };
    view! {
        <ul class="plain-list">{keys.into_iter().take(NAMED).map(name).collect_view()}</ul>
        {(more > 0).then(|| view! { <p class="hint">{Signal::derive(move || desk.t().data().more(&more))}</p> })}
    }
    .into_any()
}

/// What must be known where other devices take in what is written here: taking back is no entry, so they do
/// not learn of it.
fn of_sharing(words: Text) -> AnyView {
    let face = keeper(use_backup()).face();
    let shared = Memo::new(move |_| face.with(|face| face.chosen.as_ref().is_some_and(|it| it.shared)));
    live(move || {
        shared.get().then(|| {
            view! { <p class="folder-trouble"><Icon glyph=Glyph::Warning/><span>{said(words)}</span></p> }
        })
    })
    .into_any()
}

/// An import was taken back.
#[component]
pub(super) fn TookBack(counts: [usize; 3]) -> impl IntoView {
    let desk = use_desk();
    let [gone, less, kept] = counts;
    let done = Signal::derive(move || desk.t().import().back_done(&gone, &less, &kept));
    view! {
        <section class="section card">
            <p role="status">{done}</p>
            {of_sharing(|t| t.import().back_done_shared)}
            <p class="hint">{said(|t| t.import().back_again)}</p>
        </section>
    }
    .into_any()
}

/// An import was not taken back.
#[component]
pub(super) fn NotBack(error: StoreError) -> impl IntoView {
    let desk = use_desk();
    view! {
        <section class="section card">
            <div role="alert" class="refusal">
                <p>{Signal::derive(move || trouble_words(desk.t(), &error))}</p>
                <p>{said(|t| t.import().back_failed)}</p>
            </div>
        </section>
    }
    .into_any()
}
