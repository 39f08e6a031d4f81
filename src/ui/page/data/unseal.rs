use super::importing::{FileChoice, Importing};
use crate::app::desk::use_desk;
use crate::archive::sealed::{OpenError, Passphrase, open_with};
use crate::i18n::Texts;
use crate::platform::pause::pause;
use crate::ui::part::{AskPassphrase, Button, label, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// Asks for the passphrase of a file, until it opens.
#[component]
pub(super) fn Unseal(importing: Importing, name: String, sealed: Arc<Vec<u8>>) -> impl IntoView {
    let desk = use_desk();
    let (typed, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let refused = RwSignal::new(None::<OpenError>);
    let about = {
        let name = name.clone();
        Signal::derive(move || desk.t().protect().open_about(&name))
    };
    let open = move || {
        if busy.get_untracked() {
            return;
        }
        if typed.with_untracked(String::is_empty) {
            return refused.set(Some(OpenError::WrongPassphrase));
        }
        busy.set(true);
        let (name, sealed) = (name.clone(), sealed.clone());
        leptos::task::spawn_local(async move {
            // The browser says first that it is at work.
            pause().await;
            let opened = open_with(&Passphrase::new(typed.get_untracked()), &sealed);
            busy.try_set(false);
            match opened {
                Ok(plain) => importing.opened(name, plain),
                Err(error) => drop(refused.try_set(Some(error))),
            }
        });
    };
    // Another passphrase may help; the rest is the file's.
    let wrong = Signal::derive(move || {
        let refused = refused.get().filter(|error| *error == OpenError::WrongPassphrase);
        refused.map(|error| words(desk.t(), error).to_owned())
    });
    let hopeless = live(move || {
        refused.get().filter(|error| *error != OpenError::WrongPassphrase).map(|error| {
            let words = said_of(error);
            view! {
                <div role="alert" class="refusal">
                    <p>{words}</p>
                    <p>{said(|t| t.data().nothing_stored)}</p>
                </div>
                <FileChoice importing=importing label=label(|t| t.data().another)/>
            }
        })
    });
    let button = live(move || match busy.get() {
        true => said(|t| t.protect().opening),
        false => said(|t| t.protect().open),
    });
    view! {
        <section class="section card unseal">
            <h2>{said(|t| t.protect().open_title)}</h2>
            <p>{about}</p>
            <form
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    open();
                }
            >
                <AskPassphrase typed=typed error=wrong/>
                <div class="btn-row">
                    <button type="submit" class="btn btn-primary" disabled=busy>{button}</button>
                    <Button label=|t| t.common().cancel on_press=move |()| importing.reset()/>
                </div>
            </form>
            {hopeless}
        </section>
    }
    .into_any()
}

fn said_of(error: OpenError) -> Signal<String> {
    let desk = use_desk();
    Signal::derive(move || words(desk.t(), error).to_owned())
}

fn words(t: &'static Texts, error: OpenError) -> &'static str {
    match error {
        OpenError::WrongPassphrase => t.protect().open_wrong,
        OpenError::Damaged | OpenError::NotSealed => t.protect().open_damaged,
        OpenError::TooStrong => t.protect().open_too_strong,
        OpenError::OtherKey => t.protect().open_other_key,
        OpenError::TooLarge => t.protect().open_too_large,
    }
}
