use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;

/// What a work order says. The customer signs it, so it has no place for internal notes.
#[derive(Clone, Debug, Default)]
pub struct WorkOrderFacts {
    /// For whom and what.
    pub subject: Subject,
    /// Who is sent.
    pub team: String,
    /// Who sends them.
    pub issued_by: String,
    /// When they are sent.
    pub issued_at: String,
    /// The time agreed with the customer.
    pub visit: String,
    /// What is to be done.
    pub job: String,
    /// The steps, to tick.
    pub steps: Vec<String>,
    /// What to mind.
    pub requirements: Vec<String>,
    /// What is taken along.
    pub materials: Vec<MaterialFacts>,
    /// What the customer will have to pay.
    pub fee: String,
    /// Whether free maintenance covers it, where that is a question.
    pub charge: String,
    /// Where it is paid.
    pub pay_at: String,
}

/// Something that is taken along.
#[derive(Clone, Debug, Default)]
pub struct MaterialFacts {
    /// What it is.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// How many.
    pub quantity: String,
}

/// The work order: signed by who takes it, and by the customer when the job is done.
#[must_use]
pub fn work_order(facts: &WorkOrderFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let mut w = Writer::new(head, t.order_title);
    w.subject(
        &facts.subject,
        &[
            (t.order_visit, &facts.visit),
            (t.order_team, &facts.team),
            (t.order_issued_by, &facts.issued_by),
            (t.order_issued_at, &facts.issued_at),
            (t.visit_charge, &facts.charge),
            (t.order_fee, &facts.fee),
            (t.order_pay_at, &facts.pay_at),
        ],
    );
    w.section(t.order_job);
    w.text(&facts.job);
    w.section(t.order_steps);
    w.checks(&facts.steps);
    w.section(t.order_requirements);
    w.list(&facts.requirements);
    w.section(t.order_materials);
    let rows: Vec<_> = facts.materials.iter().map(|m| [m.name.as_str(), &m.unit, &m.quantity]).collect();
    w.table([t.order_material, t.line_unit, t.line_quantity], &rows, 1, &[]);
    w.section(t.order_done);
    w.room(&[t.order_arrived_at, t.order_charged], 1);
    w.room(&[t.order_result], 2);
    w.parties(&[
        (t.order_received_by, &facts.team, t.order_received_at),
        (t.order_worker, "", t.order_finished_at),
        (t.order_accepted, &facts.subject.customer, t.date),
    ]);
    w.finish(PaperKind::WorkOrder)
}
