use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::{Document, Picture};
use crate::domain::paper_kind::PaperKind;

/// What an acceptance report says.
#[derive(Clone, Debug, Default)]
pub struct AcceptanceFacts {
    /// Whose matter it is.
    pub subject: Subject,
    /// The number of the agreement.
    pub agreement: String,
    /// When the work was finished.
    pub finished: String,
    /// What is handed over.
    pub delivered: Vec<String>,
    /// What was checked.
    pub checks: Vec<AcceptanceCheck>,
    /// What the customer decided; while empty there are boxes to tick.
    pub conclusion: String,
    /// What is still to be corrected.
    pub corrections: Vec<Correction>,
    /// The period of free maintenance.
    pub maintenance: String,
    /// What is shown of it.
    pub pictures: Vec<Picture>,
}

/// Something that was checked against a standard.
#[derive(Clone, Debug, Default)]
pub struct AcceptanceCheck {
    /// What.
    pub item: String,
    /// Against what.
    pub standard: String,
    /// With what result.
    pub result: String,
}

/// Something that is to be corrected.
#[derive(Clone, Debug, Default)]
pub struct Correction {
    /// What.
    pub what: String,
    /// By when.
    pub until: String,
}

/// The acceptance report: the customer accepts the result, or lists what to correct.
#[must_use]
pub fn acceptance_report(facts: &AcceptanceFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let mut w = Writer::new(head, t.acceptance_title);
    w.subject(
        &facts.subject,
        &[
            (t.acceptance_agreement, &facts.agreement),
            (t.acceptance_finished, &facts.finished),
            (t.acceptance_maintenance, &facts.maintenance),
        ],
    );
    w.count_sections();
    w.section(t.acceptance_delivered);
    w.list(&facts.delivered);
    w.section(t.acceptance_checks);
    let rows: Vec<_> = facts.checks.iter().map(|c| [c.item.as_str(), &c.standard, &c.result]).collect();
    w.table([t.acceptance_item, t.acceptance_standard, t.acceptance_result], &rows, 0, &[]);
    w.section(t.pictures);
    w.pictures(&facts.pictures);
    w.section(t.acceptance_conclusion);
    if facts.conclusion.trim().is_empty() {
        w.checks(&[t.acceptance_accepted, t.acceptance_with_corrections, t.acceptance_refused]);
    } else {
        w.text(&facts.conclusion);
    }
    w.section(t.acceptance_corrections);
    let rows: Vec<_> = facts.corrections.iter().map(|c| [c.what.as_str(), &c.until]).collect();
    w.table([t.acceptance_correction, t.acceptance_until], &rows, 0, &[]);
    if facts.conclusion.trim().is_empty() {
        w.end_section();
        w.room(&[t.acceptance_remarks], 3);
    }
    w.customer_and_shop(&facts.subject.customer);
    w.finish(PaperKind::AcceptanceReport)
}
