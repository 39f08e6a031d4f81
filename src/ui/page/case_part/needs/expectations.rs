use super::expectation::ExpectationRow;
use crate::app::command::{put_expectation, remove_item, reorder_items};
use crate::app::desk::use_desk;
use crate::domain::case::CaseItemKey;
use crate::domain::id::ExpectationId;
use crate::domain::needs::Expectation;
use crate::domain::text::MAX_TEXT;
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, Text, TextField, label, live, said};
use leptos::prelude::*;

/// Where an expectation goes.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Way {
    Up,
    Down,
    Out,
}

/// What the customer expects, as ranked, and a line for one more.
#[component]
pub(super) fn Expectations(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let ids = Memo::new(move |_| {
        let case = s.with_value(Shown::case);
        case.expectations().into_iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()
    });
    let go = Callback::new(move |(id, way): (ExpectationId, Way)| {
        let (shown, pen) = (s.get_value(), desk.pen());
        let case = shown.case_untracked();
        if way == Way::Out {
            desk.save(remove_item(&pen, &shown.id, &case, CaseItemKey::Expectation(id)));
            desk.say(untrack(|| desk.t()).needs().removed, Some(shown.id));
            return;
        }
        let mut order = ids.get_untracked();
        let Some(here) = order.iter().position(|other| *other == id) else { return };
        let there = if way == Way::Up { here.checked_sub(1) } else { Some(here + 1) };
        if let Some(there) = there.filter(|there| *there < order.len()) {
            order.swap(here, there);
            let order: Vec<_> = order.into_iter().map(CaseItemKey::Expectation).collect();
            desk.save(reorder_items(&pen, &shown.id, &case, &order));
        }
    });
    let none = live(move || {
        let nothing = ids.with(Vec::is_empty);
        let about: Text =
            if nothing { |t| t.needs().expectations_none } else { |t| t.needs().expectations_about };
        view! { <p class="muted">{said(about)}</p> }
    });
    let row = move |id: ExpectationId| {
        let own = id.clone();
        let place = Memo::new(move |_| ids.with(|ids| ids.iter().position(|other| *other == own)));
        let last = Memo::new(move |_| place.get().is_some_and(|at| at + 1 == ids.with(Vec::len)));
        view! { <ExpectationRow shown=s.get_value() id=id place=place last=last go=go/> }
    };
    view! {
        <section class="section">
            <h2>{said(|t| t.needs().expectations)}</h2>
            {none}
            <ol class="expectations" aria-label=label(|t| t.needs().expectations)>
                <For each=move || ids.get() key=Clone::clone children=row/>
            </ol>
            <NewExpectation shown=s.get_value()/>
        </section>
    }
    .into_any()
}

/// One more, behind the others.
#[component]
fn NewExpectation(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (shown, pen) = (s.get_value(), desk.pen());
        let id = ExpectationId::from_random(random::bits());
        let new = Expectation { text: typed.get_untracked(), ..Expectation::default() };
        match put_expectation(&pen, &shown.id, &shown.case_untracked(), &id, new) {
            Ok(records) => {
                desk.save(records);
                wrong.set(None);
                typed.set(String::new());
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    view! {
        <form class="inline-form expectation-new" novalidate on:submit=add>
            <TextField
                label=label(|t| t.needs().expectation_new)
                value=typed
                on_type=move |text| typed.set(text)
                error=Signal::derive(move || wrong.get().map(|error| error.tell(desk.t())))
                hint=label(|t| t.needs().expectation_new_hint)
                max=MAX_TEXT
            />
            <button type="submit" class="btn">
                <Icon glyph=Glyph::Plus/>
                {said(|t| t.common().add)}
            </button>
        </form>
    }
    .into_any()
}
