//! Who bears the cost of a visit after the result was accepted.

use super::super::typed::pick;
use crate::app::command::{Charging, VisitError, charge_visit};
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::CaseDay;
use crate::domain::date::Date;
use crate::domain::id::VisitId;
use crate::domain::visit::{Coverage, Visit};
use crate::i18n::{Named, when};
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, Icon, ReasonDialog, TextField, label, live};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// What the typed date suggests; nothing where it is no question.
pub(super) fn suggestion(shown: Shown, date: RwSignal<String>) -> Memo<Option<Coverage>> {
    Memo::new(move |_| {
        let day = Date::parse(date.get().trim())?;
        shown.read(|case| case.suggested_coverage(day))
    })
}

/// Until when maintenance is free, in words.
fn free_until(desk: Desk, shown: &Shown) -> Option<String> {
    let day = shown.read(|case| case.day(CaseDay::MaintenanceEnd))?;
    Some(desk.t().visit().charge_until(&when::date_in_words(desk.lang.get(), day)))
}

/// The choice, and why where it is not what the date suggests.
pub(super) fn charge_fields(
    shown: Shown,
    suggested: Memo<Option<Coverage>>,
    coverage: RwSignal<Coverage>,
    reason: RwSignal<String>,
    wrong: RwSignal<Option<VisitError>>,
) -> impl Fn() -> AnyView {
    let desk = use_desk();
    let asked = Memo::new(move |_| suggested.with(Option::is_some));
    let differs = Memo::new(move |_| suggested.get().is_some_and(|suggested| coverage.get() != suggested));
    let why = live(move || {
        differs.get().then(|| {
            view! {
                <TextField
                    label=label(|t| t.visit().charge_reason)
                    value=reason
                    on_type=move |typed| {
                        reason.set(typed);
                        wrong.set(None);
                    }
                    error=told(desk, wrong, |wrong| matches!(wrong, VisitError::Charge(_)))
                    hint=label(|t| t.visit().charge_reason_hint)
                />
            }
        })
    });
    let until = move || free_until(desk, &shown);
    live(move || {
        let (why, until) = (why.clone(), until.clone());
        asked.get().then(move || {
            view! {
                {pick(|t| t.visit().charge, &Coverage::ALL, coverage)}
                <p class="hint">{until}</p>
                {why}
            }
        })
    })
}

/// Who pays, in the row of a visit, with the way to change that and to take the payment.
#[component]
pub(super) fn ChargeLine(shown: Shown, id: VisitId, visit: Memo<Option<Visit>>) -> impl IntoView {
    let desk = use_desk();
    let asking = RwSignal::new(false);
    let case = shown.id.to_string();
    let until = StoredValue::new(shown.clone());
    // What was said, and what the date suggests.
    let standing = Memo::new(move |_| {
        let visit = visit.get()?;
        let day = visit.when()?.start().date();
        let suggested = shown.read(|case| case.suggested_coverage(day));
        Some((visit.charge().cloned(), suggested, visit.state().is_ahead()))
    });
    let charge = Callback::new(move |reason: String| {
        let (Some(now), Some((said, Some(suggested), _))) = (visit.get_untracked(), standing.get_untracked())
        else {
            return;
        };
        let chosen = said.map_or(suggested, |said| said.coverage.other());
        match charge_visit(&desk.pen(), &id, &now, Charging { chosen, suggested, reason }) {
            Ok(records) => {
                desk.save(records);
                asking.set(false);
            }
            Err(_) => asking.set(true),
        }
    });
    let line = live(move || {
        let (said, suggested, ahead) = standing.get()?;
        let t = desk.t();
        let wanted = match (&said, suggested) {
            (Some(said), Some(_)) => Some(said.coverage.other()),
            (None, suggested) => suggested.filter(|_| ahead),
            (Some(_), None) => None,
        };
        let change = wanted.map(|wanted| {
            let press = move |()| charge.run(String::new());
            match wanted {
                Coverage::Covered => view! {
                    <Button label=|t| t.visit().charge_cover class="btn btn-quiet" on_press=press/>
                }
                .into_any(),
                Coverage::Charged => view! {
                    <Button label=|t| t.visit().charge_bill class="btn btn-quiet" on_press=press/>
                }
                .into_any(),
            }
        });
        // The visit was moved to a day that has it otherwise, and nobody said why.
        let odd = said.as_ref().is_some_and(|said| {
            said.reason.is_empty() && suggested.is_some_and(|suggested| suggested != said.coverage)
        });
        let until = odd.then(|| until.with_value(|shown| free_until(desk, shown)));
        let said = said.map(|said| {
            let class = match said.coverage {
                Coverage::Covered => "tag tag-good",
                Coverage::Charged => "tag tag-warn",
            };
            let pay = (said.coverage == Coverage::Charged).then(|| {
                let href = Route::CasePart(case.clone(), Part::Payments).href();
                view! { <a class="task-way" href=href>{t.visit().charge_pay}<Icon glyph=Glyph::Forward/></a> }
            });
            view! { <span class=class>{said.coverage.name(t)}</span> <span>{said.reason}</span> {pay} }
        });
        (said.is_some() || change.is_some()).then(
            || view! { <div class="visit-charge">{said} <span class="hint">{until}</span> {change}</div> },
        )
    });
    view! {
        {line}
        <ReasonDialog
            title=label(|t| t.visit().charge_reason)
            open=asking
            on_reason=move |reason: String| charge.run(reason)
        />
    }
    .into_any()
}
