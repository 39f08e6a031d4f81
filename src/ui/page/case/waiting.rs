use super::Shown;
use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::Status;
use crate::domain::waiting::{WaitReason, Waiting};
use crate::i18n::Named;
use crate::i18n::waiting::waiting_words;
use crate::ui::field_error::Told;
use crate::ui::part::{Button, ChoiceOption, Glyph, Icon, Select, TextField, TimeText, label, live, said};
use leptos::prelude::*;

/// What the case waits for, while it does, and the way to go on.
#[component]
pub(super) fn WaitingNote(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let waiting = Memo::new(move |_| now(s));
    let promised = Memo::new(move |_| s.with_value(|shown| shown.read(|case| case.terms().is_some())));
    live(move || {
        let (waiting, since) = waiting.get()?;
        let words = move || waiting_words(desk.t(), &waiting);
        let stand = promised.get().then(|| view! { " " <span>{said(|t| t.promise().clocks_stand)}</span> });
        Some(view! {
            <div class="card waiting-note" role="status">
                <Icon glyph=Glyph::Pause/>
                <p>
                    <strong>{words}</strong> " " <span class="muted"><TimeText at=since/></span>
                    {stand}
                </p>
                <Button label=|t| t.waiting().go_on on_press=move |()| { set(desk, s, None); }/>
            </div>
        })
    })
}

/// What a case waits for, as one of its facts.
#[component]
pub(super) fn WaitingField(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let waiting = Memo::new(move |_| now(s).map(|(waiting, _)| waiting));
    let error = RwSignal::new(None::<String>);
    let options = move || {
        let none = ChoiceOption::new("", desk.t().waiting().none);
        let each =
            |(at, reason): (usize, &WaitReason)| ChoiceOption::new(at.to_string(), reason.name(desk.t()));
        std::iter::once(none).chain(WaitReason::ALL.iter().enumerate().map(each)).collect::<Vec<_>>()
    };
    let place = move || {
        let reason = waiting.with(|waiting| waiting.as_ref().map(|waiting| waiting.reason))?;
        WaitReason::ALL.iter().position(|one| *one == reason)
    };
    let words = move || waiting.with(|waiting| waiting.as_ref().map(|waiting| waiting.words.clone()));
    let choose = move |at: String| {
        let reason = at.parse::<usize>().ok().and_then(|at| WaitReason::ALL.get(at));
        let words = untrack(words).unwrap_or_default();
        set(desk, s, reason.map(|reason| Waiting { reason: *reason, words }));
    };
    let write = move |words: String| {
        let reason = waiting.with_untracked(|waiting| waiting.as_ref().map(|waiting| waiting.reason));
        error.set(reason.and_then(|reason| set(desk, s, Some(Waiting { reason, words }))));
    };
    let waits = Memo::new(move |_| waiting.with(Option::is_some));
    let detail = live(move || {
        waits.get().then(|| {
            view! {
                <TextField
                    label=label(|t| t.waiting().what_for)
                    value=Signal::derive(move || words().unwrap_or_default())
                    on_commit=write
                    error=error
                />
            }
        })
    });
    view! {
        <Select
            label=label(|t| t.waiting().waiting)
            options=Signal::derive(options)
            value=Signal::derive(move || place().map(|at| at.to_string()).unwrap_or_default())
            on_choose=choose
        />
        {detail}
    }
    .into_any()
}

/// What an open case waits for, and since when. Follows changes.
fn now(s: StoredValue<Shown>) -> Option<(Waiting, u64)> {
    s.with_value(|shown| {
        shown.read(|case| {
            let held = case.waiting().filter(|_| case.status() == Status::Open)?;
            Some((held.value.clone(), held.stamp.millis))
        })
    })
}

/// Keeps it, or says what is wrong.
fn set(desk: Desk, s: StoredValue<Shown>, waiting: Option<Waiting>) -> Option<String> {
    let new =
        s.with_value(|shown| command::set_waiting(&desk.pen(), &shown.id, &shown.case_untracked(), waiting));
    match new {
        Ok(new) => {
            desk.save(new);
            None
        }
        Err(why) => Some(why.tell(desk.t())),
    }
}
