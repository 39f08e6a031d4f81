use crate::app::command::{Agreement, AgreementError, set_agreement, typed_day};
use crate::app::desk::use_desk;
use crate::domain::case::CaseDay;
use crate::i18n::Named;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{TextField, label};
use leptos::prelude::*;

/// Until when what was accepted is maintained free of charge: a day of the agreement, which is
/// often only known now.
#[component]
pub(super) fn Maintenance(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let kept = Memo::new(move |_| {
        let day = s.with_value(Shown::case).day(CaseDay::MaintenanceEnd);
        day.map(|day| day.to_string()).unwrap_or_default()
    });
    let typed = RwSignal::new(kept.get_untracked());
    let wrong = RwSignal::new(None::<AgreementError>);
    Effect::new(move |_| {
        let kept = kept.get();
        // A day that does not fit stays in its field until it does.
        if wrong.with_untracked(Option::is_none) {
            typed.set(kept);
        }
    });
    let keep = move |text: String| {
        typed.set(text.clone());
        let (shown, pen) = (s.get_value(), desk.pen());
        let case = shown.case_untracked();
        let made = typed_day(&text).and_then(|maintenance_end| {
            let (start, end) = (case.day(CaseDay::AgreedStart), case.day(CaseDay::AgreedEnd));
            let agreement = Agreement { texts: Vec::new(), start, end, maintenance_end };
            set_agreement(&pen, &shown.id, &case, agreement)
        });
        match made {
            Ok(records) => {
                wrong.set(None);
                desk.save(records);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    view! {
        <section class="section maintenance">
            <TextField
                label=Signal::derive(move || CaseDay::MaintenanceEnd.name(desk.t()).to_owned())
                value=typed
                on_commit=keep
                error=told(desk, wrong, |_| true)
                hint=label(|t| t.agreement().maintenance_hint)
                kind="date"
            />
        </section>
    }
    .into_any()
}
