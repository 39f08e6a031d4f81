//! Random papers.

use super::{date, id, text};
use casebook::domain::document::{Block, Document, Issued, LaneStage, Lanes, Party, Picture, RowRole};
use casebook::domain::id::VisitId;
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::photo::FileHash;
use casebook::domain::shop::Logo;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn issued() -> impl Strategy<Value = Issued> {
    (
        text(),
        any::<u32>(),
        date(),
        select(PaperKind::ALL.to_vec()),
        select(Lang::ALL.to_vec()),
        prop::collection::vec(block(), 0..4),
        prop::option::of(id(VisitId::parse)),
    )
        .prop_map(|(number, revision, date, paper, lang, blocks, visit)| {
            let document = Document { paper, lang, blocks };
            let replaces = revision.is_multiple_of(2).then(|| document.hash());
            Issued { number, revision, date, replaces, visit, hash: document.hash(), document }
        })
}

fn block() -> impl Strategy<Value = Block> {
    let logo = Logo::parse("data:image/png;base64,iVBORw0KGgo=").map(|logo| logo.mark());
    prop_oneof![
        (text(), prop::collection::vec(text(), 0..3), select(vec![None, logo]))
            .prop_map(|(name, lines, logo)| Block::Letterhead { name, lines, logo }),
        text().prop_map(Block::Title),
        text().prop_map(Block::Reference),
        text().prop_map(Block::Addressee),
        text().prop_map(Block::Paragraph),
        text().prop_map(Block::Section),
        (any::<u32>(), text(), any::<bool>()).prop_map(|(number, text, measured)| Block::Clause {
            number,
            text,
            measured
        }),
        prop::collection::vec((text(), text()), 0..3).prop_map(Block::Facts),
        prop::collection::vec(text(), 0..3).prop_map(Block::Regards),
        [text(), text(), text(), text(), text()].prop_map(
            |[signatory_label, signatory, shop, seal_label, date]| Block::Signature {
                signatory_label,
                signatory,
                shop,
                seal_label,
                date,
            }
        ),
        text().prop_map(Block::Note),
        (texts(), any::<u32>(), select(vec![RowRole::Head, RowRole::Body, RowRole::Total]))
            .prop_map(|(cells, figures, role)| Block::Row { cells, figures, role }),
        (text(), text()).prop_map(|(text, hint)| Block::Check { text, hint }),
        (texts(), any::<u32>()).prop_map(|(labels, lines)| Block::Room { labels, lines }),
        prop::collection::vec(party(), 0..3).prop_map(Block::Parties),
        ([text(), text(), text()], [text(), text()], prop::collection::vec(lane_stage(), 0..3))
            .prop_map(|(names, lines, stages)| Block::Lanes(Lanes { names, lines, stages })),
        prop::collection::vec((text(), any::<[u8; 4]>()), 0..3).prop_map(|pictures| {
            let picture =
                |(caption, bytes): (String, [u8; 4])| Picture { caption, file: FileHash::of(&bytes) };
            Block::Pictures(pictures.into_iter().map(picture).collect())
        }),
    ]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..3)
}

fn party() -> impl Strategy<Value = Party> {
    [text(), text(), text()].prop_map(|[label, name, date_label]| Party { label, name, date_label })
}

fn lane_stage() -> impl Strategy<Value = LaneStage> {
    (text(), text(), [texts(), texts(), texts()]).prop_map(|(name, mark, tasks)| LaneStage {
        name,
        mark,
        tasks,
    })
}
