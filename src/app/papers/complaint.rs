//! The reply to a complaint, and the shop's own record of it.

use super::{Dossier, lines};
use crate::domain::complaint::{
    ComplaintDay, ComplaintKey, ComplaintPart, ComplaintStep, ComplaintText, Finding,
};
use crate::domain::document::Document;
use crate::domain::record_part::RecordPart;
use crate::i18n::Named;
use crate::i18n::when::{date_in_words, local_in_words};
use crate::paper::{self, ComplaintRecordFacts, PaperHead, ReplyFacts};

/// Nothing is answered before it was looked into, and something is offered.
pub(super) fn reply(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let (case, c) = (dossier.case, dossier.texts().complaint());
    for part in [ComplaintPart::Findings, ComplaintPart::Remedy] {
        if !part.is_on_record(case) {
            return Err(RecordPart::Complaint(part));
        }
    }
    let finding = case.complaint_finding().map(|finding| match finding {
        Finding::Ours => c.reply_finding_ours,
        Finding::Shared => c.reply_finding_shared,
        Finding::Supplier => c.reply_finding_supplier,
        Finding::NotOurs => c.reply_finding_not_ours,
    });
    let received = case.complaints_received().last().map(|held| match held.value.at {
        Some(at) => date_in_words(dossier.lang, at.date()),
        None => dossier.day_of(held.stamp.millis),
    });
    let handler = case.complaint_handler().filter(|_| !case.handles_own_complaint());
    let handler = handler.map(dossier.staff).unwrap_or_default();
    // Who answers for it signs it, whoever prints it.
    let signatory = if handler.is_empty() { dossier.by.to_owned() } else { handler.clone() };
    let by = case.complaint_day(ComplaintDay::RemedyBy);
    let facts = ReplyFacts {
        customer: dossier.customer.name().cloned().unwrap_or_default(),
        received: received.unwrap_or_default(),
        heard: case.complaint_events().to_owned(),
        findings: case.complaint_text(ComplaintText::Findings).to_owned(),
        finding: finding.unwrap_or_default().to_owned(),
        pictures: dossier.pictures(),
        remedy: case.complaint_remedy().to_owned(),
        by: by.map(|day| date_in_words(dossier.lang, day)).unwrap_or_default(),
        change: case.complaint_text(ComplaintText::Change).to_owned(),
        contact: handler,
        way_on: case.complaint_text(ComplaintText::WayOn).to_owned(),
        signatory,
    };
    Ok(paper::complaint_reply(&facts, head))
}

type Known = Vec<(&'static str, String)>;

/// All that is known of the complaint, in the order of its page.
pub(super) fn record(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let case = dossier.case;
    if !case.has_complaint() {
        return Err(RecordPart::Complaint(ComplaintPart::Heard));
    }
    let t = dossier.texts();
    let sections = ComplaintStep::ALL.map(|step| (step.name(t), known(dossier, step)));
    let facts = ComplaintRecordFacts {
        subject: dossier.subject(),
        sections: sections.into(),
        handler: case.complaint_handler().map(dossier.staff).unwrap_or_default(),
    };
    Ok(paper::complaint_record(&facts, head))
}

fn known(dossier: &Dossier, step: ComplaintStep) -> Known {
    use ComplaintText as Text;
    let (case, t) = (dossier.case, dossier.texts());
    let c = t.complaint();
    let text = |which: Text| (which.name(t), joined(case.complaint_text(which)));
    let day = |which: ComplaintDay| {
        let day = case.complaint_day(which);
        (which.name(t), day.map(|day| date_in_words(dossier.lang, day)).unwrap_or_default())
    };
    let named =
        |key: ComplaintKey, value: Option<&'static str>| (key.name(t), value.unwrap_or_default().to_owned());
    match step {
        ComplaintStep::Listen => {
            let received = case.complaints_received().last().map(|held| match held.value.at {
                Some(at) => local_in_words(dossier.lang, at),
                None => dossier.moment(held.stamp.millis),
            });
            let about = case.complaint_about().map(dossier.staff).unwrap_or_default();
            vec![
                (c.record_received, received.unwrap_or_default()),
                text(Text::Feelings),
                (Text::Events.name(t), joined(case.complaint_events())),
                (ComplaintKey::About.name(t), about),
            ]
        }
        ComplaintStep::Understand => vec![
            named(ComplaintKey::Kind, case.complaint_kind().map(|value| value.name(t))),
            named(ComplaintKey::Cause, case.complaint_cause().map(|value| value.name(t))),
            text(Text::CauseWords),
            named(ComplaintKey::Severity, case.complaint_severity().map(|value| value.name(t))),
            named(ComplaintKey::Seeks, case.complaint_seeks().map(|value| value.name(t))),
            named(ComplaintKey::Mood, case.complaint_mood().map(|value| value.name(t))),
        ],
        ComplaintStep::TakeOn => {
            let told = case.complaints_acknowledged().map(|held| {
                let at = local_in_words(dossier.lang, held.value.at);
                let said = [held.value.channel.name(t), &at, &joined(&held.value.words)].join(" ");
                (c.record_acknowledged, said.trim().to_owned())
            });
            let handler = case.complaint_handler().map(dossier.staff).unwrap_or_default();
            std::iter::once((ComplaintKey::Handler.name(t), handler)).chain(told).collect()
        }
        ComplaintStep::Investigate => vec![
            text(Text::CustomerSide),
            text(Text::StaffSide),
            text(Text::Findings),
            named(ComplaintKey::Finding, case.complaint_finding().map(|value| value.name(t))),
        ],
        ComplaintStep::PutRight => vec![
            (Text::Remedy.name(t), joined(case.complaint_remedy())),
            day(ComplaintDay::RemedyBy),
            named(ComplaintKey::Agreed, case.complaint_agreed().map(|value| value.name(t))),
        ],
        ComplaintStep::Reply => {
            let answered = case.complaints_answered().map(|held| {
                let at = local_in_words(dossier.lang, held.value.at);
                (c.record_answered, [held.value.channel.name(t), &at].join(" "))
            });
            [text(Text::Change), text(Text::WayOn)].into_iter().chain(answered).collect()
        }
        ComplaintStep::Ask => {
            let judged = case.complaints_judged().map(|held| {
                let words = joined(&held.value.words);
                let said = [held.value.verdict.name(t), &words].join(" ");
                (c.record_verdict, said.trim().to_owned())
            });
            judged.collect()
        }
        ComplaintStep::Learn => {
            vec![text(Text::RootCause), text(Text::Prevention), day(ComplaintDay::Check)]
        }
    }
}

/// A text as it stands in a table.
fn joined(text: &str) -> String {
    lines(text).join(" ")
}
