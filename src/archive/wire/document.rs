//! Papers that were given out.

mod lanes;

use super::super::at::{At, Read};
use super::super::fault::{Fault, Form};
use super::super::json::Json;
use super::super::names::Named;
use super::shape::{Shape, shapes};
use crate::domain::document::{Block, ContentHash, Document, Issued, Party, Picture, RowRole};
use crate::domain::id::VisitId;
use crate::domain::paper_kind::PaperKind;
use crate::domain::shop::LogoMark;
use crate::domain::text::MAX_TEXT;
use lanes::{read_lanes, write_lanes};

/// The letter and the receipt are spelt as files have always spelt them.
impl Named for PaperKind {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::CommitmentLetter => "letter",
            Self::IntakeReceipt => "receipt",
            other => PaperKind::name(other),
        }
    }
}

impl Named for RowRole {
    const ALL: &'static [Self] = &[Self::Head, Self::Body, Self::Total];

    fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Body => "body",
            Self::Total => "total",
        }
    }
}

shapes! {
    Picture { caption: text, file }
}

/// A paper that is still what was issued.
pub(super) fn read_issued(at: &At<'_>) -> Read<Issued> {
    let [number, revision, date, hash, document] =
        at.object_or(["number", "revision", "date", "hash", "document"], &["replaces", "visit"])?;
    let (replaces, visit) = (at.get("replaces")?, at.get("visit")?);
    let issued = Issued {
        number: number.line()?,
        revision: revision.number()?,
        date: date.date()?,
        replaces: replaces.map(|at| at.form(Form::Fingerprint, ContentHash::parse)).transpose()?,
        visit: visit.map(|at| at.id(VisitId::parse)).transpose()?,
        hash: hash.form(Form::Fingerprint, ContentHash::parse)?,
        document: read_document(&document)?,
    };
    if issued.is_genuine() { Ok(issued) } else { Err(document.wrong(Fault::Altered)) }
}

/// The paper as it is written.
pub(super) fn write_issued(issued: &Issued) -> Json<'_> {
    let mut members = vec![
        ("number".into(), (&issued.number).into()),
        ("revision".into(), issued.revision.into()),
        ("date".into(), issued.date.to_string().into()),
        ("hash".into(), issued.hash.as_str().into()),
    ];
    // Left out where there is nothing to say: files from before these keys stay as they are.
    members.extend(issued.replaces.as_ref().map(|hash| ("replaces".into(), hash.as_str().into())));
    members.extend(issued.visit.as_ref().map(|visit| ("visit".into(), visit.as_str().into())));
    members.push(("document".into(), write_document(&issued.document)));
    Json::Object(members)
}

fn read_document(at: &At<'_>) -> Read<Document> {
    let [paper, lang, blocks] = at.object(["paper", "lang", "blocks"])?;
    Ok(Document { paper: paper.choice()?, lang: lang.choice()?, blocks: blocks.list(read_block)? })
}

fn write_document(document: &Document) -> Json<'_> {
    Json::object([
        ("paper", Named::name(document.paper).into()),
        ("lang", document.lang.name().into()),
        ("blocks", Json::list(&document.blocks, write_block)),
    ])
}

/// An object with the kind of the block. An issued paper keeps what the program printed, so
/// all its texts may have the length of a text.
fn read_block(at: &At<'_>) -> Read<Block> {
    let text = || {
        let [_, text] = at.object(["kind", "text"])?;
        text.text(MAX_TEXT)
    };
    Ok(match at.key("kind")?.word()? {
        "letterhead" => {
            let [_, name, lines, logo] = at.object(["kind", "name", "lines", "logo"])?;
            Block::Letterhead {
                name: name.text(MAX_TEXT)?,
                lines: lines.list(read_text)?,
                logo: logo.optional(|at| at.form(Form::Fingerprint, LogoMark::parse))?,
            }
        }
        "title" => Block::Title(text()?),
        "reference" => Block::Reference(text()?),
        "addressee" => Block::Addressee(text()?),
        "paragraph" => Block::Paragraph(text()?),
        "section" => Block::Section(text()?),
        "clause" => {
            let [_, number, text, measured] = at.object(["kind", "number", "text", "measured"])?;
            Block::Clause { number: number.number()?, text: text.text(MAX_TEXT)?, measured: measured.flag()? }
        }
        "facts" => {
            let [_, rows] = at.object(["kind", "rows"])?;
            Block::Facts(rows.list(|row| {
                let [name, value] = row.object(["name", "value"])?;
                Ok((name.text(MAX_TEXT)?, value.text(MAX_TEXT)?))
            })?)
        }
        "regards" => {
            let [_, lines] = at.object(["kind", "lines"])?;
            Block::Regards(lines.list(read_text)?)
        }
        "signature" => {
            let [_, signatory_label, signatory, shop, seal_label, date] =
                at.object(["kind", "signatory_label", "signatory", "shop", "seal_label", "date"])?;
            Block::Signature {
                signatory_label: signatory_label.text(MAX_TEXT)?,
                signatory: signatory.text(MAX_TEXT)?,
                shop: shop.text(MAX_TEXT)?,
                seal_label: seal_label.text(MAX_TEXT)?,
                date: date.text(MAX_TEXT)?,
            }
        }
        "note" => Block::Note(text()?),
        "row" => {
            let [_, cells, figures, role] = at.object(["kind", "cells", "figures", "role"])?;
            Block::Row { cells: cells.list(read_text)?, figures: figures.number()?, role: role.choice()? }
        }
        "check" => {
            let [_, text, hint] = at.object(["kind", "text", "hint"])?;
            Block::Check { text: text.text(MAX_TEXT)?, hint: hint.text(MAX_TEXT)? }
        }
        "room" => {
            let [_, labels, lines] = at.object(["kind", "labels", "lines"])?;
            Block::Room { labels: labels.list(read_text)?, lines: lines.number()? }
        }
        "parties" => {
            let [_, parties] = at.object(["kind", "parties"])?;
            Block::Parties(parties.list(read_party)?)
        }
        "lanes" => Block::Lanes(read_lanes(at)?),
        "pictures" => {
            let [_, pictures] = at.object(["kind", "pictures"])?;
            Block::Pictures(pictures.list(Shape::read)?)
        }
        _ => return Err(at.newer()),
    })
}

