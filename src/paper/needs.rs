use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;

/// What a needs record says. It has no place for internal notes.
#[derive(Clone, Debug, Default)]
pub struct NeedsFacts {
    /// Whose needs they are.
    pub subject: Subject,
    /// How they were learned.
    pub method: String,
    /// Who wrote them down.
    pub recorded_by: String,
    /// What the customer told: the facts.
    pub said: String,
    /// What is close to the customer's heart.
    pub concerns: String,
    /// What was asked for.
    pub explicit: Vec<String>,
    /// What was not asked for and may help.
    pub latent: Vec<String>,
    /// What is to be done.
    pub what: String,
    /// The reason.
    pub why: String,
    /// The time.
    pub when: String,
    /// The place.
    pub place: String,
    /// The people concerned.
    pub who: String,
    /// The way.
    pub how: String,
    /// What the customer expects, as ranked.
    pub expectations: Vec<ExpectationFacts>,
    /// What kind of need it is.
    pub nature: String,
    /// How urgent it is.
    pub urgency: String,
    /// How far it reaches.
    pub impact: String,
    /// What the shop suggests.
    pub recommendations: Vec<String>,
}

/// An expectation and what the shop says to it.
#[derive(Clone, Debug, Default)]
pub struct ExpectationFacts {
    /// What is expected.
    pub text: String,
    /// Whether it is met.
    pub answer: String,
    /// Why not, or not wholly.
    pub reason: String,
    /// What is offered instead.
    pub alternative: String,
}

/// The needs record: what the customer needs, in words the customer can confirm, and what the
/// shop suggests.
#[must_use]
pub fn needs_record(facts: &NeedsFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let mut w = Writer::new(head, t.needs_title);
    w.subject(&facts.subject, &[(t.needs_method, &facts.method), (t.needs_recorded_by, &facts.recorded_by)]);
    w.text(t.needs_intro);
    w.count_sections();
    w.section(t.needs_said);
    w.text(&facts.said);
    w.facts(&[(t.needs_concerns, &facts.concerns)]);
    w.section(t.needs_explicit);
    w.list(&facts.explicit);
    w.section(t.needs_latent);
    w.list(&facts.latent);
    w.section(t.needs_details);
    w.facts(&[
        (t.needs_what, &facts.what),
        (t.needs_why, &facts.why),
        (t.needs_when, &facts.when),
        (t.needs_where, &facts.place),
        (t.needs_who, &facts.who),
        (t.needs_how, &facts.how),
    ]);
    w.section(t.needs_expectations);
    let ranks: Vec<_> = (1..=facts.expectations.len()).map(|rank| rank.to_string()).collect();
    let rows: Vec<_> = facts
        .expectations
        .iter()
        .zip(&ranks)
        .map(|(e, rank)| [rank.as_str(), &e.text, &e.answer, &e.reason, &e.alternative])
        .collect();
    let names = [t.needs_rank, t.needs_expectation, t.needs_answer, t.needs_reason, t.needs_alternative];
    w.table(names, &rows, 0, &[]);
    w.section(t.needs_assessment);
    w.facts(&[
        (t.needs_nature, &facts.nature),
        (t.needs_urgency, &facts.urgency),
        (t.needs_impact, &facts.impact),
    ]);
    w.section(t.needs_recommendations);
    w.list(&facts.recommendations);
    w.end_section();
    w.parties(&[
        (t.party_customer_confirms, &facts.subject.customer, t.date),
        (t.party_recorder, &facts.recorded_by, t.date),
    ]);
    w.finish(PaperKind::NeedsRecord)
}
