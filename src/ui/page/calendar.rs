//! The visits of a day or a week.

mod head;
mod visit;

use super::cases::Views;
use super::data::ListButton;
use crate::app::desk::{Desk, use_desk};
use crate::app::lists_out::List;
use crate::domain::date::Date;
use crate::i18n::when;
use crate::platform::clock::zone_offset_minutes;
use crate::search::calendar::{Calendar as Drawn, CalendarDay, calendar};
use crate::ui::part::{live, said};
use head::Head;
use leptos::prelude::*;
use visit::Visits;

/// Below this width a day is shown, unless somebody wants the week.
const WIDE: f64 = 900.0;
const WEEK: u32 = 7;
/// The least width of a day and of one of several visits beside each other, in CSS pixels.
const ALONE: usize = 80;
const LANE: usize = 104;

/// What the calendar shows. Copied freely: it is a handle.
#[derive(Clone, Copy)]
struct Shown {
    desk: Desk,
    today: Memo<Option<Date>>,
}

impl Shown {
    /// The day in view. Follows changes.
    fn day(self) -> Option<Date> {
        self.desk.lists.day.get().or_else(|| self.today.get())
    }

    /// Whether the week is shown. Follows changes.
    fn week(self) -> bool {
        let wide =
            || window().inner_width().ok().and_then(|width| width.as_f64()).is_none_or(|width| width >= WIDE);
        self.desk.lists.week.get().unwrap_or_else(wide)
    }

    /// The first day in view, and how many there are. Follows changes.
    fn span(self) -> Option<(Date, u32)> {
        let day = self.day()?;
        Some(if self.week() { (day.monday(), WEEK) } else { (day, 1) })
    }
}

/// Who visits whom when; a visit is moved with the mouse or with keys.
#[component]
pub(crate) fn Calendar() -> impl IntoView {
    let desk = use_desk();
    let today = Memo::new(move |_| {
        let now = desk.now.get();
        Date::of_moment(now, zone_offset_minutes(now))
    });
    let shown = Shown { desk, today };
    let drawn = Memo::new(move |_| {
        let (first, count) = shown.span()?;
        let staff = desk.lists.visitor.get();
        Some(desk.index.with(|index| calendar(index, first, count, &staff)))
    });
    let visits = Visits { desk, drawn };
    let grid = live(move || drawn.get().map(|drawn| grid(visits, shown, &drawn)));
    view! {
        <div class="page board-page">
            <div class="page-head"><h1>{said(|t| t.common().cases)}</h1> <Views/></div>
            <Head shown=shown/>
            <p class="hint calendar-hint">{said(|t| t.calendar().hint)}</p>
            {grid}
            <div class="btn-row"><ListButton list=List::Calendar/></div>
        </div>
    }
    .into_any()
}

fn grid(visits: Visits, shown: Shown, drawn: &Drawn) -> AnyView {
    let desk = shown.desk;
    let hours: Vec<_> = (drawn.from_hour..drawn.to_hour)
        .map(|hour| view! { <span class="figure">{format!("{hour:02}:00")}</span> })
        .collect();
    let days: Vec<_> = drawn.days.iter().map(|day| column(visits, shown, drawn, day)).collect();
    let heads: Vec<_> = drawn
        .days
        .iter()
        .map(|day| {
            let date = day.date;
            let weekday = move || when::weekday(desk.t(), date);
            let day = move || when::date_at(desk.t(), shown.today.get().unwrap_or(date), date);
            let current = move || (shown.today.get() == Some(date)).then_some("date");
            view! {
                <h2 class="calendar-date" aria-current=current><span>{weekday}</span> " " <span>{day}</span></h2>
            }
        })
        .collect();
    // A day is as wide as its visits need beside each other.
    let least = |lanes: usize| if lanes > 1 { lanes * LANE } else { ALONE };
    let widths: Vec<String> =
        drawn.days.iter().map(|day| format!("minmax({}px, 1fr)", least(day.lanes()))).collect();
    let widths = widths.join(" ");
    let class = if drawn.days.len() > 1 { "calendar calendar-week" } else { "calendar" };
    view! {
        <div class=class on:keydown=move |event| visits.on_key(&event)>
            <div class="calendar-heads" style:grid-template-columns=widths.clone()>{heads}</div>
            <div class="calendar-hours" aria-hidden="true">{hours}</div>
            <div class="calendar-days" style:grid-template-columns=widths>{days}</div>
        </div>
    }
    .into_any()
}

fn column(visits: Visits, shown: Shown, drawn: &Drawn, day: &CalendarDay) -> AnyView {
    let (date, from) = (day.date, drawn.from_hour * 60);
    let height = drawn.to_hour * 60 - from;
    let items: Vec<_> = day.visits.iter().map(|placed| visits.visit(placed, from)).collect();
    let desk = shown.desk;
    let label = move || when::date_in_words(desk.lang.get(), date);
    view! {
        <ul
            class="calendar-day"
            style:height=format!("{height}px")
            aria-label=label
            on:dragover=|event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                visits.drop_on(&event, date, from);
            }
        >
            {items}
        </ul>
    }
    .into_any()
}
