use super::Page;
use crate::app::hours::{Face, face, minutes};
use crate::domain::calendar::Calendar;
use crate::domain::date::Date;
use crate::i18n::Texts;
use crate::i18n::hours::{day_name, periods_words, short_hours};
use leptos::prelude::*;

/// The name of a day's element.
pub(super) fn cell_id(date: Date) -> String {
    format!("day-{date}")
}

/// The sign of a kind of day, beside its colour.
pub(super) fn sign(t: &'static Texts, face: Face) -> &'static str {
    match face {
        Face::Worked | Face::Free => "",
        Face::Holiday => t.hours().sign_holiday,
        Face::MakeUp => t.hours().sign_make_up,
        Face::Changed | Face::Closed => t.hours().sign_changed,
    }
}

pub(super) fn sign_class(face: Face) -> &'static str {
    match face {
        Face::Worked | Face::Free => "day-sign",
        Face::Holiday => "day-sign sign-holiday",
        Face::MakeUp => "day-sign sign-make-up",
        Face::Changed | Face::Closed => "day-sign sign-changed",
    }
}

pub(super) fn face_name(t: &'static Texts, face: Face) -> &'static str {
    match face {
        Face::Worked => t.hours().face_worked,
        Face::Free => t.hours().face_free,
        Face::Holiday => t.hours().face_holiday,
        Face::MakeUp => t.hours().face_make_up,
        Face::Changed => t.hours().face_changed,
        Face::Closed => t.hours().face_closed,
    }
}

/// What a day is, in words: `Make-up day, Spring Festival, 09:00–12:00, 13:00–18:00`.
pub(super) fn day_words(t: &'static Texts, calendar: &Calendar, date: Date) -> String {
    let name = calendar.days.get(&date).map(|day| day.name.clone()).filter(|name| !name.is_empty());
    let periods = calendar.periods_on(date);
    let hours = (!periods.is_empty()).then(|| periods_words(t, periods));
    let parts = [Some(face_name(t, face(calendar, date)).to_owned()), name, hours];
    parts.into_iter().flatten().collect::<Vec<_>>().join(t.hours().between)
}

/// What a cell shows.
#[derive(Clone, PartialEq)]
struct Shown {
    face: Face,
    name: String,
    periods: Vec<String>,
    minutes: u32,
}

/// A day of the month. Only what changes of it is drawn anew.
#[component]
pub(super) fn Cell(page: Page, date: Date, stop: Memo<Option<Date>>) -> impl IntoView {
    let desk = page.desk;
    let shown = Memo::new(move |_| {
        page.calendar.with(|calendar| {
            let periods = calendar.periods_on(date);
            Shown {
                face: face(calendar, date),
                name: calendar.days.get(&date).map(|day| day.name.clone()).unwrap_or_default(),
                periods: periods.iter().map(|period| format!("{}–{}", period.from, period.to)).collect(),
                minutes: minutes(periods),
            }
        })
    });
    let is_today = move || page.today.get() == Some(date);
    let spoken = move || {
        let t = desk.t();
        let words = page.calendar.with(|calendar| day_words(t, calendar, date));
        let said = t.hours().day_says(&day_name(desk.lang.get(), date), &words);
        if is_today() { [said.as_str(), t.hours().today].join(t.hours().between) } else { said }
    };
    let class = move || match shown.with(|shown| (shown.face, shown.minutes > 0)) {
        (Face::Worked, _) => "day",
        (Face::Free, _) => "day day-off",
        (Face::Holiday, _) => "day day-off day-holiday",
        (Face::MakeUp, _) => "day day-make-up",
        (_, true) => "day day-changed",
        (_, false) => "day day-off day-changed",
    };
    let inside = move || {
        let Shown { face, name, periods, minutes } = shown.get();
        let t = desk.t();
        let short = short_hours(t, minutes);
        let lines: Vec<_> = periods.into_iter().map(|period| view! { <span>{period}</span> }).collect();
        view! {
            <span class="day-top">
                <span class="day-number">{date.day()}</span>
                <span class=sign_class(face)>{sign(t, face)}</span>
                {is_today().then(|| view! { <span class="day-today">{t.hours().today}</span> })}
            </span>
            <span class="day-name">{name}</span>
            <span class="day-short">{short}</span>
            <span class="day-periods">{lines}</span>
        }
        .into_any()
    };
    view! {
        <td role="gridcell">
            <button
                type="button"
                id=cell_id(date)
                class=class
                aria-current=move || is_today().then_some("date")
                aria-haspopup="dialog"
                tabindex=move || if stop.get() == Some(date) { "0" } else { "-1" }
                on:focus=move |_| page.at.set(Some(date))
                on:click=move |_| {
                    page.at.set(Some(date));
                    page.changing.set(true);
                }
            >
                <span class="visually-hidden">{spoken}</span>
                <span class="day-seen" aria-hidden="true">{inside}</span>
            </button>
        </td>
    }
    .into_any()
}
