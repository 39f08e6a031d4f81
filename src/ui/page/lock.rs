//! The locked screen: the shop's name and a field for the passphrase, and nothing else of the shop's.

mod setting;

pub(super) use setting::LockSetting;

use crate::app::desk::{Desk, lock_noted, use_desk};
use crate::app::locking::watch::{lock_now, try_open, watch};
use crate::archive::sealed::Passphrase;
use crate::platform::clock::now_ms;
use crate::ui::part::{AskPassphrase, Button, counted_down, in_vain, live, said};
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
pub(super) fn left() -> u64 {
    lock_noted().map_or(0, |lock| lock.pause(now_ms()))
}

#[component]
fn Locked() -> impl IntoView {
    let desk = use_desk();
    let (typed, wrong, busy) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(false));
    let pause = counted_down(left);
    let open = move || {
        if busy.get_untracked() || pause.get_untracked() != 0 {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let tried = try_open(desk, Passphrase::new(typed.get_untracked())).await;
            // The page is gone when it opened.
            typed.try_set(String::new());
            wrong.try_set(tried.is_err());
            pause.try_set(left());
            busy.try_set(false);
        });
    };
    let error = Signal::derive(move || {
        let t = desk.t().protect();
        // Who types again has read it.
        let wrong = (wrong.get() && typed.with(String::is_empty)).then_some(t.unlock_wrong);
        in_vain(wrong, pause.get(), |seconds| t.unlock_wait(seconds))
    });
    let label = live(move || match busy.get() {
        true => said(|t| t.protect().unlocking),
        false => said(|t| t.protect().unlock),
    });
    view! {
        <main class="locked">
            <p class="locked-shop">{move || desk.shop().name().cloned().unwrap_or_default()}</p>
            <h1>{said(|t| t.protect().locked_title)}</h1>
            <p class="muted">{said(|t| t.protect().locked_about)}</p>
            <form
                class="locked-form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    open();
                }
            >
                <AskPassphrase typed=typed error=error/>
                <button type="submit" class="btn btn-primary" disabled=move || busy.get() || pause.get() != 0>
                    {label}
                </button>
            </form>
            <details class="disclosure">
                <summary>{said(|t| t.protect().forgotten)}</summary>
                <p>{said(|t| t.protect().forgotten_about)}</p>
            </details>
        </main>
    }
    .into_any()
}
