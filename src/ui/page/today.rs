mod figures;
mod pile;
mod section;
mod settle;

use crate::app::desk::use_desk;
use crate::app::lists::use_day;
use crate::domain::date::Date;
use crate::i18n::when;
use crate::platform::clock::zone_offset_minutes;
use crate::stats::today::{Reason, piles};
use crate::ui::part::{Empty, said, use_staff_names};
use crate::ui::route::Route;
use figures::{FiguresPart, LoadsPart};
use leptos::prelude::*;
use pile::PilePart;
use settle::Settle;

/// The most cases of a pile that are shown here.
const SHOWN: usize = 5;

/// What the day begins with: what needs somebody, and how much there is.
#[component]
pub(crate) fn Today() -> impl IntoView {
    let desk = use_desk();
    let day = use_day();
    let staff = use_staff_names();
    let tops = Memo::new(move |_| {
        desk.me.with(|me| desk.index.with(|index| piles(index, day.get(), me.as_ref(), SHOWN)))
    });
    let some_case = Memo::new(move |_| desk.index.with(|index| !index.cases.is_empty()));
    let side = move || {
        some_case.get().then(|| view! { <div class="today-side"><FiguresPart day=day/> <LoadsPart/></div> })
    };
    let piles = Reason::ALL.map(|reason| view! { <PilePart reason=reason tops=tops staff=staff/> });
    view! {
        <div class="page">
            <div class="page-head today-head">
                <h1>{said(|t| t.common().today)}</h1>
                <p class="muted figure"><DateToday/></p>
            </div>
            <div class="today">
                <div class="today-piles">
                    <Calm some_case=some_case some_pile=Signal::derive(move || !tops.with(Vec::is_empty))/>
                    <Settle/>
                    {piles}
                </div>
                {side}
            </div>
        </div>
    }
    .into_any()
}

/// Which day it is.
#[component]
fn DateToday() -> impl IntoView {
    let desk = use_desk();
    move || {
        let now = desk.now.get();
        Date::of_moment(now, zone_offset_minutes(now)).map(|date| {
            let words = when::date_in_words(desk.lang.get(), date);
            desk.t().today().date(&when::weekday(desk.t(), date), &words)
        })
    }
}

/// What is said while nothing is to be done: how to begin, or that all is well.
#[component]
fn Calm(some_case: Memo<bool>, #[prop(into)] some_pile: Signal<bool>) -> impl IntoView {
    let desk = use_desk();
    move || {
        let (text, label, to) = match (some_case.get(), some_pile.get()) {
            (_, true) => return None,
            (false, false) => (desk.t().today().first_case, desk.t().common().new_request, Route::NewRequest),
            (true, false) => (desk.t().today().calm, desk.t().today().see_cases, Route::Cases),
        };
        let label = Signal::stored(label.to_owned());
        Some(view! { <Empty text=Signal::stored(text.to_owned()) action=(to.href(), label)/> })
    }
}
