use super::block::blocks_view;
use super::look::Look;
use super::measure::measured;
use crate::domain::document::Document;
use crate::domain::paper_kind::Format;
use crate::i18n::texts;
use crate::paper::paginate::{Layout, Page};
use crate::paper::{DrawnSignature, Proof, copy_labels, slip_length};
use leptos::prelude::*;

/// The style sheet gives most blocks one share of the spare room, and some of them more: this
/// many more in a letter of eight sections.
const EXTRA_SHARES: usize = 20;

/// A paper as the pages that it prints on, once for each copy. It measures its blocks when it
/// is shown, so it needs the style sheet in place, but no frame of its own.
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
    /// The sheets it goes on, where they are not the usual ones.
    #[prop(into, optional)]
    format: Signal<Option<Format>>,
    /// What was signed on the screen.
    #[prop(into, optional)]
    signatures: Signal<Vec<DrawnSignature>>,
) -> impl IntoView {
    move || {
        let look = Look::new(document.get(), format.get(), logo.get(), signatures.get());
        let layout = measured(&look);
        let Document { paper, lang, .. } = look.document;
        let proof = proof.get().map(|proof| proof.line(lang));
        let mut copies: Vec<_> = copy_labels(paper, lang).into_iter().map(Some).collect();
        if copies.is_empty() {
            copies.push(None);
        }
        let pages: Vec<_> = copies
            .into_iter()
            .flat_map(|copy| {
                let print = Print { look: &look, layout: &layout, proof: proof.as_ref(), copy };
                (1..).zip(&layout.pages).map(|(number, page)| print.sheet(number, page)).collect::<Vec<_>>()
            })
            .collect();
        let title = look.document.title().to_owned();
        view! { <article class="sheets" lang=lang.tag() aria-label=title>{pages}</article> }.into_any()
    }
}

/// A copy of a paper, on its way to the pages.
struct Print<'a> {
    look: &'a Look,
    layout: &'a Layout,
    proof: Option<&'a String>,
    copy: Option<&'static str>,
}

impl Print<'_> {
    /// One page, with its number.
    fn sheet(&self, number: usize, page: &Page) -> AnyView {
        let Self { look, layout, copy, .. } = *self;
        let count = layout.pages.len();
        let t = &texts(look.document.lang).paper();
        let page_of = t.page_of(&number, &count);
        let counted = (count > 1).then(|| page_of.clone());
        let label = copy.map_or_else(|| page_of.clone(), |copy| [copy, " · ", &page_of].concat());
        let slip = look.format == Format::Slip80;
        let length = (slip && count == 1).then(|| slip_length(layout.spare).to_string());
        let spare = if slip { 0 } else { layout.spare };
        let share = format!("calc({spare}px / {})", look.document.blocks.len() + EXTRA_SHARES);
        let proof = self.proof.filter(|_| number == count).cloned();
        let blocks = blocks_view(look, page.head.into_iter().chain(page.blocks.clone()));
        let corner = copy.map(|copy| view! { <p class="sheet-copy">{copy}</p> });
        view! {
            <div class="sheet-frame" data-length=length>
                <section
                    class=look.class()
                    data-fit=layout.fit.to_string()
                    style=("--share", share)
                    data-over=page.over.then_some("")
                    aria-label=label
                >
                    {corner}
                    <div class="sheet-body">{blocks}</div>
                    <footer class="sheet-foot">
                        <span>{proof}</span>
                        <span>{counted}</span>
                    </footer>
                </section>
            </div>
        }
        .into_any()
    }
}
