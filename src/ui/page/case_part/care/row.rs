use super::super::noted::facts;
use super::call::CallForm;
use super::{keep, today};
use crate::app::command::{FollowUpError, put_follow_up, remove_item};
use crate::app::desk::{Desk, use_desk};
use crate::app::intake::Begun;
use crate::domain::case::{Case, CaseEvent, CaseItemKey};
use crate::domain::date::Date;
use crate::domain::follow_up::{FollowUp, FollowUpCall};
use crate::domain::id::{CaseId, FollowUpId};
use crate::i18n::Named;
use crate::i18n::when::date_in_words;
use crate::journal::Held;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, Icon, TextField, TimeText, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// One follow-up: its day, what came of it, and what can be done.
#[component]
pub(super) fn FollowUpRow(shown: Shown, id: FollowUpId) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown.clone());
    let key = StoredValue::new(id);
    let open = RwSignal::new(false);
    let wrong = RwSignal::new(None::<FollowUpError>);
    let follow_up = Memo::new(move |_| {
        s.with_value(|shown| {
            shown.read(|case| {
                let mut all = case.follow_ups().into_iter();
                all.find(|(each, _)| key.with_value(|id| *each == id)).map(|(_, found)| found.clone())
            })
        })
    });
    let done = Memo::new(move |_| {
        s.with_value(|shown| {
            shown.read(|case| {
                key.with_value(|id| {
                    case.follow_up_done(id).map(|held| Held {
                        stamp: held.stamp,
                        author: held.author,
                        value: held.value.clone(),
                    })
                })
            })
        })
    });
    let tries = Memo::new(move |_| {
        s.with_value(|shown| shown.read(|case| key.with_value(|id| case.follow_up_tries(id))))
    });
    let is_done = Memo::new(move |_| done.with(Option::is_some));
    let day = move || {
        follow_up
            .with(|each| each.as_ref().map(|each| date_in_words(desk.lang.get(), each.due)))
            .unwrap_or_default()
    };
    let head = live(move || {
        let due = follow_up.with(|each| each.as_ref().map(|each| each.due))?;
        let (class, state) = state(desk, due, is_done.get());
        Some(view! { <p class="noted-words"><span class=class>{state}</span> <strong>{day()}</strong></p> })
    });
    let rest = live(move || {
        let t = desk.t();
        let each = follow_up.get()?;
        let who = each.who.map(|who| desk.staff_name(who.as_str())).unwrap_or_default();
        let tried = match tries.get() {
            0 => String::new(),
            1 => t.care().tries_one.to_owned(),
            many => t.care().tries(&many),
        };
        let tried = (!tried.is_empty()).then(|| view! { <p class="small muted">{tried}</p> });
        let rows = [(t.care().about, each.about), (t.care().who, who)];
        let rows = rows.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        Some(view! { {facts(rows)} {tried} })
    });
    let outcome = live(move || done.get().map(|held| outcome(desk, s.get_value(), held)));
    let move_to = move |typed: String| {
        let (shown, Some(before)) = (s.get_value(), follow_up.get_untracked()) else { return };
        let due = Date::parse(&typed).filter(|day| today().is_none_or(|today| *day >= today));
        let made = due.ok_or(FollowUpError::NextDay).and_then(|due| {
            let moved = FollowUp { due, ..before };
            put_follow_up(&desk.pen(), &shown.id, &shown.case_untracked(), &key.get_value(), moved)
        });
        keep(desk, &shown, made, wrong);
    };
    let due =
        move || follow_up.with(|each| each.as_ref().map(|each| each.due.to_string())).unwrap_or_default();
    let remove = move |_| {
        let (shown, item) = (s.get_value(), CaseItemKey::FollowUp(key.get_value()));
        desk.save(remove_item(&desk.pen(), &shown.id, &shown.case_untracked(), item));
        desk.say(untrack(|| desk.t()).job().noted, Some(shown.id));
    };
    let ways = live(move || {
        (!is_done.get() && !open.get()).then(|| {
            view! {
                <div class="care-ways">
                    <Button
                        label=|t| t.care().note_call
                        glyph=Glyph::Note
                        on_press=move |()| open.set(true)
                    />
                    <TextField
                        label=label(|t| t.care().due)
                        value=Signal::derive(due)
                        on_commit=move_to
                        error=told(desk, wrong, |_| true)
                        kind="date"
                    />
                    <button
                        type="button"
                        class="btn btn-icon"
                        aria-label=move || desk.t().care().remove(&day())
                        on:click=remove
                    >
                        <Icon glyph=Glyph::Close/>
                    </button>
                </div>
            }
        })
    });
    let form = live(move || {
        open.get().then(|| view! { <CallForm shown=s.get_value() id=key.get_value() open=open/> })
    });
    view! { <li class="noted care-row">{head} {rest} {outcome} {ways} <div class="fold-form">{form}</div></li> }
        .into_any()
}

fn state(desk: Desk, due: Date, done: bool) -> (&'static str, &'static str) {
    let t = desk.t();
    // Followed, so that the day's turn is seen.
    desk.now.track();
    match today() {
        _ if done => ("tag tag-good", t.care().state_done),
        Some(today) if due < today => ("tag tag-accent", t.care().state_overdue),
        Some(today) if due == today => ("tag tag-warn", t.care().state_due),
        _ => ("tag", t.care().state_planned),
    }
}

/// What was said, and the way to a case of its own for a new problem.
fn outcome(desk: Desk, shown: Shown, held: Held<FollowUpCall>) -> AnyView {
    let t = desk.t();
    let by = held.author.as_ref().map(|who| desk.staff_name(who.as_str())).filter(|name| !name.is_empty());
    let by = by.map(|name| format!("{name} · ")).unwrap_or_default();
    let call = held.value;
    let problem = (!call.problem.is_empty()).then(|| {
        let words = call.problem.clone();
        let since = held.stamp.clone();
        let s = StoredValue::new(shown);
        let way = live(move || {
            let opened = s.with_value(|shown| shown.read(|case| opened_since(case, &since)));
            if let Some(id) = opened {
                return super::arisen::case_link(desk, &id);
            }
            let words = words.clone();
            let press = move |_| open_case(desk, &s.get_value(), &words);
            view! {
                <a class="btn" href=Route::NewRequest.href() on:click=press>
                    <Icon glyph=Glyph::Plus/>
                    {said(|t| t.care().open_case)}
                </a>
            }
            .into_any()
        });
        view! { <div class="btn-row">{way}</div> }
    });
    let rows = [
        (t.care().channel, call.channel.name(t).to_owned()),
        (t.care().words, call.words),
        (t.care().problem, call.problem),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    view! { {facts(rows)} <p class="small muted">{by}<TimeText at=held.stamp.millis/></p> {problem} }
        .into_any()
}

/// The case that was opened after something was said.
fn opened_since(case: &Case, since: &crate::journal::Stamp) -> Option<CaseId> {
    case.events.iter().filter(|held| held.stamp > *since).find_map(|held| match &held.value {
        CaseEvent::LedTo(id) => Some(id.clone()),
        _ => None,
    })
}

/// The next request is this customer's, about the same thing, with what they said.
fn open_case(desk: Desk, shown: &Shown, words: &str) {
    let begun = Begun::arising(&shown.id, &shown.case_untracked(), words);
    desk.for_request.set(Some(begun));
}
