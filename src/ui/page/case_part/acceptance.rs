//! The customer takes the result over: what is handed over, tests, corrections, their word.

mod corrections;
mod handovers;
mod maintenance;
mod signing;
mod test_row;
mod tests;
mod verdict;

use super::log::Log;
use crate::app::command::{AcceptanceError, remove_item};
use crate::app::desk::Desk;
use crate::domain::case::CaseItemKey;
use crate::domain::record::Records;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon};
use leptos::prelude::*;

/// The acceptance of a case's result.
#[component]
pub(super) fn Acceptance(shown: Shown) -> impl IntoView {
    view! {
        <handovers::Handovers shown=shown.clone()/>
        <tests::Tests shown=shown.clone()/>
        <corrections::Corrections shown=shown.clone()/>
        <Log shown=shown.clone() kind=verdict::VERDICTS/>
        <maintenance::Maintenance shown=shown.clone()/>
        <signing::Signing shown=shown/>
    }
    .into_any()
}

/// Keeps what a form made, with a way back; or tells what is wrong. Whether it was kept.
fn keep(
    desk: Desk,
    shown: &Shown,
    made: Result<Records, AcceptanceError>,
    wrong: RwSignal<Option<AcceptanceError>>,
) -> bool {
    match made {
        Ok(records) => {
            desk.save(records);
            desk.say(untrack(|| desk.t()).job().noted, Some(shown.id.clone()));
            wrong.set(None);
            true
        }
        Err(error) => {
            wrong.set(Some(error));
            false
        }
    }
}

/// The button that takes one of several things out; undo brings it back.
fn remover(desk: Desk, shown: Shown, key: CaseItemKey, what: Signal<String>) -> AnyView {
    let take_out = move |_| {
        desk.save(remove_item(&desk.pen(), &shown.id, &shown.case_untracked(), key.clone()));
        desk.say(untrack(|| desk.t()).job().noted, Some(shown.id.clone()));
    };
    view! {
        <button
            type="button"
            class="btn btn-icon"
            aria-label=move || desk.t().acceptance().remove(&what.get())
            on:click=take_out
        >
            <Icon glyph=Glyph::Close/>
        </button>
    }
    .into_any()
}
