use crate::app::desk::use_desk;
use crate::domain::document::Issued;
use crate::domain::paper_kind::PaperKind;
use crate::ui::page::case::Shown;
use crate::ui::page::paper::{SignButton, Signatures};
use crate::ui::part::{label, live, said};
use leptos::prelude::*;

/// The signatures on the acceptance reports that were issued; nothing before that.
#[component]
pub(super) fn Signing(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown);
    let papers = Memo::new(move |_| {
        s.with_value(|shown| {
            shown.read(|case| {
                let papers = case.papers_of(PaperKind::AcceptanceReport).into_iter();
                papers.map(|held| held.value.clone()).collect::<Vec<Issued>>()
            })
        })
    });
    live(move || {
        let papers = papers.get();
        (!papers.is_empty()).then(|| {
            let row = |paper| view! { <PaperRow shown=s.get_value() paper=paper/> };
            view! {
                <section class="section" aria-label=label(|t| t.acceptance().sign_title)>
                    <h2>{said(|t| t.acceptance().sign_title)}</h2>
                    <ul class="noted-list card">{papers.into_iter().map(row).collect::<Vec<_>>()}</ul>
                </section>
            }
        })
    })
}

/// A report, who signed it, and the way to sign.
#[component]
fn PaperRow(shown: Shown, paper: Issued) -> impl IntoView {
    let desk = use_desk();
    let number = paper.number.clone();
    let about = move || desk.t().acceptance().sign_about(&number);
    view! {
        <li class="noted">
            <p class="noted-words figure">{about}</p>
            <Signatures shown=shown.clone() paper=paper.clone() asks=Signal::stored(true) drawn=true/>
            <div class="btn-row"><SignButton shown=shown paper=paper/></div>
        </li>
    }
    .into_any()
}
