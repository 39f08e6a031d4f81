use crate::app::desk::{Desk, use_desk};
use crate::domain::record::{RecordKey, RecordKind};
use crate::search::index::Index;
use crate::stats::today::unsettled;
use crate::ui::part::{Glyph, Icon};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The most records that are named here.
const SHOWN: usize = 5;

/// Customers, items and letters with two values to settle.
#[component]
pub(super) fn Settle() -> impl IntoView {
    let desk = use_desk();
    let keys = Memo::new(move |_| desk.index.with(unsettled));
    let count = Memo::new(move |_| keys.with(Vec::len));
    let first = move || keys.with(|keys| keys.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    view! {
        <Show when=move || { count.get() > 0 }>
            <section class="section">
                <h2>
                    {move || desk.t().today.settle}
                    " "
                    <span class="pile-count figure">{move || count.get()}</span>
                </h2>
                <ul class="row-list">
                    <For each=first key=Clone::clone let:key>
                        <li>{row(desk, key)}</li>
                    </For>
                </ul>
            </section>
        </Show>
    }
    .into_any()
}

fn row(desk: Desk, key: RecordKey) -> AnyView {
    let href = desk.index.with_untracked(|index| page_of(index, &key)).href();
    let words = move || {
        let t = desk.t();
        let (kind, name) = desk.index.with(|index| match key.kind {
            RecordKind::Customer => (t.names.record_customer, index.customer_name(&key.id).to_owned()),
            RecordKind::Asset => (t.names.record_asset, index.asset_line(&key.id).to_owned()),
            _ => (t.names.record_letter, String::new()),
        });
        view! {
            <Icon glyph=Glyph::Merge/>
            <span class="settle-kind">{kind}</span>
            " "
            <span>{name}</span>
        }
    };
    view! { <a class="row-link settle-row" href=href>{words}</a> }.into_any()
}

/// Where the values of a record are settled.
fn page_of(index: &Index, key: &RecordKey) -> Route {
    match key.kind {
        RecordKind::Customer => Route::Customer(key.id.clone()),
        RecordKind::Asset => {
            Route::Customer(index.assets.get(&key.id).map(|asset| asset.owner.clone()).unwrap_or_default())
        }
        _ => Route::Letter(key.id.clone()),
    }
}
