use crate::domain::local_time::LocalTime;
use crate::platform::clock::{now_ms, zone_offset_minutes};
use crate::ui::part::{Text, TextField, label};
use leptos::prelude::*;

/// A date and a time as they are typed.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    date: RwSignal<String>,
    time: RwSignal<String>,
}

impl Moment {
    /// A time to be typed.
    pub(super) fn new(at: Option<LocalTime>) -> Self {
        Self {
            date: RwSignal::new(at.map(|at| at.date().to_string()).unwrap_or_default()),
            time: RwSignal::new(at.map(LocalTime::time).unwrap_or_default()),
        }
    }

    /// The time that was typed, if there is one.
    pub(super) fn read(self) -> Option<LocalTime> {
        self.date.with_untracked(|date| self.time.with_untracked(|time| LocalTime::typed(date, time)))
    }
}

/// Now, by the clock of this device.
pub(super) fn now() -> Option<LocalTime> {
    let now = now_ms();
    LocalTime::of_moment(now, zone_offset_minutes(now))
}

/// The fields of a date and a time.
#[component]
pub(super) fn MomentFields(
    /// What is typed.
    at: Moment,
    /// What the date is called.
    date: Text,
    /// What the time is called.
    time: Text,
    /// What is wrong with them.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <TextField
            label=label(date)
            value=at.date
            on_type=move |typed| at.date.set(typed)
            error=error
            kind="date"
        />
        <TextField label=label(time) value=at.time on_type=move |typed| at.time.set(typed) kind="time"/>
    }
    .into_any()
}
