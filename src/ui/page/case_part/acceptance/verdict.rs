use super::super::fold::{Fold, NewForm};
use super::super::noted::{Noted, list};
use super::keep;
use crate::app::command::{AcceptanceError, accept};
use crate::app::desk::use_desk;
use crate::domain::acceptance::{Acceptance, AcceptanceVerdict};
use crate::i18n::Named;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, Glyph, Icon, TextArea, TextField, label, live, said};
use leptos::prelude::*;

/// What the customer says to the result.
#[component]
pub(super) fn Verdicts(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let rows = live(move || {
        let case = s.with_value(Shown::case);
        let t = desk.t();
        let row = |held: crate::journal::Held<&Acceptance>| {
            let class = match held.value.verdict {
                AcceptanceVerdict::Accepted => "tag tag-good",
                AcceptanceVerdict::WithCorrections => "tag tag-warn",
                AcceptanceVerdict::Refused => "tag tag-accent",
            };
            Noted::new(&held, &held.value.name)
                .tagged(class, held.value.verdict.name(t))
                .and(t.acceptance().verdict_words, &held.value.words)
                .row(desk)
        };
        list(case.acceptances().rev().map(row).collect())
    });
    view! {
        <Fold
            title=|t| t.acceptance().verdict_title
            about=|t| t.acceptance().verdict_about
            add=|t| t.acceptance().verdict_add
            used=Signal::derive(move || s.with_value(Shown::case).acceptances().next().is_some())
            open=open
            form=move |()| view! { <VerdictForm shown=s.get_value() open=open/> }.into_any()
        >
            {rows}
        </Fold>
    }
    .into_any()
}

#[component]
fn VerdictForm(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let customer = s
        .with_value(Shown::case_untracked)
        .customer()
        .map(|id| desk.index.with_untracked(|index| index.customer_name(id.as_str()).to_owned()));
    let name = RwSignal::new(customer.unwrap_or_default());
    let verdict = RwSignal::new(AcceptanceVerdict::Accepted);
    let words = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<AcceptanceError>);
    let verdicts = move || {
        let t = desk.t();
        let each = |(at, kind): (usize, &AcceptanceVerdict)| ChoiceOption::new(at.to_string(), kind.name(t));
        AcceptanceVerdict::ALL.iter().enumerate().map(each).collect::<Vec<_>>()
    };
    let place = move || {
        AcceptanceVerdict::ALL.iter().position(|each| *each == verdict.get()).unwrap_or(0).to_string()
    };
    let choose = move |at: String| {
        if let Some(chosen) = at.parse().ok().and_then(|at: usize| AcceptanceVerdict::ALL.get(at)) {
            verdict.set(*chosen);
        }
    };
    // What is open does not stop anybody: the customer may accept it all the same.
    let ready = Memo::new(move |_| s.with_value(Shown::case).is_ready_for_acceptance());
    let hint = live(move || {
        (!ready.get()).then(|| {
            view! { <p class="clash"><Icon glyph=Glyph::Warning/>{said(|t| t.acceptance().not_ready)}</p> }
        })
    });
    let save = move |_| {
        let shown = s.get_value();
        let verdict = verdict.get_untracked();
        // What is not shown was not meant.
        let all_right = verdict == AcceptanceVerdict::Accepted;
        let words = if all_right { String::new() } else { words.get_untracked() };
        let acceptance = Acceptance { name: name.get_untracked(), verdict, words };
        if keep(desk, &shown, accept(&desk.pen(), &shown.id, acceptance), wrong) {
            open.set(false);
        }
    };
    let not_right = live(move || {
        (verdict.get() != AcceptanceVerdict::Accepted).then(|| {
            view! {
                <TextArea
                    label=label(|t| t.acceptance().verdict_words)
                    value=words
                    on_type=move |typed| words.set(typed)
                    error=told(desk, wrong, |wrong| matches!(wrong, AcceptanceError::Words(_)))
                    rows=2
                />
            }
        })
    });
    view! {
        <NewForm
            name=|t| t.acceptance().verdict_title
            save=|t| t.acceptance().verdict_save
            on_save=save on_type=move |()| wrong.set(None)
            open=open
        >
            {hint}
            <TextField
                label=label(|t| t.acceptance().verdict_name)
                value=name
                on_type=move |typed| name.set(typed)
                error=told(desk, wrong, |wrong| matches!(wrong, AcceptanceError::Name(_)))
            />
            <Choice
                label=label(|t| t.acceptance().verdict_kind)
                options=Signal::derive(verdicts)
                value=Signal::derive(place)
                on_choose=choose
            />
            {not_right}
        </NewForm>
    }
    .into_any()
}
