use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;

/// What an appointment record says. It has no place for internal notes.
#[derive(Clone, Debug, Default)]
pub struct AppointmentFacts {
    /// Whom the visit is to, and what for.
    pub subject: Subject,
    /// The agreed time.
    pub visit: String,
    /// How long it will take.
    pub duration: String,
    /// Who comes.
    pub staff: String,
    /// What it will cost.
    pub fee: String,
    /// Whether free maintenance covers it, where that is a question.
    pub charge: String,
    /// What the customer should have ready.
    pub prepare: Vec<String>,
}

/// The appointment record: the customer keeps it.
#[must_use]
pub fn appointment(facts: &AppointmentFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let mut w = Writer::new(head, t.appointment_title);
    w.facts(&[
        (t.appointment_visit, &facts.visit),
        (t.appointment_duration, &facts.duration),
        (t.appointment_staff, &facts.staff),
        (t.visit_charge, &facts.charge),
        (t.appointment_fee, &facts.fee),
    ]);
    w.subject(&facts.subject, &[]);
    w.section(t.appointment_prepare);
    w.list(&facts.prepare);
    w.note(&match head.shop.phone.as_str() {
        "" => t.appointment_change.to_owned(),
        phone => t.appointment_change_phone(&phone),
    });
    w.finish(PaperKind::Appointment)
}
