use super::super::fold::{Fold, NewForm};
use super::super::noted::facts;
use super::{Wrong, keep};
use crate::app::command::{decide_change, put_change_request};
use crate::app::desk::use_desk;
use crate::domain::execution::{ChangeRequest, ChangeState};
use crate::domain::id::ChangeId;
use crate::i18n::Named;
use crate::platform::random;
use crate::ui::field_error::{Told, told};
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, Text, TextArea, label, live};
use leptos::prelude::*;

/// A change that is written down anew, or put otherwise.
type Editing = (ChangeId, ChangeRequest);

/// What the customer wants changed after the agreement.
#[component]
pub(super) fn Changes(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let editing = StoredValue::new(None::<Editing>);
    let edit = Callback::new(move |change: Editing| {
        editing.set_value(Some(change));
        open.set(true);
    });
    let rows = live(move || {
        let case = s.with_value(Shown::case);
        let row = |(id, change): (&ChangeId, &ChangeRequest)| {
            let change = (id.clone(), change.clone());
            view! { <ChangeRow shown=s.get_value() change=change open=open on_edit=edit/> }
        };
        let rows: Vec<_> = case.change_requests().into_iter().map(row).collect();
        (!rows.is_empty()).then(|| view! { <ul class="noted-list card">{rows}</ul> })
    });
    let form = move |()| {
        let change = editing.try_update_value(Option::take).flatten();
        let change =
            change.unwrap_or_else(|| (ChangeId::from_random(random::bits()), ChangeRequest::default()));
        view! { <ChangeForm shown=s.get_value() change=change open=open/> }.into_any()
    };
    view! {
        <Fold
            title=|t| t.job().change_title
            about=|t| t.job().change_about
            add=|t| t.job().change_add
            used=Signal::derive(move || !s.with_value(Shown::case).change_requests().is_empty())
            open=open
            form=form
        >
            {rows}
        </Fold>
    }
    .into_any()
}

/// A change, and what is decided about it.
#[component]
fn ChangeRow(
    shown: Shown,
    change: Editing,
    /// Whether the form is open.
    open: RwSignal<bool>,
    on_edit: Callback<Editing>,
) -> impl IntoView {
    let desk = use_desk();
    let (id, request) = change.clone();
    let t = desk.t();
    let tag = match request.state {
        ChangeState::Proposed => "tag tag-warn",
        ChangeState::Confirmed => "tag tag-good",
        ChangeState::Refused => "tag",
    };
    let decide = Callback::new(move |state: ChangeState| {
        match decide_change(&desk.pen(), &shown.id, &shown.case_untracked(), &id, state) {
            Ok(records) => {
                desk.save(records);
                desk.say(untrack(|| desk.t()).job().noted, Some(shown.id.clone()));
            }
            Err(why) => desk.say(why.tell(untrack(|| desk.t())), None),
        }
    });
    let edit = live(move || {
        let change = change.clone();
        (!open.get()).then(|| {
            view! {
                <Button
                    label=|t| t.common().edit
                    class="btn btn-quiet"
                    on_press=move |()| on_edit.run(change.clone())
                />
            }
        })
    });
    let ways = (request.state == ChangeState::Proposed).then(|| {
        view! {
            <div class="btn-row">
                <Button
                    label=|t| t.job().change_confirm
                    glyph=Glyph::Check
                    on_press=move |()| decide.run(ChangeState::Confirmed)
                />
                <Button label=|t| t.job().change_refuse on_press=move |()| decide.run(ChangeState::Refused)/>
                {edit}
            </div>
        }
    });
    let effects = vec![
        (t.work().change_reason, request.reason),
        (t.work().change_on_time, request.on_time),
        (t.work().change_on_cost, request.on_cost),
        (t.work().change_on_quality, request.on_quality),
    ];
    view! {
        <li class="noted">
            <p class="noted-words"><span class=tag>{request.state.name(t)}</span> {request.what}</p>
            {facts(effects.into_iter().filter(|(_, words)| !words.is_empty()).collect())}
            {ways}
        </li>
    }
    .into_any()
}

#[component]
fn ChangeForm(shown: Shown, change: Editing, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let (id, before) = change;
    let what = RwSignal::new(before.what.clone());
    let reason = RwSignal::new(before.reason.clone());
    let on_time = RwSignal::new(before.on_time.clone());
    let on_cost = RwSignal::new(before.on_cost.clone());
    let on_quality = RwSignal::new(before.on_quality.clone());
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let change = ChangeRequest {
            what: what.get_untracked(),
            reason: reason.get_untracked(),
            on_time: on_time.get_untracked(),
            on_cost: on_cost.get_untracked(),
            on_quality: on_quality.get_untracked(),
            ..before.clone()
        };
        let made = put_change_request(&desk.pen(), &shown.id, &shown.case_untracked(), &id, change);
        keep(desk, &shown, made.map_err(Wrong::Work), wrong, open);
    };
    let area = move |name: Text, value: RwSignal<String>| {
        view! { <TextArea label=label(name) value=value on_type=move |typed| value.set(typed) rows=2/> }
    };
    view! {
        <NewForm name=|t| t.job().change_title save=|t| t.job().change_save on_save=save on_type=move |()| wrong.set(None) open=open>
            <TextArea
                label=label(|t| t.job().change_what)
                value=what
                on_type=move |typed| what.set(typed)
                error=told(desk, wrong, Wrong::is_words)
                rows=2
            />
            {area(|t| t.work().change_reason, reason)}
            <div class="form-grid">
                {area(|t| t.work().change_on_time, on_time)}
                {area(|t| t.work().change_on_cost, on_cost)}
                {area(|t| t.work().change_on_quality, on_quality)}
            </div>
        </NewForm>
    }
    .into_any()
}
