use super::super::fold::NewForm;
use super::super::log::{Later, LogKind};
use super::super::moment::{Moment, MomentFields, now};
use super::super::noted::Noted;
use super::super::typed::words;
use super::{Wrong, keep};
use crate::app::command::{agree_interim, answer_interim};
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::Case;
use crate::domain::execution::{Interim, InterimAnswer, InterimState};
use crate::domain::id::StaffId;
use crate::domain::improvement::Origin;
use crate::i18n::when;
use crate::journal::{Held, Stamp};
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::page::improvements::improve_link;
use crate::ui::part::{StaffSelect, label};
use leptos::prelude::*;

/// What was promised until the final answer, and whether that was given in time.
pub(super) const INTERIMS: LogKind = LogKind {
    title: |t| t.job().interim_title,
    about: |t| t.job().interim_about,
    add: |t| t.job().interim_add,
    rows: |desk, case, later| case.interims().rev().map(|held| row(desk, case, &held, later)).collect(),
    used: |case| case.interims().next().is_some(),
    form: |shown, about, open| match about {
        Some(interim) => answer_form(shown, interim, open),
        None => form(shown, open),
    },
};

fn row(desk: Desk, case: &Case, held: &Held<&Interim>, later: Later) -> AnyView {
    let (t, lang, interim) = (desk.t(), desk.lang.get(), held.value);
    let due = when::local_in_words(lang, interim.due);
    let state = case.interim_state(held, now());
    let (class, standing) = match state {
        InterimState::Open => ("tag", t.job().interim_open(&due)),
        InterimState::Overdue => ("tag tag-accent", t.job().interim_overdue(&due)),
        InterimState::Kept(_) => ("tag tag-good", t.job().interim_kept.to_owned()),
        InterimState::Late(_) => ("tag tag-warn", t.job().interim_late.to_owned()),
    };
    let row = Noted::new(held, &interim.what)
        .tagged(class, standing)
        .and(t.work().interim_by, desk.staff_name(interim.by.as_str()));
    // A promise that was not kept is worth a thought.
    let broken = matches!(state, InterimState::Overdue | InterimState::Late(_));
    let improve = broken.then(|| improve_link(&later.case(), Origin::BrokenPromise, Some(&held.stamp)));
    match state {
        InterimState::Kept(answer) | InterimState::Late(answer) => row
            .and(t.work().interim_due, due)
            .and(t.job().interim_answered, &answer.words)
            .and(t.job().interim_at, when::local_in_words(lang, answer.at))
            .with(view! { <div class="btn-row">{improve}</div> }.into_any()),
        InterimState::Open | InterimState::Overdue => {
            row.with(later.button(|t| t.job().interim_answer, held.stamp.clone(), improve))
        }
    }
    .row(desk)
}

fn form(shown: Shown, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let what = RwSignal::new(String::new());
    let me = desk.me.get_untracked();
    let by = RwSignal::new(me.map(|id| id.to_string()).unwrap_or_default());
    let due = Moment::new(None);
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let by = StaffId::parse(&by.get_untracked()).ok_or(Wrong::Nobody);
        let made = by.and_then(|by| {
            let due = due.read().ok_or(Wrong::Moment)?;
            let interim = Interim { what: what.get_untracked(), by, due };
            Ok(agree_interim(&desk.pen(), &shown.id, interim, now().unwrap_or(due))?)
        });
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.job().interim_title
            save=|t| t.job().interim_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {words(|t| t.job().interim_what, what, told(desk, wrong, Wrong::is_words), 2)}
            <div class="form-grid">
                <StaffSelect
                    label=label(|t| t.work().interim_by)
                    value=by
                    error=told(desk, wrong, Wrong::is_person)
                />
                <MomentFields
                    at=due
                    date=|t| t.job().interim_date
                    time=|t| t.job().interim_time
                    error=told(desk, wrong, Wrong::is_moment)
                />
            </div>
        </NewForm>
    }
    .into_any()
}

/// What was answered in the end, and when.
fn answer_form(shown: Shown, interim: Stamp, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let about = shown
        .case_untracked()
        .interims()
        .find(|held| held.stamp == interim)
        .map(|held| held.value.what.clone());
    let said = RwSignal::new(String::new());
    let at = Moment::new(now());
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let made = at.read().ok_or(Wrong::Moment).and_then(|at| {
            let answer = InterimAnswer { interim: interim.clone(), words: said.get_untracked(), at };
            let case = shown.case_untracked();
            Ok(answer_interim(&desk.pen(), &shown.id, &case, answer, now().unwrap_or(at))?)
        });
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.job().interim_answer
            save=|t| t.job().interim_answer_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            <p class="muted">{about}</p>
            {words(|t| t.job().interim_answered, said, told(desk, wrong, Wrong::is_words), 2)}
            <div class="form-grid">
                <MomentFields
                    at=at
                    date=|t| t.job().interim_answer_date
                    time=|t| t.job().interim_answer_time
                    error=told(desk, wrong, Wrong::is_moment)
                />
            </div>
        </NewForm>
    }
    .into_any()
}
