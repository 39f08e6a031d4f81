use super::care::bare;
use crate::app::desk::use_desk;
use crate::domain::case::Case;
use crate::domain::id::CaseId;
use crate::domain::survey::Rating;
use crate::domain::worth::received;
use crate::i18n::when::{date_in_words, window_in_words};
use crate::i18n::{Named, money::money};
use crate::ui::part::{TimeText, live, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// What was received in all, and every payment, visit and paper, the latest first.
#[component]
pub(super) fn History(customer: String, cases: Memo<Vec<(CaseId, Case)>>) -> impl IntoView {
    let desk = use_desk();
    let sum = live(move || {
        let lang = desk.lang.get();
        let sums: Vec<String> =
            cases.with(|cases| received(&bare(cases)).into_iter().map(|sum| money(lang, sum)).collect());
        if sums.is_empty() { desk.t().people().received_none.to_owned() } else { sums.join(" + ") }
    });
    let payments = live(move || {
        let lang = desk.lang.get();
        let mut rows: Vec<(u64, String, String, String)> = cases.with(|cases| {
            let each = cases.iter().flat_map(|(id, case)| {
                let number = case.number().cloned().unwrap_or_default();
                case.payments().map(move |held| {
                    let words = money(lang, held.value.amount);
                    (held.stamp.millis, id.to_string(), number.clone(), words)
                })
            });
            each.collect()
        });
        rows.sort_by_key(|row| std::cmp::Reverse(row.0));
        let row = |(at, id, number, words): (u64, String, String, String)| {
            let href = Route::CasePart(id, Part::Payments).href();
            view! { <li><a href=href>{words}" · "{number}</a> <span class="muted"><TimeText at=at/></span></li> }
        };
        listed(rows.into_iter().map(|each| row(each).into_any()).collect())
    });
    let visits = live(move || {
        let lang = desk.lang.get();
        let mut visits = desk.index.with(|index| {
            let of = |id: &String| {
                let visits = index.visits_of(id).into_iter();
                visits
                    .map(|visit| (visit.start.clone(), id.clone(), visit.when(), visit.state()))
                    .collect::<Vec<_>>()
            };
            let cases: Vec<String> = index.cases_of(&customer).iter().map(|case| case.id.clone()).collect();
            cases.iter().flat_map(of).collect::<Vec<_>>()
        });
        visits.sort_by(|one, other| other.0.cmp(&one.0));
        let row = |(_, case, when, state): (_, String, Option<_>, crate::domain::visit::VisitState)| {
            let when = when.map(|when| window_in_words(lang, when)).unwrap_or_default();
            let href = Route::CasePart(case, Part::Visits).href();
            view! { <li><a href=href>{when}</a> <span class="muted">{state.name(desk.t())}</span></li> }
        };
        listed(visits.into_iter().map(|each| row(each).into_any()).collect())
    });
    let papers = live(move || {
        let lang = desk.lang.get();
        let rows = cases.with(|cases| {
            let each = cases.iter().flat_map(|(id, case)| {
                case.papers().map(move |held| {
                    let kind = held.value.document.paper;
                    let what = [Named::name(&kind, desk.t()), " ", &held.value.number].concat();
                    (held.stamp.millis, Route::Paper(id.to_string(), kind).href(), what, held.value.date)
                })
            });
            let mut rows: Vec<_> = each.collect();
            rows.sort_by_key(|row| std::cmp::Reverse(row.0));
            rows
        });
        let row = |(_, href, what, date): (u64, String, String, crate::domain::date::Date)| {
            view! { <li><a href=href>{what}</a> <span class="muted">{date_in_words(lang, date)}</span></li> }
        };
        listed(rows.into_iter().map(|each| row(each).into_any()).collect())
    });
    let surveys = live(move || {
        let rows = cases.with(|cases| {
            let each = cases.iter().flat_map(|(id, case)| {
                let number = case.number().cloned().unwrap_or_default();
                case.survey_answers().map(move |held| {
                    let overall = held.value.overall.map_or(0, Rating::get);
                    (held.stamp.millis, id.to_string(), number.clone(), overall)
                })
            });
            let mut rows: Vec<_> = each.collect();
            rows.sort_by_key(|row| std::cmp::Reverse(row.0));
            rows
        });
        let row = |(at, id, number, overall): (u64, String, String, u8)| {
            let href = Route::CasePart(id, Part::Survey).href();
            let words = match overall {
                0 => number,
                overall => desk.t().people().survey_line(&overall, &number),
            };
            view! { <li><a href=href>{words}</a> <span class="muted"><TimeText at=at/></span></li> }
        };
        listed(rows.into_iter().map(|each| row(each).into_any()).collect())
    });
    view! {
        <section class="section history">
            <dl class="facts">
                <dt>{said(|t| t.people().received)}</dt>
                <dd class="figure">{sum}</dd>
            </dl>
            <details class="disclosure"><summary>{said(|t| t.people().payments)}</summary>{payments}</details>
            <details class="disclosure"><summary>{said(|t| t.people().surveys)}</summary>{surveys}</details>
            <details class="disclosure"><summary>{said(|t| t.people().visits)}</summary>{visits}</details>
            <details class="disclosure"><summary>{said(|t| t.people().papers)}</summary>{papers}</details>
        </section>
    }
    .into_any()
}

fn listed(rows: Vec<AnyView>) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="muted">{said(|t| t.people().nothing_yet)}</p> }.into_any();
    }
    view! { <ul class="history-list">{rows}</ul> }.into_any()
}
