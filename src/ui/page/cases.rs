mod filters;
mod nothing;

use crate::app::desk::use_desk;
use crate::app::lists::use_day;
use crate::search::case_query::CaseQuery;
use crate::ui::part::{SearchField, WindowList, case_row, use_staff_names};
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
        1 => desk.t().cases.count_one.to_owned(),
        count => desk.t().cases.count(&count),
    };
    let clear = move |_| {
        query.update(|query| *query = CaseQuery { sort: query.sort, ..CaseQuery::open() });
    };
    let list = move || {
        if none.get() {
            return view! { <Nothing day=day/> }.into_any();
        }
        view! {
            <WindowList
                label=Signal::derive(move || desk.t().common.cases.to_owned())
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
            <h1>{move || desk.t().common.cases}</h1>
            <SearchField
                id="case-search"
                label=Signal::derive(move || desk.t().common.search.to_owned())
                about=Signal::derive(move || desk.t().cases.search_over.to_owned())
                typed=Signal::derive(move || query.with(|query| query.typed.clone()))
                on_type=move |typed: String| query.update(|query| query.typed = typed)
            />
            <Filters/>
            <div class="list-head">
                <p role="status">{count}</p>
                <Show when=move || query.with(CaseQuery::is_narrowed)>
                    <button type="button" class="btn btn-quiet" on:click=clear>
                        {move || desk.t().cases.clear}
                    </button>
                </Show>
                <div class="list-sort"><Order/></div>
            </div>
            {list}
        </div>
    }
    .into_any()
}
