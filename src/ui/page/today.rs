mod figures;
mod handed;
mod improvements;
mod pile;
mod section;
mod settle;
mod visits;

use crate::app::desk::use_desk;
use crate::app::lists::use_day;
use crate::domain::date::Date;
use crate::domain::id::StaffId;
use crate::i18n::when;
use crate::platform::clock::zone_offset_minutes;
use crate::stats::today::{Reason, Whose, piles};
use crate::ui::part::{Empty, ZoneDiffers, said, use_staff_names};
use crate::ui::route::Route;
use figures::{FiguresPart, LoadsPart};
use handed::HandedPart;
use improvements::ImprovementsPart;
use leptos::prelude::*;
use pile::PilePart;
use settle::Settle;
use visits::VisitsPart;

/// The most cases of a pile that are shown here.
const SHOWN: usize = 5;

/// What the day begins with: what needs somebody, and how much there is.
#[component]
pub(crate) fn Today() -> impl IntoView {
    let desk = use_desk();
    let day = use_day();
    let staff = use_staff_names();
    let tops = Memo::new(move |_| {
        let person = desk.lists.person.with(|id| StaffId::parse(id));
        desk.me.with(|me| {
            let whose = person.as_ref().map_or(Whose::All(me.as_ref()), Whose::Only);
            desk.index.with(|index| piles(index, day.get(), whose, SHOWN))
        })
    });
    let some_case = Memo::new(move |_| desk.index.with(|index| !index.cases.is_empty()));
    let [some_visit, some_improvement, some_handed] = [(); 3].map(|()| RwSignal::new(false));
    let busy = Signal::derive(move || {
        some_visit.get() || some_improvement.get() || some_handed.get() || !tops.with(Vec::is_empty)
    });
    let side = move || {
        some_case.get().then(|| view! { <div class="today-side"><FiguresPart day=day/> <LoadsPart/></div> })
    };
    let pile = |reason: Reason| view! { <PilePart reason=reason tops=tops staff=staff/> };
    view! {
        <div class="page">
            <div class="page-head today-head">
                <h1>{said(|t| t.common().today)}</h1>
                <p class="muted figure"><DateToday/></p>
                <WhosePart some_case=some_case/>
            </div>
            <ZoneDiffers/>
            <div class="today">
                <div class="today-piles">
                    <Calm some_case=some_case some_pile=busy/>
                    <Settle/>
                    <HandedPart staff=staff some=some_handed/>
                    {pile(Reason::Due)}
                    <VisitsPart staff=staff some=some_visit/>
                    {pile(Reason::Attention)}
                    {pile(Reason::FollowUp)}
                    {pile(Reason::LowScore)}
                    <ImprovementsPart staff=staff some=some_improvement/>
                    {[Reason::Waiting, Reason::Mine, Reason::Idle, Reason::Unassigned, Reason::New].map(pile)}
                </div>
                {side}
            </div>
        </div>
    }
    .into_any()
}

/// Whose work is shown, where there are several people.
#[component]
fn WhosePart(some_case: Memo<bool>) -> impl IntoView {
    let desk = use_desk();
    let people = Memo::new(move |_| {
        let staff = desk.staff().into_iter().filter(|(_, staff)| staff.active() != Some(&false));
        staff
            .map(|(id, staff)| (id.to_string(), staff.name().cloned().unwrap_or_default()))
            .collect::<Vec<_>>()
    });
    let choice = move || {
        let people = people.get();
        (some_case.get() && people.len() > 1).then(|| {
            let person = desk.lists.person;
            let option = |(id, name): (String, String)| {
                let chosen = person.with(|person| *person == id);
                view! { <option value=id selected=chosen>{name}</option> }
            };
            view! {
                <select
                    class="input today-whose"
                    aria-label=said(|t| t.today().whose)
                    on:change=move |event| person.set(event_target_value(&event))
                >
                    <option value="">{said(|t| t.today().everybody)}</option>
                    {people.into_iter().map(option).collect_view()}
                </select>
            }
        })
    };
    choice.into_any()
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
        let t = desk.t();
        let person = desk.lists.person.with(|id| (!id.is_empty()).then(|| desk.staff_name(id)));
        let (text, label, to) = match (some_case.get(), some_pile.get()) {
            (_, true) => return None,
            (false, false) => (t.today().first_case.to_owned(), t.common().new_request, Route::NewRequest),
            (true, false) => {
                let calm = person.map_or(t.today().calm.to_owned(), |name| t.today().calm_person(&name));
                (calm, t.today().see_cases, Route::Cases)
            }
        };
        let label = Signal::stored(label.to_owned());
        Some(view! { <Empty text=Signal::stored(text) action=(to.href(), label)/> })
    }
}
