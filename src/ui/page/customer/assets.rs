use crate::app::desk::use_desk;
use crate::ui::part::{Glyph, Icon, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The things that are served for a customer; each leads to its page.
#[component]
pub(super) fn Assets(owner: String) -> impl IntoView {
    let desk = use_desk();
    let rows = Memo::new(move |_| {
        desk.index.with(|index| {
            let row = |asset: &crate::search::summary::AssetSummary| {
                (asset.id.clone(), asset.line.clone(), asset.conflicts, index.cases_with(&asset.id).len())
            };
            index.assets_of(&owner).into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let list = live(move || {
        let t = desk.t();
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="muted">{t.customers().no_assets}</p> }.into_any();
        }
        let row = |(id, line, conflicts, cases): (String, String, usize, usize)| {
            let mark = (conflicts > 0).then(|| {
                view! { <span class="tag tag-warn"><Icon glyph=Glyph::Merge/>{t.cases().to_settle}</span> }
            });
            let cases = match cases {
                0 => t.customers().no_cases.to_owned(),
                1 => t.cases().count_one.to_owned(),
                count => t.cases().count(&count),
            };
            view! {
                <li class="many-row">
                    <a class="many-words" href=Route::Asset(id).href()>{line}</a>
                    {mark}
                    <span class="muted figure">{cases}</span>
                </li>
            }
        };
        let rows: Vec<_> = rows.into_iter().map(row).collect();
        view! { <ul class="many-list" aria-label=t.customers().assets>{rows}</ul> }.into_any()
    });
    view! {
        <section class="section">
            <h2>{said(|t| t.customers().assets)}</h2>
            {list}
        </section>
    }
    .into_any()
}
