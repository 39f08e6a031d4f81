use super::costs::{CostFacts, costs};
use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;

/// What a fee statement says. Amounts are written as they print.
#[derive(Clone, Debug, Default)]
pub struct FeeFacts {
    /// Who pays, and for what.
    pub subject: Subject,
    /// What it costs.
    pub costs: CostFacts,
    /// The sum in words, where custom wants it: of what was paid, else of the total.
    pub total_in_words: String,
    /// What was paid; with it the statement is a receipt.
    pub paid: String,
    /// How it was paid.
    pub method: String,
    /// When.
    pub paid_at: String,
    /// What is still to be paid.
    pub balance: String,
    /// By when.
    pub due: String,
    /// Where.
    pub pay_at: String,
    /// Who took the money.
    pub cashier: String,
}

/// What is to be paid, or the receipt for what was.
#[must_use]
pub fn fee_statement(facts: &FeeFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let unpaid = facts.paid.trim().is_empty();
    let mut w = Writer::new(head, if unpaid { t.fee_title } else { t.fee_title_paid });
    w.facts(&[
        (t.case_number, &facts.subject.case_number),
        (t.customer, &facts.subject.customer),
        (t.item, &facts.subject.item),
        (t.matter, &facts.subject.matter),
    ]);
    costs(&mut w, t, &facts.costs);
    w.facts(&[
        (if unpaid { t.total_in_words } else { t.fee_in_words }, &facts.total_in_words),
        (t.fee_paid, &facts.paid),
        (t.fee_method, &facts.method),
        (t.fee_paid_at, &facts.paid_at),
        (t.fee_balance, &facts.balance),
        (t.fee_due, &facts.due),
        (t.fee_pay_at, &facts.pay_at),
    ]);
    w.parties(&[(t.fee_cashier, &facts.cashier, t.date)]);
    w.note(t.fee_note);
    w.finish(PaperKind::FeeStatement)
}
