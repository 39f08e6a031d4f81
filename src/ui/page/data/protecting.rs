use crate::archive::sealed::Passphrase;
use crate::ui::part::{NewPassphrase, PassphraseFields, live, said};
use leptos::prelude::*;

/// Whether the file is protected with a passphrase. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub(super) struct Protecting {
    wanted: RwSignal<bool>,
    typed: NewPassphrase,
    failed: RwSignal<bool>,
}

impl Protecting {
    pub(super) fn new() -> Self {
        Self { wanted: RwSignal::new(false), typed: NewPassphrase::new(), failed: RwSignal::new(false) }
    }

    /// With which passphrase, if with one; `None` when it is wished for and not there, which is said beside the field.
    pub(super) fn take(self) -> Option<Option<Passphrase>> {
        self.failed.set(false);
        if self.wanted.get_untracked() { self.typed.take().map(Some) } else { Some(None) }
    }

    /// The export is done, or could not be protected.
    pub(super) fn done(self, failed: bool) {
        self.failed.try_set(failed);
    }
}

/// The wish to protect the file, and the passphrase for it.
#[component]
pub(super) fn Protection(protecting: Protecting) -> impl IntoView {
    let Protecting { wanted, typed, failed } = protecting;
    let fields = live(move || {
        wanted.get().then(|| {
            view! {
                <PassphraseFields typed=typed label=|t| t.protect().passphrase judged=true/>
                <p class="hint">{said(|t| t.protect().warning)}</p>
            }
        })
    });
    let trouble = live(move || {
        failed
            .get()
            .then(|| view! { <p class="field-error" role="alert">{said(|t| t.protect().seal_failed)}</p> })
    });
    let change = move |event| {
        typed.clear();
        failed.set(false);
        wanted.set(event_target_checked(&event));
    };
    view! {
        <label class="tick-line">
            <input type="checkbox" prop:checked=wanted on:change=change/>
            <span>{said(|t| t.protect().protect)}</span>
        </label>
        {fields}
        {trouble}
    }
    .into_any()
}
