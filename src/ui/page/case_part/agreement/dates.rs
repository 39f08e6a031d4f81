use crate::app::command::{self, AgreementError, set_agreement, typed_day};
use crate::app::desk::use_desk;
use crate::domain::case::CaseDay;
use crate::domain::date::Date;
use crate::i18n::Named;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Text, TextField, label, said};
use leptos::prelude::*;

/// The days of the agreement. They are kept together: one that does not fit the others stays in
/// its field with what is wrong, until it does.
#[component]
pub(super) fn Dates(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let kept = Memo::new(move |_| {
        let case = s.with_value(Shown::case);
        CaseDay::ALL.map(|day| case.day(day))
    });
    let written =
        |days: [Option<Date>; 3]| days.map(|day| day.map(|day| day.to_string()).unwrap_or_default());
    let typed = RwSignal::new(written(kept.get_untracked()));
    let wrong = RwSignal::new(None::<(CaseDay, AgreementError)>);
    Effect::new(move |_| {
        let kept = kept.get();
        if wrong.with_untracked(Option::is_none) {
            typed.set(written(kept));
        }
    });
    let keep = move |day: CaseDay, text: String| {
        typed.update(|typed| typed[day as usize] = text);
        let (shown, pen) = (s.get_value(), desk.pen());
        let outcome = typed.with_untracked(read).and_then(|[start, end, maintenance_end]| {
            let agreement = command::Agreement { texts: Vec::new(), start, end, maintenance_end };
            let case = shown.case_untracked();
            set_agreement(&pen, &shown.id, &case, agreement).map_err(|error| (beside(error), error))
        });
        match outcome {
            Ok(records) => {
                wrong.set(None);
                desk.save(records);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let field = move |day: CaseDay, hint: Text| {
        let error = move || wrong.get().filter(|(at, _)| *at == day).map(|(_, error)| error.tell(desk.t()));
        view! {
            <TextField
                label=Signal::derive(move || day.name(desk.t()).to_owned())
                value=Memo::new(move |_| typed.with(|typed| typed[day as usize].clone()))
                on_commit=move |text| keep(day, text)
                error=Signal::derive(error)
                hint=label(hint)
                kind="date"
            />
        }
    };
    view! {
        <section class="section">
            <h2>{said(|t| t.agreement().when)}</h2>
            <div class="form-grid">
                {field(CaseDay::AgreedStart, |t| t.agreement().start_hint)}
                {field(CaseDay::AgreedEnd, |t| t.agreement().end_hint)}
                {field(CaseDay::MaintenanceEnd, |t| t.agreement().maintenance_hint)}
            </div>
        </section>
    }
    .into_any()
}

/// The days as typed, or the first that is none.
fn read(typed: &[String; 3]) -> Result<[Option<Date>; 3], (CaseDay, AgreementError)> {
    let mut days = [None; 3];
    for ((day, text), known) in CaseDay::ALL.into_iter().zip(typed).zip(&mut days) {
        *known = typed_day(text).map_err(|error| (day, error))?;
    }
    Ok(days)
}

/// The field that an error is told beside.
fn beside(error: AgreementError) -> CaseDay {
    match error {
        AgreementError::MaintenanceTooShort => CaseDay::MaintenanceEnd,
        _ => CaseDay::AgreedEnd,
    }
}
