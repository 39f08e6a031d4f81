//! Letters at work: which one holds, what a draft is set in, and how one is begun and issued.

mod sentence;
mod shelf;

#[cfg(target_arch = "wasm32")]
mod desk;

#[cfg(target_arch = "wasm32")]
pub use desk::{begin, issue, record_of, revise, terms_in_force, today};
pub use sentence::{Piece, blank_label, pieces};
pub use shelf::{LetterRow, LetterState, Shelf, in_force, newest_of, of_customer, revision_draft};

use crate::catalog::clause_library;
use crate::domain::date::Date;
use crate::domain::document::{Block, Document};
use crate::domain::id::{CaseId, ClauseId};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, LetterField, ParameterKind, Purpose};
use crate::domain::promise::{PromiseKind, Terms};
use crate::domain::shop::{Logo, Shop, ShopKind};
use crate::journal::Journal;
use crate::paper::{CaseFacts, Draft, Numbering, ShopFace};
use crate::search::index::Index;
use crate::stats::promises::PrintedRecord;

/// All that a letter's text is made of besides the letter itself.
#[derive(Clone, PartialEq, Debug)]
pub struct Setting {
    /// The letter's language.
    pub lang: Lang,
    /// Who promises.
    pub shop: ShopFace,
    /// The case it is about, when it is about one that is known here.
    pub case: Option<CaseFacts>,
    /// The name of the customer it is for, when it is for one whatever the matter.
    pub customer: String,
    /// How promises were kept, once that is counted for a letter that prints it.
    pub record: Option<PrintedRecord>,
    /// Its place among the letters; without a number until one is given.
    pub numbering: Numbering,
    /// The day on it.
    pub today: Date,
}

impl Setting {
    /// The setting of a letter as it is now.
    #[must_use]
    pub fn of(letter: &Letter, index: &Index, shop: &Shop, today: Date) -> Self {
        let (mut case, mut customer) = (None, String::new());
        match letter.purpose() {
            Some(Purpose::Case(id)) => case = case_facts(index, id),
            Some(Purpose::Customer(id)) => index.customer_name(id.as_str()).clone_into(&mut customer),
            Some(Purpose::Standing) | None => {}
        }
        Self {
            lang: letter.lang().copied().unwrap_or_default(),
            shop: ShopFace::of(shop),
            case,
            customer,
            record: None,
            numbering: numbering(letter, index),
            today,
        }
    }

    /// The letter in this setting.
    #[must_use]
    pub fn draft<'a>(&'a self, letter: &'a Letter) -> Draft<'a> {
        Draft {
            letter,
            lang: self.lang,
            library: clause_library(self.lang),
            shop: &self.shop,
            case: self.case.as_ref(),
            customer: &self.customer,
            record: self.record.as_ref(),
            numbering: &self.numbering,
            date: self.today,
        }
    }
}

/// The promises whose limits two letters put differently, or which only one of them makes.
#[must_use]
pub fn differing(one: &Terms, other: &Terms) -> Vec<PromiseKind> {
    let says = |terms: &Terms, kind: PromiseKind| (terms.holds(kind), terms.limit(kind));
    let notice = |terms: &Terms, kind: PromiseKind| kind.parameter().and_then(|p| terms.value(kind, p));
    let differs = |kind: &PromiseKind| {
        says(one, *kind) != says(other, *kind) || notice(one, *kind) != notice(other, *kind)
    };
    PromiseKind::ALL.into_iter().filter(differs).collect()
}

/// What a letter says of its case: the thing it is about where one was named, or else the
/// customer's words.
fn case_facts(index: &Index, case: &CaseId) -> Option<CaseFacts> {
    let case = index.cases.get(case.as_str())?;
    let item = index.asset_line(&case.asset);
    Some(CaseFacts {
        number: case.number.clone(),
        matter: if item.is_empty() { case.title.clone() } else { item.to_owned() },
        customer: index.customer_name(&case.customer).to_owned(),
    })
}

/// A draft's place: the next revision of the letter that it replaces, or a letter of its own.
fn numbering(letter: &Letter, index: &Index) -> Numbering {
    let old = letter.revises().and_then(|old| index.letters.get(old.as_str()));
    let newest = old.and_then(|old| newest_of(index, &old.number));
    match newest.and_then(|newest| Some((newest, Date::parse(&newest.date)?))) {
        Some((newest, date)) => Numbering {
            number: newest.number.clone(),
            revision: newest.revision.saturating_add(1),
            replaces: Some((newest.revision, date)),
        },
        None => Numbering { number: String::new(), revision: 1, replaces: None },
    }
}

/// The choices of one letter that a new one in a language begins with: its clauses, its
/// parameters and the shop's own clauses, and who signs. Words in another language stay behind.
#[must_use]
pub fn choices(model: &Letter, lang: Lang) -> Vec<LetterField> {
    let library = clause_library(lang);
    let same = model.lang() == Some(&lang);
    let fits = |field: &LetterField| match field {
        LetterField::Clause(..) | LetterField::Signatory(_) | LetterField::Record(_) => true,
        LetterField::Parameter(clause, parameter, _) => library
            .clause(clause)
            .and_then(|clause| clause.parameters.iter().find(|spec| spec.id == *parameter))
            .is_some_and(|spec| same || !matches!(spec.kind, ParameterKind::Text(_))),
        LetterField::Own(_, own) => same && own.is_some(),
        LetterField::Lang(_)
        | LetterField::Addressee(_)
        | LetterField::Opening(_)
        | LetterField::From(_)
        | LetterField::Until(_) => false,
    };
    model.fields.iter().map(|held| &held.value).filter(|field| fits(field)).cloned().collect()
}

/// A name for a new clause of the shop's own. Names grow with the time, so that the clauses
/// stand in the order they were added.
#[must_use]
pub fn own_clause_id(now: u64, chance: u128) -> ClauseId {
    ClauseId::from_random(u128::from(now) << 32 | chance & 0xffff_ffff)
}

/// The picture that a paper's letterhead names, as a data URL.
#[must_use]
pub fn logo_of(document: &Document, shop: &Journal<ShopKind>) -> Option<Logo> {
    document.blocks.iter().find_map(|block| match block {
        Block::Letterhead { logo, .. } => logo.as_ref()?.find(shop),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
