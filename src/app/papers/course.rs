//! While the job is done.

use super::{Dossier, lines};
use crate::domain::case::{CaseDay, Progress};
use crate::domain::document::Document;
use crate::domain::execution::ChangeState;
use crate::domain::paper_kind::PaperKind;
use crate::domain::record_part::RecordPart;
use crate::i18n::when::date_in_words;
use crate::paper::{self, ChangeFacts, PaperHead, ProgressFacts};

pub(super) fn progress(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let case = dossier.case;
    let report = case.progress_reports().last().ok_or(RecordPart::Trouble)?;
    let stage = dossier.process.and_then(|process| Progress::of(case, process).stage());
    let trouble = case.troubles().last();
    let facts = ProgressFacts {
        subject: dossier.subject(),
        as_of: dossier.moment(report.stamp.millis),
        stage: stage.map(|stage| stage.name.clone()).unwrap_or_default(),
        done: lines(&report.value.done),
        doing: Vec::new(),
        next: lines(&report.value.next),
        due: dossier.day(CaseDay::AgreedEnd),
        new_due: report.value.by.map(|by| date_in_words(dossier.lang, by)).unwrap_or_default(),
        reason: trouble.as_ref().map(|held| held.value.words.clone()).unwrap_or_default(),
        remedy: trouble.as_ref().map(|held| held.value.answer.clone()).unwrap_or_default(),
        requests: Vec::new(),
        reported_by: report.author.map(|id| (dossier.staff)(&id)).unwrap_or_default(),
    };
    Ok(paper::progress_report(&facts, head))
}

/// The change that is still to be decided, else the last one.
pub(super) fn change(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let changes = dossier.case.change_requests();
    let open = changes.iter().rev().find(|(_, change)| change.state == ChangeState::Proposed);
    let (_, change) = open.or(changes.last()).ok_or(RecordPart::Trouble)?;
    let facts = ChangeFacts {
        subject: dossier.subject(),
        agreement: dossier.number_of(PaperKind::Agreement),
        wanted: change.what.clone(),
        reason: change.reason.clone(),
        time: change.on_time.clone(),
        cost: change.on_cost.clone(),
        quality: change.on_quality.clone(),
        ..ChangeFacts::default()
    };
    Ok(paper::change_request(&facts, head))
}
