//! The promises of a case: where each stands, why its time is what it is, and what was done.

mod keep;
mod none;
mod remedy;
mod row;
mod why;

use super::Shown;
use crate::app::desk::{Desk, use_desk};
use crate::app::promising::desk::{judged, now, pauses, speak};
use crate::app::promising::{Key, Order, Speaking, find, ordered};
use crate::domain::case::Case;
use crate::domain::promise::{Judged, Pausing};
use crate::ui::part::{Dialog, Text, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// What the rows of the promises share.
#[derive(Clone, Copy)]
pub(super) struct Clocks {
    desk: Desk,
    shown: StoredValue<Shown>,
    judged: Memo<Vec<Judged>>,
    pauses: Memo<Vec<Pausing>>,
    /// Which of them a dialog is about.
    which: RwSignal<Option<Key>>,
    why: RwSignal<bool>,
    keep: RwSignal<bool>,
    remedy: RwSignal<bool>,
}

impl Clocks {
    fn of(desk: Desk, shown: Shown) -> Self {
        let (judged_id, waited_id) = (shown.id.clone(), shown.id.clone());
        Self {
            desk,
            shown: StoredValue::new(shown),
            judged: Memo::new(move |_| judged(desk, judged_id.as_str())),
            pauses: Memo::new(move |_| pauses(desk, waited_id.as_str())),
            which: RwSignal::new(None),
            why: RwSignal::new(false),
            keep: RwSignal::new(false),
            remedy: RwSignal::new(false),
        }
    }

    /// A promise as it stands. Follows changes.
    fn one(self, key: Key) -> Option<Judged> {
        self.judged.with(|all| find(all, key).cloned())
    }

    /// The promise that a dialog is about. Follows changes.
    fn asked(self) -> Option<Judged> {
        self.one(self.which.get()?)
    }

    /// Says something of a promise. Follows changes and the clock.
    fn say<T>(self, say: impl FnOnce(&Speaking) -> T) -> T {
        self.pauses.with(|pauses| speak(self.desk, pauses, say))
    }

    fn open(self, dialog: RwSignal<bool>, key: Key) {
        self.which.set(Some(key));
        dialog.set(true);
    }

    /// A title with the name of the promise that a dialog is about.
    fn title(self, words: fn(Desk, &Judged) -> String) -> Signal<String> {
        Signal::derive(move || self.asked().map(|judged| words(self.desk, &judged)).unwrap_or_default())
    }
}

/// The promises of a case, the pressing ones first.
#[component]
pub(super) fn Promises(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let promised = {
        let shown = shown.clone();
        Memo::new(move |_| shown.read(|case| case.terms().is_some()))
    };
    let clocks = Clocks::of(desk, shown.clone());
    let order = Memo::new(move |_| clocks.judged.with(|judged| ordered(judged, now(desk))));
    let open = live(move || {
        let rows: Vec<_> = order.with(|order| order.open.iter().map(|key| row::row(clocks, *key)).collect());
        (!rows.is_empty()).then(|| view! { <ul class="promise-list">{rows}</ul> })
    });
    let many = Memo::new(move |_| order.with(|order| order.rest.len()));
    let some_rest = Memo::new(move |_| many.get() > 0);
    let rest = live(move || {
        some_rest.get().then(|| {
            let rows = live(move || {
                order.with(|order: &Order| order.rest.iter().map(|key| row::row(clocks, *key)).collect_view())
            });
            view! {
                <details class="disclosure">
                    <summary>{move || desk.t().promise().rest(&many.get())}</summary>
                    <ul class="promise-list">{rows}</ul>
                </details>
            }
        })
    });
    let none = live(move || {
        (!promised.get()).then(|| view! { <none::NonePromised shown=shown.clone()/> }.into_any())
    });
    view! {
        <section class="card section promises">
            <h2>{said(|t| t.promise().title)}</h2>
            {letter_line(clocks)}
            {none} {open} {rest}
            <Dialog title=clocks.title(why::title) open=clocks.why>{move || why::body(clocks)}</Dialog>
            <Dialog title=clocks.title(keep::title) open=clocks.keep>{move || keep::form(clocks)}</Dialog>
            <Dialog title=clocks.title(remedy::title) open=clocks.remedy>{move || remedy::form(clocks)}</Dialog>
        </section>
    }
    .into_any()
}

/// By which letter the case is measured.
fn letter_line(clocks: Clocks) -> impl IntoView {
    let desk = clocks.desk;
    let letter = Memo::new(move |_| {
        let terms = |case: &Case| {
            case.terms()
                .map(|held| (held.value.letter.to_string(), held.value.number.clone(), held.value.revision))
        };
        clocks.shown.with_value(|shown| shown.read(terms))
    });
    live(move || {
        let (id, number, revision) = letter.get()?;
        let t = desk.t().promise();
        let words = match revision {
            0 | 1 => t.by_letter(&number),
            revision => t.by_letter_revision(&number, &revision),
        };
        let nothing = clocks.judged.with(Vec::is_empty).then(|| t.none_clocks(&number));
        Some(view! {
            <p class="small"><a href=Route::Letter(id).href()>{words}</a></p>
            {nothing.map(|words| view! { <p class="muted">{words}</p> })}
        })
    })
}

/// A button of a promise; its name says of which.
fn button(name: Text, about: String, class: &'static str, press: impl Fn() + 'static) -> AnyView {
    let desk = use_desk();
    let full = move || format!("{} {about}", name(desk.t()));
    view! {
        <button type="button" class=class aria-label=full on:click=move |_| press()>{said(name)}</button>
    }
    .into_any()
}
