use super::writer::{PaperHead, Subject, Writer, lines};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::PapersTexts;

/// What a service agreement says. A text that the shop leaves empty has the usual words.
#[derive(Clone, Debug, Default)]
pub struct AgreementFacts {
    /// The customer and the matter.
    pub subject: Subject,
    /// What the service comprises.
    pub scope: Vec<String>,
    /// What it is to achieve.
    pub goals: Vec<String>,
    /// What the result is measured by.
    pub standards: Vec<String>,
    /// The first day.
    pub start: String,
    /// The last day.
    pub end: String,
    /// What is to be paid, stage by stage.
    pub fees: Vec<FeeStage>,
    /// The sum of the fees.
    pub total: String,
    /// The sum in words, where custom wants it.
    pub total_in_words: String,
    /// Until when faults are mended free of charge: a day, in words.
    pub maintenance: String,
    /// What follows when somebody does not keep to it; else the usual words.
    pub liability: String,
    /// What is kept secret; else the usual words.
    pub confidentiality: String,
    /// How it may be changed; else the usual words.
    pub changes: String,
    /// Which law applies and who settles disputes; else the usual words.
    pub disputes: String,
    /// What was changed since an earlier revision.
    pub amended: Vec<String>,
    /// What else was agreed.
    pub others: Vec<String>,
}

/// What is to be paid for a stage.
#[derive(Clone, Debug, Default)]
pub struct FeeStage {
    /// The stage.
    pub stage: String,
    /// When it is due.
    pub when: String,
    /// How it is paid.
    pub how: String,
    /// How much.
    pub amount: String,
}

/// The contract between customer and shop.
#[must_use]
pub fn agreement(facts: &AgreementFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let mut w = Writer::new(head, t.agreement_title);
    let subject = &facts.subject;
    w.facts(&[
        (t.agreement_customer, &subject.customer),
        (t.phone, &subject.phone),
        (t.address, &subject.address),
    ]);
    w.facts(&[
        (t.agreement_shop, &head.shop.name),
        (t.phone, &head.shop.phone),
        (t.address, &head.shop.address),
    ]);
    w.text(t.agreement_intro);
    w.count_sections();
    w.section(t.amended);
    w.list(&facts.amended);
    w.section(t.agreement_scope);
    w.facts(&[(t.case_number, &subject.case_number), (t.matter, &subject.matter), (t.item, &subject.item)]);
    w.list(&facts.scope);
    w.section(t.agreement_goals);
    w.list(&facts.goals);
    w.section(t.agreement_standards);
    w.list(&facts.standards);
    w.section(t.agreement_term);
    w.text(&match (facts.start.as_str(), facts.end.as_str()) {
        ("", "") => String::new(),
        (start, "") => t.agreement_from(&start),
        ("", end) => t.agreement_to(&end),
        (start, end) => t.agreement_from_to(&start, &end),
    });
    fees(&mut w, t, facts);
    w.section(t.agreement_maintenance);
    if !facts.maintenance.is_empty() {
        w.text(&t.agreement_maintenance_text(&facts.maintenance));
    }
    for (title, own, usual) in [
        (t.agreement_liability, &facts.liability, t.agreement_liability_text),
        (t.agreement_confidentiality, &facts.confidentiality, t.agreement_confidentiality_text),
        (t.agreement_changes, &facts.changes, t.agreement_changes_text),
        (t.agreement_disputes, &facts.disputes, t.agreement_disputes_text),
    ] {
        w.section(title);
        let words = if own.trim().is_empty() { usual } else { own };
        w.list(&lines(words).collect::<Vec<_>>());
    }
    w.section(t.agreement_others);
    let others = facts.others.iter().map(String::as_str).chain([t.agreement_copies]);
    w.list(&others.collect::<Vec<_>>());
    w.parties(&[
        (t.agreement_party_customer, &subject.customer, t.date),
        (t.agreement_party_shop, &head.shop.name, t.date),
    ]);
    w.finish(PaperKind::Agreement)
}

fn fees(w: &mut Writer, t: &PapersTexts, facts: &AgreementFacts) {
    let fees = &facts.fees;
    if fees.is_empty() && facts.total.is_empty() {
        return;
    }
    w.section(t.agreement_fees);
    let rows: Vec<_> = fees.iter().map(|f| [f.stage.as_str(), &f.when, &f.how, &f.amount]).collect();
    let names = [t.agreement_stage, t.agreement_when, t.agreement_how, t.line_amount];
    w.table(names, &rows, 1, &[(t.total, &facts.total)]);
    w.facts(&[(t.total_in_words, &facts.total_in_words)]);
    w.text(t.agreement_no_more);
}
