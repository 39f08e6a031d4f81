//! What happened while a case was worked, in words.

use super::change::Said;
use super::item::Facts;
use super::value::{beginning, fits};
use super::{LineKind, Teller};
use crate::domain::acceptance::{Acceptance, AcceptanceVerdict};
use crate::domain::case::{CaseEvent, CaseItemKey};
use crate::domain::execution::{Interim, InterimAnswer, ProgressReport, Trouble, TroubleAnswer};
use crate::domain::paper_kind::PaperKind;
use crate::domain::payment::Payment;
use crate::domain::review::{Review, ReviewVerdict};
use crate::domain::signature::Signature;
use crate::i18n::Named;
use crate::i18n::money::money;
use crate::i18n::when::{date_in_words, local_in_words};
use crate::journal::{Change, Stamp};
use std::fmt::Display;

impl Teller<'_> {
    pub(super) fn event(&self, event: &CaseEvent) -> Said {
        let t = &self.look.texts().story();
        match event {
            CaseEvent::Opened => Said::new(LineKind::Opened, t.opened),
            CaseEvent::Note(text) => Said::new(LineKind::Note, t.note).with(text),
            CaseEvent::PaperIssued(issued) => {
                let paper = issued.document.paper;
                Said::new(LineKind::Paper, self.issued(paper, &issued.number, issued.revision))
            }
            CaseEvent::LetterIssued { letter: _, number, revision } => {
                Said::new(LineKind::Letter, self.issued(PaperKind::CommitmentLetter, number, *revision))
            }
            CaseEvent::Promised(terms) => self.promised(terms),
            CaseEvent::Kept(kept) => self.promise_kept(kept),
            CaseEvent::Remedied(done) => self.promise_remedied(done),
            CaseEvent::PaymentReceived(payment) => self.payment(payment),
            CaseEvent::Signed(signature) => self.signed(signature),
            CaseEvent::WorkOrderReceived(receipt) => {
                let at = local_in_words(self.look.lang, receipt.at);
                Said::new(LineKind::Work, t.work_order_received(&self.look.staff_name(&receipt.by), &at))
            }
            CaseEvent::ProgressReported(report) => self.progress(report),
            CaseEvent::TroubleMet(trouble) => self.trouble(trouble),
            CaseEvent::TroubleAnswered(answer) => self.trouble_answered(answer),
            CaseEvent::Escalated(escalation) => {
                let to = self.look.staff_name(&escalation.to);
                Said::new(LineKind::Work, t.escalated(&to)).with(t.reason(&escalation.reason))
            }
            CaseEvent::InterimAgreed(interim) => self.interim(interim),
            CaseEvent::InterimAnswered(answer) => self.interim_answered(answer),
            CaseEvent::Accepted(acceptance) => self.accepted(acceptance),
            CaseEvent::Submitted(stage) => {
                Said::new(LineKind::Review, t.submitted(&self.look.stage_name(stage)))
            }
            CaseEvent::Reviewed(review) => self.reviewed(review),
            CaseEvent::FollowedUp(call) => self.followed_up(call),
            CaseEvent::SurveyAnswered(answer) => self.surveyed(answer),
            CaseEvent::SurveySeen(_) => self.survey_seen(),
            CaseEvent::ComplaintReceived(received) => self.complaint_received(received),
            CaseEvent::ComplaintAcknowledged(told) => self.complaint_acknowledged(told),
            CaseEvent::ComplaintAnswered(answered) => self.complaint_answered(answered),
            CaseEvent::ComplaintJudged(judged) => self.complaint_judged(judged),
            CaseEvent::LedTo(case) => {
                let number = self.look.case_name(case);
                Said::new(LineKind::Work, self.look.texts().care().led_to(&number))
            }
            CaseEvent::Improved(news) => self.improved(news),
            CaseEvent::MessageSent(sent) => self.message_sent(sent),
            CaseEvent::Recorded(done) => self.recorded(done),
        }
    }

    fn issued(&self, paper: PaperKind, number: &str, revision: u32) -> String {
        let t = &self.look.texts().story();
        match revision {
            0 | 1 => t.issued(&self.look.paper(paper), &number),
            _ => t.issued_revision(&self.look.paper(paper), &number, &revision),
        }
    }

    /// Something that was said, and beside it what does not fit into a sentence, and the facts.
    pub(super) fn work(&self, words: &str, text: impl Fn(&dyn Display) -> String, facts: Facts<'_>) -> Said {
        let mut said = Said::new(LineKind::Work, text(&beginning(words)));
        if !fits(words) {
            said = said.with(words);
        }
        said.detail.extend(facts.rows);
        said
    }

    fn progress(&self, report: &ProgressReport) -> Said {
        let t = self.look.texts();
        let by = report.by.map(|day| date_in_words(self.look.lang, day)).unwrap_or_default();
        let facts = Facts::new(&self.look)
            .and(t.work().report_next, &report.next)
            .and(t.work().report_by, by)
            .and(t.work().report_told, report.told.map_or("", |channel| channel.name(t)));
        self.work(&report.done, |done| t.story().progress_reported(done), facts)
    }

    fn trouble(&self, trouble: &Trouble) -> Said {
        let t = self.look.texts();
        let facts = Facts::new(&self.look).and(t.work().trouble_answer, &trouble.answer);
        self.work(&trouble.words, |words| t.story().trouble_met(&trouble.kind.name(t), words), facts)
    }

    fn interim(&self, interim: &Interim) -> Said {
        let t = self.look.texts();
        let facts = Facts::new(&self.look)
            .and(t.work().interim_by, self.look.staff_name(&interim.by))
            .and(t.work().interim_due, local_in_words(self.look.lang, interim.due));
        self.work(&interim.what, |what| t.story().interim_agreed(what), facts)
    }

    /// The events of the entry that a later one names.
    fn events_at(&self, stamp: &Stamp) -> impl Iterator<Item = &CaseEvent> {
        self.at(stamp).flat_map(|entry| &entry.changes).filter_map(|change| match change {
            Change::Event(event) => Some(event),
            _ => None,
        })
    }

    fn trouble_answered(&self, answer: &TroubleAnswer) -> Said {
        let t = &self.look.texts().story();
        let words = self.events_at(&answer.trouble).find_map(|event| match event {
            CaseEvent::TroubleMet(trouble) => Some(beginning(&trouble.words)),
            _ => None,
        });
        let about = words.unwrap_or_else(|| t.trouble_missing.to_owned());
        self.work(&answer.answer, |said| t.trouble_answered(&about, said), Facts::new(&self.look))
    }

    /// With whether it was in time.
    fn interim_answered(&self, answer: &InterimAnswer) -> Said {
        let t = self.look.texts();
        let interim = self.events_at(&answer.interim).find_map(|event| match event {
            CaseEvent::InterimAgreed(interim) => Some(interim),
            _ => None,
        });
        let what =
            interim.map_or_else(|| t.story().interim_missing.to_owned(), |interim| beginning(&interim.what));
        let kept = interim.map(|interim| match answer.at <= interim.due {
            true => t.story().interim_kept.to_owned(),
            false => t.story().interim_late(&local_in_words(self.look.lang, interim.due)),
        });
        let facts = Facts::new(&self.look).and(t.job().interim_at, local_in_words(self.look.lang, answer.at));
        let said = self.work(&answer.words, |words| t.story().interim_answered(&what, words), facts);
        kept.into_iter().fold(said, Said::with)
    }

    fn accepted(&self, acceptance: &Acceptance) -> Said {
        let t = &self.look.texts().story();
        let said = |text| Said::new(LineKind::Work, text);
        let said = match acceptance.verdict {
            AcceptanceVerdict::Accepted => said(t.accepted(&acceptance.name)),
            AcceptanceVerdict::WithCorrections => said(t.accepted_with_corrections(&acceptance.name)),
            AcceptanceVerdict::Refused => said(t.acceptance_refused(&acceptance.name)),
        };
        if acceptance.words.is_empty() { said } else { said.with(&acceptance.words) }
    }

    fn reviewed(&self, review: &Review) -> Said {
        let t = &self.look.texts().story();
        let stage = self.look.stage_name(&review.stage);
        let text = match review.verdict {
            ReviewVerdict::Approved => t.approved(&stage),
            ReviewVerdict::ChangesWanted => t.changes_wanted(&stage),
        };
        let said = Said::new(LineKind::Review, text);
        if review.words.is_empty() { said } else { said.with(&review.words) }
    }

    fn signed(&self, signature: &Signature) -> Said {
        let t = self.look.texts();
        let papers = self.entries.iter().flat_map(|entry| &entry.changes);
        let mut papers = papers.filter_map(|change| match change {
            Change::Event(CaseEvent::PaperIssued(issued)) if issued.hash == signature.document => {
                Some(issued)
            }
            _ => None,
        });
        let paper = papers.next().map_or_else(
            || t.story().a_paper.to_owned(),
            |issued| t.story().paper_number(&self.look.paper(issued.document.paper), &issued.number),
        );
        Said::new(LineKind::Signed, t.story().signed(&signature.name, &signature.role.name(t), &paper))
    }

    fn payment(&self, payment: &Payment) -> Said {
        let t = self.look.texts();
        let amount = money(self.look.lang, payment.amount);
        let term = payment.term.clone().and_then(|term| self.title_of(&CaseItemKey::PaymentTerm(term)));
        let facts = Facts::new(&self.look)
            .and(t.work().payment_term, term.unwrap_or_default())
            .and(t.work().payment_note, &payment.note);
        let text = t.story().payment_received(&amount, &payment.method.name(t));
        Said { detail: facts.rows, ..Said::new(LineKind::Payment, text) }
    }
}
