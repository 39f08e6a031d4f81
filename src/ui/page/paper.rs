//! A paper of a case: a preview of what it would say, what was given out, and who signed it.

mod answered;
mod draft;
mod given;
mod issued;
mod known;
mod looking;
mod signing;
mod wishes;

use super::case::{Missing, NextLine, Shown};
use crate::app::desk::use_desk;
use crate::domain::id::VisitId;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::Named;
use crate::journal::Stamp;
use crate::ui::part::{Glyph, Icon, live, said};
use crate::ui::route::Route;
use draft::Draft;
use given::Given;
use issued::Issue;
use leptos::prelude::*;
use looking::Looking;
pub(crate) use signing::{SignButton, Signatures};

/// A paper of a kind: what was issued last, or what it would say now.
#[component]
pub(crate) fn Paper(id: String, kind: PaperKind, visit: Option<String>) -> impl IntoView {
    let desk = use_desk();
    let Some(shown) = Shown::open(desk, &id) else { return view! { <Missing/> }.into_any() };
    if kind == PaperKind::SatisfactionForm
        && let Some(stamp) = visit.as_deref().and_then(Stamp::parse)
    {
        return view! { <answered::Answered shown=shown stamp=stamp/> }.into_any();
    }
    let visit = visit.as_deref().and_then(VisitId::parse).filter(|_| kind.is_about_visit());
    let looking = Looking::new(desk, &shown, kind, visit);
    let name = move || capital(Named::name(&kind, desk.t()));
    let back = Route::Case(shown.id.to_string()).href();
    let next = view! { <NextLine shown=shown.clone()/> };
    let body = live(move || {
        if !looking.is_read() {
            return ().into_any();
        }
        match looking.shown.get() {
            Some(held) => view! { <Issue looking=looking shown=shown.clone() held=held/> }.into_any(),
            None => view! { <Draft looking=looking shown=shown.clone()/> }.into_any(),
        }
    });
    view! {
        <div class="page paper-page">
            <div class="page-head no-print">
                <a class="btn btn-quiet" href=back><Icon glyph=Glyph::Back/>{said(|t| t.common().back)}</a>
                <h1>{name}</h1>
            </div>
            {next}
            <Given looking=looking/>
            {body}
        </div>
    }
    .into_any()
}

/// The name of a paper where it stands alone.
pub(crate) fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
