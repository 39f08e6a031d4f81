use super::left;
use crate::app::desk::{Desk, use_desk};
use crate::app::tries::Refused;
use crate::archive::sealed::Passphrase;
use crate::ui::part::{AskPassphrase, counted_down, in_vain, live, said};
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;

/// What a passphrase opens, or why not.
pub(in crate::ui::page) type Attempt = Pin<Box<dyn Future<Output = Result<(), Refused>>>>;

/// Where the lock's passphrase is typed.
#[component]
pub(in crate::ui::page) fn LockForm(
    /// Tries a passphrase.
    attempt: fn(Desk, Passphrase) -> Attempt,
    /// What to do when it opened.
    opened: fn(Desk),
    /// What its button looks like.
    class: &'static str,
) -> impl IntoView {
    let desk = use_desk();
    let (typed, wrong, busy) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(false));
    let pause = counted_down(left);
    let open = move || {
        if busy.get_untracked() || pause.get_untracked() != 0 {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let tried = attempt(desk, Passphrase::new(typed.get_untracked())).await;
            // The page may be gone: it opened, or another tab did.
            typed.try_set(String::new());
            wrong.try_set(tried == Err(Refused::Wrong));
            pause.try_set(left());
            busy.try_set(false);
            if tried.is_ok() {
                opened(desk);
            }
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
    // What is asked of the shop's people is said in the language of their screen.
    view! {
        <form
            class="locked-form"
            lang=move || desk.lang.get().tag()
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                open();
            }
        >
            <AskPassphrase typed=typed error=error/>
            <button type="submit" class=class disabled=move || busy.get() || pause.get() != 0>
                {label}
            </button>
        </form>
    }
    .into_any()
}
