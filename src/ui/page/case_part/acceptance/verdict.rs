use super::super::fold::NewForm;
use super::super::log::LogKind;
use super::super::noted::Noted;
use super::super::typed::{line, pick, words};
use super::keep;
use crate::app::command::{AcceptanceError, accept};
use crate::app::desk::use_desk;
use crate::domain::acceptance::{Acceptance, AcceptanceVerdict};
use crate::i18n::Named;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, live, said};
use leptos::prelude::*;

/// What the customer says to the result.
pub(super) const VERDICTS: LogKind = LogKind {
    title: |t| t.acceptance().verdict_title,
    about: |t| t.acceptance().verdict_about,
    add: |t| t.acceptance().verdict_add,
    rows: |desk, case, _| {
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
        case.acceptances().rev().map(row).collect()
    },
    used: |case| case.acceptances().next().is_some(),
    form: |shown, _, open| form(shown, open),
};

fn form(shown: Shown, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let customer = s
        .with_value(Shown::case_untracked)
        .customer()
        .map(|id| desk.index.with_untracked(|index| index.customer_name(id.as_str()).to_owned()));
    let name = RwSignal::new(customer.unwrap_or_default());
    let verdict = RwSignal::new(AcceptanceVerdict::Accepted);
    let not_right = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<AcceptanceError>);
    // What is open does not stop anybody: the customer may accept it all the same.
    let ready = Memo::new(move |_| s.with_value(|shown| shown.read(|case| case.is_ready_for_acceptance())));
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
        let words = if all_right { String::new() } else { not_right.get_untracked() };
        let acceptance = Acceptance { name: name.get_untracked(), verdict, words };
        if keep(desk, &shown, accept(&desk.pen(), &shown.id, acceptance), wrong) {
            open.set(false);
        }
    };
    let why = live(move || {
        let is_words = |wrong: &AcceptanceError| matches!(wrong, AcceptanceError::Words(_));
        (verdict.get() != AcceptanceVerdict::Accepted)
            .then(|| words(|t| t.acceptance().verdict_words, not_right, told(desk, wrong, is_words), 2))
    });
    let is_name = |wrong: &AcceptanceError| matches!(wrong, AcceptanceError::Name(_));
    view! {
        <NewForm
            name=|t| t.acceptance().verdict_title
            save=|t| t.acceptance().verdict_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {hint}
            {line(|t| t.acceptance().verdict_name, name, told(desk, wrong, is_name))}
            {pick(|t| t.acceptance().verdict_kind, &AcceptanceVerdict::ALL, verdict)}
            {why}
        </NewForm>
    }
    .into_any()
}
