use super::section::section;
use crate::app::desk::{Desk, use_desk};
use crate::search::pile::IDLE_DAYS;
use crate::stats::today::{Reason, TopOf};
use crate::ui::part::{StaffNames, case_row, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The top of a pile, and the way to the rest. An empty pile is not shown.
#[component]
pub(super) fn PilePart(
    /// Which pile.
    reason: Reason,
    /// The tops of all piles.
    tops: Memo<Vec<TopOf>>,
    /// The names of the staff.
    staff: StaffNames,
) -> impl IntoView {
    let desk = use_desk();
    let top = Memo::new(move |_| tops.with(|tops| tops.iter().find(|top| top.reason == reason).cloned()));
    let nobody = Memo::new(move |_| {
        reason == Reason::Mine && desk.me.with(Option::is_none) && !desk.staff().is_empty()
    });
    let pile = move |top: TopOf| {
        let TopOf { query, count, first, .. } = top;
        let more = (count > first.len()).then(|| {
            let narrow = move |_| desk.lists.narrow_cases(query.clone());
            view! {
                <a class="pile-more" href=Route::Cases.href() on:click=narrow>
                    {move || desk.t().today().all(&count)}
                </a>
            }
        });
        let rows = first.into_iter().map(|id| view! { <li>{case_row(desk, staff, id)}</li> }).collect_view();
        let body = view! { <ul class="row-list">{rows}</ul> {more} };
        section(Signal::derive(move || name(desk, reason)), Some(count), body.into_any())
    };
    move || match top.get() {
        Some(top) => pile(top),
        None if nobody.get() => {
            let body = view! {
                <p class="muted">
                    {said(|t| t.today().who)}
                    " "
                    <a href=Route::Settings.href()>{said(|t| t.today().choose)}</a>
                </p>
            };
            section(Signal::derive(move || name(desk, reason)), None, body.into_any())
        }
        None => ().into_any(),
    }
}

fn name(desk: Desk, reason: Reason) -> String {
    let t = &desk.t().today();
    match reason {
        Reason::Attention => t.attention.to_owned(),
        Reason::FollowUp => t.follow_ups.to_owned(),
        Reason::Mine => t.mine.to_owned(),
        Reason::Idle => t.idle(&IDLE_DAYS),
        Reason::Unassigned => t.unassigned.to_owned(),
        Reason::New => t.new.to_owned(),
    }
}
