use super::super::fold::NewForm;
use super::super::log::{Later, LogKind};
use super::super::noted::Noted;
use super::super::typed::{fine, pick, words};
use super::{Wrong, keep};
use crate::app::command::{answer_trouble, meet_trouble};
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::Case;
use crate::domain::execution::{Trouble, TroubleAnswer, TroubleKind};
use crate::domain::improvement::Origin;
use crate::i18n::Named;
use crate::i18n::job::{usual_answers, with_answer};
use crate::journal::{Held, Stamp};
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::page::improvements::improve_link;
use crate::ui::part::{Glyph, Icon, Text, live, said};
use leptos::prelude::*;

/// What went wrong, and what is done about it.
pub(super) const TROUBLES: LogKind = LogKind {
    title: |t| t.job().trouble_title,
    about: |t| t.job().trouble_about,
    add: |t| t.job().trouble_add,
    rows: |desk, case, later| case.troubles().rev().map(|held| row(desk, case, &held, later)).collect(),
    used: |case| case.troubles().next().is_some(),
    form: |shown, about, open| match about {
        Some(trouble) => answer_form(shown, trouble, open),
        None => form(shown, open),
    },
};

fn row(desk: Desk, case: &Case, held: &Held<&Trouble>, later: Later) -> AnyView {
    let t = desk.t();
    let answer = case.trouble_answer(held);
    let (said, name): (&str, Text) = match answer {
        "" => (t.job().trouble_open, |t| t.job().trouble_reply),
        said => (said, |t| t.job().trouble_reply_change),
    };
    let improve = improve_link(&later.case(), Origin::Trouble, Some(&held.stamp));
    Noted::new(held, &held.value.words)
        .tagged("tag tag-warn", held.value.kind.name(t))
        .and(t.work().trouble_answer, said)
        .with(later.button(name, held.stamp.clone(), Some(improve)))
        .row(desk)
}

/// What is done about a trouble of this kind, with what mostly helps.
fn answering(kind: RwSignal<TroubleKind>, answer: RwSignal<String>) -> AnyView {
    let desk = use_desk();
    let usual = live(move || {
        let each = |usual: &'static str| {
            let take = move |_| answer.update(|answer| *answer = with_answer(answer, usual));
            view! {
                <button type="button" class="btn" on:click=take><Icon glyph=Glyph::Plus/>{usual}</button>
            }
        };
        usual_answers(desk.t(), kind.get()).into_iter().map(each).collect_view()
    });
    view! {
        <fieldset class="field">
            <legend class="label">{said(|t| t.job().trouble_usual)}</legend>
            <div class="choice-row usual-answers">{usual}</div>
        </fieldset>
    }
    .into_any()
}

fn form(shown: Shown, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let kind = RwSignal::new(TroubleKind::ALL[0]);
    let [met, answer] = [(); 2].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let trouble = Trouble {
            kind: kind.get_untracked(),
            words: met.get_untracked(),
            answer: answer.get_untracked(),
        };
        let made = meet_trouble(&desk.pen(), &shown.id, trouble).map_err(Wrong::Work);
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.job().trouble_title
            save=|t| t.job().trouble_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {pick(|t| t.job().trouble_kind, &TroubleKind::ALL, kind)}
            {words(|t| t.job().trouble_words, met, told(desk, wrong, Wrong::is_words), 2)}
            {answering(kind, answer)}
            {words(|t| t.work().trouble_answer, answer, fine(), 3)}
        </NewForm>
    }
    .into_any()
}

/// What is done about a trouble, put anew.
fn answer_form(shown: Shown, trouble: Stamp, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let case = shown.case_untracked();
    let held = case.troubles().find(|held| held.stamp == trouble);
    let before = held.as_ref().map(|held| case.trouble_answer(held).to_owned()).unwrap_or_default();
    let about = held.as_ref().map(|held| held.value.words.clone());
    let kind = RwSignal::new(held.map_or(TroubleKind::ALL[0], |held| held.value.kind));
    let answer = RwSignal::new(before);
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let said = TroubleAnswer { trouble: trouble.clone(), answer: answer.get_untracked() };
        let made = answer_trouble(&desk.pen(), &shown.id, &shown.case_untracked(), said);
        keep(desk, &shown, made.map_err(Wrong::Work), wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.job().trouble_reply
            save=|t| t.job().trouble_reply_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            <p class="muted">{about}</p>
            {answering(kind, answer)}
            {words(|t| t.work().trouble_answer, answer, told(desk, wrong, Wrong::is_words), 2)}
        </NewForm>
    }
    .into_any()
}
