use super::kept::{KeptLine, Wrong};
use crate::app::desk::use_desk;
use crate::domain::hours::Hours;
use crate::ui::part::{Button, said};
use leptos::prelude::*;
use std::sync::Arc;

/// The weekly service hours, a line for each day.
#[component]
pub(crate) fn HoursField(
    /// The hours that hold.
    #[prop(into)]
    value: Signal<Hours>,
    /// Called with those that shall hold.
    #[prop(into)]
    on_change: Callback<Hours>,
) -> impl IntoView {
    let desk = use_desk();
    let anew = RwSignal::new(0_u32);
    let row = move |day: usize| {
        let label = move || desk.t().when().weekdays.split(' ').nth(day).unwrap_or_default().to_owned();
        let closed = move || value.with(|hours| hours.0[day].is_empty());
        let keep = move |typed: String| match Hours::parse_day(&typed) {
            Ok(periods) => {
                let mut hours = value.get_untracked();
                hours.0[day] = periods;
                on_change.run(hours);
                None
            }
            Err(error) => Some(Arc::new(error) as Wrong),
        };
        view! {
            <li>
                <KeptLine
                    label=Signal::derive(label)
                    value=Signal::derive(move || value.with(|hours| hours.day_text(day)))
                    keep=keep
                    hint=Signal::derive(move || closed().then(|| desk.t().settings().hours_closed.to_owned()))
                    anew=anew
                />
            </li>
        }
    };
    let as_monday = move |()| {
        let mut hours = value.get_untracked();
        for day in 1..5 {
            hours.0[day] = hours.0[0].clone();
        }
        anew.update(|n| *n += 1);
        on_change.run(hours);
    };
    view! {
        <div class="hours">
            <p class="hint">{said(|t| t.settings().hours_hint)}</p>
            <ul class="hours-days">{(0..7).map(row).collect_view()}</ul>
            <Button label=|t| t.settings().hours_same on_press=as_monday/>
        </div>
    }
    .into_any()
}
