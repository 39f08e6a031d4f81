use super::leaving::take_back;
use crate::app::desk::use_desk;
use crate::app::locking::watch::open_for_asking;
use crate::app::tries::Refused;
use crate::archive::sealed::Passphrase;
use crate::ui::page::lock;
use crate::ui::page::survey_fields::Filled;
use crate::ui::part::{AskPassphrase, counted_down, in_vain, live, said};
use leptos::prelude::*;

/// The way back with the passphrase of the screen's lock, for who has forgotten the code.
#[component]
pub(super) fn ByLock(filled: Filled) -> impl IntoView {
    let desk = use_desk();
    let (typed, wrong, busy) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(false));
    let pause = counted_down(lock::left);
    let open = move || {
        if busy.get_untracked() || pause.get_untracked() != 0 {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let tried = open_for_asking(desk, Passphrase::new(typed.get_untracked())).await;
            // The page may be gone: another tab was given back.
            typed.try_set(String::new());
            wrong.try_set(tried == Err(Refused::Wrong));
            pause.try_set(lock::left());
            busy.try_set(false);
            if tried.is_ok() {
                take_back(desk);
            }
        });
    };
    let error = Signal::derive(move || {
        let t = desk.t().protect();
        let wrong = (wrong.get() && typed.with(String::is_empty)).then_some(t.unlock_wrong);
        in_vain(wrong, pause.get(), |seconds| t.unlock_wait(seconds))
    });
    let label = live(move || match busy.get() {
        true => said(|t| t.protect().unlocking),
        false => said(|t| t.protect().unlock),
    });
    view! {
        <p>{filled.say(|t| t.survey().forgotten_lock)}</p>
        // What is asked of the shop's people is said in the language of their screen.
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
            <button type="submit" class="btn" disabled=move || busy.get() || pause.get() != 0>
                {label}
            </button>
        </form>
    }
    .into_any()
}
