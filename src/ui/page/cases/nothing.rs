use crate::app::desk::use_desk;
use crate::search::case_query::CaseQuery;
use crate::search::day::Day;
use crate::ui::part::{Empty, label, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// What stands where no case is: how to get one, or where else to look.
#[component]
pub(super) fn Nothing(
    /// The day that it is.
    day: Memo<Day>,
) -> impl IntoView {
    let desk = use_desk();
    let query = desk.lists.cases;
    let no_case = Memo::new(move |_| desk.index.with(|index| index.cases.is_empty()));
    let elsewhere = Memo::new(move |_| {
        let everywhere = query.with(|query| CaseQuery { typed: query.typed.clone(), ..CaseQuery::default() });
        if everywhere.typed.is_empty() {
            0
        } else {
            desk.index.with(|index| everywhere.count(index, day.get()))
        }
    });
    let search_all = move |_| {
        query.update(|query| *query = CaseQuery { typed: query.typed.clone(), ..CaseQuery::default() });
    };
    move || {
        if no_case.get() {
            let text = label(|t| t.cases().none_yet);
            let label = label(|t| t.common().new_request);
            return view! { <Empty text=text action=(Route::NewRequest.href(), label)/> }.into_any();
        }
        let button = move || {
            let count = elsewhere.get();
            (count > 0).then(|| {
                view! {
                    <button type="button" class="btn" on:click=search_all>
                        {move || desk.t().cases().search_all(&count)}
                    </button>
                }
            })
        };
        view! { <div class="empty"><p>{said(|t| t.cases().none_found)}</p>{button}</div> }.into_any()
    }
}
