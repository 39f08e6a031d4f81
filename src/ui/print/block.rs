use crate::domain::document::{Block, MEASURED, Paper, clause_label};
use crate::domain::lang::Lang;
use crate::i18n::texts;
use leptos::prelude::*;

/// What the pages of a paper have in common.
pub(super) struct Look {
    /// Which paper it is.
    pub(super) paper: PaperKind,
    /// Its language.
    pub(super) lang: Lang,
    /// The picture in the letterhead.
    pub(super) logo: Option<String>,
}

/// Blocks as elements, each with the class `block`, in order. Clauses that follow each other
/// are a list; it has no box of its own.
pub(super) fn blocks_view(blocks: &[Block], look: &Look) -> Vec<AnyView> {
    let clause = |block: &Block| matches!(block, Block::Clause { .. });
    blocks
        .chunk_by(|one, next| clause(one) && clause(next))
        .map(|run| {
            let views: Vec<_> = run.iter().map(|block| block_view(block, look)).collect();
            if run.iter().all(clause) {
                view! { <ol class="clauses">{views}</ol> }.into_any()
            } else {
                views.into_any()
            }
        })
        .collect()
}

fn block_view(block: &Block, look: &Look) -> AnyView {
    let lang = look.lang;
    match block {
        Block::Letterhead { name, lines, .. } => letterhead(name, lines, look.logo.as_deref()),
        Block::Title(text) => view! { <h1 class="block paper-title">{text.clone()}</h1> }.into_any(),
        Block::Reference(text) => view! { <p class="block reference">{text.clone()}</p> }.into_any(),
        Block::Addressee(text) => view! { <p class="block addressee">{text.clone()}</p> }.into_any(),
        Block::Paragraph(text) => view! { <p class="block paragraph">{words(text, lang)}</p> }.into_any(),
        Block::Section(text) => view! { <h2 class="block paper-section">{text.clone()}</h2> }.into_any(),
        Block::Clause { number, text, measured } => view! {
            <li class="block clause">
                <span class="clause-number">{clause_label(lang, *number)}</span>
                <span class="clause-text">{words(text, lang)}</span>
                {measured.then(|| clock(lang))}
            </li>
        }
        .into_any(),
        Block::Facts(rows) => facts(rows),
        Block::Regards(lines) => {
            let lines: Vec<_> = lines.iter().map(|line| view! { <span>{line.clone()}</span> }).collect();
            view! { <p class="block regards">{lines}</p> }.into_any()
        }
        Block::Signature { signatory_label, signatory, shop, seal_label, date } => {
            signature(signatory_label, signatory, shop, seal_label, date)
        }
        Block::Note(text) => view! { <p class="block note">{words(text, lang)}</p> }.into_any(),
    }
}

fn letterhead(name: &str, lines: &[String], logo: Option<&str>) -> AnyView {
    let logo = logo.map(|url| view! { <img class="logo" src=url.to_owned() alt=""/> });
    let lines: Vec<_> = lines.iter().map(|line| view! { <span>{line.clone()}</span> }).collect();
    view! {
        <div class="block letterhead">
            {logo}
            <div>
                <p class="letterhead-name">{name.to_owned()}</p>
                <p class="letterhead-lines">{lines}</p>
            </div>
        </div>
    }
    .into_any()
}

fn facts(rows: &[(String, String)]) -> AnyView {
    let rows: Vec<_> = rows
        .iter()
        .map(|(name, value)| view! { <div><dt>{name.clone()}</dt><dd>{value.clone()}</dd></div> })
        .collect();
    view! { <dl class="block paper-facts">{rows}</dl> }.into_any()
}

fn signature(label: &str, signatory: &str, shop: &str, seal: &str, date: &str) -> AnyView {
    let date = (!date.is_empty()).then(|| view! { <p class="signature-date">{date.to_owned()}</p> });
    view! {
        <div class="block signature">
            <p class="seal">{seal.to_owned()}</p>
            <p class="signature-shop">{shop.to_owned()}</p>
            <p class="signature-line">
                <span class="signature-label">{label.to_owned()}</span>
                <span class="signature-rule"></span>
                <span class="signature-name">{signatory.to_owned()}</span>
            </p>
            {date}
        </div>
    }
    .into_any()
}

/// A text in which the sign of a measured promise is drawn.
fn words(text: &str, lang: Lang) -> Vec<AnyView> {
    text.split_inclusive(MEASURED)
        .flat_map(|part| {
            let plain = part.strip_suffix(MEASURED);
            [Some(plain.unwrap_or(part).to_owned().into_any()), plain.map(|_| clock(lang))]
        })
        .flatten()
        .collect()
}

/// The sign of a measured promise: a small clock.
fn clock(lang: Lang) -> AnyView {
    view! {
        <svg class="clock" viewBox="0 0 16 16" role="img" aria-label=texts(lang).paper().measured>
            <circle cx="8" cy="8" r="6.25"></circle>
            <path d="M8 4.5V8l2.5 1.5"></path>
        </svg>
    }
    .into_any()
}
