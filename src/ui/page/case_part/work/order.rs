use super::super::fold::NewForm;
use super::super::log::{Log, LogKind};
use super::super::moment::{Moment, MomentFields, now};
use super::super::noted::Noted;
use super::{Wrong, keep};
use crate::app::command::{receive_work_order, set_texts};
use crate::app::desk::use_desk;
use crate::domain::case::CaseText;
use crate::domain::execution::WorkOrderReceipt;
use crate::domain::id::StaffId;
use crate::i18n::{Named, when};
use crate::ui::field_error::{Told, told};
use crate::ui::page::case::Shown;
use crate::ui::part::{StaffSelect, TextArea, label, said};
use leptos::prelude::*;

/// What to do, what to take along, and who took it on.
#[component]
pub(super) fn Order(shown: Shown) -> impl IntoView {
    let texts: Vec<_> = CaseText::WORK_ORDER
        .into_iter()
        .map(|text| view! { <OrderText shown=shown.clone() text=text/> })
        .collect();
    view! {
        <section class="section" aria-label=label(|t| t.job().order)>
            <h2>{said(|t| t.job().order)}</h2>
            <div class="form-grid">{texts}</div>
        </section>
        <Log shown=shown kind=RECEIPTS/>
    }
    .into_any()
}

/// A text of the work order, kept when its field is left.
#[component]
fn OrderText(shown: Shown, text: CaseText) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let error = RwSignal::new(None::<String>);
    let write = move |words: String| {
        let shown = s.get_value();
        match set_texts(&desk.pen(), &shown.id, &shown.case_untracked(), vec![(text, words)]) {
            Ok(records) => {
                error.set(None);
                desk.save(records);
            }
            Err(why) => error.set(Some(untrack(|| why.tell(desk.t())))),
        }
    };
    view! {
        <TextArea
            label=Signal::derive(move || text.name(desk.t()).to_owned())
            value=Signal::derive(move || s.with_value(Shown::case).text(text).to_owned())
            on_commit=write
            error=error
        />
    }
    .into_any()
}

/// Who took the work order on.
const RECEIPTS: LogKind = LogKind {
    title: |t| t.job().receipt_title,
    about: |t| t.job().receipt_about,
    add: |t| t.job().receipt_add,
    rows: |desk, case, _| {
        let row = |held: crate::journal::Held<&WorkOrderReceipt>| {
            let at = when::local_in_words(desk.lang.get(), held.value.at);
            let who = desk.staff_name(held.value.by.as_str());
            Noted::new(&held, format!("{who} · {at}")).row(desk)
        };
        case.work_order_receipts().rev().map(row).collect()
    },
    used: |case| case.work_order_receipts().next().is_some(),
    form: |shown, _, open| receipt_form(shown, open),
};

fn receipt_form(shown: Shown, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let case = shown.case_untracked();
    let usual = case.assignee().cloned().or_else(|| desk.me.get_untracked());
    let by = RwSignal::new(usual.map(|id| id.to_string()).unwrap_or_default());
    let at = Moment::new(now());
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let by = StaffId::parse(&by.get_untracked()).ok_or(Wrong::Nobody);
        let made = by.and_then(|by| {
            let at = at.read().ok_or(Wrong::Moment)?;
            Ok(receive_work_order(&desk.pen(), &shown.id, WorkOrderReceipt { by, at }))
        });
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.job().receipt_title
            save=|t| t.job().receipt_add
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            <div class="form-grid">
                <StaffSelect
                    label=label(|t| t.job().receipt_by)
                    value=by
                    error=told(desk, wrong, Wrong::is_person)
                />
                <MomentFields
                    at=at
                    date=|t| t.job().receipt_date
                    time=|t| t.job().receipt_time
                    error=told(desk, wrong, Wrong::is_moment)
                />
            </div>
        </NewForm>
    }
    .into_any()
}
