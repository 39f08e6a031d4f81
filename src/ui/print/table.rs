use crate::domain::document::RowRole;
use leptos::prelude::*;

/// The most lines of room to write in; a file may ask for any number.
const MOST_LINES: u32 = 30;

/// A row of a table, in the table's columns.
pub(super) fn row(cells: &[String], figures: u32, role: RowRole, tracks: String) -> AnyView {
    let first_figure = cells.len().saturating_sub(usize::try_from(figures).unwrap_or(usize::MAX));
    let (class, cell_role) = match role {
        RowRole::Head => ("block row row-head", "columnheader"),
        RowRole::Body => ("block row row-body", "cell"),
        RowRole::Total => ("block row row-total", "cell"),
    };
    let cells: Vec<_> = cells
        .iter()
        .enumerate()
        .map(|(place, cell)| {
            view! {
                <span role=cell_role class="row-cell" class:row-figure=(place >= first_figure)>
                    {cell.clone()}
                </span>
            }
        })
        .collect();
    view! { <div role="row" class=class style=("--tracks", tracks)>{cells}</div> }.into_any()
}

/// An empty box to tick, with what it is for.
pub(super) fn check(text: &str, hint: &str) -> AnyView {
    let hint = (!hint.is_empty()).then(|| view! { <span class="check-hint">{hint.to_owned()}</span> });
    view! {
        <li class="block check">
            <svg class="check-box" viewBox="0 0 16 16" aria-hidden="true">
                <rect x="1.5" y="1.5" width="13" height="13"></rect>
            </svg>
            <span class="check-text">{text.to_owned()}{hint}</span>
        </li>
    }
    .into_any()
}

/// Places to write by hand.
pub(super) fn room(labels: &[String], lines: u32) -> AnyView {
    let lines = lines.clamp(1, MOST_LINES);
    let places: Vec<_> = labels
        .iter()
        .map(|label| {
            let rules: Vec<_> = (0..lines).map(|_| view! { <span class="room-rule"></span> }).collect();
            view! { <p class="room-place"><span class="room-label">{label.clone()}</span>{rules}</p> }
        })
        .collect();
    let class = if lines > 1 { "block room room-tall" } else { "block room" };
    view! { <div class=class>{places}</div> }.into_any()
}
