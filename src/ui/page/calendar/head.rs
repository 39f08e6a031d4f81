use super::{Shown, WEEK};
use crate::domain::id::StaffId;
use crate::domain::staff::Staff;
use crate::i18n::when;
use crate::ui::part::{Button, Choice, ChoiceOption, Glyph, Icon, Select, Text, label};
use leptos::prelude::*;

/// Which days are in view, and whose visits.
#[component]
pub(super) fn Head(shown: Shown) -> impl IntoView {
    let desk = shown.desk;
    let go = move |steps: i64| {
        let by = if untrack(|| shown.week()) { i64::from(WEEK) } else { 1 };
        let day = untrack(|| shown.day()).and_then(|day| day.plus_days(steps * by));
        desk.lists.day.set(day);
    };
    let span = move || {
        let (first, count) = shown.span()?;
        let lang = desk.lang.get();
        let last = first.plus_days(i64::from(count) - 1).filter(|last| *last != first);
        let first = when::date_in_words(lang, first);
        Some(match last {
            Some(last) => format!("{first} – {}", when::date_in_words(lang, last)),
            None => first,
        })
    };
    let people = move || {
        let everybody = ChoiceOption::new("", desk.t().calendar().everybody);
        let option = |(id, staff): (StaffId, Staff)| {
            ChoiceOption::new(id.as_str(), staff.name().cloned().unwrap_or_default())
        };
        std::iter::once(everybody).chain(desk.staff().into_iter().map(option)).collect()
    };
    let spans = move || {
        let t = desk.t();
        vec![ChoiceOption::new("day", t.calendar().day), ChoiceOption::new("week", t.calendar().week)]
    };
    let step = move |glyph: Glyph, name: Text, steps: i64| {
        let press = move |_| go(steps);
        view! {
            <button type="button" class="btn btn-icon" aria-label=label(name) on:click=press><Icon glyph=glyph/></button>
        }
    };
    view! {
        <div class="calendar-head">
            <div class="btn-row">
                {step(Glyph::Back, |t| t.calendar().before, -1)}
                <Button label=|t| t.common().today on_press=move |()| desk.lists.day.set(None)/>
                {step(Glyph::Forward, |t| t.calendar().after, 1)}
            </div>
            <p class="calendar-span figure" role="status">{span}</p>
            <Choice
                label=label(|t| t.calendar().span)
                quiet=true
                options=Signal::derive(spans)
                value=Signal::derive(move || if shown.week() { "week" } else { "day" }.to_owned())
                on_choose=move |span: String| desk.lists.week.set(Some(span == "week"))
            />
            <Select
                label=label(|t| t.calendar().whose)
                options=Signal::derive(people)
                value=desk.lists.visitor
                on_choose=move |id| desk.lists.visitor.set(id)
            />
        </div>
    }
    .into_any()
}
