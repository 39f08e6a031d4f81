//! What is wanted and what is agreed.

use super::course::amendments;
use super::priced::fee_stages;
use super::{Dossier, lines};
use crate::domain::case::{CaseDay, CaseText};
use crate::domain::document::Document;
use crate::domain::record_part::RecordPart;
use crate::i18n::Named;
use crate::paper::{self, AgreementFacts, ExpectationFacts, NeedsFacts, PaperHead};

pub(super) fn needs(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let (case, t) = (dossier.case, dossier.texts());
    let text = |text: CaseText| case.text(text).to_owned();
    let expectations: Vec<ExpectationFacts> = case
        .expectations()
        .into_iter()
        .map(|(_, expectation)| ExpectationFacts {
            text: expectation.text.clone(),
            answer: expectation.verdict.map(|verdict| verdict.name(t).to_owned()).unwrap_or_default(),
            reason: expectation.reason.clone(),
            alternative: expectation.alternative.clone(),
        })
        .collect();
    if expectations.is_empty() && CaseText::NEEDS.iter().all(|text| case.text(*text).is_empty()) {
        return Err(RecordPart::Needs);
    }
    let named = |named: Option<&dyn Named>| named.map(|named| named.name(t).to_owned()).unwrap_or_default();
    let facts = NeedsFacts {
        subject: dossier.subject(),
        method: named(case.needs_method().as_ref().map(|method| method as &dyn Named)),
        recorded_by: dossier.by.to_owned(),
        said: text(CaseText::Facts),
        concerns: text(CaseText::Feelings),
        explicit: lines(case.text(CaseText::ExplicitNeeds)),
        latent: lines(case.text(CaseText::LatentNeeds)),
        what: text(CaseText::What),
        why: text(CaseText::Why),
        when: text(CaseText::When),
        place: text(CaseText::Where),
        who: text(CaseText::Who),
        how: text(CaseText::How),
        expectations,
        nature: named(case.nature().as_ref().map(|nature| nature as &dyn Named)),
        urgency: named(case.urgency().map(|urgency| urgency as &dyn Named)),
        impact: named(case.extent().as_ref().map(|extent| extent as &dyn Named)),
        recommendations: Vec::new(),
    };
    Ok(paper::needs_record(&facts, head))
}

pub(super) fn agreement(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let case = dossier.case;
    let agreed = case.account().ok().flatten().map(|account| account.agreed);
    let chosen = case.chosen().and_then(|chosen| case.solution(&chosen.solution));
    let mut scope = lines(case.text(CaseText::Scope));
    if let Some(chosen) = chosen.filter(|_| scope.is_empty()) {
        scope = lines(&format!("{}\n{}", chosen.title, chosen.content));
    }
    if scope.is_empty() {
        return Err(RecordPart::Options);
    }
    let text = |text: CaseText| case.text(text).to_owned();
    let facts = AgreementFacts {
        subject: dossier.subject(),
        scope,
        goals: lines(case.text(CaseText::Goals)),
        standards: lines(case.text(CaseText::AcceptanceStandard)),
        start: dossier.day(CaseDay::AgreedStart),
        end: dossier.day(CaseDay::AgreedEnd),
        fees: fee_stages(dossier),
        total: agreed.map(|agreed| dossier.money(agreed)).unwrap_or_default(),
        total_in_words: agreed.map(|agreed| dossier.capitals(agreed)).unwrap_or_default(),
        maintenance: dossier.day(CaseDay::MaintenanceEnd),
        liability: text(CaseText::Liability),
        confidentiality: text(CaseText::Confidentiality),
        changes: text(CaseText::Changes),
        disputes: text(CaseText::Law),
        amended: amendments(dossier, head),
        others: Vec::new(),
    };
    Ok(paper::agreement(&facts, head))
}
