//! What the shop improves in how it works.

mod act;
mod check;
mod coaching;
mod doing;
mod history;
mod kept;
mod list;
mod new;
mod one;
mod plan;
mod steps;

pub(super) use coaching::{all_improvements, staff_coaching};
pub(super) use list::improvement_row;

use crate::domain::calendar::Moment;
use crate::domain::id::CaseId;
use crate::domain::improvement::Origin;
use crate::domain::promise::PromiseKind;
use crate::journal::Stamp;
use crate::ui::part::{Glyph, Icon, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The page of an address of this room.
pub(crate) fn improvements(route: Route) -> AnyView {
    match route {
        Route::Improvements => view! { <list::List/> }.into_any(),
        Route::NewImprovement(new) => view! { <new::New query=new/> }.into_any(),
        Route::Improvement(id) => view! { <one::One id=id/> }.into_any(),
        _ => view! { <super::NotFound/> }.into_any(),
    }
}

/// Where an improvement is begun that arises from a case: from what in it, and from which of
/// several, named by the stamp of its entry.
pub(crate) fn new_route(case: &CaseId, from: Origin, at: Option<&Stamp>) -> Route {
    let at = at.map(|at| format!("&at={at}")).unwrap_or_default();
    Route::NewImprovement(format!("new?case={case}&from={}{at}", from.name()))
}

/// Where an improvement is begun because a promise was broken: which one, and when its clock
/// had started.
pub(crate) fn broken_promise_route(case: &CaseId, kind: PromiseKind, started: Moment) -> Route {
    let from = Origin::BrokenPromise.name();
    Route::NewImprovement(format!("new?case={case}&from={from}&promise={}.{}", kind as u8, started.number()))
}

/// The link there.
pub(crate) fn improve_link(case: &CaseId, from: Origin, at: Option<&Stamp>) -> AnyView {
    view! {
        <a class="btn btn-quiet" href=new_route(case, from, at).href()>
            <Icon glyph=Glyph::Flag/>
            {said(|t| t.improvement().improve_this)}
        </a>
    }
    .into_any()
}
