use super::Page;
use super::cell::day_words;
use crate::app::hours::halves;
use crate::domain::calendar::{DayRule, MakeUpHours, SpecialDay};
use crate::domain::date::Date;
use crate::domain::hours::{Hours, Period};
use crate::domain::shop::ShopField;
use crate::domain::text::{MAX_LINE, TextError, optional};
use crate::i18n::Texts;
use crate::i18n::hours::{day_name, periods_words, weekday_name};
use crate::ui::page::settings::{KeptLine, Wrong};
use crate::ui::part::{Choice, ChoiceOption, Dialog, Select, label, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// What a choice of the dialog stands for.
const USUAL: &str = "usual";
const CHANGED: &str = "changed";
const HOLIDAY: &str = "holiday";
const MAKE_UP: &str = "make_up";
/// In the list of weekdays: hours of its own.
const OWN: &str = "own";

/// A day, how it differs, and how it shall. Each change is kept as it is made.
#[component]
pub(super) fn DayDialog(page: Page) -> impl IntoView {
    let desk = page.desk;
    let title =
        Signal::derive(move || page.at.get().map(|date| day_name(desk.lang.get(), date)).unwrap_or_default());
    view! {
        <Dialog title=title open=page.changing>
            {move || page.at.get_untracked().map(|date| view! { <DayForm page=page date=date/> })}
        </Dialog>
    }
    .into_any()
}

/// A day that is being changed. Copied freely: it is a handle.
#[derive(Clone, Copy)]
struct Day {
    page: Page,
    date: Date,
    special: Memo<Option<SpecialDay>>,
}

impl Day {
    /// Keeps how the day shall differ, under the name it has.
    fn put(self, rule: DayRule) {
        let name = self.special.with_untracked(|day| day.as_ref().map(|day| day.name.clone()));
        self.keep(Some(SpecialDay { rule, name: name.unwrap_or_default() }));
    }

    fn keep(self, day: Option<SpecialDay>) {
        self.page.keep(vec![ShopField::Day(self.date, day)]);
    }

    /// The hours of its weekday. Follows changes.
    fn usual(self) -> Vec<Period> {
        self.page.calendar.with(|calendar| calendar.hours.0[self.date.weekday()].clone())
    }

    /// The first weekday on which the shop is open: what a make-up day is like at first.
    fn first_worked(self) -> u8 {
        let first = self
            .page
            .calendar
            .with_untracked(|calendar| calendar.hours.0.iter().position(|periods| !periods.is_empty()));
        first.and_then(|weekday| u8::try_from(weekday).ok()).unwrap_or(0)
    }

    fn choose(self, kind: &str) {
        match kind {
            HOLIDAY => self.put(DayRule::Holiday),
            MAKE_UP => self.put(DayRule::MakeUp(MakeUpHours::Like(self.first_worked()))),
            CHANGED => self.put(DayRule::Changed(untrack(move || self.usual()))),
            _ => self.keep(None),
        }
    }
}

fn kind(day: Option<&SpecialDay>) -> &'static str {
    match day.map(|day| &day.rule) {
        None => USUAL,
        Some(DayRule::Holiday) => HOLIDAY,
        Some(DayRule::MakeUp(_)) => MAKE_UP,
        Some(DayRule::Changed(_)) => CHANGED,
    }
}

#[component]
fn DayForm(page: Page, date: Date) -> impl IntoView {
    let desk = page.desk;
    let special = Memo::new(move |_| page.shop.with(|shop| shop.special_day(date).cloned()));
    let day = Day { page, date, special };
    let weekday = u8::try_from(date.weekday()).unwrap_or(0);
    let usually = move || {
        let (t, usual) = (desk.t(), day.usual());
        let name = weekday_name(t, weekday);
        match usual.is_empty() {
            true => t.hours().usually_closed(&name),
            false => t.hours().usually(&name, &periods_words(t, &usual)),
        }
    };
    let now = move || {
        let words = page.calendar.with(|calendar| day_words(desk.t(), calendar, date));
        desk.t().hours().now_says(&words)
    };
    let options = Signal::derive(move || {
        let t = desk.t().hours();
        let all = [(USUAL, t.as_usual), (CHANGED, t.changed), (HOLIDAY, t.holiday), (MAKE_UP, t.make_up)];
        all.map(|(value, words)| ChoiceOption::new(value, words)).to_vec()
    });
    let chosen = Memo::new(move |_| special.with(|day| kind(day.as_ref())));
    let details = live(move || match chosen.get() {
        USUAL => ().into_any(),
        MAKE_UP => view! { <MakeUp day=day/> <NameLine day=day/> }.into_any(),
        CHANGED => view! { <OpenHours day=day/> <NameLine day=day/> }.into_any(),
        _ => view! { <NameLine day=day/> }.into_any(),
    });
    view! {
        <div class="dialog-body">
            <p class="muted">{usually}</p>
            <p class="figure" role="status">{now}</p>
            <Quick day=day/>
            <Choice
                label=label(|t| t.hours().this_day)
                options=options
                value=Signal::derive(move || chosen.get().to_owned())
                on_choose=move |kind: String| day.choose(&kind)
            />
            {details}
        </div>
    }
    .into_any()
}

