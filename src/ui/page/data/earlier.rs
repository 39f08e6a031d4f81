use super::importing::Importing;
use crate::app::desk::use_desk;
use crate::app::import::{Earlier, earlier, keep_for_good};
use crate::ui::part::{Glyph, Icon, TimeText, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// The imports that can be taken back.
#[component]
pub(super) fn EarlierImports(importing: Importing) -> impl IntoView {
    let desk = use_desk();
    let found = RwSignal::new(Vec::<Arc<Earlier>>::new());
    let read = move || {
        leptos::task::spawn_local(async move {
            // Where the store cannot be read, the banner says so.
            if let Ok(earlier) = earlier(desk).await {
                found.try_set(earlier.into_iter().map(Arc::new).collect());
            }
        });
    };
    read();
    let forget = Callback::new(move |earlier: Arc<Earlier>| {
        leptos::task::spawn_local(async move {
            if let Err(error) = keep_for_good(desk, &earlier).await {
                desk.trouble.set(Some(error));
            }
            read();
        });
    });
    live(move || {
        let earlier = found.get();
        if earlier.is_empty() {
            return ().into_any();
        }
        let rows = earlier.into_iter().map(|earlier| {
            view! { <Row importing=importing earlier=earlier forget=forget/> }
        });
        view! {
            <section class="section card">
                <h2>{said(|t| t.import().earlier)}</h2>
                <p class="hint">{said(|t| t.import().earlier_note)}</p>
                <ul class="earlier">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

#[component]
fn Row(importing: Importing, earlier: Arc<Earlier>, forget: Callback<Arc<Earlier>>) -> impl IntoView {
    let desk = use_desk();
    let (file, at) = (earlier.mark.file.clone(), earlier.mark.at);
    let (new, changed) = (earlier.mark.new.len(), earlier.mark.changed.len());
    let counts = Signal::derive(move || desk.t().import().earlier_counts(&new, &changed));
    let (undo_name, forget_name) = (file.clone(), file.clone());
    let kept = earlier.clone();
    view! {
        <li>
            <div class="earlier-what">
                <span>{file}</span>
                <span class="small muted"><TimeText at=at/> " · " {counts}</span>
            </div>
            <button
                type="button"
                class="btn"
                aria-label=move || desk.t().import().earlier_undo(&undo_name)
                on:click=move |_| importing.look_back(earlier.clone())
            >
                {said(|t| t.common().undo)}
            </button>
            <button
                type="button"
                class="btn btn-icon"
                aria-label=move || desk.t().import().keep_for_good(&forget_name)
                on:click=move |_| forget.run(kept.clone())
            >
                <Icon glyph=Glyph::Close/>
            </button>
        </li>
    }
    .into_any()
}
