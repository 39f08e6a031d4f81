use crate::app::desk::use_desk;
use crate::domain::case::Case;
use crate::domain::improvement::Origin;
use crate::ui::page::case::Shown;
use crate::ui::page::improvements::{improvement_row, new_route};
use crate::ui::part::{Glyph, Icon, live, said};
use leptos::prelude::*;

/// What the shop improves because of a case.
#[component]
pub(super) fn Improvements(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let ids = Memo::new(move |_| {
        s.with_value(|shown| {
            shown.read(|case| case.improvements().into_iter().map(ToString::to_string).collect::<Vec<_>>())
        })
    });
    let rows = live(move || {
        let known = desk.index.with(|index| {
            ids.with(|ids| ids.iter().filter_map(|id| index.improvement(id).cloned()).collect::<Vec<_>>())
        });
        if known.is_empty() {
            return view! { <p class="page-lead">{said(|t| t.improvement().case_none)}</p> }.into_any();
        }
        let rows = known.into_iter().map(|each| view! { <li>{improvement_row(desk, each)}</li> });
        view! {
            <ul class="row-list improvement-list">{rows.collect_view()}</ul>
            <p class="hint">{said(|t| t.improvement().case_follows)}</p>
        }
        .into_any()
    });
    // A trouble that was written down is what it mostly arises from.
    let troubled =
        Memo::new(move |_| s.with_value(|shown| shown.read(|case: &Case| case.troubles().next().is_some())));
    let first = Memo::new(move |_| ids.with(Vec::is_empty));
    let way = live(move || {
        let from = if troubled.get() { Origin::Trouble } else { Origin::default() };
        let href = s.with_value(|shown| new_route(&shown.id, from, None)).href();
        view! {
            <a class=if first.get() { "btn btn-primary" } else { "btn" } href=href>
                <Icon glyph=Glyph::Plus/>
                {said(|t| t.improvement().new)}
            </a>
        }
    });
    view! { <section class="section">{rows}<div class="btn-row">{way}</div></section> }.into_any()
}
