use super::{Text, TextField, label, live, said};
use crate::app::desk::use_desk;
use crate::archive::sealed::{Passphrase, Strength, strength};
use leptos::prelude::*;

/// A new passphrase, typed twice. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub(crate) struct NewPassphrase {
    typed: RwSignal<String>,
    again: RwSignal<String>,
    /// Whether it was tried as it is.
    tried: RwSignal<bool>,
}

impl NewPassphrase {
    pub(crate) fn new() -> Self {
        Self {
            typed: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            tried: RwSignal::new(false),
        }
    }

    /// The passphrase; `None` when it is none, which is then said beside the fields.
    pub(crate) fn take(self) -> Option<Passphrase> {
        self.tried.set(true);
        let typed = self.typed.get_untracked();
        let good = !typed.is_empty() && typed == self.again.get_untracked();
        good.then(|| Passphrase::new(typed))
    }

    /// Forgets what was typed.
    pub(crate) fn clear(self) {
        self.typed.set(String::new());
        self.again.set(String::new());
        self.tried.set(false);
    }
}

/// Where a new passphrase is typed, twice.
#[component]
pub(crate) fn PassphraseFields(
    /// What was typed.
    typed: NewPassphrase,
    /// What it is called.
    label: Text,
    /// Whether it is said how hard it is to guess: not where a guesser would have to sit here.
    #[prop(optional)]
    judged: bool,
) -> impl IntoView {
    let desk = use_desk();
    let NewPassphrase { typed, again, tried } = typed;
    let empty = Signal::derive(move || {
        let empty = tried.get() && typed.with(String::is_empty);
        empty.then(|| desk.t().protect().error_empty.to_owned())
    });
    let differs = Signal::derive(move || {
        let differs = tried.get() && typed.with(|typed| again.with(|again| typed != again));
        differs.then(|| desk.t().protect().error_differs.to_owned())
    });
    let words = Signal::derive(move || {
        let t = desk.t().protect();
        typed.with(|typed| match strength(typed) {
            _ if !judged => String::new(),
            _ if typed.is_empty() => t.strength_hint.to_owned(),
            Strength::Weak => t.strength_weak.to_owned(),
            Strength::Fair => t.strength_fair.to_owned(),
            Strength::Strong => t.strength_strong.to_owned(),
        })
    });
    let type_first = move |text: String| {
        tried.set(false);
        typed.set(text);
    };
    let type_again = move |text: String| {
        tried.set(false);
        again.set(text);
    };
    let shown = RwSignal::new(false);
    let fields = live(move || {
        let kind = if shown.get() { "text" } else { "password" };
        let label_again = super::label(|t| t.protect().again);
        view! {
            <TextField
                label=super::label(label)
                value=typed
                on_type=type_first
                error=empty
                hint=words
                kind=kind
                autocomplete="new-password"
            />
            <TextField
                label=label_again
                value=again
                on_type=type_again
                error=differs
                kind=kind
                autocomplete="new-password"
            />
        }
    });
    fields_for_secrets(fields, shown)
}

/// Where a passphrase is typed that somebody knows.
#[component]
pub(crate) fn AskPassphrase(
    /// What was typed.
    typed: RwSignal<String>,
    /// What is wrong with it.
    error: Signal<Option<String>>,
    /// Whether somebody may be busy elsewhere on the page.
    #[prop(optional)]
    aside: bool,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let field = live(move || {
        view! {
            <TextField
                label=label(|t| t.protect().passphrase)
                value=typed
                on_type=move |text| typed.set(text)
                error=error
                kind=if shown.get() { "text" } else { "password" }
                autofocus=!aside
            />
        }
    });
    fields_for_secrets(field, shown)
}

/// Some browsers send what is typed to a spelling service when it is shown.
fn fields_for_secrets(fields: impl IntoView + 'static, shown: RwSignal<bool>) -> AnyView {
    view! { <div class="passphrase" spellcheck="false">{fields}<ShowTyped shown=shown/></div> }.into_any()
}

/// In fields for passwords browsers switch input methods off: who types Chinese looks at it.
#[component]
fn ShowTyped(shown: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="tick-line">
            <input
                type="checkbox"
                prop:checked=shown
                on:change=move |event| shown.set(event_target_checked(&event))
            />
            <span>{said(|t| t.protect().show)}</span>
        </label>
    }
    .into_any()
}
