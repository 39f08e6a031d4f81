//! How the customer rates the service: what they answered, and the ways to ask.

mod answer;
mod ask;
mod chart;
mod fill;
mod hand_over;
mod phone;

use crate::app::desk::use_desk;
use crate::domain::case::Case;
use crate::journal::Stamp;
use crate::ui::page::case::Shown;
use crate::ui::part::{live, said};
use leptos::prelude::*;

/// The survey of a case.
#[component]
pub(super) fn Survey(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown.clone());
    let stamps = Memo::new(move |_| {
        let all = |case: &Case| case.survey_answers().rev().map(|held| held.stamp).collect::<Vec<_>>();
        s.with_value(|shown| shown.read(all))
    });
    let close = Memo::new(move |_| s.with_value(|shown| shown.read(Case::has_close_answers)));
    let some = Memo::new(move |_| stamps.with(|stamps| !stamps.is_empty()));
    let told_close = live(move || {
        close.get().then(|| view! { <p class="banner" role="status">{desk.t().survey().close_together}</p> })
    });
    let rows = live(move || {
        if !some.get() {
            return view! { <p class="muted">{said(|t| t.survey().none)}</p> }.into_any();
        }
        view! {
            <ul class="noted-list card">
                <For
                    each=move || stamps.get()
                    key=Stamp::clone
                    children=move |stamp| view! { <answer::Answer shown=s.get_value() stamp=stamp/> }
                />
            </ul>
        }
        .into_any()
    });
    view! {
        <ask::Ask shown=shown/>
        {told_close}
        <section class="section survey-answers">
            <h2>{said(|t| t.survey().answers)}</h2>
            {rows}
        </section>
    }
    .into_any()
}
