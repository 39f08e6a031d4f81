use super::Page;
use super::offer::Offer;
use crate::app::command;
use crate::app::hours::{Taken, newer, region_of, taken};
use crate::catalog::schedules::{Region, Schedule, ScheduledRule, schedules, years};
use crate::domain::date::Date;
use crate::domain::lang::Lang;
use crate::i18n::hours::region_name;
use crate::ui::part::{Button, ChoiceOption, Glyph, Icon, Select, label, live, said};
use leptos::prelude::*;

/// From this month on it is said when the next year is not known: schedules are published in autumn.
const AUTUMN: u32 = 10;

/// The official days that are built in, year by year.
#[component]
pub(super) fn Holidays(page: Page) -> impl IntoView {
    let desk = page.desk;
    let chosen = RwSignal::new(None::<&'static str>);
    let region = Memo::new(move |_| match chosen.get().and_then(Region::from_code) {
        Some(region) => region.code(),
        None => usual(page).code(),
    });
    let region = move || Region::from_code(region.get()).unwrap_or(Region::China);
    let options = Signal::derive(move || {
        let t = desk.t();
        Region::ALL.map(|region| ChoiceOption::new(region.code(), region_name(t, region))).to_vec()
    });
    let rows = live(move || {
        let region = region();
        let this_year = page.today.get().map_or(0, Date::year);
        let shown = schedules(region).iter().filter(|schedule| schedule.year >= this_year);
        let rows: Vec<_> = shown.map(|schedule| row(page, region, schedule)).collect();
        view! { <ul class="years">{rows}</ul> {unknown(page, region)} }
    });
    let news = live(move || {
        // Of the shop's own region alone: the others are there for whoever looks.
        let region = region_of(page.calendar.with(|calendar| calendar.zone))?;
        let year = page.today.get()?.year();
        let newer = page.shop.with(|shop| newer(shop, region, year));
        let schedule = *newer.first()?;
        let words = move || desk.t().hours().newer(&schedule.year, &region_name(desk.t(), region));
        Some(view! { <p class="banner small"><Icon glyph=Glyph::Flag/><span>{words}</span></p> })
    });
    view! {
        <section class="section card holidays">
            <h2>{said(|t| t.hours().holidays)}</h2>
            <p class="muted">{said(|t| t.hours().holidays_text)}</p>
            {news}
            <Select
                label=label(|t| t.hours().region)
                options=options
                value=Signal::derive(move || region().code().to_owned())
                on_choose=move |code: String| chosen.set(Region::from_code(&code).map(Region::code))
            />
            {rows}
            <Done page=page/>
        </section>
    }
    .into_any()
}

/// Whose days are shown at first: those of the shop's place, else those of the language's.
fn usual(page: Page) -> Region {
    let of_zone = region_of(page.calendar.with(|calendar| calendar.zone));
    of_zone.unwrap_or(match page.desk.lang.get() {
        Lang::ZhTw => Region::Taiwan,
        Lang::ZhCn | Lang::En => Region::China,
    })
}

fn row(page: Page, region: Region, schedule: &'static Schedule) -> AnyView {
    let desk = page.desk;
    let year = schedule.year;
    let worked = schedule.days.iter().filter(|day| matches!(day.rule, ScheduledRule::MakeUp(_))).count();
    let free = schedule.days.len() - worked;
    let days = move || match worked {
        0 => desk.t().hours().year_free(&free),
        worked => desk.t().hours().year_days(&free, &worked),
    };
    let look = move |_| {
        let lang = desk.lang.get_untracked();
        page.propose(page.shop.with_untracked(|shop| Offer::schedule(shop, region, schedule, lang)));
    };
    let state = live(move || match page.shop.with(|shop| taken(shop, schedule)) {
        Taken::All => view! {
            <p class="tag tag-good"><Icon glyph=Glyph::Check/>{said(|t| t.hours().taken)}</p>
        }
        .into_any(),
        Taken::Not => view! {
            <button type="button" class="btn" on:click=look>
                {move || desk.t().hours().add_year(&year)}
            </button>
        }
        .into_any(),
        Taken::Partly { missing, other } => view! {
            <p class="hint">{move || desk.t().hours().taken_partly(&missing, &other)}</p>
            <button type="button" class="btn" on:click=look>
                {move || desk.t().hours().compare_year(&year)}
            </button>
        }
        .into_any(),
    });
    view! {
        <li class="year">
            <div>
                <h3>{move || desk.t().hours().year(&year)}</h3>
                <p>{days}</p>
                <p class="hint">{move || desk.t().hours().source(&schedule.source)}</p>
            </div>
            <div class="year-state">{state}</div>
        </li>
    }
    .into_any()
}

/// That the next year is not built in yet, when it should be known soon.
fn unknown(page: Page, region: Region) -> Option<AnyView> {
    let desk = page.desk;
    let today = page.today.get()?;
    let next = today.year() + i32::from(today.month() >= AUTUMN);
    let known = years(region).any(|year| year == next);
    (!known).then(|| {
        let words = move || desk.t().hours().not_known(&next, &region_name(desk.t(), region));
        view! { <p class="hint">{words}</p> }.into_any()
    })
}

/// What was done last, and the way back.
#[component]
fn Done(page: Page) -> impl IntoView {
    let desk = page.desk;
    let undone = RwSignal::new(false);
    let part = live(move || {
        let Some((action, days)) = page.done.get() else {
            return undone.get().then(|| view! { <span>{said(|t| t.hours().undone)}</span> }.into_any());
        };
        undone.set(false);
        let back = move |()| {
            desk.save(command::undo_shop(&desk.pen(), action.clone()));
            page.done.set(None);
            undone.set(true);
        };
        Some(
            view! {
                <span>{move || desk.t().hours().added(&days)}</span>
                <Button label=|t| t.hours().added_undo glyph=Glyph::Undo class="btn btn-quiet" on_press=back/>
            }
            .into_any(),
        )
    });
    view! { <div class="hours-done" role="status">{part}</div> }.into_any()
}
