use super::section::section;
use crate::app::desk::{Desk, use_desk};
use crate::domain::record::{RecordKey, RecordKind};
use crate::search::index::Index;
use crate::stats::today::unsettled;
use crate::ui::part::{Glyph, Icon, label};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// The most records that are named here.
const SHOWN: usize = 5;

/// The records beside cases with two values to settle.
#[component]
pub(super) fn Settle() -> impl IntoView {
    let desk = use_desk();
    let keys = Memo::new(move |_| desk.index.with(unsettled));
    move || {
        let keys = keys.get();
        if keys.is_empty() {
            return ().into_any();
        }
        let count = keys.len();
        let rows = keys.into_iter().take(SHOWN).map(|key| view! { <li>{row(desk, key)}</li> }).collect_view();
        let body = view! { <ul class="row-list">{rows}</ul> };
        section(label(|t| t.today().settle), Some(count), body.into_any())
    }
}

fn row(desk: Desk, key: RecordKey) -> AnyView {
    let href = desk.index.with_untracked(|index| page_of(index, &key)).href();
    let words = move || {
        let t = desk.t();
        let (kind, name) = desk.index.with(|index| match key.kind {
            RecordKind::Customer => (t.names().record_customer, index.customer_name(&key.id).to_owned()),
            RecordKind::Asset => (t.names().record_asset, index.asset_line(&key.id).to_owned()),
            RecordKind::Visit => (t.names().record_visit, visit_name(index, &key.id)),
            RecordKind::Improvement => {
                let title = index.improvement(&key.id).map(|improvement| improvement.title.clone());
                (t.names().record_improvement, title.unwrap_or_default())
            }
            RecordKind::Process => {
                let process = index.processes.get(&key.id);
                (t.names().record_process, process.map(|process| process.name.clone()).unwrap_or_default())
            }
            _ => (t.names().record_letter, String::new()),
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

/// A visit by the number of its case, and its customer.
fn visit_name(index: &Index, id: &str) -> String {
    let case = index.visits.get(id).and_then(|visit| index.cases.get(&visit.case));
    case.map(|case| format!("{} {}", case.number, index.customer_name(&case.customer))).unwrap_or_default()
}

/// Where the values of a record are settled.
fn page_of(index: &Index, key: &RecordKey) -> Route {
    match key.kind {
        RecordKind::Customer => Route::Customer(key.id.clone()),
        RecordKind::Asset => {
            Route::Customer(index.assets.get(&key.id).map(|asset| asset.owner.clone()).unwrap_or_default())
        }
        RecordKind::Visit => {
            let case = index.visits.get(&key.id).map(|visit| visit.case.clone()).unwrap_or_default();
            Route::CasePart(case, Part::Visits)
        }
        RecordKind::Improvement => Route::Improvement(key.id.clone()),
        RecordKind::Process => Route::Process(key.id.clone()),
        _ => Route::Letter(key.id.clone()),
    }
}
