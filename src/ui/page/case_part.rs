//! The parts of a case that have a page of their own.

mod acceptance;
mod agreement;
mod blueprint;
pub(crate) mod care;
pub(crate) mod complaint;
pub(super) mod fold;
mod improvements;
mod kept_text;
mod log;
mod moment;
mod needs;
pub(super) mod noted;
mod options;
mod order;
mod payments;
pub(super) mod photos;
mod survey;
pub(super) mod thing;
pub(super) mod typed;
mod visits;
mod work;

use super::case::{Missing, NextLine, Shown};
use super::paper::capital;
use crate::app::desk::use_desk;
use crate::i18n::Named;
use crate::ui::part::{Glyph, Icon, Text, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// A part of a case, under the number and the customer, with a way back.
#[component]
pub(crate) fn CasePart(id: String, part: Part) -> impl IntoView {
    let desk = use_desk();
    let Some(shown) = Shown::open(desk, &id) else { return view! { <Missing/> }.into_any() };
    let read = {
        let shown = shown.clone();
        Memo::new(move |_| shown.is_read())
    };
    let about = {
        let id = id.clone();
        move || {
            desk.index.with(|index| {
                let case = index.cases.get(&id)?;
                Some(format!("{} {}", case.number, index.customer_name(&case.customer)))
            })
        }
    };
    let next = shown.clone();
    let next = move || read.get().then(|| view! { <NextLine shown=next.clone()/> });
    let body = move || read.get().then(|| body(part, shown.clone()));
    // The survey's page has the way to its form among the ways to ask.
    let paper = part.paper().filter(|_| part != Part::Survey).map(|kind| {
        view! {
            <a class="btn btn-quiet part-paper" href=Route::Paper(id.clone(), kind).href()>
                <Icon glyph=Glyph::Print/>
                {move || capital(Named::name(&kind, desk.t()))}
            </a>
        }
    });
    view! {
        <div class="page case-part">
            <div class="part-ways">
                <p class="back-link"><a href=Route::Case(id).href()><Icon glyph=Glyph::Back/>{about}</a></p>
                {next}
            </div>
            <div class="part-head">
                <h1>{said(name(part))}</h1>
                {paper}
            </div>
            {body}
        </div>
    }
    .into_any()
}

fn body(part: Part, shown: Shown) -> AnyView {
    match part {
        Part::Options => view! { <options::Options shown=shown/> }.into_any(),
        Part::Payments => view! { <payments::Payments shown=shown/> }.into_any(),
        Part::Needs => view! { <needs::Needs shown=shown/> }.into_any(),
        Part::Agreement => view! { <agreement::Agreement shown=shown/> }.into_any(),
        Part::Thing => view! { <thing::Thing shown=shown/> }.into_any(),
        Part::Visits => view! { <visits::Visits shown=shown/> }.into_any(),
        Part::Work => view! { <work::Work shown=shown/> }.into_any(),
        Part::Acceptance => view! { <acceptance::Acceptance shown=shown/> }.into_any(),
        Part::Care => view! { <care::Care shown=shown/> }.into_any(),
        Part::Complaint => view! { <complaint::Complaint shown=shown/> }.into_any(),
        Part::Improvements => view! { <improvements::Improvements shown=shown/> }.into_any(),
        Part::Survey => view! { <survey::Survey shown=shown/> }.into_any(),
        Part::Blueprint => view! { <blueprint::CaseBlueprint shown=shown/> }.into_any(),
        Part::Photos => view! { <photos::Photos shown=shown/> }.into_any(),
    }
}

/// What a part is called.
pub(crate) fn name(part: Part) -> Text {
    match part {
        Part::Options => |t| t.options().title,
        Part::Payments => |t| t.payments().title,
        Part::Needs => |t| t.needs().title,
        Part::Agreement => |t| t.agreement().title,
        Part::Thing => |t| t.asset().title,
        Part::Visits => |t| t.visit().title,
        Part::Work => |t| t.job().title,
        Part::Acceptance => |t| t.acceptance().title,
        Part::Care => |t| t.care().title,
        Part::Complaint => |t| t.complaint().title,
        Part::Improvements => |t| t.improvement().title,
        Part::Survey => |t| t.survey().title,
        Part::Blueprint => |t| t.process().blueprint,
        Part::Photos => |t| t.photos().title,
    }
}
