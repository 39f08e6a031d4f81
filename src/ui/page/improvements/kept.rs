//! Fields of an improvement that are kept as soon as they are left.

use super::doing::{Doing, Wrong};
use crate::domain::date::Date;
use crate::domain::improvement::{Improvement, ImprovementField};
use crate::domain::money::Quantity;
use crate::ui::field_error::Told;
use crate::ui::page::settings::KeptLine;
use crate::ui::part::{Text, TextArea, label};
use leptos::prelude::*;
use std::sync::Arc;

fn refused(kept: Result<(), Wrong>) -> Option<crate::ui::page::settings::Wrong> {
    kept.err().map(|wrong| Arc::new(wrong) as crate::ui::page::settings::Wrong)
}

/// A line of words.
pub(super) fn line(
    doing: Doing,
    name: Text,
    hint: Option<Text>,
    read: fn(&Improvement) -> &str,
    field: fn(String) -> ImprovementField,
) -> AnyView {
    let keep = move |typed: String| refused(doing.set(field(typed)));
    let value = Signal::derive(move || doing.read(|now| read(now).to_owned()));
    match hint {
        Some(hint) => {
            view! { <KeptLine label=label(name) value=value keep=keep hint=label(hint)/> }.into_any()
        }
        None => view! { <KeptLine label=label(name) value=value keep=keep/> }.into_any(),
    }
}

/// A figure; an empty line takes it out.
pub(super) fn figure(
    doing: Doing,
    name: Text,
    read: fn(&Improvement) -> Option<Quantity>,
    field: fn(Option<Quantity>) -> ImprovementField,
) -> AnyView {
    let keep = move |typed: String| {
        let typed = typed.trim();
        let figure = if typed.is_empty() { Ok(None) } else { Quantity::parse(typed).map(Some) };
        refused(figure.map_err(Wrong::Figure).and_then(|figure| doing.set(field(figure))))
    };
    let value = move || doing.read(|now| read(now).map(|figure| figure.to_string()).unwrap_or_default());
    view! { <KeptLine label=label(name) value=Signal::derive(value) keep=keep keys="decimal"/> }.into_any()
}

/// A day; an empty field takes it out.
pub(super) fn day(
    doing: Doing,
    name: Text,
    read: fn(&Improvement) -> Option<Date>,
    field: fn(Option<Date>) -> ImprovementField,
) -> AnyView {
    let keep = move |typed: String| {
        let day = if typed.is_empty() { Ok(None) } else { Date::parse(&typed).map(Some).ok_or(Wrong::Day) };
        refused(day.and_then(|day| doing.set(field(day))))
    };
    let value = move || doing.read(|now| read(now).map(|day| day.to_string()).unwrap_or_default());
    view! { <KeptLine label=label(name) value=Signal::derive(value) keep=keep kind="date"/> }.into_any()
}

/// Several lines of words.
pub(super) fn area(
    doing: Doing,
    name: Text,
    hint: Option<Text>,
    read: fn(&Improvement) -> &str,
    field: fn(String) -> ImprovementField,
) -> AnyView {
    let kept = Memo::new(move |_| doing.read(|now| read(now).to_owned()));
    let wrong = RwSignal::new(None::<(String, Wrong)>);
    Effect::new(move |_| {
        kept.track();
        wrong.set(None);
    });
    let keep =
        move |typed: String| wrong.set(doing.set(field(typed.clone())).err().map(|error| (typed, error)));
    let value = move || wrong.get().map_or_else(|| kept.get(), |(typed, _)| typed);
    let error = move || wrong.get().map(|(_, error)| error.tell(doing.desk.t()));
    let hint = Signal::derive(move || hint.map(|hint| hint(doing.desk.t()).to_owned()));
    view! {
        <TextArea
            label=label(name)
            value=Signal::derive(value)
            on_commit=keep
            error=Signal::derive(error)
            hint=hint
            rows=2
        />
    }
    .into_any()
}
