use super::{Glyph, Icon, TimeText};
use crate::app::desk::{Desk, use_desk};
use crate::catalog::process_faces;
use crate::domain::case::{Status, Urgency};
use crate::domain::lang::Lang;
use crate::i18n::Named;
use crate::search::index::Index;
use crate::search::summary::CaseSummary;
use crate::ui::route::Route;
use leptos::prelude::*;
use std::collections::HashMap;

/// The names of the staff by their ids: folded once, not by each row.
pub(crate) type StaffNames = Memo<HashMap<String, String>>;

/// The names of the staff, as they change.
pub(crate) fn use_staff_names() -> StaffNames {
    let desk = use_desk();
    Memo::new(move |_| {
        let named = |(id, staff): (crate::domain::id::StaffId, crate::domain::staff::Staff)| {
            (id.to_string(), staff.name().cloned().unwrap_or_default())
        };
        desk.staff().into_iter().map(named).collect()
    })
}

/// A case in a list, as a link to it.
pub(crate) fn case_row(desk: Desk, staff: StaffNames, id: String) -> AnyView {
    row(desk, staff, id, true)
}

/// A case in a list of one customer's cases: their name is not repeated.
pub(crate) fn customers_case_row(desk: Desk, staff: StaffNames, id: String) -> AnyView {
    row(desk, staff, id, false)
}

fn row(desk: Desk, staff: StaffNames, id: String, named: bool) -> AnyView {
    let href = Route::Case(id.clone()).href();
    let cells = move || {
        desk.index.with(|index| {
            let case = index.cases.get(&id)?;
            Some(staff.with(|staff| cells(desk, index, case, staff, named)))
        })
    };
    view! { <a class="row-link case-row" href=href>{cells}</a> }.into_any()
}

fn cells(
    desk: Desk,
    index: &Index,
    case: &CaseSummary,
    staff: &HashMap<String, String>,
    named: bool,
) -> AnyView {
    let t = desk.t();
    let customer = match index.customer_name(&case.customer) {
        _ if !named => None,
        "" => Some(t.cases().unnamed.to_owned()),
        name => Some(name.to_owned()),
    };
    let thing = index.asset_line(&case.asset).to_owned();
    let assignee = staff.get(&case.assignee).filter(|name| !name.is_empty());
    let nobody = assignee.is_none();
    let assignee = assignee.cloned().unwrap_or_else(|| t.common().nobody.to_owned());
    let place = match case.status() {
        Status::Open => stage_name(desk.lang.get(), index, case),
        status => status.name(t),
    }
    .to_owned();
    view! {
        <span class="row-number figure">{case.number.clone()}</span>
        <span class="row-who">
            {customer.map(|customer| view! { <span class="row-customer">{customer}</span> " " })}
            <span class="row-thing">{thing}</span>
        </span>
        <span class="row-title">{case.title.clone()}</span>
        <span class="row-marks">
            {(case.status() == Status::Open).then(|| urgent(case, t))}
            {(case.conflicts > 0)
                .then(|| view! { <span class="tag tag-warn"><Icon glyph=Glyph::Merge/>{t.cases().to_settle}</span> })}
        </span>
        <span class="row-stage">{place}</span>
        <span class="row-person" class:nobody=nobody>{assignee}</span>
        <span class="row-time"><TimeText at=case.touched/></span>
    }
    .into_any()
}

/// The mark of a case that cannot wait.
fn urgent(case: &CaseSummary, t: &'static crate::i18n::Texts) -> Option<AnyView> {
    let word = case.urgency().name(t);
    match case.urgency() {
        Urgency::Low | Urgency::Normal => None,
        Urgency::High => {
            Some(view! { <span class="tag tag-warn"><Icon glyph=Glyph::Flag/>{word}</span> }.into_any())
        }
        Urgency::Emergency => {
            Some(view! { <span class="tag tag-accent"><Icon glyph=Glyph::Warning/>{word}</span> }.into_any())
        }
    }
}

/// The name of the stage that a case stands in; a stage that the process does not have counts
/// as its first.
fn stage_name<'a>(lang: Lang, index: &'a Index, case: &CaseSummary) -> &'a str {
    let built_in = process_faces(lang).iter().find(|process| process.id == case.process);
    if let Some(process) = built_in {
        let stage = process.stages.iter().find(|(id, _)| *id == case.stage).or(process.stages.first());
        return stage.map_or("", |(_, name)| name);
    }
    let stages = index.processes.get(&case.process).map_or(&[][..], |own| &own.stages);
    let stage = stages.iter().find(|(id, _)| *id == case.stage).or(stages.first());
    stage.map_or("", |(_, name)| name)
}
