use crate::app::asking::Refused;
use crate::app::desk::{asking_noted, note_asking, use_desk};
use crate::i18n::texts;
use crate::platform::clock::now_ms;
use crate::platform::dom;
use crate::ui::page::survey_fields::Filled;
use crate::ui::part::{TextField, live};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;
use std::time::Duration;

/// Where the field for the code stands.
const PLACE: &str = "asking-code";
const SECOND: Duration = Duration::from_secs(1);

/// The way back into the shop, with the code that was chosen.
#[component]
pub(super) fn Leaving(filled: Filled) -> impl IntoView {
    let desk = use_desk();
    let open = RwSignal::new(false);
    let code = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let left = move || asking_noted().map_or(0, |note| note.pause(now_ms()));
    let pause = RwSignal::new(left());
    let ticking = set_interval_with_handle(
        move || {
            let left = left();
            if pause.get_untracked() != left {
                pause.set(left);
            }
        },
        SECOND,
    );
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    let leave = move || {
        let Some(mut note) = asking_noted() else {
            // Another tab was given back.
            return desk.asked_no_more();
        };
        let given_back = code.with_untracked(|code| note.give_back(code, now_ms()));
        match given_back {
            Ok(()) => {
                Route::CasePart(note.case.clone(), Part::Survey).go();
                desk.take_back(&note);
            }
            Err(refused) => {
                note_asking(&note);
                wrong.set(refused == Refused::Wrong || wrong.get_untracked());
                code.set(String::new());
                pause.set(note.pause(now_ms()));
            }
        }
    };
    let error = Signal::derive(move || {
        let t = texts(filled.lang.get()).survey();
        let wait = match pause.get() {
            0 => None,
            seconds => Some(t.wait(&seconds)),
        };
        let wrong = wrong.get().then(|| t.wrong_code.to_owned());
        let words: Vec<String> = wrong.into_iter().chain(wait).collect();
        (!words.is_empty()).then(|| words.join(" "))
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
