use super::block::{Look, blocks_view};
use super::measure::measured;
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::texts;
use crate::paper::Proof;
use crate::paper::paginate::{Layout, Page};
use leptos::prelude::*;

/// The style sheet gives most blocks one share of the spare room, and some of them more: this
/// many more in a letter of eight sections.
const EXTRA_SHARES: usize = 20;

/// A paper as the pages that it prints on. It measures its blocks when it is shown, so it
/// needs the style sheet in place, but no frame of its own.
#[component]
pub(crate) fn Sheets(
    /// What the paper says.
    #[prop(into)]
    document: Signal<Document>,
    /// The foot of an issued paper; a draft has none.
    #[prop(into, optional)]
    proof: Signal<Option<Proof>>,
    /// The picture for the letterhead, as a data URL.
    #[prop(into, optional)]
    logo: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        let (document, proof) = (document.get(), proof.get());
        let look = Look { paper: document.paper, lang: document.lang, logo: logo.get() };
        let layout = measured(&document, &look);
        let title = document.title().to_owned();
        let pages: Vec<_> = (1..)
            .zip(&layout.pages)
            .map(|(number, page)| sheet(&document, &look, proof.as_ref(), &layout, (number, page)))
            .collect();
        view! { <article class="sheets" lang=look.lang.tag() aria-label=title>{pages}</article> }.into_any()
    }
}

/// One page, with its number.
fn sheet(
    document: &Document,
    look: &Look,
    proof: Option<&Proof>,
    layout: &Layout,
    (number, page): (usize, &Page),
) -> AnyView {
    let count = layout.pages.len();
    let blocks = document.blocks.get(page.blocks.clone()).unwrap_or_default();
    let t = &texts(look.lang).paper();
    let page_of = t.page_of(&number, &count);
    let counted = (count > 1).then(|| page_of.clone());
    let share = format!("calc({}px / {})", layout.spare, document.blocks.len() + EXTRA_SHARES);
    let proof = proof.filter(|_| number == count).map(|proof| proof.line(look.lang));
    view! {
        <div class="sheet-frame">
            <section
                class=look.class()
                data-fit=layout.fit.to_string()
                style=("--share", share)
                data-over=page.over.then_some("")
                aria-label=page_of
            >
                <div class="sheet-body">{blocks_view(blocks, look)}</div>
                <footer class="sheet-foot">
                    <span>{proof}</span>
                    <span>{counted}</span>
                </footer>
            </section>
        </div>
    }
    .into_any()
}

impl Look {
    /// The classes of a page.
    pub(super) fn class(&self) -> &'static str {
        match self.paper {
            PaperKind::IntakeReceipt | PaperKind::Appointment | PaperKind::MissedVisit => {
                "sheet sheet-a5 sheet-receipt"
            }
            _ => "sheet sheet-a4 sheet-letter",
        }
    }

    /// How many type sizes the style sheet has for it, and the one for several pages.
    pub(super) fn fits(&self) -> (usize, usize) {
        match self.paper {
            PaperKind::IntakeReceipt | PaperKind::Appointment | PaperKind::MissedVisit => (2, 0),
            _ => (4, 1),
        }
    }
}
