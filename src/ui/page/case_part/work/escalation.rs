use super::super::fold::NewForm;
use super::super::log::LogKind;
use super::super::noted::Noted;
use super::super::typed::words;
use super::{Wrong, keep};
use crate::app::command::escalate;
use crate::app::desk::use_desk;
use crate::domain::execution::Escalation;
use crate::domain::id::StaffId;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{StaffSelect, label};
use leptos::prelude::*;

/// To whom with more authority the case was handed.
pub(super) const ESCALATIONS: LogKind = LogKind {
    title: |t| t.job().escalation_title,
    about: |t| t.job().escalation_about,
    add: |t| t.job().escalation_add,
    rows: |desk, case, _| {
        let t = desk.t();
        let row = |held: crate::journal::Held<&Escalation>| {
            let to = desk.staff_name(held.value.to.as_str());
            Noted::new(&held, t.job().escalation_row(&to)).and(t.case().reason, &held.value.reason).row(desk)
        };
        case.escalations().rev().map(row).collect()
    },
    used: |case| case.escalations().next().is_some(),
    form: |shown, _, open| form(shown, open),
};

fn form(shown: Shown, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let [to, reason] = [(); 2].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let to = StaffId::parse(&to.get_untracked()).ok_or(Wrong::Nobody);
        let made = to.and_then(|to| {
            let escalation = Escalation { to, reason: reason.get_untracked() };
            Ok(escalate(&desk.pen(), &shown.id, escalation)?)
        });
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.job().escalation_title
            save=|t| t.job().escalation_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            <StaffSelect
                label=label(|t| t.job().escalation_to)
                value=to
                error=told(desk, wrong, Wrong::is_person)
            />
            {words(|t| t.job().escalation_why, reason, told(desk, wrong, Wrong::is_words), 2)}
        </NewForm>
    }
    .into_any()
}
