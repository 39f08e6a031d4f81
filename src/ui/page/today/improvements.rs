use super::section::section;
use crate::app::desk::use_desk;
use crate::domain::date::Date;
use crate::i18n::when;
use crate::platform::clock::zone_offset_minutes;
use crate::search::summary::ImprovementSummary;
use crate::ui::part::{Glyph, Icon, StaffNames, label};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The improvements that are to be done or checked by today, the longest overdue first.
#[component]
pub(super) fn ImprovementsPart(
    /// The names of the staff.
    staff: StaffNames,
    /// Set when there is one.
    some: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let today = Memo::new(move |_| {
        let now = desk.now.get();
        Date::of_moment(now, zone_offset_minutes(now))
    });
    let due = Memo::new(move |_| {
        let today = today.get()?;
        let person = desk.lists.person.get();
        let theirs = |one: &&ImprovementSummary| person.is_empty() || one.owner == person;
        let due = desk.index.with(|index| {
            index.improvements_due(today).into_iter().filter(theirs).cloned().collect::<Vec<_>>()
        });
        Some((today, due))
    });
    Effect::new(move |_| some.set(due.with(|due| due.as_ref().is_some_and(|(_, due)| !due.is_empty()))));
    move || {
        let Some((today, due)) = due.get().filter(|(_, due)| !due.is_empty()) else { return ().into_any() };
        let count = due.len();
        let row = |one: ImprovementSummary| {
            let day = Date::EPOCH.plus_days(one.day.into());
            let day = day.map(|day| when::date_at(desk.t(), today, day)).unwrap_or_default();
            let owner = staff.with(|names| names.get(&one.owner).cloned().unwrap_or_default());
            view! {
                <li>
                    <a class="row-link settle-row" href=Route::Improvement(one.id).href()>
                        <Icon glyph=Glyph::Flag/>
                        <span class="settle-kind figure">{day}</span>
                        " "
                        <span>{one.title}</span>
                        " "
                        <span class="muted">{owner}</span>
                    </a>
                </li>
            }
        };
        let body = view! { <ul class="row-list">{due.into_iter().map(row).collect_view()}</ul> };
        section(label(|t| t.today().improvements), Some(count), body.into_any())
    }
}
