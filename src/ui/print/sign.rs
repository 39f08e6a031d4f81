use crate::domain::document::Party;
use crate::domain::signature::{GRID_HEIGHT, GRID_WIDTH};
use crate::paper::DrawnSignature;
use leptos::prelude::*;

/// Places to sign. What was drawn on the screen stands on its line, with the moment below.
pub(super) fn parties(parties: &[Party], first: usize, drawn: &[DrawnSignature]) -> AnyView {
    let places: Vec<_> = parties
        .iter()
        .zip(first..)
        .map(|(party, number)| place(party, drawn.iter().find(|drawn| drawn.party == number)))
        .collect();
    view! { <div class="block parties">{places}</div> }.into_any()
}

fn place(party: &Party, drawn: Option<&DrawnSignature>) -> AnyView {
    let Party { label, name, date_label } = party.clone();
    let name = drawn.map(|drawn| drawn.name.clone()).filter(|drawn| !drawn.is_empty()).unwrap_or(name);
    let when = drawn.map(|drawn| drawn.when.clone());
    let strokes = drawn.map(|drawn| {
        let field = format!("0 0 {GRID_WIDTH} {GRID_HEIGHT}");
        view! {
            <svg
                class="party-strokes"
                viewBox=field
                preserveAspectRatio="xMinYMax meet"
                role="img"
                aria-label=drawn.name.clone()
            >
                <path d=drawn.path.clone()></path>
            </svg>
        }
    });
    let date = (!date_label.is_empty()).then(|| {
        view! {
            <p class="party-date">
                <span class="party-date-label">{date_label}</span>
                <span class="party-date-rule">{when}</span>
            </p>
        }
    });
    view! {
        <div class="party">
            <p class="party-label">{label}</p>
            <p class="party-name">{name}</p>
            <div class="party-line">{strokes}</div>
            {date}
        </div>
    }
    .into_any()
}
