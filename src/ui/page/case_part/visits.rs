//! The visits of a case: agreed, moved, made, missed.

mod arrival;
mod charge;
mod conflicts;
mod form;
mod other_time;
mod row;

use crate::app::desk::use_desk;
use crate::domain::visit::VisitState;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, live, said};
use form::{Form, VisitForm};
use leptos::prelude::*;
use row::VisitRow;

/// What visit is to be agreed on.
#[derive(Clone, PartialEq)]
enum Asked {
    /// A new one.
    New,
    /// Another time for this one.
    Again(String),
}

/// The visits of a case, and the next one to agree on.
#[component]
pub(super) fn Visits(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let id = shown.id.clone();
    let visits = Memo::new({
        let id = id.clone();
        move |_| {
            desk.index.with(|index| {
                index.visits_of(id.as_str()).into_iter().map(|visit| visit.id.clone()).collect::<Vec<_>>()
            })
        }
    });
    let ahead = Memo::new({
        let id = id.clone();
        move |_| {
            desk.index.with(|index| index.visits_of(id.as_str()).iter().any(|visit| visit.state().is_ahead()))
        }
    });
    let asked = RwSignal::new((!ahead.get_untracked()).then_some(Asked::New));
    let again = Callback::new(move |from: String| asked.set(Some(Asked::Again(from))));
    // The fields belong to the form that shows them: those of a button would go with the button.
    let of_rows = shown.clone();
    let plan = live(move || {
        let fields = match asked.get() {
            Some(Asked::New) => Form::new(desk, &shown),
            Some(Asked::Again(from)) => Form::again(desk, &shown, &from),
            None => {
                let open = move |()| asked.set(Some(Asked::New));
                return view! {
                    <div class="btn-row"><Button label=|t| t.visit().plan glyph=Glyph::Plus on_press=open/></div>
                }
                .into_any();
            }
        };
        let done = move |()| asked.set(None);
        view! { <VisitForm shown=shown.clone() form=fields on_done=done/> }.into_any()
    });
    let rows = move || {
        let visits = visits.get();
        if visits.is_empty() {
            return view! { <p class="muted">{said(|t| t.visit().none)}</p> }.into_any();
        }
        let row = |id| view! { <VisitRow shown=of_rows.clone() id=id again=again/> };
        let rows: Vec<_> = visits.into_iter().map(row).collect();
        view! { <ul class="visits">{rows}</ul> }.into_any()
    };
    view! {
        <section class="section">{rows}</section>
        {plan}
    }
    .into_any()
}

/// How a state of a visit is marked.
fn tag_class(state: VisitState) -> &'static str {
    match state {
        VisitState::Planned | VisitState::Cancelled => "tag",
        VisitState::UnderWay => "tag tag-accent",
        VisitState::Done => "tag tag-good",
        VisitState::Missed => "tag tag-warn",
    }
}
