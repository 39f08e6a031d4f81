//! Where a case stands in the blueprint of its process.

use crate::app::desk::use_desk;
use crate::ui::page::case::Shown;
use crate::ui::page::process::blueprint_view;
use crate::ui::part::{live, said};
use leptos::prelude::*;

/// The blueprint with the case in it.
#[component]
pub(super) fn CaseBlueprint(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let name = {
        let shown = shown.clone();
        move || shown.process(desk.lang.get()).map(|process| process.name.clone())
    };
    let drawn = live(move || {
        let process = shown.process(desk.lang.get())?;
        Some(blueprint_view(desk, process, Some(&shown.case())))
    });
    view! {
        <section class="section">
            <h2>{name}</h2>
            <p class="hint">{said(|t| t.process().blueprint_hint)}</p>
            {drawn}
        </section>
    }
    .into_any()
}
