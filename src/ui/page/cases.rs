mod filters;
mod nothing;

use crate::app::desk::use_desk;
use crate::app::lists::use_day;
use crate::search::case_query::CaseQuery;
use crate::ui::part::{SearchField, WindowList, case_row, label, said, use_staff_names};
use filters::{Filters, Order};
use leptos::prelude::*;
use nothing::Nothing;

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
    view! {
        <div class="page">
            <h1>{said(|t| t.common().cases)}</h1>
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
            {list}
        </div>
    }
    .into_any()
}
