use super::by_lock::ByLock;
use crate::app::desk::{Desk, asking_noted, lock_noted, use_desk};
use crate::app::tries::Refused;
use crate::i18n::texts;
use crate::platform::clock::now_ms;
use crate::platform::dom;
use crate::ui::page::survey_fields::Filled;
use crate::ui::part::{TextField, counted_down, in_vain, live};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// Where the field for the code stands.
const PLACE: &str = "asking-code";

/// The screen is the shop's again, where it was handed over.
pub(super) fn take_back(desk: Desk) {
    match asking_noted() {
        Some(note) => {
            Route::CasePart(note.case.clone(), Part::Survey).go();
            desk.take_back(&note);
        }
        // Another tab was given back.
        None => desk.asked_no_more(),
    }
}

/// The way back into the shop, with the code that was chosen.
#[component]
pub(super) fn Leaving(filled: Filled) -> impl IntoView {
    let desk = use_desk();
    let open = RwSignal::new(false);
    let code = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let pause = counted_down(|| asking_noted().map_or(0, |note| note.pause(now_ms())));
    let leave = move || {
        let Some(mut note) = asking_noted() else {
            return take_back(desk);
        };
        let given_back = code.with_untracked(|code| note.give_back(code, now_ms()));
        match given_back {
            Ok(()) => take_back(desk),
            Err(refused) => {
                desk.note_asking(&note);
                wrong.set(refused == Refused::Wrong || wrong.get_untracked());
                code.set(String::new());
                pause.set(note.pause(now_ms()));
            }
        }
    };
    let error = Signal::derive(move || {
        let t = texts(filled.lang.get()).survey();
        in_vain(wrong.get().then_some(t.wrong_code), pause.get(), |seconds| t.wait(seconds))
    });
    let form = live(move || {
        open.get().then(|| {
            view! {
                <form
                    class="asking-leave"
                    novalidate
                    on:submit=move |event| {
                        event.prevent_default();
                        leave();
                    }
                >
                    <TextField
                        label=filled.say(|t| t.survey().code)
                        value=code
                        on_type=move |typed| {
                            wrong.set(false);
                            code.set(typed);
                        }
                        error=error
                        keys="numeric"
                        max=4
                    />
                    <button type="submit" class="btn" disabled=move || pause.get() != 0>
                        {filled.say(|t| t.survey().leave)}
                    </button>
                </form>
                <details class="disclosure asking-forgotten">
                    <summary>{filled.say(|t| t.survey().forgotten)}</summary>
                    {match lock_noted() {
                        Some(_) => view! { <ByLock filled=filled/> }.into_any(),
                        None => view! { <p>{filled.say(|t| t.survey().forgotten_about)}</p> }.into_any(),
                    }}
                </details>
            }
        })
    });
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        request_animation_frame(|| dom::focus_first_in(PLACE));
    };
    view! {
        <footer class="asking-foot">
            <button type="button" class="btn btn-quiet" aria-expanded=move || open.get().to_string() on:click=toggle>
                {filled.say(|t| t.survey().staff)}
            </button>
            <div id=PLACE>{form}</div>
        </footer>
    }
    .into_any()
}
