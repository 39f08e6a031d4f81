//! The fields that forms of a case are made of, each bound to what is typed in it.

use crate::app::desk::use_desk;
use crate::i18n::Named;
use crate::ui::part::{Choice, ChoiceOption, Text, TextArea, TextField, label};
use leptos::prelude::*;

/// A text of a form, and what is wrong with it.
pub(in crate::ui::page) fn words(
    name: Text,
    value: RwSignal<String>,
    error: Signal<Option<String>>,
    rows: u32,
) -> AnyView {
    view! {
        <TextArea
            label=label(name)
            value=value
            on_type=move |typed| value.set(typed)
            error=error
            rows=rows
        />
    }
    .into_any()
}

/// A line of a form, and what is wrong with it.
pub(in crate::ui::page) fn line(
    name: Text,
    value: RwSignal<String>,
    error: Signal<Option<String>>,
) -> AnyView {
    view! {
        <TextField label=label(name) value=value on_type=move |typed| value.set(typed) error=error/>
    }
    .into_any()
}

/// Nothing can be wrong but the length, which the field sees to.
pub(in crate::ui::page) fn fine() -> Signal<Option<String>> {
    Signal::stored(None)
}

/// One of a few values that have names, of which one holds.
pub(in crate::ui::page) fn pick<T>(name: Text, all: &'static [T], value: RwSignal<T>) -> AnyView
where
    T: Named + Copy + PartialEq + Send + Sync + 'static,
{
    let desk = use_desk();
    let options = move || {
        let t = desk.t();
        let each = |(at, value): (usize, &T)| ChoiceOption::new(at.to_string(), value.name(t));
        all.iter().enumerate().map(each).collect::<Vec<_>>()
    };
    let place = move || all.iter().position(|each| *each == value.get()).unwrap_or(0).to_string();
    let choose = move |at: String| {
        if let Some(chosen) = at.parse().ok().and_then(|at: usize| all.get(at)) {
            value.set(*chosen);
        }
    };
    view! {
        <Choice
            label=label(name)
            options=Signal::derive(options)
            value=Signal::derive(place)
            on_choose=choose
        />
    }
    .into_any()
}
