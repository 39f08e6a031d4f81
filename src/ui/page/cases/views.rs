use crate::ui::part::{Glyph, Icon, Text, label, said};
use crate::ui::route::{Route, use_route};
use leptos::prelude::*;

/// The same cases as a list, a board and a calendar; and the complaints among them.
#[component]
pub(crate) fn Views() -> impl IntoView {
    let route = use_route();
    let link = move |to: Route, glyph: Glyph, name: Text| {
        let here = to.clone();
        let current = move || (route.get() == here).then_some("page");
        view! {
            <li>
                <a class="btn btn-quiet" href=to.href() aria-current=current>
                    <Icon glyph=glyph/>
                    {said(name)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="views" aria-label=label(|t| t.board().views)>
            <ul>
                {link(Route::Cases, Glyph::Cases, |t| t.board().list)}
                {link(Route::Board, Glyph::Board, |t| t.board().board)}
                {link(Route::Calendar, Glyph::Today, |t| t.board().calendar)}
                {link(Route::Complaints, Glyph::Flag, |t| t.complaint().list_title)}
            </ul>
        </nav>
    }
    .into_any()
}
