//! The visits of a case: agreed, moved, made, missed.

mod conflicts;
mod form;
mod row;

use crate::app::desk::use_desk;
use crate::domain::visit::VisitState;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, live, said};
use form::{Form, VisitForm};
use leptos::prelude::*;
use row::VisitRow;

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
    let form = RwSignal::new((!ahead.get_untracked()).then(|| Form::new(desk, &shown)));
    let again = Callback::new({
        let shown = shown.clone();
        move |from: String| form.set(Some(Form::again(desk, &shown, &from)))
    });
    let plan = live({
        let shown = shown.clone();
        move || match form.get() {
            Some(fields) => {
                let done = move |()| form.set(None);
                view! { <VisitForm case=id.clone() form=fields on_done=done/> }.into_any()
            }
            None => {
                let shown = shown.clone();
                let open = move |()| form.set(Some(Form::new(desk, &shown)));
                view! {
                    <div class="btn-row"><Button label=|t| t.visit().plan glyph=Glyph::Plus on_press=open/></div>
                }
                .into_any()
            }
        }
    });
    let rows = move || {
        let visits = visits.get();
        if visits.is_empty() {
            return view! { <p class="muted">{said(|t| t.visit().none)}</p> }.into_any();
        }
        let rows: Vec<_> = visits.into_iter().map(|id| view! { <VisitRow id=id again=again/> }).collect();
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
