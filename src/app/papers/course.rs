//! While the job is done.

use super::{Dossier, lines};
use crate::catalog;
use crate::domain::case::{Case, CaseDay, CaseKind, Progress};
use crate::domain::change::ChangeCourse;
use crate::domain::document::Document;
use crate::domain::money::Money;
use crate::domain::paper_kind::PaperKind;
use crate::domain::record_part::RecordPart;
use crate::i18n::Named;
use crate::i18n::when::date_in_words;
use crate::journal::{Journal, Stamp};
use crate::paper::{self, ChangeFacts, ChangeRow, PaperHead, ProgressFacts};

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
        remedy: trouble.as_ref().map(|held| case.trouble_answer(held).to_owned()).unwrap_or_default(),
        requests: Vec::new(),
        reported_by: report.author.map(|id| (dossier.staff)(&id)).unwrap_or_default(),
    };
    Ok(paper::progress_report(&facts, head))
}

/// The change that is still to be decided, else the last one.
pub(super) fn change(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let (case, t) = (dossier.case, dossier.texts());
    let (id, change) = case.change_at_hand().ok_or(RecordPart::Trouble)?;
    let course = catalog::change_process(dossier.lang)
        .and_then(|process| ChangeCourse::of(case, process, id))
        .ok_or(RecordPart::Trouble)?;
    let decision = course
        .decided()
        .map(|at| t.papers().change_decided(&change.state.name(t), &dossier.day_of(at.millis)));
    let facts = ChangeFacts {
        subject: dossier.subject(),
        agreement: dossier.number_of(PaperKind::Agreement),
        wanted: change.what.clone(),
        reason: change.reason.clone(),
        time: change.on_time.clone(),
        cost: change.on_cost.clone(),
        quality: change.on_quality.clone(),
        asked_on: dossier.day_of(course.since().millis),
        decision: decision.unwrap_or_default(),
        changes: totals(dossier, course.since()).into_iter().collect(),
        ..ChangeFacts::default()
    };
    Ok(paper::change_request(&facts, head))
}

/// What was agreed before a change was written down, and what is agreed now, where they differ.
fn totals(dossier: &Dossier, since: &Stamp) -> Option<ChangeRow> {
    let agreed = |case: &Case| case.account().ok().flatten().map(|account| account.agreed);
    let before: Journal<CaseKind> =
        dossier.journal.iter().take_while(|entry| entry.stamp < *since).cloned().collect();
    let (before, after) = (agreed(&Case::of(&before))?, agreed(dossier.case)?);
    let row = |before: Money, after: Money| ChangeRow {
        what: dossier.texts().papers().change_total.to_owned(),
        before: dossier.money(before),
        after: dossier.money(after),
    };
    (before != after).then(|| row(before, after))
}

/// What the customer confirmed to be changed, for a paper that is issued again.
pub(super) fn amendments(dossier: &Dossier, head: &PaperHead) -> Vec<String> {
    let t = dossier.texts().papers();
    let confirmed = dossier.case.confirmed_changes().into_iter();
    let mut lines: Vec<String> = confirmed
        .map(|(at, change)| t.amended_line(&lines(&change.what).join(" "), &dossier.day_of(at.millis)))
        .collect();
    if head.revision > 1 && !lines.is_empty() {
        lines.insert(0, t.amended_replaces(&(head.revision - 1)));
    }
    lines
}