/// What is wanted most, each in one press.
#[component]
fn Quick(day: Day) -> impl IntoView {
    let button = move |words: fn(&'static Texts) -> &'static str, periods: Vec<Period>| {
        let pressed = periods.clone();
        let held = move || {
            day.special.with(
                |day| matches!(day, Some(SpecialDay { rule: DayRule::Changed(own), .. }) if *own == pressed),
            )
        };
        let press = move |_| day.put(DayRule::Changed(periods.clone()));
        view! {
            <button type="button" class="btn" aria-pressed=move || held().to_string() on:click=press>
                {said(words)}
            </button>
        }
    };
    live(move || {
        let usual = day.usual();
        if usual.is_empty() {
            return None;
        }
        let (morning, afternoon) = halves(&usual);
        let both = !morning.is_empty() && !afternoon.is_empty();
        Some(view! {
            <div class="day-quick" role="group" aria-label=label(|t| t.hours().quick)>
                <span class="label" aria-hidden="true">{said(|t| t.hours().quick)}</span>
                <div class="btn-row">
                    {both.then(|| button(|t| t.hours().morning_only, morning))}
                    {both.then(|| button(|t| t.hours().afternoon_only, afternoon))}
                    {button(|t| t.hours().all_day_closed, Vec::new())}
                </div>
            </div>
        })
    })
}

/// What it is called, or why it differs.
#[component]
fn NameLine(day: Day) -> impl IntoView {
    let keep = move |typed: String| match optional(&typed, MAX_LINE) {
        Ok(name) => {
            if let Some(special) = day.special.get_untracked() {
                day.keep(Some(SpecialDay { name, ..special }));
            }
            None
        }
        Err(error) => Some(Arc::new(error) as Wrong),
    };
    let name = move || day.special.with(|day| day.as_ref().map(|day| day.name.clone()).unwrap_or_default());
    view! {
        <KeptLine
            label=label(|t| t.hours().name)
            value=Signal::derive(name)
            keep=keep
            hint=label(|t| t.hours().name_hint)
        />
    }
    .into_any()
}

/// The hours of a day that has its own.
#[component]
fn OpenHours(day: Day) -> impl IntoView {
    let value = move || {
        day.special.with(|day| match day.as_ref().map(|day| &day.rule) {
            Some(DayRule::Changed(own) | DayRule::MakeUp(MakeUpHours::Own(own))) => typed_form(own),
            _ => String::new(),
        })
    };
    let keep = move |typed: String| {
        let periods = match Hours::parse_day(&typed) {
            Ok(periods) => periods,
            Err(error) => return Some(Arc::new(error) as Wrong),
        };
        let make_up = day.special.with_untracked(|day| kind(day.as_ref()) == MAKE_UP);
        match (make_up, periods.is_empty()) {
            (true, true) => return Some(Arc::new(TextError::Empty) as Wrong),
            (true, false) => day.put(DayRule::MakeUp(MakeUpHours::Own(periods))),
            (false, _) => day.put(DayRule::Changed(periods)),
        }
        None
    };
    view! {
        <KeptLine
            label=label(|t| t.hours().open_hours)
            value=Signal::derive(value)
            keep=keep
            hint=label(|t| t.hours().open_hours_hint)
        />
    }
    .into_any()
}

fn typed_form(periods: &[Period]) -> String {
    periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Like which weekday a make-up day is worked, or its own hours.
#[component]
fn MakeUp(day: Day) -> impl IntoView {
    let desk = day.page.desk;
    let like = Memo::new(move |_| {
        day.special.with(|day| match day.as_ref().map(|day| &day.rule) {
            Some(DayRule::MakeUp(MakeUpHours::Like(weekday))) => Some(*weekday),
            _ => None,
        })
    });
    let options = Signal::derive(move || {
        let t = desk.t();
        let weekday = |number: u8| {
            let hours = day.page.calendar.with(|calendar| {
                let periods = calendar.hours.0.get(usize::from(number));
                periods_words(t, periods.map_or(&[], Vec::as_slice))
            });
            ChoiceOption::new(number.to_string(), t.hours().like_weekday(&weekday_name(t, number), &hours))
        };
        (0..7).map(weekday).chain([ChoiceOption::new(OWN, t.hours().own_hours)]).collect::<Vec<_>>()
    });
    let choose = move |chosen: String| match chosen.parse() {
        Ok(weekday) => day.put(DayRule::MakeUp(MakeUpHours::Like(weekday))),
        Err(_) => {
            let like = like.get_untracked().unwrap_or_else(|| day.first_worked());
            let own = day.page.calendar.with_untracked(|calendar| {
                let first = usize::from(day.first_worked());
                let open = [usize::from(like), first].into_iter().filter_map(|at| calendar.hours.0.get(at));
                open.into_iter().find(|periods| !periods.is_empty()).cloned()
            });
            // A shop that is never open begins with the usual hours.
            let own = own.unwrap_or_else(|| Hours::usual().0[0].clone());
            day.put(DayRule::MakeUp(MakeUpHours::Own(own)));
        }
    };
    let own = live(move || like.get().is_none().then(|| view! { <OpenHours day=day/> }));
    view! {
        <Select
            label=label(|t| t.hours().like)
            options=options
            value=Signal::derive(move || like.get().map_or_else(|| OWN.to_owned(), |like| like.to_string()))
            on_choose=choose
        />
        {own}
    }
    .into_any()
}
