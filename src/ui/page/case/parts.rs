use super::Shown;
use crate::ui::page::case_part;
use crate::ui::part::{Glyph, Icon, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// The ways to the parts of the case that have a page of their own.
#[component]
pub(super) fn Parts(shown: Shown) -> impl IntoView {
    let row = |part: Part| {
        view! {
            <li>
                <a class="paper-link" href=Route::CasePart(shown.id.to_string(), part).href()>
                    <Icon glyph=Glyph::Forward/>
                    <span>{said(case_part::name(part))}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="card section papers">
            <h2>{said(|t| t.case().parts)}</h2>
            <ul>{Part::ALL.map(row).into_iter().collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}
