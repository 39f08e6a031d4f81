use super::super::fold::{Fold, NewForm};
use super::super::noted::{Noted, list};
use super::{Wrong, keep};
use crate::app::command::meet_trouble;
use crate::app::desk::use_desk;
use crate::domain::execution::{Trouble, TroubleKind};
use crate::i18n::Named;
use crate::i18n::job::{usual_answers, with_answer};
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, Glyph, Icon, TextArea, label, live, said};
use leptos::prelude::*;

/// What went wrong, and what is done about it.
#[component]
pub(super) fn Troubles(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let rows = live(move || {
        let case = s.with_value(Shown::case);
        let t = desk.t();
        let row = |held: crate::journal::Held<&Trouble>| {
            Noted::new(&held, &held.value.words)
                .tagged("tag tag-warn", held.value.kind.name(t))
                .and(t.work().trouble_answer, &held.value.answer)
                .row(desk)
        };
        list(case.troubles().rev().map(row).collect())
    });
    view! {
        <Fold
            title=|t| t.job().trouble_title
            about=|t| t.job().trouble_about
            add=|t| t.job().trouble_add
            used=Signal::derive(move || s.with_value(Shown::case).troubles().next().is_some())
            open=open
            form=move |()| view! { <TroubleForm shown=s.get_value() open=open/> }.into_any()
        >
            {rows}
        </Fold>
    }
    .into_any()
}

#[component]
fn TroubleForm(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let kind = RwSignal::new(TroubleKind::ALL[0]);
    let [words, answer] = [(); 2].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<Wrong>);
    let place = move || TroubleKind::ALL.iter().position(|each| *each == kind.get()).unwrap_or(0).to_string();
    let kinds = move || {
        let t = desk.t();
        let each = |(at, kind): (usize, &TroubleKind)| ChoiceOption::new(at.to_string(), kind.name(t));
        TroubleKind::ALL.iter().enumerate().map(each).collect::<Vec<_>>()
    };
    let choose = move |at: String| {
        if let Some(chosen) = at.parse().ok().and_then(|at: usize| TroubleKind::ALL.get(at)) {
            kind.set(*chosen);
        }
    };
    let usual = live(move || {
        let each = |usual: &'static str| {
            let take = move |_| answer.update(|answer| *answer = with_answer(answer, usual));
            view! {
                <button type="button" class="btn" on:click=take><Icon glyph=Glyph::Plus/>{usual}</button>
            }
        };
        usual_answers(desk.t(), kind.get()).into_iter().map(each).collect_view()
    });
    let save = move |_| {
        let trouble = Trouble {
            kind: kind.get_untracked(),
            words: words.get_untracked(),
            answer: answer.get_untracked(),
        };
        let made = meet_trouble(&desk.pen(), &shown.id, trouble).map_err(Wrong::Work);
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm name=|t| t.job().trouble_title save=|t| t.job().trouble_save on_save=save on_type=move |()| wrong.set(None) open=open>
            <Choice
                label=label(|t| t.job().trouble_kind)
                options=Signal::derive(kinds)
                value=Signal::derive(place)
                on_choose=choose
            />
            <TextArea
                label=label(|t| t.job().trouble_words)
                value=words
                on_type=move |typed| words.set(typed)
                error=told(desk, wrong, Wrong::is_words)
                rows=2
            />
            <fieldset class="field">
                <legend class="label">{said(|t| t.job().trouble_usual)}</legend>
                <div class="choice-row usual-answers">{usual}</div>
            </fieldset>
            <TextArea
                label=label(|t| t.work().trouble_answer)
                value=answer
                on_type=move |typed| answer.set(typed)
            />
        </NewForm>
    }
    .into_any()
}
