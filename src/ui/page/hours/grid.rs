use super::Page;
use super::cell::{Cell, cell_id};
use crate::app::hours::{Face, Month};
use crate::domain::date::Date;
use crate::i18n::Texts;
use crate::platform::dom;
use crate::ui::part::{Button, Glyph, Icon, label, live, said};
use leptos::prelude::*;

/// The name of a month in the language of the texts.
fn month_name(t: &'static Texts, month: Month) -> String {
    let place = usize::try_from(month.number()).unwrap_or(1) - 1;
    let name = t.when().full_months.split(' ').nth(place).unwrap_or_default();
    t.hours().month(&name, &month.year())
}

/// The month at a glance; a day is pressed to change it.
#[component]
pub(super) fn MonthView(page: Page) -> impl IntoView {
    let desk = page.desk;
    // Made anew for another month only: the cursor stays where it is while days change.
    let month = Memo::new(move |_| page.month());
    let name =
        Signal::derive(move || month.get().map(|month| month_name(desk.t(), month)).unwrap_or_default());
    let turn = move |by: i32| {
        if let Some(to) = month.get_untracked().and_then(|month| month.plus(by)) {
            page.month.set(Some(to));
        }
    };
    let table = live(move || month.get().map(|month| table(page, month, name)));
    let this_month = live(move || {
        let away = month.get() != page.today.get().map(Month::of);
        away.then(
            || view! { <Button label=|t| t.hours().this_month on_press=move |()| page.month.set(None)/> },
        )
    });
    view! {
        <section class="section card month" aria-label=name>
            <div class="month-head">
                <h2 aria-live="polite">{name}</h2>
                {this_month}
                <button
                    type="button"
                    class="btn btn-icon"
                    aria-label=label(|t| t.hours().previous)
                    on:click=move |_| turn(-1)
                >
                    <Icon glyph=Glyph::Back/>
                </button>
                <button
                    type="button"
                    class="btn btn-icon"
                    aria-label=label(|t| t.hours().next)
                    on:click=move |_| turn(1)
                >
                    <Icon glyph=Glyph::Forward/>
                </button>
            </div>
            {table}
            <Legend/>
            <p class="hint">{said(|t| t.hours().grid_hint)}</p>
        </section>
    }
    .into_any()
}

fn table(page: Page, month: Month, name: Signal<String>) -> AnyView {
    let desk = page.desk;
    let head = |weekday: usize| {
        view! {
            <th scope="col">{move || desk.t().when().weekdays.split(' ').nth(weekday).unwrap_or_default()}</th>
        }
    };
    // Tab comes to one day: where the cursor was, else today, else the first.
    let first = month.day(1);
    let stop = Memo::new(move |_| {
        let here = |date: &Date| Month::of(*date) == month;
        page.at.get().filter(here).or_else(|| page.today.get().filter(here)).or(first)
    });
    let week = |days: [Option<Date>; 7]| {
        let day = |day: Option<Date>| match day {
            Some(date) => view! { <Cell page=page date=date stop=stop/> }.into_any(),
            None => view! { <td class="day-none"></td> }.into_any(),
        };
        view! { <tr>{days.map(day).into_iter().collect::<Vec<_>>()}</tr> }
    };
    view! {
        <table class="month-days" role="grid" aria-label=name on:keydown=move |event| on_key(page, stop, &event)>
            <thead><tr>{(0..7).map(head).collect::<Vec<_>>()}</tr></thead>
            <tbody>{month.weeks().into_iter().map(week).collect::<Vec<_>>()}</tbody>
        </table>
    }
    .into_any()
}

/// Arrows go from day to day, also into another month.
fn on_key(page: Page, stop: Memo<Option<Date>>, event: &web_sys::KeyboardEvent) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(date) = stop.get_untracked() else { return };
    let weekday = i64::try_from(date.weekday()).unwrap_or(0);
    let in_month = |by: i32| Month::of(date).plus(by).and_then(|month| month.day(date.day()));
    let to = match event.key().as_str() {
        "ArrowLeft" => date.plus_days(-1),
        "ArrowRight" => date.plus_days(1),
        "ArrowUp" => date.plus_days(-7),
        "ArrowDown" => date.plus_days(7),
        "Home" => date.plus_days(-weekday),
        "End" => date.plus_days(6 - weekday),
        "PageUp" => in_month(-1),
        "PageDown" => in_month(1),
        _ => return,
    };
    event.prevent_default();
    let Some(to) = to else { return };
    page.at.set(Some(to));
    page.month.set(Some(Month::of(to)));
    request_animation_frame(move || {
        let _ = dom::focus(&cell_id(to));
    });
}

/// What the signs mean.
#[component]
fn Legend() -> impl IntoView {
    let desk = crate::app::desk::use_desk();
    let item = move |face: Face| {
        let sign = move || super::cell::sign(desk.t(), face);
        let name = move || super::cell::face_name(desk.t(), face);
        view! { <li><span class=super::cell::sign_class(face) aria-hidden="true">{sign}</span>{name}</li> }
    };
    view! {
        <ul class="month-legend" aria-label=label(|t| t.hours().legend)>
            {[Face::Holiday, Face::MakeUp, Face::Changed].map(item).into_iter().collect::<Vec<_>>()}
        </ul>
    }
    .into_any()
}
