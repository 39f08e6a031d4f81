use crate::app::desk::{Desk, use_desk};
use crate::search::pile::IDLE_DAYS;
use crate::stats::today::{Reason, TopOf};
use crate::ui::part::{StaffNames, case_row};
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
    let there = Memo::new(move |_| top.with(Option::is_some));
    let count = Memo::new(move |_| top.with(|top| top.as_ref().map_or(0, |top| top.count)));
    let ids = move || top.with(|top| top.as_ref().map(|top| top.first.clone()).unwrap_or_default());
    let more = move || count.get() > ids().len();
    let narrow = move |_| {
        if let Some(top) = top.get_untracked() {
            desk.lists.narrow_cases(top.query);
        }
    };
    let pile = move || {
        view! {
            <section class="section">
                <h2>
                    {move || name(desk, reason)}
                    " "
                    <span class="pile-count figure">{move || count.get()}</span>
                </h2>
                <ul class="row-list">
                    <For each=ids key=Clone::clone let:id>
                        <li>{case_row(desk, staff, id)}</li>
                    </For>
                </ul>
                <Show when=more>
                    <a class="pile-more" href=Route::Cases.href() on:click=narrow>
                        {move || desk.t().today.all(&count.get())}
                    </a>
                </Show>
            </section>
        }
    };
    move || match there.get() {
        true => pile().into_any(),
        false if reason == Reason::Mine => view! { <WhoIsHere/> }.into_any(),
        false => ().into_any(),
    }
}

fn name(desk: Desk, reason: Reason) -> String {
    let t = &desk.t().today;
    match reason {
        Reason::Attention => t.attention.to_owned(),
        Reason::Mine => t.mine.to_owned(),
        Reason::Idle => t.idle(&IDLE_DAYS),
        Reason::Unassigned => t.unassigned.to_owned(),
        Reason::New => t.new.to_owned(),
    }
}

/// How to see one's own pile, while nobody has said who they are.
#[component]
fn WhoIsHere() -> impl IntoView {
    let desk = use_desk();
    let shown = Memo::new(move |_| desk.me.with(Option::is_none) && !desk.staff().is_empty());
    view! {
        <Show when=move || shown.get()>
            <section class="section">
                <h2>{move || desk.t().today.mine}</h2>
                <p class="muted">
                    {move || desk.t().today.who}
                    " "
                    <a href=Route::Settings.href()>{move || desk.t().today.choose}</a>
                </p>
            </section>
        </Show>
    }
    .into_any()
}
