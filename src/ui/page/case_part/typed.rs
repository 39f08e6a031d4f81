//! The fields that forms of a case are made of, each bound to what is typed in it.

use crate::app::desk::{Desk, use_desk};
use crate::i18n::Named;
use crate::ui::field_error::{Told, told};
use crate::ui::part::{Choice, ChoiceOption, Text, TextArea, TextField, label};
use leptos::prelude::*;

/// What is wrong with a form, as far as it is known.
pub(super) type Wrong<E> = RwSignal<Option<E>>;

/// A text of a form that nothing can be wrong with but its length, which the field sees to.
pub(super) fn words(name: Text, value: RwSignal<String>, rows: u32) -> AnyView {
    view! { <TextArea label=label(name) value=value on_type=move |typed| value.set(typed) rows=rows/> }
        .into_any()
}

/// A text of a form that must be there.
pub(super) fn required_words<E>(
    name: Text,
    value: RwSignal<String>,
    wrong: Wrong<E>,
    fits: fn(&E) -> bool,
) -> AnyView
where
    E: Told + Clone + Send + Sync + 'static,
{
    let desk: Desk = use_desk();
    view! {
        <TextArea
            label=label(name)
            value=value
            on_type=move |typed| value.set(typed)
            error=told(desk, wrong, fits)
            rows=2
        />
    }
    .into_any()
}

/// A line of a form that must be there.
pub(super) fn required_line<E>(
    name: Text,
    value: RwSignal<String>,
    wrong: Wrong<E>,
    fits: fn(&E) -> bool,
) -> AnyView
where
    E: Told + Clone + Send + Sync + 'static,
{
    let desk: Desk = use_desk();
    view! {
        <TextField
            label=label(name)
            value=value
            on_type=move |typed| value.set(typed)
            error=told(desk, wrong, fits)
        />
    }
    .into_any()
}

/// One of a few values that have names, of which one holds.
pub(super) fn pick<T>(name: Text, all: &'static [T], value: RwSignal<T>) -> AnyView
where
    T: Named + Copy + PartialEq + Send + Sync + 'static,
{
    let desk: Desk = use_desk();
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
