use super::writer::{PaperHead, Writer};
use crate::domain::document::{Block, Document};
use crate::domain::paper_kind::PaperKind;
use crate::i18n::texts;

/// A promise that was not kept.
#[derive(Clone, Debug, Default)]
pub struct NotKept {
    /// What was promised.
    pub promise: String,
    /// Its limit.
    pub limit: String,
    /// When it was due.
    pub due: String,
    /// What came of it.
    pub happened: String,
}

/// What a note of apology says.
#[derive(Clone, Debug, Default)]
pub struct ApologyFacts {
    /// Who is asked for pardon.
    pub customer: String,
    /// The case's number.
    pub case_number: String,
    /// The number of the letter that promised it.
    pub letter: String,
    /// The promises that were not kept.
    pub promises: Vec<NotKept>,
    /// What the letter says the customer gets.
    pub remedy: String,
    /// What was done about it.
    pub done: Vec<String>,
    /// Who signs.
    pub signatory: String,
}

/// A short, formal word of apology: what was promised and not kept, and what is done about it.
#[must_use]
pub fn apology(facts: &ApologyFacts, head: &PaperHead) -> Document {
    let t = texts(head.lang).promise();
    let mut w = Writer::letter(head, t.apology_title);
    if !facts.case_number.is_empty() {
        w.push(Block::Reference(t.apology_number(&facts.case_number)));
    }
    w.addressee(&facts.customer);
    w.text(&match facts.letter.as_str() {
        letter if letter.is_empty() || facts.promises.is_empty() => t.apology_plain.to_owned(),
        letter => t.apology_letter(&letter),
    });
    let rows: Vec<[&str; 4]> = facts
        .promises
        .iter()
        .map(|each| [&each.promise, &each.limit, &each.due, &each.happened].map(String::as_str))
        .collect();
    w.section(t.apology_what);
    if !rows.is_empty() {
        let names = [t.apology_promise, t.apology_limit, t.apology_due, t.apology_happened];
        w.table(names, &rows, 0, &[]);
    }
    w.end_section();
    for done in &facts.done {
        w.text(&t.apology_done(done));
    }
    if facts.done.is_empty() && !facts.remedy.is_empty() {
        w.text(&t.apology_remedy(&facts.remedy));
    }
    w.text(t.apology_thanks);
    w.regards(&facts.signatory);
    w.finish(PaperKind::Apology)
}
