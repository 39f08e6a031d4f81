use super::Page;
use crate::domain::calendar::CalendarProblem;
use crate::i18n::hours::{problem, problem_date};
use crate::ui::part::{Glyph, Icon, live, said};
use leptos::prelude::*;

/// The most sentences at once.
const MOST: usize = 6;

/// What is odd about the calendar, each in a sentence; what lies behind is passed over.
#[component]
pub(super) fn Problems(page: Page) -> impl IntoView {
    let desk = page.desk;
    let found = Memo::new(move |_| {
        let today = page.today.get();
        let mut found = page.calendar.with(|calendar| calendar.check());
        found.retain(|problem| problem_date(problem).zip(today).is_none_or(|(date, today)| date >= today));
        found
    });
    let part = live(move || {
        let found = found.get();
        if found.is_empty() {
            return None;
        }
        let strong = found.iter().any(|problem| matches!(problem, CalendarProblem::NeverOpen));
        let more = found.len().saturating_sub(MOST);
        let line = move |one: CalendarProblem| view! { <li>{move || problem(desk.lang.get(), &one)}</li> };
        let lines: Vec<_> = found.into_iter().take(MOST).map(line).collect();
        Some(view! {
            <section class=if strong { "banner banner-strong hours-problems" } else { "banner hours-problems" }>
                <Icon glyph=Glyph::Warning/>
                <div>
                    <h2>{said(|t| t.hours().problems)}</h2>
                    <ul>{lines}</ul>
                    {(more > 0).then(|| view! { <p class="small">{move || desk.t().hours().problem_more(&more)}</p> })}
                </div>
            </section>
        })
    });
    view! { <div class="hours-status" role="status">{part}</div> }.into_any()
}
