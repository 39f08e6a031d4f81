use super::today;
use crate::app::command::plan_follow_ups;
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::{Case, Status};
use crate::domain::date::Date;
use crate::domain::follow_up::planned_days;
use crate::domain::id::FollowUpId;
use crate::domain::importance::Importance;
use crate::domain::worth::importance_of;
use crate::i18n::Named;
use crate::i18n::when::{date_at, date_in_words};
use crate::platform::clock::zone_offset_minutes;
use crate::platform::random;
use crate::ui::page::case::Shown;
use crate::ui::part::{live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// What the rules plan for a case that was delivered.
#[derive(Clone, PartialEq)]
struct Plan {
    delivered: Date,
    days: Vec<Date>,
}

/// The follow-ups that the shop's rules plan, made by one press. Nothing once there were any.
#[component]
pub(crate) fn Offer(
    /// The case.
    shown: Shown,
    /// Whether to say so when there is nothing to plan yet, or never.
    #[prop(optional)]
    always: bool,
) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown.clone());
    let id = shown.case_untracked().customer().map(ToString::to_string).unwrap_or_default();
    let cases = desk.cases_in_full(id.clone());
    let customer = desk.customer(move || (!id.is_empty()).then(|| id.clone()));
    let asked = Memo::new(move |_| s.with_value(|shown| shown.read(|case| !case.had_follow_ups())));
    let importance = Memo::new(move |_| {
        customer.with(|customer| {
            cases.with(|cases| {
                let cases: Vec<&Case> = cases.iter().map(|(_, case)| case).collect();
                importance_of(customer.as_ref(), &cases)
            })
        })
    });
    let plan = Memo::new(move |_| {
        let importance = importance.get();
        s.with_value(|shown| shown.read(|case| plan(desk, case, importance)))
    });
    live(move || {
        if !asked.get() {
            return None;
        }
        let t = desk.t();
        let (words, button) = match plan.get() {
            None if always => (t.care().not_delivered.to_owned(), None),
            Some(plan) if plan.days.is_empty() && always => (t.care().offer_none.to_owned(), None),
            Some(plan) if !plan.days.is_empty() => {
                let near = today().unwrap_or(plan.delivered);
                let days: Vec<String> = plan.days.iter().map(|day| date_at(t, near, *day)).collect();
                let on = date_in_words(desk.lang.get(), plan.delivered);
                let rule = t.people().by_rule(&importance.get().name(t));
                let words = [t.care().offer(&on, &days.join(t.common().comma)), rule].join(" ");
                let name = match plan.days.len() {
                    1 => t.care().offer_one.to_owned(),
                    many => t.care().offer_all(&many),
                };
                let press = move |_| make(desk, &s.get_value(), &plan.days);
                let button = view! {
                    <button type="button" class="btn btn-primary" on:click=press>{name}</button>
                };
                (words, Some(button))
            }
            _ => return None,
        };
        Some(view! {
            <section class="section card care-offer" aria-label=t.care().offer_title>
                <h2>{t.care().offer_title}</h2>
                <p class=if button.is_some() { "" } else { "muted" }>{words}</p>
                <div class="btn-row">
                    {button}
                    <a class="btn btn-quiet" href=Route::Settings.href()>{said(|t| t.care().rules_change)}</a>
                </div>
            </section>
        })
    })
    .into_any()
}

fn plan(desk: Desk, case: &Case, importance: Importance) -> Option<Plan> {
    let at = case.delivered_at().filter(|_| case.status() != Status::Withdrawn)?;
    let delivered = Date::of_moment(at, zone_offset_minutes(at))?;
    let process = case.process().map(|at| &at.id);
    let mut days = planned_days(&desk.shop().follow_ups(), importance, process, delivered);
    // What was delivered long ago is not asked about on days that are over.
    days.retain(|day| today().is_none_or(|today| *day >= today));
    Some(Plan { delivered, days })
}

fn make(desk: Desk, shown: &Shown, days: &[Date]) {
    let case = shown.case_untracked();
    let t = untrack(|| desk.t());
    let new_id = || FollowUpId::from_random(random::bits());
    let who = case.assignee();
    desk.save(plan_follow_ups(&desk.pen(), &shown.id, &case, days, t.care().about_usual, who, new_id));
    desk.say(t.care().planned, Some(shown.id.clone()));
}
