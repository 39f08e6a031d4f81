//! The locked screen: the shop's name and a field for the passphrase, and nothing else of the shop's.

mod form;
mod setting;

pub(super) use form::LockForm;
pub(super) use setting::LockSetting;

use crate::app::desk::{Desk, lock_noted, use_desk};
use crate::app::locking::watch::{lock_now, try_open, watch};
use crate::platform::clock::now_ms;
use crate::ui::part::{Button, said};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;

/// The page of the locked screen, or the button that locks it. Either watches from here on.
pub(crate) fn lock(button: bool) -> AnyView {
    let desk = use_desk();
    watch(desk, draw);
    if !button {
        return view! { <Locked/> }.into_any();
    }
    view! { <Button label=|t| t.protect().lock class="btn btn-quiet lock-now" on_press=move |()| lock_now(desk)/> }
        .into_any()
}

/// Draws the page where the shop's pages were.
fn draw(desk: Desk) -> Box<dyn Any> {
    let Some(body) = document().body() else { return Box::new(()) };
    Box::new(mount_to(body, move || {
        provide_context(desk);
        view! { <Locked/> }.into_any()
    }))
}

/// How many seconds must pass before a passphrase is looked at.
fn left() -> u64 {
    lock_noted().map_or(0, |lock| lock.pause(now_ms()))
}

#[component]
fn Locked() -> impl IntoView {
    let desk = use_desk();
    view! {
        <main class="locked">
            <p class="locked-shop">{move || desk.shop().name().cloned().unwrap_or_default()}</p>
            <h1>{said(|t| t.protect().locked_title)}</h1>
            <p class="muted">{said(|t| t.protect().locked_about)}</p>
            <LockForm
                attempt=|desk, passphrase| Box::pin(try_open(desk, passphrase))
                opened=|_| ()
                class="btn btn-primary"
            />
            <details class="disclosure">
                <summary>{said(|t| t.protect().forgotten)}</summary>
                <p>{said(|t| t.protect().forgotten_about)}</p>
            </details>
        </main>
    }
    .into_any()
}
