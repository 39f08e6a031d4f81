//! When the job is done.

use super::Dossier;
use crate::domain::acceptance::Test;
use crate::domain::case::{CaseDay, CaseKey, Status};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;
use crate::domain::record_part::RecordPart;
use crate::i18n::Named;
use crate::journal::Held;
use crate::paper::{self, AcceptanceCheck, AcceptanceFacts, Correction, PaperHead, ThankYouFacts};

pub(super) fn acceptance(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let (case, t) = (dossier.case, dossier.texts());
    let check = |test: &Test| AcceptanceCheck {
        item: format!("{}{}{}", test.kind.name(t), t.common().colon, test.what),
        standard: test.expected.clone(),
        result: test.result.map(|result| result.name(t).to_owned()).unwrap_or_default(),
    };
    let checks: Vec<AcceptanceCheck> = case.tests().into_iter().map(|(_, test)| check(test)).collect();
    let delivered: Vec<String> = case.handovers().into_iter().map(|(_, item)| item.what.clone()).collect();
    let open = case.corrections().into_iter().filter(|(_, correction)| !correction.done);
    let corrections =
        open.map(|(_, it)| Correction { what: it.what.clone(), until: String::new() }).collect();
    let said = case.acceptances().last();
    if checks.is_empty() && delivered.is_empty() && said.is_none() {
        return Err(RecordPart::Acceptance);
    }
    let conclusion = said.map(|Held { value, .. }| {
        let verdict = value.verdict.name(t);
        if value.words.is_empty() {
            verdict.to_owned()
        } else {
            format!("{verdict}{}{}", t.common().colon, value.words)
        }
    });
    let facts = AcceptanceFacts {
        subject: dossier.subject(),
        agreement: dossier.number_of(PaperKind::Agreement),
        finished: String::new(),
        delivered,
        checks,
        conclusion: conclusion.unwrap_or_default(),
        corrections,
        maintenance: dossier.day(CaseDay::MaintenanceEnd),
        pictures: dossier.pictures(),
    };
    Ok(paper::acceptance_report(&facts, head))
}

pub(super) fn thank_you(dossier: &Dossier, head: &PaperHead) -> Document {
    let case = dossier.case;
    let closed = case.fields.held(&CaseKey::Status).filter(|_| case.status() == Status::Closed);
    let facts = ThankYouFacts {
        customer: dossier.customer.name().cloned().unwrap_or_default(),
        case_number: case.number().cloned().unwrap_or_default(),
        finished: closed.map(|held| dossier.moment(held.stamp.millis)).unwrap_or_default(),
        maintenance_until: dossier.day(CaseDay::MaintenanceEnd),
        advice: Vec::new(),
        signatory: dossier.by.to_owned(),
    };
    paper::thank_you(&facts, head)
}
