use super::look::Look;
use super::{lanes, sign, table};
use crate::domain::document::{self, Block, MEASURED, clause_label};
use crate::domain::lang::Lang;
use crate::i18n::texts;
use crate::paper::width;
use crate::ui::part::Picture;
use leptos::prelude::*;

/// The most half-width characters of a fact that has room in half a line, on A5 and on A4.
const BRIEF: u32 = 16;
const SHORT: u32 = 26;

/// What blocks that follow each other are together; it has no box of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Clauses,
    Rows,
    Checks,
}

impl Run {
    fn of(block: &Block) -> Option<Self> {
        match block {
            Block::Clause { .. } => Some(Self::Clauses),
            Block::Row { .. } => Some(Self::Rows),
            Block::Check { .. } => Some(Self::Checks),
            _ => None,
        }
    }
}

/// The blocks at these places as elements, each with the class `block`, in order.
pub(super) fn blocks_view(look: &Look, places: impl IntoIterator<Item = usize>) -> Vec<AnyView> {
    let blocks: Vec<_> = places
        .into_iter()
        .filter_map(|place| Some((place, look.document.blocks.get(place)?)))
        .map(|(place, block)| (place, block, Run::of(block)))
        .collect();
    blocks
        .chunk_by(|(.., one), (.., next)| one.is_some() && one == next)
        .map(|run| {
            let views: Vec<_> = run.iter().map(|(place, block, _)| block_view(*place, block, look)).collect();
            match run.first().and_then(|(.., run)| *run) {
                Some(Run::Clauses) => view! { <ol class="clauses">{views}</ol> }.into_any(),
                Some(Run::Checks) => view! { <ul class="checks">{views}</ul> }.into_any(),
                Some(Run::Rows) => view! { <div role="table" class="rows">{views}</div> }.into_any(),
                None => views.into_any(),
            }
        })
        .collect()
}

fn block_view(place: usize, block: &Block, look: &Look) -> AnyView {
    let lang = look.document.lang;
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
        Block::Row { cells, figures, role } => table::row(cells, *figures, *role, look.tracks(place)),
        Block::Check { text, hint } => table::check(text, hint),
        Block::Room { labels, lines } => table::room(labels, *lines),
        Block::Parties(parties) => sign::parties(parties, look.parties_before(place), &look.signatures),
        Block::Lanes(process) => lanes::lanes(process),
        Block::Pictures(pictures) => photos(pictures),
    }
}

fn photos(pictures: &[document::Picture]) -> AnyView {
    let one = |picture: &document::Picture| {
        let caption = picture.caption.clone();
        view! {
            <figure class="paper-picture">
                <Picture hash=picture.file.clone() alt=Signal::stored(caption.clone()) small=false/>
                <figcaption>{caption}</figcaption>
            </figure>
        }
    };
    view! { <div class="block paper-pictures">{pictures.iter().map(one).collect_view()}</div> }.into_any()
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
        .map(|(name, value)| {
            let width = width(value);
            let class = if value.contains('\n') || width > SHORT {
                "fact fact-long"
            } else if width > BRIEF {
                "fact"
            } else {
                "fact fact-brief"
            };
            view! { <div class=class><dt>{name.clone()}</dt><dd>{value.clone()}</dd></div> }
        })
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
