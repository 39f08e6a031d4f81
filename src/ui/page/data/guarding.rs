use super::copies::words;
use crate::app::backup::use_backup;
use crate::app::desk::{Desk, use_desk};
use crate::app::folder::{KeyTrouble, Trouble, keeper};
use crate::archive::sealed::{OpenError, Passphrase};
use crate::platform::pause::pause;
use crate::ui::part::{AskPassphrase, Button, NewPassphrase, PassphraseFields, Text, live, said};
use leptos::prelude::*;

/// What to tell of a passphrase that did not do what it was to do.
fn key_words(desk: Desk, trouble: &KeyTrouble, name: &str) -> String {
    let t = desk.t();
    match trouble {
        KeyTrouble::Trouble(trouble) => words(t, trouble, name),
        KeyTrouble::Refused(OpenError::WrongPassphrase) => t.folder().key_wrong.to_owned(),
        KeyTrouble::Refused(_) => t.folder().key_no_key.to_owned(),
        KeyTrouble::OnTheWay => t.folder().key_on_the_way.to_owned(),
        KeyTrouble::NotSealed(_) => t.folder().not_sealed(&name),
    }
}

/// The folder's passphrase: set, or changed. It stands apart from what changes with every copy, so that what
/// is being typed stays.
#[component]
pub(super) fn Guarding() -> impl IntoView {
    let face = keeper(use_backup()).face();
    let state = Memo::new(move |_| {
        face.with(|face| {
            let asked = face.trouble == Some(Trouble::Protected);
            let chosen = face.chosen.as_ref().filter(|_| !asked)?;
            Some((chosen.at, chosen.keys.seal_all()))
        })
    });
    let opened = RwSignal::new(false);
    live(move || {
        let (_, is_protected) = state.get()?;
        let label: Text = if is_protected { |t| t.folder().protect_change } else { |t| t.folder().protect };
        let body = live(move || match opened.get() {
            true => view! { <Form is_protected=is_protected opened=opened/> }.into_any(),
            false => view! {
                <div class="btn-row">
                    <Button label=label on_press=move |()| opened.set(true)/>
                </div>
            }
            .into_any(),
        });
        Some(view! {
            <div class="folder-guard">
                {is_protected.then(|| view! { <p>{said(|t| t.folder().is_protected)}</p> })}
                {body}
            </div>
        })
    })
}

#[component]
fn Form(is_protected: bool, opened: RwSignal<bool>) -> impl IntoView {
    let (desk, backup) = (use_desk(), use_backup());
    let typed = NewPassphrase::new();
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<KeyTrouble>));
    let protect = move || {
        if busy.get_untracked() {
            return;
        }
        let Some(passphrase) = typed.take() else { return };
        busy.set(true);
        refused.set(None);
        leptos::task::spawn_local(async move {
            // The browser says first that it is at work.
            pause().await;
            let done = keeper(backup).protect(&passphrase).await;
            busy.try_set(false);
            match done {
                Ok(()) => {
                    let t = desk.t().folder();
                    desk.say(if is_protected { t.protect_changed } else { t.protect_done }, None);
                    opened.try_set(false);
                }
                Err(trouble) => drop(refused.try_set(Some(trouble))),
            }
        });
    };
    let (about, act): (Text, Text) = match is_protected {
        true => (|t| t.folder().protect_change_about, |t| t.folder().protect_change),
        false => (|t| t.folder().protect_about, |t| t.folder().protect_now),
    };
    let button = live(move || match busy.get() {
        true => said(|t| t.folder().protecting),
        false => said(act),
    });
    view! {
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                protect();
            }
        >
            <p>{said(about)}</p>
            <PassphraseFields typed=typed label=|t| t.protect().passphrase judged=true/>
            <p class="hint">{said(|t| t.folder().protect_warning)}</p>
            <Refused refused=refused/>
            <div class="btn-row">
                <button type="submit" class="btn btn-primary" disabled=busy>{button}</button>
                <Button label=|t| t.common().cancel on_press=move |()| opened.set(false)/>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Refused(refused: RwSignal<Option<KeyTrouble>>) -> impl IntoView {
    let desk = use_desk();
    let face = keeper(use_backup()).face();
    live(move || {
        let name = face.with(|face| face.chosen.as_ref().map(|chosen| chosen.name.clone()));
        refused.get().map(|trouble| {
            let told = Signal::derive(move || key_words(desk, &trouble, name.as_deref().unwrap_or_default()));
            view! { <p class="field-error" role="alert">{told}</p> }
        })
    })
}

/// Asks for the passphrase that was set on another device.
#[component]
pub(super) fn AskFolder() -> impl IntoView {
    let backup = use_backup();
    let desk = use_desk();
    let (typed, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let refused = RwSignal::new(None::<KeyTrouble>);
    let unlock = move || {
        if busy.get_untracked() {
            return;
        }
        let passphrase = Passphrase::new(typed.get_untracked());
        if passphrase.is_empty() {
            return refused.set(Some(KeyTrouble::Refused(OpenError::WrongPassphrase)));
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            pause().await;
            let done = keeper(backup).unlock(&passphrase).await;
            busy.try_set(false);
            refused.try_set(done.err());
        });
    };
    let is_wrong = |trouble: &KeyTrouble| *trouble == KeyTrouble::Refused(OpenError::WrongPassphrase);
    let wrong =
        Signal::derive(move || refused.get().filter(is_wrong).map(|trouble| key_words(desk, &trouble, "")));
    let others = live(move || {
        refused.with(|refused| refused.as_ref().is_some_and(|trouble| !is_wrong(trouble))).then(|| {
            view! { <Refused refused=refused/> }
        })
    });
    let button = live(move || match busy.get() {
        true => said(|t| t.folder().unlocking),
        false => said(|t| t.folder().unlock),
    });
    view! {
        <form
            class="folder-ask"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                unlock();
            }
        >
            <AskPassphrase typed=typed error=wrong aside=true/>
            {others}
            <div class="btn-row">
                <button type="submit" class="btn btn-primary" disabled=busy>{button}</button>
            </div>
        </form>
    }
    .into_any()
}
