mod begin;
mod counts;
mod discard;

use crate::app::desk::{Desk, use_desk};
use crate::app::lettering::{LetterRow, LetterState, Shelf, begin, in_force, today};
use crate::domain::date::Date;
use crate::domain::lang::Lang;
use crate::domain::letter::Purpose;
use crate::i18n::when;
use crate::ui::part::{Button, Empty, Glyph, Icon, TimeText, WindowList, said};
use crate::ui::route::Route;
use begin::ForCustomer;
use counts::Counts;
use discard::Discard;
use leptos::prelude::*;

/// All commitment letters: what holds, what is being written, what was.
#[component]
pub(crate) fn Letters() -> impl IntoView {
    let desk = use_desk();
    let day = Memo::new(move |_| today(desk));
    let shelf = Memo::new(move |_| match day.get() {
        Some(day) => desk.index.with(|index| Shelf::of(index, day)),
        None => Shelf::default(),
    });
    let empty = Memo::new(move |_| shelf.with(Shelf::is_empty));
    let new = move |_| Route::Letter(begin(desk, Purpose::Standing).to_string()).go();
    view! {
        <div class="page letters-page">
            <div class="page-head">
                <h1>{move || desk.t().common().letters}</h1>
                <div class="btn-row">
                    <a class="btn btn-quiet" href=Route::Promises(String::new()).href()>
                        {said(|t| t.promise_report().title)}
                    </a>
                    <ForCustomer/>
                    <button type="button" class="btn btn-primary" on:click=new>
                        <Icon glyph=Glyph::Plus/>
                        {move || desk.t().letter().new_standing}
                    </button>
                </div>
            </div>
            <Show
                when=move || !empty.get()
                fallback=move || view! { <Empty text=Signal::derive(move || desk.t().letter().empty.to_owned())/> }
            >
                <Shelves shelf=shelf day=day/>
            </Show>
        </div>
    }
    .into_any()
}

#[component]
fn Shelves(shelf: Memo<Shelf>, day: Memo<Option<Date>>) -> impl IntoView {
    let desk = use_desk();
    let asked = RwSignal::new(None::<String>);
    let rows = move |of: fn(&Shelf) -> &Vec<LetterRow>| {
        move || {
            let rows = shelf.with(|shelf| of(shelf).clone());
            rows.into_iter()
                .map(|row| view! { <li>{row_view(desk, row, day.get(), Some(asked))}</li> })
                .collect_view()
        }
    };
    let some = move |of: fn(&Shelf) -> &Vec<LetterRow>| move || shelf.with(|shelf| !of(shelf).is_empty());
    let keys = Signal::derive(move || {
        shelf.with(|shelf| shelf.of_cases.iter().map(|row| row.letter.id.clone()).collect::<Vec<_>>())
    });
    let case_row = move |key: String| {
        let row = move || {
            let row = shelf.with(|shelf| shelf.of_cases.iter().find(|row| row.letter.id == key).cloned());
            row.map(|row| row_view(desk, row, day.get(), None))
        };
        row.into_any()
    };
    view! {
        <Discard asked=asked/>
        <section class="section">
            <h2>{move || desk.t().letter().in_force}</h2>
            <Counts shelf=shelf day=day/>
            <Show
                when=some(|shelf| &shelf.in_force)
                fallback=move || view! { <p class="muted">{move || desk.t().letter().none_in_force}</p> }
            >
                <ul class="letter-list letter-list-strong">{rows(|shelf| &shelf.in_force)}</ul>
            </Show>
        </section>
        <Show when=some(|shelf| &shelf.upcoming)>
            <section class="section">
                <h2>{move || desk.t().letter().upcoming}</h2>
                <ul class="letter-list">{rows(|shelf| &shelf.upcoming)}</ul>
            </section>
        </Show>
        <Show when=some(|shelf| &shelf.drafts)>
            <section class="section">
                <h2>{move || desk.t().letter().drafts}</h2>
                <ul class="letter-list">{rows(|shelf| &shelf.drafts)}</ul>
            </section>
        </Show>
        <Show when=some(|shelf| &shelf.of_customers)>
            <section class="section">
                <h2>{move || desk.t().letter().of_customers}</h2>
                <ul class="letter-list">{rows(|shelf| &shelf.of_customers)}</ul>
            </section>
        </Show>
        <section class="section">
            <h2>{move || desk.t().letter().of_cases}</h2>
            <Show
                when=some(|shelf| &shelf.of_cases)
                fallback=move || view! { <p class="muted">{move || desk.t().letter().of_cases_empty}</p> }
            >
                <div class="letter-list">
                    <WindowList
                        label=Signal::derive(move || desk.t().letter().of_cases.to_owned())
                        keys=keys
                        row_height=68
                        narrow_row_height=100
                        row=case_row
                    />
                </div>
            </Show>
        </section>
        <Show when=some(|shelf| &shelf.earlier)>
            <section class="section">
                <h2>{move || desk.t().letter().earlier}</h2>
                <ul class="letter-list">{rows(|shelf| &shelf.earlier)}</ul>
            </section>
        </Show>
    }
    .into_any()
}

