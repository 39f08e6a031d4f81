use super::SHOWN;
use super::section::section;
use crate::app::desk::use_desk;
use crate::domain::calendar::Moment;
use crate::search::case_query::{CaseQuery, Sort};
use crate::search::pile::Pile;
use crate::ui::part::{StaffNames, case_row, label};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The broken promises, for whom the shop hands them to: those of everybody's cases, whomever the
/// page shows.
#[component]
pub(super) fn HandedPart(
    /// The names of the staff.
    staff: StaffNames,
    /// What the first page lists besides: whether there is anything.
    some: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let mine = Memo::new(move |_| {
        let to = desk.shop().promises().escalate_to;
        to.is_some() && desk.me.with(|me| *me == to)
    });
    let found = Memo::new(move |_| {
        let now = Moment::of_millis(desk.now.get());
        let broken =
            |ids: Vec<&str>| (ids.len(), ids.iter().take(SHOWN).map(|id| (*id).to_owned()).collect());
        if mine.get() { desk.index.with(|index| broken(index.broken(now))) } else { (0, Vec::new()) }
    });
    Effect::new(move |_| some.set(found.with(|(count, _)| *count > 0)));
    move || {
        let (count, first) = found.get();
        if count == 0 {
            return ().into_any();
        }
        let more = (count > first.len()).then(|| {
            let narrow = move |_| {
                desk.lists.narrow_cases(CaseQuery {
                    pile: Some(Pile::Due),
                    sort: Sort::Due,
                    ..CaseQuery::default()
                });
            };
            view! {
                <a class="pile-more" href=Route::Cases.href() on:click=narrow>
                    {move || desk.t().today().all(&count)}
                </a>
            }
        });
        let rows = first.into_iter().map(|id| view! { <li>{case_row(desk, staff, id)}</li> }).collect_view();
        let body = view! { <ul class="row-list">{rows}</ul> {more} };
        section(label(|t| t.due().handed), Some(count), body.into_any())
    }
}
