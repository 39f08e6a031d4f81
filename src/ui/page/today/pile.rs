use super::section::section;
use crate::app::desk::{Desk, use_desk};
use crate::domain::due::DueKind;
use crate::search::pile::IDLE_DAYS;
use crate::stats::today::{Reason, TopOf};
use crate::ui::part::{StaffNames, case_row_to, said};
use crate::ui::route::{Part, Route};
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
        reason == Reason::Mine
            && desk.me.with(Option::is_none)
            && desk.lists.person.with(String::is_empty)
            && !desk.staff().is_empty()
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
        let row = |id: String| {
            let to = way(desk, reason, &id);
            view! { <li>{case_row_to(desk, staff, id, to, reason == Reason::Waiting)}</li> }
        };
        let rows = first.into_iter().map(row).collect_view();
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

/// Where the thing is done that a case lies here for.
fn way(desk: Desk, reason: Reason, id: &str) -> Route {
    let part = match reason {
        Reason::FollowUp => Some(Part::Care),
        Reason::LowScore => Some(Part::Survey),
        Reason::Due => {
            let due = desk.index.with_untracked(|index| {
                let case = index.cases.get(id)?;
                // A promise is kept on the page of the case.
                let first = case.next_due().filter(|(_, at)| index.falls_due(case) == Some(at.number()))?;
                Some(first)
            });
            due.map(|(kind, _)| match kind {
                DueKind::Answer => Part::Work,
                DueKind::Payment => Part::Payments,
                DueKind::Work => Part::Acceptance,
            })
        }
        _ => None,
    };
    match part {
        Some(part) => Route::CasePart(id.to_owned(), part),
        None => Route::Case(id.to_owned()),
    }
}

fn name(desk: Desk, reason: Reason) -> String {
    let t = &desk.t().today();
    match reason {
        Reason::Due => t.due.to_owned(),
        Reason::LowScore => t.low_scores.to_owned(),
        Reason::Waiting => t.waiting.to_owned(),
        Reason::Attention => t.attention.to_owned(),
        Reason::FollowUp => t.follow_ups.to_owned(),
        Reason::Mine if desk.lists.person.with(String::is_empty) => t.mine.to_owned(),
        Reason::Mine => t.theirs.to_owned(),
        Reason::Idle => t.idle(&IDLE_DAYS),
        Reason::Unassigned => t.unassigned.to_owned(),
        Reason::New => t.new.to_owned(),
    }
}
