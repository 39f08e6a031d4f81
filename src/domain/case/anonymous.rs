//! What stays of a case when the person whose matter it was is erased: where it stood and
//! when, and the amounts. What is not named here goes.

use super::{CaseEvent, CaseField, CaseItem, Evidence, Mark, Recorded, StageMove};
use crate::domain::acceptance::Acceptance;
use crate::domain::complaint::{ComplaintAcknowledged, ComplaintField, ComplaintJudged};
use crate::domain::execution::{Interim, InterimAnswer, ProgressReport};
use crate::domain::follow_up::FollowUpCall;
use crate::domain::message::MessageSent;
use crate::domain::paper_kind::PaperKind;
use crate::domain::payment::{Payment, PaymentTerm};
use crate::domain::promise::{PromiseKept, PromiseKind, Remedied};
use crate::domain::quote::{Assessment, QuoteLine, Solution};
use crate::domain::review::Review;
use crate::domain::survey::SurveyAnswer;
use crate::domain::waiting::Waiting;

pub(super) fn field(field: CaseField) -> Option<CaseField> {
    Some(match field {
        CaseField::Process(_)
        | CaseField::Number(_)
        | CaseField::Customer(_)
        | CaseField::Asset(_)
        | CaseField::Channel(_)
        | CaseField::Urgency(_)
        | CaseField::Assignee(_)
        | CaseField::Status(_)
        | CaseField::NeedsMethod(_)
        | CaseField::Nature(_)
        | CaseField::Extent(_)
        | CaseField::Day(..) => field,
        CaseField::Stage(step) => CaseField::Stage(StageMove { to: step.to, reason: String::new() }),
        CaseField::Task(task, mark) => CaseField::Task(task, ticked(mark)),
        CaseField::ChangeTask(change, task, mark) => CaseField::ChangeTask(change, task, ticked(mark)),
        CaseField::Chosen(Some(mut chosen)) => {
            chosen.title.clear();
            chosen.by.clear();
            CaseField::Chosen(Some(chosen))
        }
        CaseField::Chosen(None) => field,
        CaseField::Waiting(waiting) => {
            CaseField::Waiting(waiting.map(|waiting| Waiting { words: String::new(), ..waiting }))
        }
        CaseField::Complaint(ComplaintField::Text(..)) => return None,
        CaseField::Complaint(_) | CaseField::AroseFrom(_) => field,
        CaseField::Item(item) => CaseField::Item(priced(item)?),
        _ => return None,
    })
}

pub(super) fn event(event: CaseEvent) -> Option<CaseEvent> {
    match event {
        CaseEvent::Opened
        | CaseEvent::Promised(_)
        | CaseEvent::Submitted(_)
        | CaseEvent::LedTo(_)
        | CaseEvent::SurveySeen(_)
        | CaseEvent::Improved(_)
        | CaseEvent::ComplaintReceived(_)
        | CaseEvent::ComplaintAnswered(_) => Some(event),
        CaseEvent::ComplaintAcknowledged(told) => {
            Some(CaseEvent::ComplaintAcknowledged(ComplaintAcknowledged { words: String::new(), ..told }))
        }
        CaseEvent::ComplaintJudged(judged) => {
            Some(CaseEvent::ComplaintJudged(ComplaintJudged { words: String::new(), ..judged }))
        }
        CaseEvent::Accepted(acceptance) => {
            Some(CaseEvent::Accepted(Acceptance { name: String::new(), words: String::new(), ..acceptance }))
        }
        CaseEvent::InterimAgreed(interim) => {
            Some(CaseEvent::InterimAgreed(Interim { what: String::new(), ..interim }))
        }
        CaseEvent::InterimAnswered(answer) => {
            Some(CaseEvent::InterimAnswered(InterimAnswer { words: String::new(), ..answer }))
        }
        CaseEvent::SurveyAnswered(answer) => {
            Some(CaseEvent::SurveyAnswered(SurveyAnswer { words: String::new(), ..answer }))
        }
        CaseEvent::PaymentReceived(payment) => {
            Some(CaseEvent::PaymentReceived(Payment { note: String::new(), ..payment }))
        }
        CaseEvent::Kept(kept) => Some(CaseEvent::Kept(PromiseKept { words: String::new(), ..kept })),
        CaseEvent::Remedied(done) => Some(CaseEvent::Remedied(Remedied { words: String::new(), ..done })),
        CaseEvent::MessageSent(sent) => {
            Some(CaseEvent::MessageSent(MessageSent { words: String::new(), ..sent }))
        }
        CaseEvent::Recorded(done) => Some(CaseEvent::Recorded(Recorded { note: String::new(), ..done })),
        CaseEvent::ProgressReported(report) => {
            let bare = ProgressReport { by: report.by, told: report.told, ..ProgressReport::default() };
            Some(CaseEvent::ProgressReported(bare))
        }
        CaseEvent::FollowedUp(call) => {
            let nothing = String::new;
            Some(CaseEvent::FollowedUp(FollowUpCall { words: nothing(), problem: nothing(), ..call }))
        }
        // The paper goes; that it kept a promise stays.
        CaseEvent::PaperIssued(issued) => {
            let promise = match issued.document.paper {
                PaperKind::Quote | PaperKind::Agreement => PromiseKind::Plan,
                PaperKind::Appointment => PromiseKind::Emergency,
                PaperKind::ProgressReport => PromiseKind::Progress,
                _ => return None,
            };
            Some(CaseEvent::Kept(PromiseKept { promise, at: None, channel: None, words: String::new() }))
        }
        CaseEvent::Reviewed(review) => Some(CaseEvent::Reviewed(Review { words: String::new(), ..review })),
        _ => None,
    }
}

fn ticked(mark: Mark) -> Mark {
    match mark {
        Mark::Open => Mark::Open,
        Mark::Done(_) => Mark::Done(Evidence::Tick),
    }
}

/// Of the things that a case has several of, those with amounts stay.
fn priced(item: CaseItem) -> Option<CaseItem> {
    match item {
        CaseItem::Solution(id, solution) => {
            let bare = |solution: Box<Solution>| {
                let nothing = String::new;
                Box::new(Solution {
                    rank: solution.rank,
                    title: nothing(),
                    content: nothing(),
                    benefits: nothing(),
                    drawbacks: nothing(),
                    duration: nothing(),
                    risks: nothing(),
                    countermeasures: nothing(),
                    assessment: Assessment::default(),
                    includes_tax: solution.includes_tax,
                })
            };
            Some(CaseItem::Solution(id, solution.map(bare)))
        }
        CaseItem::QuoteLine(id, line) => {
            let bare = |line: Box<QuoteLine>| Box::new(QuoteLine { text: String::new(), ..*line });
            Some(CaseItem::QuoteLine(id, line.map(bare)))
        }
        CaseItem::PaymentTerm(id, term) => {
            let bare = |term: Box<PaymentTerm>| Box::new(PaymentTerm { label: String::new(), ..*term });
            Some(CaseItem::PaymentTerm(id, term.map(bare)))
        }
        _ => None,
    }
}
