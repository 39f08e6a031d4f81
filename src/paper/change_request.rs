use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;

/// What a change request says.
#[derive(Clone, Debug, Default)]
pub struct ChangeFacts {
    /// Whose matter it is.
    pub subject: Subject,
    /// The number of the agreement that is changed.
    pub agreement: String,
    /// Who asked.
    pub asked_by: String,
    /// When.
    pub asked_on: String,
    /// What is to change.
    pub wanted: String,
    /// Why.
    pub reason: String,
    /// What it does to the time.
    pub time: String,
    /// What it does to the cost.
    pub cost: String,
    /// What it does to the quality.
    pub quality: String,
    /// What the customer decided, once they did.
    pub decision: String,
    /// Before and after.
    pub changes: Vec<ChangeRow>,
}

/// What was agreed and what is to be agreed.
#[derive(Clone, Debug, Default)]
pub struct ChangeRow {
    /// What changes.
    pub what: String,
    /// How it was.
    pub before: String,
    /// How it will be.
    pub after: String,
}

/// The change request: once both have signed, it is part of the agreement.
#[must_use]
pub fn change_request(facts: &ChangeFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let mut w = Writer::new(head, t.change_title);
    w.subject(
        &facts.subject,
        &[
            (t.change_agreement, &facts.agreement),
            (t.change_asked_by, &facts.asked_by),
            (t.change_asked_on, &facts.asked_on),
            (t.change_decision, &facts.decision),
        ],
    );
    w.count_sections();
    w.section(t.change_wanted);
    w.text(&facts.wanted);
    w.section(t.change_reason);
    w.text(&facts.reason);
    w.section(t.change_effects);
    w.facts(&[
        (t.change_time, &facts.time),
        (t.change_cost, &facts.cost),
        (t.change_quality, &facts.quality),
    ]);
    w.section(t.change_table);
    let rows: Vec<_> = facts.changes.iter().map(|c| [c.what.as_str(), &c.before, &c.after]).collect();
    w.table([t.change_what, t.change_before, t.change_after], &rows, 2, &[]);
    w.note(t.change_note);
    w.customer_and_shop(&facts.subject.customer);
    w.finish(PaperKind::ChangeRequest)
}
