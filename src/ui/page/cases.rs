mod filters;
mod nothing;
mod views;

pub(super) use filters::Filters;
pub(super) use views::Views;

use crate::app::desk::use_desk;
use crate::app::lists::use_day;
use crate::search::case_query::CaseQuery;
use crate::ui::part::{SearchField, WindowList, case_row, label, live, said, use_staff_names};
use crate::ui::route::Route;
use filters::Order;
use leptos::prelude::*;
use nothing::Nothing;

/// The most things that are shown above the cases.
const THINGS: usize = 3;

/// The cases, found as somebody types.
#[component]
pub(crate) fn Cases() -> impl IntoView {
    let desk = use_desk();
    let query = desk.lists.cases;
    let day = use_day();
    let staff = use_staff_names();
    let found = Memo::new(move |_| query.with(|query| desk.index.with(|index| query.run(index, day.get()))));
    let none = Memo::new(move |_| found.with(Vec::is_empty));
    let count = move || match found.with(Vec::len) {
        1 => desk.t().cases().count_one.to_owned(),
        count => desk.t().cases().count(&count),
    };
    let clear = move |_| {
        query.update(|query| *query = CaseQuery { sort: query.sort, ..CaseQuery::open() });
    };
    let narrowed = Memo::new(move |_| query.with(CaseQuery::is_narrowed));
    let clear_button = move || {
        narrowed.get().then(|| {
            view! {
                <button type="button" class="btn btn-quiet" on:click=clear>
                    {said(|t| t.cases().clear)}
                </button>
            }
        })
    };
    let list = move || {
        if none.get() {
            return view! { <Nothing day=day/> }.into_any();
        }
        view! {
            <WindowList
                label=label(|t| t.common().cases)
                keys=found
                row_height=68
                narrow_row_height=96
                row=move |id: String| case_row(desk, staff, id)
                place=desk.lists.cases_place
            />
        }
        .into_any()
    };
    let things = Memo::new(move |_| {
        let typed = query.with(|query| query.typed.clone());
        desk.index.with(|index| {
            let found = index.find_assets(&typed, THINGS).into_iter();
            found.map(|asset| (asset.id.clone(), asset.line.clone())).collect::<Vec<_>>()
        })
    });
    let things = live(move || {
        let found = things.get();
        let link = |(id, line): (String, String)| {
            view! { <li><a href=Route::Asset(id).href()>{line}</a></li> }
        };
        (!found.is_empty()).then(|| {
            let links: Vec<_> = found.into_iter().map(link).collect();
            view! {
                <div class="found-assets">
                    <span class="muted">{said(|t| t.asset().found)}</span>
                    <ul class="found-assets" aria-label=label(|t| t.asset().found)>{links}</ul>
                </div>
            }
        })
    });
    view! {
        <div class="page">
            <div class="page-head"><h1>{said(|t| t.common().cases)}</h1> <Views/></div>
            <SearchField
                id="case-search"
                label=label(|t| t.common().search)
                about=label(|t| t.cases().search_over)
                typed=Signal::derive(move || query.with(|query| query.typed.clone()))
                on_type=move |typed: String| query.update(|query| query.typed = typed)
            />
            <Filters/>
            <div class="list-head">
                <p role="status">{count}</p>
                {clear_button}
                <div class="list-sort"><Order/></div>
            </div>
            {things}
            {list}
        </div>
    }
    .into_any()
}
