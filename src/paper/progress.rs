use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;

/// What a progress report says. It has no place for internal notes.
#[derive(Clone, Debug, Default)]
pub struct ProgressFacts {
    /// Whose matter it is.
    pub subject: Subject,
    /// The moment it tells of.
    pub as_of: String,
    /// The stage the case is in.
    pub stage: String,
    /// What is done.
    pub done: Vec<String>,
    /// What is under way.
    pub doing: Vec<String>,
    /// What comes next.
    pub next: Vec<String>,
    /// When it was to be ready.
    pub due: String,
    /// When it will be ready.
    pub new_due: String,
    /// Why it is late.
    pub reason: String,
    /// What is done about that.
    pub remedy: String,
    /// What the shop needs from the customer.
    pub requests: Vec<String>,
    /// Who reports.
    pub reported_by: String,
}

/// The progress report: what is done, what comes, and what is late and why.
#[must_use]
pub fn progress_report(facts: &ProgressFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let mut w = Writer::new(head, t.progress_title);
    w.subject(
        &facts.subject,
        &[
            (t.progress_as_of, &facts.as_of),
            (t.progress_stage, &facts.stage),
            (t.progress_due, &facts.due),
            (t.progress_new_due, &facts.new_due),
        ],
    );
    w.count_sections();
    for (title, items) in
        [(t.progress_done, &facts.done), (t.progress_doing, &facts.doing), (t.progress_next, &facts.next)]
    {
        w.section(title);
        w.list(items);
    }
    w.section(t.progress_delay);
    w.facts(&[(t.progress_reason, &facts.reason), (t.progress_remedy, &facts.remedy)]);
    w.section(t.progress_requests);
    w.list(&facts.requests);
    w.note(t.progress_note);
    w.parties(&[(t.progress_reporter, &facts.reported_by, t.date)]);
    w.finish(PaperKind::ProgressReport)
}
