use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;

/// What is left at the door when nobody was home. Whoever passes can read it, so it says
/// nothing of the matter but what the caller puts in.
#[derive(Clone, Debug, Default)]
pub struct MissedVisitFacts {
    /// Whom the visit was to.
    pub subject: Subject,
    /// When somebody came.
    pub came: String,
    /// The time that was agreed.
    pub agreed: String,
    /// Who came.
    pub staff: String,
    /// What was done all the same.
    pub left: String,
    /// When somebody could come again.
    pub next: String,
}

/// The note at the door.
#[must_use]
pub fn missed_visit(facts: &MissedVisitFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let mut w = Writer::new(head, t.missed_title);
    w.addressee(&facts.subject.customer);
    w.text(t.missed_text);
    w.facts(&[
        (t.missed_came, &facts.came),
        (t.missed_agreed, &facts.agreed),
        (t.missed_staff, &facts.staff),
        (t.case_number, &facts.subject.case_number),
        (t.matter, &facts.subject.matter),
        (t.item, &facts.subject.item),
        (t.missed_left, &facts.left),
        (t.missed_next, &facts.next),
    ]);
    w.text(&match head.shop.phone.as_str() {
        "" => t.missed_contact.to_owned(),
        phone => t.missed_call(&phone),
    });
    w.finish(PaperKind::MissedVisit)
}
