use super::Page;
use super::offer::{Offer, Source};
use crate::app::desk::{Desk, use_desk};
use crate::app::hours::Differs;
use crate::domain::calendar::{Moment, SpecialDay};
use crate::domain::date::Date;
use crate::i18n::hours::{day_name, day_problem, region_name, special_words, zone_words};
use crate::paper::hours_in_words;
use crate::ui::part::{Button, Dialog, live, said};
use leptos::prelude::*;

/// The most problems that are listed.
const MOST: usize = 50;

/// What something would change, and the press that does it.
#[component]
pub(super) fn OfferDialog(page: Page) -> impl IntoView {
    let desk = page.desk;
    let title = Signal::derive(move || {
        let t = desk.t();
        page.offer.with(|offer| match offer.as_ref().map(|offer| offer.source) {
            Some(Source::Schedule(region, year)) => t.hours().offer_schedule(&year, &region_name(t, region)),
            Some(Source::File) => t.hours().offer_file.to_owned(),
            Some(Source::List) | None => t.hours().offer_list.to_owned(),
        })
    });
    view! {
        <Dialog title=title open=page.offered>
            {move || page.offer.get_untracked().map(|offer| view! { <OfferView page=page offer=offer/> })}
        </Dialog>
    }
    .into_any()
}

#[component]
fn OfferView(page: Page, offer: Offer) -> impl IntoView {
    let desk = use_desk();
    let (replace, clear) = (RwSignal::new(false), RwSignal::new(offer.source == Source::File));
    let offer = StoredValue::new(offer);
    let counts = move || {
        let t = desk.t().hours();
        let counted = offer.with_value(|offer| {
            let changes = &offer.changes;
            let (new, other) = (changes.new.len(), changes.other.len());
            [
                (new, t.offer_count_new(&new)),
                (other, t.offer_count_other(&other)),
                (changes.same, t.offer_count_same(&changes.same)),
            ]
        });
        let some = counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
        some.collect::<Vec<_>>().join(t.between)
    };
    let fields = move |replace: bool, clear: bool| offer.with_value(|offer| offer.fields(replace, clear));
    let take = move |()| {
        let (replace, clear) = (replace.get_untracked(), clear.get_untracked());
        let days = offer.with_value(|offer| offer.days(replace, clear));
        let action = page.keep(fields(replace, clear));
        page.done.set(Some((action, days)));
        page.offered.set(false);
    };
    let press = live(move || {
        let (replace, clear) = (replace.get(), clear.get());
        if fields(replace, clear).is_empty() {
            return view! { <p class="hint">{said(|t| t.hours().offer_nothing)}</p> }.into_any();
        }
        let days = offer.with_value(|offer| offer.days(replace, clear));
        let words = move || match days {
            0 => desk.t().hours().offer_take_file.to_owned(),
            days => desk.t().hours().offer_take(&days),
        };
        view! {
            <button type="button" class="btn btn-primary" on:click=move |_| take(())>{words}</button>
        }
        .into_any()
    });
    let Offer { changes, problems, hours, zone, absent, .. } = offer.get_value();
    let others =
        (!changes.other.is_empty()).then(|| view! { <Others others=changes.other replace=replace/> });
    let new = (!changes.new.is_empty()).then(|| view! { <NewDays days=changes.new/> });
    let problems = (!problems.is_empty()).then(|| {
        let more = problems.len().saturating_sub(MOST);
        let line = move |problem| view! { <li>{move || day_problem(desk.lang.get(), &problem)}</li> };
        view! {
            <section class="offer-problems">
                <h3>{said(|t| t.hours().offer_problems)}</h3>
                <ul>{problems.into_iter().take(MOST).map(line).collect::<Vec<_>>()}</ul>
                {(more > 0).then(|| view! { <p class="hint">{move || desk.t().hours().offer_more(&more)}</p> })}
            </section>
        }
    });
    let hours = hours.map(|hours| {
        view! { <p>{move || desk.t().hours().offer_hours(&hours_in_words(desk.t(), &hours))}</p> }
    });
    let zone = zone.map(|zone| {
        let words = move || {
            let now = Moment::of_millis(desk.now.get());
            desk.t().hours().offer_zone(&zone_words(desk.t(), zone, now))
        };
        view! { <p>{words}</p> }
    });
    let absent = absent.len();
    let clear_tick = (absent > 0).then(|| {
        let words = move || desk.t().hours().offer_absent(&absent);
        tick(clear, Signal::derive(words))
    });
    view! {
        <div class="dialog-body hours-offer">
            <p>{counts}</p>
            {hours}
            {zone}
            {problems}
            {others}
            {clear_tick}
            {new}
            <div class="btn-row">
                {press}
                <Button label=|t| t.common().cancel on_press=move |()| page.offered.set(false)/>
            </div>
        </div>
    }
    .into_any()
}

fn tick(value: RwSignal<bool>, words: Signal<String>) -> AnyView {
    view! {
        <label class="tick-line">
            <input
                type="checkbox"
                prop:checked=value
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}

/// The days of which the shop has said something else, and whether they are to go.
#[component]
fn Others(others: Vec<Differs>, replace: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let line = move |day: Differs| {
        let words = move || {
            let t = desk.t();
            let (here, coming) = (special_words(t, day.here.as_ref()), special_words(t, Some(&day.coming)));
            t.hours().offer_here(&here, &coming)
        };
        view! { <li><b>{move || day_name(desk.lang.get(), day.date)}</b><span>{words}</span></li> }
    };
    let kept = live(move || {
        (!replace.get()).then(|| view! { <p class="hint">{said(|t| t.hours().offer_other_keep)}</p> })
    });
    view! {
        <section>
            <h3>{said(|t| t.hours().offer_other)}</h3>
            <ul class="offer-days">{others.into_iter().map(line).collect::<Vec<_>>()}</ul>
            {kept}
            {tick(replace, Signal::derive(move || desk.t().hours().offer_replace.to_owned()))}
        </section>
    }
    .into_any()
}

/// Days that follow each other and are the same.
fn runs(days: Vec<(Date, SpecialDay)>) -> Vec<(Date, Date, SpecialDay)> {
    let mut runs: Vec<(Date, Date, SpecialDay)> = Vec::new();
    for (date, day) in days {
        match runs.last_mut() {
            Some((_, last, same)) if *same == day && last.plus_days(1) == Some(date) => *last = date,
            _ => runs.push((date, date, day)),
        }
    }
    runs
}

#[component]
fn NewDays(days: Vec<(Date, SpecialDay)>) -> impl IntoView {
    let desk: Desk = use_desk();
    let line = move |(first, last, day): (Date, Date, SpecialDay)| {
        let name = move || {
            let lang = desk.lang.get();
            match first == last {
                true => day_name(lang, first),
                false => format!("{} – {}", day_name(lang, first), day_name(lang, last)),
            }
        };
        view! { <li><b>{name}</b><span>{move || special_words(desk.t(), Some(&day))}</span></li> }
    };
    view! {
        <section>
            <h3>{said(|t| t.hours().offer_new)}</h3>
            <ul class="offer-days">{runs(days).into_iter().map(line).collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}
