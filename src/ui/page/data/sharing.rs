use super::copies::words;
use super::guarding::AskFolder;
use crate::app::backup::use_backup;
use crate::app::desk::use_desk;
use crate::app::folder::{Sharing, keeper};
use crate::platform::folder::is_supported;
use crate::ui::part::{Button, Glyph, Icon, TimeText, live, said};
use leptos::prelude::*;

/// The exchange with other devices through the folder.
#[component]
pub(super) fn SharedFolder() -> impl IntoView {
    let backup = use_backup();
    let face = keeper(backup).face();
    let state = {
        let face = face.clone();
        Memo::new(move |_| {
            let shared = face.with(|face| face.chosen.as_ref().map(|chosen| chosen.shared));
            (face.with(|face| face.known), shared, face.with(|face| face.sharing.samples))
        })
    };
    let body = live(move || {
        match state.get() {
        _ if !is_supported() => view! { <p class="hint">{said(|t| t.folder().not_here)}</p> }.into_any(),
        (false, ..) => ().into_any(),
        (true, None, _) => view! { <p class="hint">{said(|t| t.folder().share_first)}</p> }.into_any(),
        (true, Some(shared), samples) => view! {
            {samples.then(|| view! { <p class="hint">{said(|t| t.folder().share_samples)}</p> })}
            {(shared && !samples).then(|| view! { <Exchange/> })}
            <div class="btn-row">{(shared && !samples).then(|| view! { <ExchangeNow/> })} <Switch shared=shared/></div>
        }
        .into_any(),
    }
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.folder().share_title)}</h2>
            <p>{said(|t| t.folder().share_text)}</p>
            {body}
        </section>
    }
    .into_any()
}

#[component]
fn ExchangeNow() -> impl IntoView {
    let backup = use_backup();
    let busy = RwSignal::new(false);
    let exchange = move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            keeper(backup).exchange().await;
            busy.try_set(false);
        });
    };
    view! {
        <Button
            label=|t| t.folder().share_now
            busy=(busy.into(), |t| t.folder().share_now)
            on_press=exchange
        />
    }
}

#[component]
fn Switch(shared: bool) -> impl IntoView {
    let backup = use_backup();
    let switch = move |()| {
        leptos::task::spawn_local(async move {
            // What stands in the way is told in a line that stays.
            let _ = keeper(backup).share_with_others(!shared).await;
        });
    };
    let (label, class): (crate::ui::part::Text, _) = match shared {
        true => (|t| t.folder().share_stop, "btn btn-quiet"),
        false => (|t| t.folder().share_start, "btn"),
    };
    view! { <Button label=label class=class on_press=switch/> }
}

/// What was sent, what came from whom, and what did not come.
#[component]
fn Exchange() -> impl IntoView {
    let desk = use_desk();
    let face = keeper(use_backup()).face();
    let sharing = Memo::new(move |_| face.with(|face| face.sharing.clone()));
    let name = {
        let face = keeper(use_backup()).face();
        Memo::new(move |_| face.with(|face| face.chosen.as_ref().map(|chosen| chosen.name.clone())))
    };
    live(move || {
        let Sharing { sent, received, waiting, newer, refused, locked, trouble, .. } = sharing.get();
        let nothing = || view! { {said(|t| t.folder().nothing_yet)} }.into_any();
        let sent = sent.map_or_else(nothing, |at| view! { <TimeText at=at/> }.into_any());
        let from = move |(code, at): (String, u64)| {
            let from = Signal::derive(move || desk.t().folder().from_device(&code));
            view! { <span class="from-device">{from} " · " <TimeText at=at/></span> }.into_any()
        };
        let received = match received.is_empty() {
            true => nothing(),
            false => received.into_iter().map(from).collect_view().into_any(),
        };
        let t = desk.t().folder();
        let told = [
            (waiting, t.waiting(&waiting)),
            (newer, t.newer(&newer)),
            (refused, t.refused(&refused)),
            (locked, t.locked(&locked)),
        ];
        let told = told.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
        let stands = trouble.map(|trouble| words(desk.t(), &trouble, &name.get().unwrap_or_default()));
        let lines = told.chain(stands).map(|words| {
            view! { <p class="folder-trouble"><Icon glyph=Glyph::Warning/><span>{words}</span></p> }
        });
        view! {
            <p role="status">{said(|t| t.folder().share_on)}</p>
            <dl class="facts">
                <dt>{said(|t| t.folder().sent)}</dt>
                <dd>{sent}</dd>
                <dt>{said(|t| t.folder().received)}</dt>
                <dd>{received}</dd>
            </dl>
            {lines.collect_view()}
            {(locked > 0).then(|| view! { <AskFolder/> })}
        }
    })
}
