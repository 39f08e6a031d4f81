//! Where the complaint leads: to remedies with prices, to the paper, to an improvement.

use crate::app::desk::use_desk;
use crate::app::intake::Begun;
use crate::domain::paper_kind::PaperKind;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, Text, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

fn way(href: String, glyph: Glyph, name: Text) -> AnyView {
    view! { <a class="btn btn-quiet" href=href><Icon glyph=glyph/>{said(name)}</a> }.into_any()
}

/// Several remedies to choose from, and a case of its own for what is done again.
#[component]
pub(super) fn PutRight(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let options = Route::CasePart(shown.id.to_string(), Part::Options).href();
    let press = move |_| {
        let case = shown.case_untracked();
        let begun = Begun::arising(&shown.id, &case, case.complaint_remedy());
        // It is done as the job was that the complaint is about, where that is known.
        let before = case.arose_from().map(ToString::to_string).unwrap_or_default();
        let process =
            desk.index.with_untracked(|index| index.cases.get(&before).map(|case| case.process.clone()));
        let process = process.unwrap_or_default();
        desk.for_request.set(Some(Begun { process, ..begun }));
    };
    view! {
        <div class="btn-row">
            {way(options, Glyph::Note, |t| t.complaint().options_way)}
            <a class="btn btn-quiet" href=Route::NewRequest.href() on:click=press>
                <Icon glyph=Glyph::Plus/>
                {said(|t| t.complaint().repair)}
            </a>
        </div>
    }
    .into_any()
}

/// The reply as a paper.
#[component]
pub(super) fn ReplyWay(shown: Shown) -> impl IntoView {
    let href = Route::Paper(shown.id.to_string(), PaperKind::ComplaintReply).href();
    view! {
        <div class="btn-row">
            <a class="btn" href=href><Icon glyph=Glyph::Print/>{said(|t| t.complaint().reply_way)}</a>
        </div>
    }
    .into_any()
}

/// The shop's own record as a paper.
#[component]
pub(super) fn RecordWay(shown: Shown) -> impl IntoView {
    let href = Route::Paper(shown.id.to_string(), PaperKind::ComplaintRecord).href();
    view! { <div class="btn-row">{way(href, Glyph::Print, |t| t.complaint().record_way)}</div> }.into_any()
}

/// The place where an improvement begins that comes from this complaint.
#[component]
pub(super) fn Improve(shown: Shown) -> impl IntoView {
    let href = format!("#/improvements/new?case={}&from=complaint", shown.id);
    view! {
        <div class="complaint-improve">
            <a class="btn" href=href><Icon glyph=Glyph::Forward/>{said(|t| t.complaint().improve)}</a>
            <p class="hint">{said(|t| t.complaint().improve_about)}</p>
        </div>
    }
    .into_any()
}
