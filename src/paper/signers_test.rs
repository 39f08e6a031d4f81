//! Each place to sign on a paper is for whom the paper's kind says.

use super::samples::{self, all};
use crate::domain::document::{Block, Document};
use crate::domain::lang::Lang;
use crate::domain::paper_kind::PaperKind;
use crate::domain::signature::SignerRole;

fn labels(paper: &Document) -> Vec<String> {
    let parties = |block: &Block| match block {
        Block::Parties(parties) => parties.iter().map(|party| party.label.clone()).collect(),
        _ => Vec::new(),
    };
    paper.blocks.iter().flat_map(parties).collect()
}

#[test]
fn every_place_to_sign_is_for_somebody() {
    let papers = || Lang::ALL.into_iter().flat_map(|lang| [all(lang, true), all(lang, false)].concat());
    // A blank checklist belongs to no case, so nobody signs it on the screen.
    for paper in papers().filter(|paper| paper.paper != PaperKind::Checklist) {
        assert_eq!(paper.places(), paper.paper.signers(), "{:?}", paper.paper);
        assert_eq!(labels(&paper).len(), paper.places().len(), "{:?}", paper.paper);
    }
    assert!(papers().any(|paper| paper.places().len() == 3));
}

#[test]
fn who_signs_where_is_what_the_paper_says() {
    for paper in all(Lang::ZhCn, true) {
        for (label, role) in labels(&paper).iter().zip(paper.places()) {
            assert_eq!(
                label.contains("客户") || label.contains("甲方"),
                role == SignerRole::Customer,
                "{label}"
            );
        }
    }
    let order = super::work_order(&samples::order(), &samples::head(Lang::En));
    assert_eq!(order.places(), [SignerRole::Member, SignerRole::Member, SignerRole::Customer]);
}
