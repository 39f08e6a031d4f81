use crate::app::desk::{Desk, use_desk};
use crate::domain::id::CaseId;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, live};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The case that this one arose from, and those that arose from it.
#[component]
pub(crate) fn Arisen(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let from = {
        let shown = shown.clone();
        Memo::new(move |_| shown.read(|case| case.arose_from().cloned()))
    };
    let to = Memo::new(move |_| shown.read(|case| case.led_to().cloned().collect::<Vec<_>>()));
    let from = live(move || {
        let id = from.get()?;
        let words = desk.t().care().arisen_from(&number(desk, &id));
        Some(view! { <p><a href=Route::Case(id.to_string()).href()>{words}</a></p> })
    });
    let to = live(move || {
        let ids = to.get();
        (!ids.is_empty()).then(|| {
            let links = ids.iter().map(|id| case_link(desk, id)).collect_view();
            view! { <p class="care-arisen"><span class="muted">{desk.t().care().arisen}</span> {links}</p> }
        })
    });
    view! { {from} {to} }.into_any()
}

/// A link to a case, by its number.
pub(in crate::ui::page::case_part) fn case_link(desk: Desk, id: &CaseId) -> AnyView {
    let words = desk.t().care().follow_up_link(&number(desk, id));
    view! { <a class="paper-link" href=Route::Case(id.to_string()).href()><Icon glyph=Glyph::Forward/>{words}</a> }
        .into_any()
}

fn number(desk: Desk, id: &CaseId) -> String {
    let known = desk.index.with(|index| index.cases.get(id.as_str()).map(|case| case.number.clone()));
    known.unwrap_or_else(|| desk.t().care().case_missing.to_owned())
}
