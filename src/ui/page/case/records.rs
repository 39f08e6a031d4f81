use super::Shown;
use crate::ui::page::case_part;
use crate::ui::part::{Glyph, Icon, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// The parts of the case that have a page of their own.
#[component]
pub(super) fn RecordLinks(shown: Shown) -> impl IntoView {
    let id = shown.id.to_string();
    let link = |part: Part| {
        view! {
            <li>
                <a class="paper-link" href=Route::CasePart(id.clone(), part).href()>
                    <Icon glyph=Glyph::Note/>
                    <span>{said(case_part::name(part))}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="card section papers">
            <h2>{said(|t| t.case().records)}</h2>
            <ul>{Part::ALL.map(link)}</ul>
        </section>
    }
    .into_any()
}
