use super::{Glyph, Icon, TimeText};
use crate::app::desk::{Desk, use_desk};
use crate::catalog::process_faces;
use crate::domain::calendar::Moment;
use crate::domain::case::{Status, Urgency};
use crate::domain::date::Date;
use crate::domain::due::DueKind;
use crate::domain::lang::Lang;
use crate::domain::local_time::LocalTime;
use crate::i18n::waiting::{due_words, waiting_since};
use crate::i18n::{Named, when};
use crate::platform::clock::zone_offset_minutes;
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
    row(desk, staff, Route::Case(id.clone()), id, ALL)
}

/// A case in a list, as a link to what is to be done about it. It has room for one mark beside the
/// urgency: what is due, unless what it waits for is asked for.
pub(crate) fn case_row_to(
    desk: Desk,
    staff: StaffNames,
    id: String,
    to: Route,
    waiting_first: bool,
) -> AnyView {
    row(desk, staff, to, id, Shows { customer: true, waiting_first })
}

/// What a row shows of its case.
#[derive(Clone, Copy)]
struct Shows {
    customer: bool,
    waiting_first: bool,
}

const ALL: Shows = Shows { customer: true, waiting_first: false };

/// A case in a list of one customer's cases: their name is not repeated.
pub(crate) fn customers_case_row(desk: Desk, staff: StaffNames, id: String) -> AnyView {
    row(desk, staff, Route::Case(id.clone()), id, Shows { customer: false, ..ALL })
}

fn row(desk: Desk, staff: StaffNames, to: Route, id: String, shows: Shows) -> AnyView {
    let href = to.href();
    let cells = move || {
        desk.index.with(|index| {
            let case = index.cases.get(&id)?;
            Some(staff.with(|staff| cells(desk, index, case, staff, shows)))
        })
    };
    view! { <a class="row-link case-row" href=href>{cells}</a> }.into_any()
}

fn cells(
    desk: Desk,
    index: &Index,
    case: &CaseSummary,
    staff: &HashMap<String, String>,
    shows: Shows,
) -> AnyView {
    let t = desk.t();
    let customer = match index.customer_name(&case.customer) {
        _ if !shows.customer => None,
        "" => Some(t.cases().unnamed.to_owned()),
        name => Some(name.to_owned()),
    };
    let thing = index.asset_line(&case.asset).to_owned();
    let assignee = staff.get(&case.assignee).filter(|name| !name.is_empty());
    let nobody = assignee.is_none();
    let assignee = assignee.cloned().unwrap_or_else(|| t.common().nobody.to_owned());
    let mark = if shows.waiting_first {
        waiting(desk, case).or_else(|| due_mark(desk, index, case))
    } else {
        due_mark(desk, index, case).or_else(|| waiting(desk, case))
    };
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
            {(case.conflicts > 0)
                .then(|| view! { <span class="tag tag-warn"><Icon glyph=Glyph::Merge/>{t.cases().to_settle}</span> })}
            {mark}
            {(case.status() == Status::Open).then(|| urgent(case, t))}
        </span>
        <span class="row-stage">{place}</span>
        <span class="row-person" class:nobody=nobody>{assignee}</span>
        <span class="row-time"><TimeText at=case.touched/></span>
    }
    .into_any()
}

/// What falls due on a case first: a promise, or what was agreed.
pub(crate) fn due_mark(desk: Desk, index: &Index, case: &CaseSummary) -> Option<AnyView> {
    let promised = promised(desk, index, case);
    match promised {
        Some((at, mark)) if case.next_due().is_none_or(|(_, due)| at <= due.number()) => Some(mark),
        _ => due(desk, case),
    }
}

/// The promise that is due next, from the morning of that day or once it warns; of what is overdue
/// or owed, that it is. With when: minutes since 1970 began where the shop is.
fn promised(desk: Desk, index: &Index, case: &CaseSummary) -> Option<(u32, AnyView)> {
    let due = index.watch.due(&case.id)?;
    let (t, now) = (desk.t(), Moment::of_millis(desk.now.get()));
    let (at, class, glyph, words) = match due.next {
        Some(next) if next.due < now => {
            (0, "tag tag-accent", Glyph::Warning, t.due().over(&next.kind.name(t)))
        }
        _ if due.owed > 0 => (0, "tag tag-accent", Glyph::Warning, t.due().owed.to_owned()),
        next => {
            let next = next?;
            let at = LocalTime::of_number(next.local)?;
            let today = at.plus_minutes(now.minutes_since(next.due))?.date();
            let (class, glyph) =
                if next.warn <= now { ("tag tag-warn", Glyph::Flag) } else { ("tag", Glyph::Clock) };
            if class == "tag" && at.date() > today {
                return None;
            }
            let day = (at.date() != today).then(|| when::date_at(t, today, at.date()) + " ");
            let when = day.unwrap_or_default() + &at.time();
            (at.number(), class, glyph, t.due().by(&next.kind.name(t), &when))
        }
    };
    Some((at, view! { <span class=class><Icon glyph=glyph/>{words}</span> }.into_any()))
}

/// What falls due on it, from the morning of that day.
fn due(desk: Desk, case: &CaseSummary) -> Option<AnyView> {
    let (kind, at) = case.next_due()?;
    let now = desk.now.get();
    let now = LocalTime::of_moment(now, zone_offset_minutes(now))?;
    if at.date() > now.date() {
        return None;
    }
    let when = match (kind, at.date() == now.date()) {
        (DueKind::Answer, true) => at.time(),
        (_, true) => desk.t().waiting().today.to_owned(),
        (_, false) => when::date_at(desk.t(), now.date(), at.date()),
    };
    let overdue = at < now;
    let words = due_words(desk.t(), kind, &when, overdue);
    let glyph = if overdue { Glyph::Warning } else { Glyph::Clock };
    Some(view! { <span class="tag" class:tag-accent=overdue><Icon glyph=glyph/>{words}</span> }.into_any())
}

/// What it waits for, and since when.
fn waiting(desk: Desk, case: &CaseSummary) -> Option<AnyView> {
    let (reason, since) = case.waiting()?;
    let now = desk.now.get();
    let day = |moment| Date::of_moment(moment, zone_offset_minutes(moment));
    let since = when::date_at(desk.t(), day(now)?, day(since)?);
    let words = waiting_since(desk.t(), reason, &since);
    Some(view! { <span class="tag"><Icon glyph=Glyph::Pause/>{words}</span> }.into_any())
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
