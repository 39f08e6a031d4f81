use super::importing::Importing;
use crate::app::backup::use_backup;
use crate::app::desk::use_desk;
use crate::app::folder::keeper;
use crate::app::folder_key::{HeldKey, Keys, MAX_BYTES};
use crate::archive::sealed::{OpenError, Passphrase};
use crate::platform::file::{chosen, read_bytes};
use crate::platform::pause::pause;
use crate::ui::part::{AskPassphrase, Button, Glyph, Icon, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// Why a file of a protected folder did not open.
#[derive(Clone, Copy, PartialEq)]
enum Refused {
    /// No key file was chosen.
    NoFile,
    /// What was chosen is none.
    NoKey,
    /// The passphrase is another one.
    Passphrase,
    /// The file is not sealed for this key.
    OtherKey,
    /// The file was cut or changed.
    Damaged,
}

/// Opens a file of a protected folder: with the key that this device holds, or with the key's file and the
/// passphrase.
#[component]
pub(super) fn OpenByKey(importing: Importing, name: String, sealed: Arc<Vec<u8>>) -> impl IntoView {
    let (desk, backup) = (use_desk(), use_backup());
    let key_file = RwSignal::new(None::<(String, Arc<Vec<u8>>)>);
    let (typed, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let refused = RwSignal::new(None::<Refused>);
    let about = {
        let name = name.clone();
        Signal::derive(move || desk.t().folder().key_about(&name))
    };
    {
        let (name, sealed) = (name.clone(), sealed.clone());
        leptos::task::spawn_local(async move {
            if let Ok(plain) = keeper(backup).keys().await.open(&sealed) {
                importing.opened(name, plain);
            }
        });
    }
    let open = move || {
        if busy.get_untracked() {
            return;
        }
        let Some((_, key)) = key_file.get_untracked() else { return refused.set(Some(Refused::NoFile)) };
        if typed.with_untracked(String::is_empty) {
            return refused.set(Some(Refused::Passphrase));
        }
        busy.set(true);
        let (name, sealed) = (name.clone(), sealed.clone());
        leptos::task::spawn_local(async move {
            // The browser says first that it is at work.
            pause().await;
            let opened = opened(&key, &Passphrase::new(typed.get_untracked()), &sealed);
            busy.try_set(false);
            match opened {
                Ok(plain) => importing.opened(name, plain),
                Err(why) => drop(refused.try_set(Some(why))),
            }
        });
    };
    let choose = move |event: leptos::ev::Event| {
        let Some(file) = chosen(&event) else { return };
        leptos::task::spawn_local(async move {
            let read = read_bytes(&file, MAX_BYTES).await.ok().map(|bytes| (file.name(), Arc::new(bytes)));
            refused.try_set(read.is_none().then_some(Refused::NoKey));
            key_file.try_set(read);
        });
    };
    let wrong = Signal::derive(move || {
        let is_wrong = refused.get() == Some(Refused::Passphrase);
        is_wrong.then(|| desk.t().folder().key_wrong.to_owned())
    });
    let told = live(move || {
        let words = move || match refused.get()? {
            Refused::Passphrase => None,
            Refused::NoFile => Some(desk.t().folder().key_none),
            Refused::NoKey => Some(desk.t().folder().key_no_key),
            Refused::OtherKey => Some(desk.t().folder().key_other),
            Refused::Damaged => Some(desk.t().protect().open_damaged),
        };
        words().map(|words| view! { <p class="field-error" role="alert">{words}</p> })
    });
    let key_name = live(move || {
        let name = key_file.with(|file| file.as_ref().map(|(name, _)| name.clone()));
        name.map(|name| view! { <span class="file-name">{name}</span> })
    });
    let button = live(move || match busy.get() {
        true => said(|t| t.protect().opening),
        false => said(|t| t.protect().open),
    });
    view! {
        <section class="section card unseal">
            <h2>{said(|t| t.folder().key_title)}</h2>
            <p>{about}</p>
            <form
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    open();
                }
            >
                <div class="btn-row">
                    <label class="btn file-btn">
                        <input type="file" class="visually-hidden" accept=".age" on:change=choose/>
                        <Icon glyph=Glyph::Merge/>
                        {said(|t| t.folder().key_choose)}
                    </label>
                    {key_name}
                </div>
                <AskPassphrase typed=typed error=wrong/>
                {told}
                <div class="btn-row">
                    <button type="submit" class="btn btn-primary" disabled=busy>{button}</button>
                    <Button label=|t| t.common().cancel on_press=move |()| importing.reset()/>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn opened(key: &[u8], passphrase: &Passphrase, sealed: &[u8]) -> Result<Vec<u8>, Refused> {
    let key = HeldKey::open(key, passphrase).map_err(|error| match error {
        OpenError::WrongPassphrase => Refused::Passphrase,
        _ => Refused::NoKey,
    })?;
    let mut keys = Keys::default();
    keys.hold(key);
    keys.open(sealed).map_err(|error| match error {
        OpenError::OtherKey => Refused::OtherKey,
        _ => Refused::Damaged,
    })
}
