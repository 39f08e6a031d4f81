//! The screen in a customer's hands: the shop's name and the questions, and nothing else of the
//! shop's. It stays so over a reload, whatever the address, until somebody types the code.

mod by_lock;
mod leaving;

use crate::app::asking::{Asking as Note, End};
use crate::app::command::answer_survey;
use crate::app::desk::{Desk, asking_noted, use_desk};
use crate::domain::id::CaseId;
use crate::domain::lang::Lang;
use crate::domain::survey::{Dimension, SurveyWay};
use crate::platform::{clock::now_ms, dom};
use crate::store::Durability;
use crate::ui::page::survey_fields::Filled;
use crate::ui::part::{Choice, ChoiceOption, live};
use leaving::Leaving;
use leptos::prelude::*;
use std::time::Duration;

/// How often the note is renewed.
const RENEWED: Duration = Duration::from_secs(10);
/// The heading, which the cursor begins at.
const HEADING: &str = "asking-heading";

/// The survey on the shop's own screen.
#[component]
pub(crate) fn Asking() -> impl IntoView {
    let desk = use_desk();
    let Some(note) = desk.is_still_asking() else { return ().into_any() };
    let filled = Filled::begin(&note.case, SurveyWay::Screen, note.lang);
    let end = RwSignal::new(note.end);
    let case = StoredValue::new(note.case);
    renew(desk);
    let renewing = set_interval_with_handle(move || renew(desk), RENEWED);
    on_cleanup(move || {
        if let Ok(renewing) = renewing {
            renewing.clear();
        }
    });
    Effect::new(move |_| {
        end.track();
        request_animation_frame(|| {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            dom::focus(HEADING);
        });
    });
    let finish = Callback::new(move |how: End| {
        change(desk, |note| note.end = Some(how));
        end.set(Some(how));
    });
    let send = Callback::new(move |()| {
        let made = CaseId::parse(&case.get_value())
            .map(|case| answer_survey(&desk.pen(), &case, filled.answer.get_untracked()));
        match made {
            None => finish.run(End::NotKept),
            Some(Err(error)) => filled.wrong.set(Some(error)),
            Some(Ok(records)) => leptos::task::spawn_local(async move {
                let kept = desk.commit(records, Durability::Strict).await;
                if kept {
                    filled.finish();
                }
                finish.run(if kept { End::Answered } else { End::NotKept });
            }),
        }
    });
    let shop = move || desk.shop().name().cloned().unwrap_or_default();
    let body = live(move || match end.get() {
        None => view! { <Questions filled=filled on_send=send on_end=finish/> }.into_any(),
        Some(end) => thanks(filled, end),
    });
    view! {
        <main class="asking" lang=move || filled.lang.get().tag()>
            <header class="asking-head">
                <p class="asking-shop">{shop}</p>
                <LanguageSwitch filled=filled/>
            </header>
            {body}
            <Leaving filled=filled/>
        </main>
    }
    .into_any()
}

/// Changes the note, as long as there is one.
fn change(desk: Desk, how: impl FnOnce(&mut Note)) {
    if let Some(mut note) = asking_noted() {
        how(&mut note);
        desk.note_asking(&note);
    }
}

/// Renews the note; where somebody took it away, the screen is the shop's again.
fn renew(desk: Desk) {
    if desk.is_still_asking().is_some() {
        change(desk, |note| note.renew(now_ms()));
    }
}

/// The language of the questions; the shop's own screen keeps its.
#[component]
fn LanguageSwitch(filled: Filled) -> impl IntoView {
    let desk = use_desk();
    let langs = Lang::ALL.map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).to_vec();
    view! {
        <Choice
            label=filled.say(|t| t.survey().language)
            quiet=true
            options=Signal::stored(langs)
            value=Signal::derive(move || filled.lang.get().tag().to_owned())
            on_choose=move |tag: String| {
                if let Some(lang) = Lang::from_tag(&tag) {
                    filled.lang.set(lang);
                    change(desk, |note| note.lang = lang);
                }
            }
        />
    }
    .into_any()
}

#[component]
fn Questions(filled: Filled, on_send: Callback<()>, on_end: Callback<End>) -> impl IntoView {
    let dimensions =
        Dimension::ALL.map(|dimension| view! { <div class="card">{filled.explained(dimension)}</div> });
    let decline = move |_| {
        filled.finish();
        on_end.run(End::Declined);
    };
    view! {
        <h1 id=HEADING tabindex="-1">{filled.say(|t| t.survey().welcome)}</h1>
        <p class="asking-intro">{filled.say(|t| t.survey().intro)}</p>
        <form
            class="asking-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                on_send.run(());
            }
        >
            <div class="card">{filled.overall()}</div>
            <h2>{filled.say(|t| t.survey().details)}</h2>
            <p class="asking-intro">
                {filled.say(|t| t.survey().scale)} " · " {filled.say(|t| t.survey().take_back)}
            </p>
            {dimensions}
            <div class="card">{filled.recommend()}</div>
            <div class="card">{filled.words()}</div>
            <div class="asking-ways">
                <button type="submit" class="btn btn-primary">{filled.say(|t| t.survey().send)}</button>
                <button type="button" class="btn btn-quiet" on:click=decline>
                    {filled.say(|t| t.survey().decline)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// The last words; the screen stays with them.
fn thanks(filled: Filled, end: End) -> AnyView {
    let words = filled.say(move |t| match end {
        End::Answered => t.survey().thanks_text,
        End::Declined => t.survey().declined_text,
        End::NotKept => t.survey().not_kept,
    });
    view! {
        <div class="asking-end">
            <h1 id=HEADING tabindex="-1">{filled.say(|t| t.survey().thanks)}</h1>
            <p class="asking-intro" role="status">{words}</p>
        </div>
    }
    .into_any()
}
