use super::writer::{PaperHead, Writer};
use crate::domain::document::{Block, Document};
use crate::domain::paper_kind::PaperKind;

/// What the thanks at the end say.
#[derive(Clone, Debug, Default)]
pub struct ThankYouFacts {
    /// Who is thanked.
    pub customer: String,
    /// The case's number.
    pub case_number: String,
    /// When the service was completed.
    pub finished: String,
    /// The last day of free maintenance.
    pub maintenance_until: String,
    /// Hints for use.
    pub advice: Vec<String>,
    /// Who signs.
    pub signatory: String,
}

/// A letter of thanks, with the maintenance period.
#[must_use]
pub fn thank_you(facts: &ThankYouFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let mut w = Writer::letter(head, t.thanks_title);
    if !facts.case_number.is_empty() {
        w.push(Block::Reference(t.thanks_number(&facts.case_number)));
    }
    w.addressee(&facts.customer);
    w.text(&match head.shop.name.as_str() {
        "" => t.thanks_text_no_shop.to_owned(),
        shop => t.thanks_text(&shop),
    });
    if !facts.finished.is_empty() {
        w.text(&t.thanks_finished(&facts.finished));
    }
    if !facts.maintenance_until.is_empty() {
        w.text(&t.thanks_maintenance(&facts.maintenance_until));
    }
    w.section(t.thanks_advice);
    w.list(&facts.advice);
    w.end_section();
    w.text(t.thanks_closing);
    w.regards(&facts.signatory);
    w.finish(PaperKind::ThankYou)
}
