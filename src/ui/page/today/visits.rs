use super::section::section;
use crate::app::desk::{Desk, use_desk};
use crate::domain::date::Date;
use crate::domain::id::{StaffId, VisitId};
use crate::domain::local_time::LocalTime;
use crate::i18n::when;
use crate::platform::clock::zone_offset_minutes;
use crate::stats::today::visits;
use crate::ui::part::{Glyph, Icon, StaffNames, label};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// The visits of today in the order of their times, and who makes them; and those of earlier days
/// of which nobody said how they went.
#[component]
pub(super) fn VisitsPart(
    /// The names of the staff.
    staff: StaffNames,
    /// What the first page lists besides: whether there is anything.
    some: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let ids = Memo::new(move |_| {
        let now = desk.now.get();
        let today = Date::of_moment(now, zone_offset_minutes(now))?;
        let person = desk.lists.person.with(|id| StaffId::parse(id));
        Some(desk.index.with(|index| visits(index, today, person.as_ref())))
    });
    Effect::new(move |_| some.set(ids.with(|ids| ids.as_ref().is_some_and(|ids| !ids.is_empty()))));
    move || {
        let ids = ids.get().unwrap_or_default();
        if ids.is_empty() {
            return ().into_any();
        }
        let count = ids.len();
        let rows = ids.into_iter().map(|id| view! { <li>{row(desk, staff, &id)}</li> }).collect_view();
        let body = view! { <ul class="row-list">{rows}</ul> };
        section(label(|t| t.today().visits), Some(count), body.into_any())
    }
}

/// A visit as a link to it: when, to whom, who goes, what for.
fn row(desk: Desk, staff: StaffNames, id: &VisitId) -> AnyView {
    let Some(visit) = desk.index.with_untracked(|index| index.visits.get(id.as_str()).cloned()) else {
        return ().into_any();
    };
    let href = Route::CasePart(visit.case.clone(), Part::Visits).href();
    let cells = move || {
        let now = desk.now.get();
        let now = LocalTime::of_moment(now, zone_offset_minutes(now))?;
        let window = visit.when()?;
        let (start, end) = (window.start(), window.end());
        let day = (start.date() != now.date()).then(|| when::date_at(desk.t(), now.date(), start.date()));
        let over = (end < now).then(|| {
            view! { <span class="tag tag-warn"><Icon glyph=Glyph::Warning/>{desk.t().today().visit_open}</span> }
        });
        let (name, address) = desk.index.with(|index| {
            let customer = index.cases.get(&visit.case).and_then(|case| index.customers.get(&case.customer));
            customer.map(|one| (one.name.clone(), one.address.clone())).unwrap_or_default()
        });
        let people = staff.with(|names| {
            let names: Vec<String> = visit.staff().filter_map(|id| names.get(id.as_str()).cloned()).collect();
            if names.is_empty() {
                desk.t().common().nobody.to_owned()
            } else {
                names.join(desk.t().common().comma)
            }
        });
        Some(view! {
            <span class="row-number figure">{day} " " {start.time()} "–" {end.time()}</span>
            <span class="row-who">
                <span class="row-customer">{name}</span>
                " "
                <span class="row-thing">{address}</span>
            </span>
            <span class="row-title">{visit.purpose.clone()}</span>
            <span class="row-marks">{over}</span>
            <span class="row-person">{people}</span>
        })
    };
    view! { <a class="row-link visit-row" href=href>{cells}</a> }.into_any()
}
