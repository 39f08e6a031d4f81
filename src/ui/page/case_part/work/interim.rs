use super::super::fold::{Fold, NewForm};
use super::super::moment::{Moment, MomentFields, now};
use super::super::noted::{Noted, list};
use super::{Wrong, keep};
use crate::app::command::agree_interim;
use crate::app::desk::use_desk;
use crate::domain::execution::Interim;
use crate::domain::id::StaffId;
use crate::i18n::when;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{StaffSelect, TextArea, label, live};
use leptos::prelude::*;

/// What was promised until the final answer.
#[component]
pub(super) fn Interims(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let rows = live(move || {
        let case = s.with_value(Shown::case);
        let t = desk.t();
        let row = |held: crate::journal::Held<&Interim>| {
            let interim = held.value;
            Noted::new(&held, &interim.what)
                .and(t.work().interim_by, desk.staff_name(interim.by.as_str()))
                .and(t.work().interim_due, when::local_in_words(desk.lang.get(), interim.due))
                .row(desk)
        };
        list(case.interims().rev().map(row).collect())
    });
    view! {
        <Fold
            title=|t| t.job().interim_title
            about=|t| t.job().interim_about
            add=|t| t.job().interim_add
            used=Signal::derive(move || s.with_value(Shown::case).interims().next().is_some())
            open=open
            form=move |()| view! { <InterimForm shown=s.get_value() open=open/> }.into_any()
        >
            {rows}
        </Fold>
    }
    .into_any()
}

#[component]
fn InterimForm(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
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
        <NewForm name=|t| t.job().interim_title save=|t| t.job().interim_save on_save=save on_type=move |()| wrong.set(None) open=open>
            <TextArea
                label=label(|t| t.job().interim_what)
                value=what
                on_type=move |typed| what.set(typed)
                error=told(desk, wrong, Wrong::is_words)
                rows=2
            />
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