fn read_text(at: &At<'_>) -> Read<String> {
    at.text(MAX_TEXT)
}

fn read_party(at: &At<'_>) -> Read<Party> {
    let [label, name, date_label] = at.object(["label", "name", "date_label"])?;
    Ok(Party {
        label: label.text(MAX_TEXT)?,
        name: name.text(MAX_TEXT)?,
        date_label: date_label.text(MAX_TEXT)?,
    })
}

fn write_party(party: &Party) -> Json<'_> {
    Json::object([
        ("label", (&party.label).into()),
        ("name", (&party.name).into()),
        ("date_label", (&party.date_label).into()),
    ])
}

fn write_block(block: &Block) -> Json<'_> {
    let text = |kind, text| Json::object([("kind", Json::from(kind)), ("text", Json::from(text))]);
    match block {
        Block::Letterhead { name, lines, logo } => Json::object([
            ("kind", "letterhead".into()),
            ("name", name.into()),
            ("lines", Json::list(lines, Json::from)),
            ("logo", logo.as_ref().map(LogoMark::as_str).into()),
        ]),
        Block::Title(title) => text("title", title),
        Block::Reference(line) => text("reference", line),
        Block::Addressee(name) => text("addressee", name),
        Block::Paragraph(words) => text("paragraph", words),
        Block::Section(head) => text("section", head),
        Block::Clause { number, text, measured } => Json::object([
            ("kind", "clause".into()),
            ("number", (*number).into()),
            ("text", text.into()),
            ("measured", (*measured).into()),
        ]),
        Block::Facts(rows) => Json::object([
            ("kind", "facts".into()),
            (
                "rows",
                Json::list(rows, |(name, value)| {
                    Json::object([("name", name.into()), ("value", value.into())])
                }),
            ),
        ]),
        Block::Regards(lines) => {
            Json::object([("kind", "regards".into()), ("lines", Json::list(lines, Json::from))])
        }
        Block::Signature { signatory_label, signatory, shop, seal_label, date } => Json::object([
            ("kind", "signature".into()),
            ("signatory_label", signatory_label.into()),
            ("signatory", signatory.into()),
            ("shop", shop.into()),
            ("seal_label", seal_label.into()),
            ("date", date.into()),
        ]),
        Block::Note(words) => text("note", words),
        Block::Row { cells, figures, role } => Json::object([
            ("kind", "row".into()),
            ("cells", Json::list(cells, Json::from)),
            ("figures", (*figures).into()),
            ("role", role.name().into()),
        ]),
        Block::Check { text, hint } => {
            Json::object([("kind", "check".into()), ("text", text.into()), ("hint", hint.into())])
        }
        Block::Room { labels, lines } => Json::object([
            ("kind", "room".into()),
            ("labels", Json::list(labels, Json::from)),
            ("lines", (*lines).into()),
        ]),
        Block::Parties(parties) => {
            Json::object([("kind", "parties".into()), ("parties", Json::list(parties, write_party))])
        }
        Block::Lanes(lanes) => write_lanes(lanes),
        Block::Pictures(pictures) => {
            Json::object([("kind", "pictures".into()), ("pictures", pictures.write())])
        }
    }
}