/// A letter in a line: what it is called, whom it is for, since when. A draft can be thrown
/// away where there is a place to ask for that.
pub(super) fn row_view(
    desk: Desk,
    row: LetterRow,
    day: Option<Date>,
    asked: Option<RwSignal<Option<String>>>,
) -> AnyView {
    let t = desk.t();
    let LetterRow { letter, state } = row;
    let draft = state == LetterState::Draft;
    let name = if draft { t.letter().draft.to_owned() } else { letter.number.clone() };
    let revision = (letter.revision > 1)
        .then(|| view! { <span class="tag">{t.letter().revision(&letter.revision)}</span> });
    let lang = Lang::from_tag(&letter.lang).map_or("", Lang::own_name);
    let kind = match (letter.case.is_empty(), letter.customer.is_empty()) {
        (false, _) => t.letter().case_letter,
        (true, false) => t.letter().for_customer,
        (true, true) => t.letter().standing,
    };
    let said = |day_text: &str| match (Date::parse(day_text), day) {
        (Some(date), Some(today)) => when::date_at(t, today, date),
        _ => String::new(),
    };
    let date = if draft {
        view! { <span>{t.letter().begun}" "<TimeText at=letter.begun/></span> }.into_any()
    } else {
        view! { <span>{t.letter().issued_on(&said(&letter.date))}</span> }.into_any()
    };
    let whose = match (letter.case.is_empty(), letter.customer.is_empty()) {
        (false, _) => Some(case_link(desk, &letter.case)),
        (true, false) => Some(customer_link(desk, &letter.customer)),
        (true, true) => None,
    };
    let counts = day.filter(|_| letter.is_standing() && state == LetterState::InForce).filter(|day| {
        let counts = desk.index.with(|index| in_force(index, None, *day).map(|letter| letter.id.clone()));
        counts.as_deref() == Some(&letter.id)
    });
    let counts =
        counts.map(|_| view! { <span class="tag"><Icon glyph=Glyph::Clock/>{t.letter().counts}</span> });
    let discard = asked.filter(|_| draft).map(|asked| {
        let id = letter.id.clone();
        view! {
            <Button
                label=|t| t.letter().discard
                class="btn btn-quiet"
                on_press=move |()| asked.set(Some(id.clone()))
            />
        }
    });
    view! {
        <div class="letter-row">
            <a class="letter-link" href=Route::Letter(letter.id.clone()).href()>
                <span class="letter-name">
                    <Icon glyph=Glyph::Letter/>
                    <strong class="figure">{name}</strong>
                    {revision}
                </span>
                <span class="letter-about small muted">
                    <span>{kind}</span>
                    <span lang=letter.lang.clone()>{lang}</span>
                    {date}
                </span>
            </a>
            <span class="letter-aside">{whose} {counts} {state_tag(desk, &letter.revises, state, day)} {discard}</span>
        </div>
    }
    .into_any()
}

/// Whether it holds, in words.
fn state_tag(desk: Desk, revises: &str, state: LetterState, day: Option<Date>) -> Option<AnyView> {
    let t = &desk.t().letter();
    let said =
        |date: Date| day.map_or_else(|| date.to_string(), |today| when::date_at(desk.t(), today, date));
    Some(match state {
        LetterState::InForce => {
            view! { <span class="tag tag-good"><Icon glyph=Glyph::Check/>{t.in_force}</span> }.into_any()
        }
        LetterState::From(date) => view! { <span class="tag">{t.valid_from(&said(date))}</span> }.into_any(),
        LetterState::Ended(date) => view! { <span class="tag">{t.ended(&said(date))}</span> }.into_any(),
        LetterState::Replaced { by, revision } => {
            view! { <a class="tag" href=Route::Letter(by).href()>{t.replaced(&revision)}</a> }.into_any()
        }
        LetterState::Draft => {
            let number = desk.index.with(|index| index.letters.get(revises).map(|old| old.number.clone()))?;
            view! { <span class="tag">{t.revises(&number)}</span> }.into_any()
        }
    })
}

/// The customer of a letter to one customer.
pub(super) fn customer_link(desk: Desk, id: &str) -> AnyView {
    let name = match desk.index.with(|index| index.customer_name(id).to_owned()) {
        name if name.is_empty() => desk.t().cases().unnamed.to_owned(),
        name => name,
    };
    view! { <a class="case-of-letter" href=Route::Customer(id.to_owned()).href()>{name}</a> }.into_any()
}

/// The case of a letter, with its customer's name.
pub(super) fn case_link(desk: Desk, id: &str) -> AnyView {
    let (number, customer) = desk.index.with(|index| {
        let case = index.cases.get(id);
        let customer = case.map_or("", |case| index.customer_name(&case.customer));
        (case.map(|case| case.number.clone()).unwrap_or_default(), customer.to_owned())
    });
    let name = desk.t().letter().to_case(&number);
    view! {
        <a class="case-of-letter" title=name href=Route::Case(id.to_owned()).href()>
            <span>{number}</span>" "<span class="muted">{customer}</span>
        </a>
    }
    .into_any()
}
