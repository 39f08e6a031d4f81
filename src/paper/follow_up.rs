use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::texts;

/// A follow-up that is planned.
#[derive(Clone, Debug, Default)]
pub struct PlannedFacts {
    /// The day.
    pub due: String,
    /// What is asked.
    pub about: String,
    /// Who asks.
    pub who: String,
}

/// What came of asking.
#[derive(Clone, Debug, Default)]
pub struct CallFacts {
    /// The day.
    pub on: String,
    /// The channel.
    pub how: String,
    /// Who asked.
    pub who: String,
    /// Whether the customer was reached.
    pub outcome: String,
    /// What they said.
    pub words: String,
    /// A new problem.
    pub problem: String,
}

/// What a follow-up record says.
#[derive(Clone, Debug, Default)]
pub struct FollowUpFacts {
    /// Whom it is about, and what.
    pub subject: Subject,
    /// The day of delivery.
    pub delivered: String,
    /// What was said so far, the first time first.
    pub calls: Vec<CallFacts>,
    /// What is still planned.
    pub planned: Vec<PlannedFacts>,
    /// Who wrote it down.
    pub recorder: String,
}

/// The follow-up record: what the customer said after delivery, and when they are asked again.
#[must_use]
pub fn follow_up_record(facts: &FollowUpFacts, head: &PaperHead) -> Document {
    let (t, care) = (head.texts(), texts(head.lang).care());
    let mut w = Writer::new(head, care.paper_title);
    w.subject(&facts.subject, &[(care.paper_delivered, &facts.delivered)]);
    w.section(care.paper_calls);
    let calls: Vec<[&str; 6]> = facts
        .calls
        .iter()
        .map(|call| {
            [&call.on, &call.how, &call.who, &call.outcome, &call.words, &call.problem].map(String::as_str)
        })
        .collect();
    let names = [
        care.paper_on,
        care.paper_how,
        care.paper_who,
        care.paper_outcome,
        care.paper_words,
        care.paper_problem,
    ];
    w.table(names, &calls, 0, &[]);
    w.section(care.paper_plan);
    let planned: Vec<[&str; 3]> = facts
        .planned
        .iter()
        .map(|planned| [&planned.due, &planned.about, &planned.who].map(String::as_str))
        .collect();
    w.table([care.paper_on, care.paper_about, care.paper_who], &planned, 0, &[]);
    w.end_section();
    w.parties(&[(care.paper_recorder, &facts.recorder, t.date)]);
    w.finish(PaperKind::FollowUpRecord)
}
