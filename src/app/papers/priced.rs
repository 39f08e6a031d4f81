//! What costs money.

use super::Dossier;
use super::course::amendments;
use crate::domain::document::Document;
use crate::domain::id::SolutionId;
use crate::domain::money::Money;
use crate::domain::payment::PaymentTerm;
use crate::domain::record_part::RecordPart;
use crate::i18n::Named;
use crate::i18n::when::date_in_words;
use crate::paper::{self, CostFacts, FeeFacts, FeeStage, LineFacts, OptionFacts, PaperHead, QuoteFacts};

pub(super) fn quote(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let case = dossier.case;
    let options: Vec<OptionFacts> = case
        .solutions()
        .into_iter()
        .map(|(id, solution)| OptionFacts {
            name: solution.title.clone(),
            content: solution.content.clone(),
            benefits: solution.benefits.clone(),
            drawbacks: solution.drawbacks.clone(),
            duration: solution.duration.clone(),
            risks: [solution.risks.trim(), solution.countermeasures.trim()].join("\n").trim().to_owned(),
            costs: costs(dossier, id),
            chosen: case.chosen().is_some_and(|chosen| chosen.solution == *id),
        })
        .collect();
    if options.is_empty() {
        return Err(RecordPart::Options);
    }
    let terms = fee_stages(dossier).into_iter().map(|stage| {
        [stage.stage, stage.when, stage.amount]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    });
    let facts = QuoteFacts {
        subject: dossier.subject(),
        prepared_by: dossier.by.to_owned(),
        options,
        valid_until: String::new(),
        terms: terms.collect(),
        amended: amendments(dossier, head),
    };
    Ok(paper::quote(&facts, head))
}

/// What an option costs, line by line. Amounts that cannot be summed are not printed.
fn costs(dossier: &Dossier, id: &SolutionId) -> CostFacts {
    let Ok(quote) = dossier.case.quote(id) else { return CostFacts::default() };
    let lines = quote.rows.iter().map(|(_, line, total)| {
        let taken_off = line.discount.basis_points() > 0;
        LineFacts {
            item: if taken_off { format!("{} (−{})", line.text, line.discount) } else { line.text.clone() },
            unit: line.unit.clone(),
            quantity: line.quantity.to_string(),
            price: dossier.money(line.price),
            tax: if line.tax.basis_points() > 0 { line.tax.to_string() } else { String::new() },
            amount: dossier.money(total.net),
        }
    });
    let lines: Vec<LineFacts> = lines.collect();
    let taxed = quote.total.filter(|total| total.tax.minor() != 0);
    CostFacts {
        lines,
        subtotal: taxed.map(|total| dossier.money(total.net)).unwrap_or_default(),
        discount: String::new(),
        tax: taxed.map(|total| dossier.money(total.tax)).unwrap_or_default(),
        total: quote.total.map(|total| dossier.money(total.total)).unwrap_or_default(),
    }
}

/// What is to be paid when.
pub(super) fn fee_stages(dossier: &Dossier) -> Vec<FeeStage> {
    let t = dossier.texts();
    let stage = |term: &PaymentTerm| FeeStage {
        stage: if term.label.is_empty() { term.kind.name(t).to_owned() } else { term.label.clone() },
        when: term.due.map(|due| date_in_words(dossier.lang, due)).unwrap_or_default(),
        how: term.method.map(|method| method.name(t).to_owned()).unwrap_or_default(),
        amount: dossier.money(term.amount),
    };
    dossier.case.payment_terms().into_iter().map(|(_, term)| stage(term)).collect()
}

pub(super) fn fee(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let (case, t) = (dossier.case, dossier.texts());
    let account = case.account().ok().flatten().ok_or(RecordPart::Payments)?;
    let last = case.payments().last();
    let mut methods: Vec<&str> = case.payments().map(|held| held.value.method.name(t)).collect();
    methods.dedup();
    let is_some = |amount: Money| amount.minor() != 0;
    let due = account.terms.iter().find(|term| term.outstanding.minor() > 0).and_then(|term| term.due);
    let costs = match case.chosen() {
        Some(chosen) => costs(dossier, &chosen.solution),
        None => CostFacts { total: dossier.money(account.agreed), ..CostFacts::default() },
    };
    let facts = FeeFacts {
        subject: dossier.subject(),
        costs,
        total_in_words: dossier.capitals(if is_some(account.paid) { account.paid } else { account.agreed }),
        paid: if is_some(account.paid) { dossier.money(account.paid) } else { String::new() },
        method: methods.join(t.common().comma),
        paid_at: last.as_ref().map(|held| dossier.moment(held.stamp.millis)).unwrap_or_default(),
        balance: if is_some(account.outstanding) {
            dossier.money(account.outstanding)
        } else {
            String::new()
        },
        due: due.map(|due| date_in_words(dossier.lang, due)).unwrap_or_default(),
        pay_at: String::new(),
        cashier: last.and_then(|held| held.author).map(|id| (dossier.staff)(&id)).unwrap_or_default(),
    };
    Ok(paper::fee_statement(&facts, head))
}
