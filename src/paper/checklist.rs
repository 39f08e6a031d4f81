use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::{Block, Document};
use crate::domain::paper_kind::PaperKind;

/// What a blank checklist asks for.
#[derive(Clone, Debug, Default)]
pub struct ChecklistFacts {
    /// What the process is called.
    pub process: String,
    /// Whose matter it is, when that is known; else there is room to write it.
    pub subject: Subject,
    /// Its stages.
    pub stages: Vec<ChecklistStage>,
}

/// A stage with its tasks.
#[derive(Clone, Debug, Default)]
pub struct ChecklistStage {
    /// What it is called.
    pub name: String,
    /// What is to be done.
    pub tasks: Vec<ChecklistTask>,
}

/// Something to tick.
#[derive(Clone, Debug, Default)]
pub struct ChecklistTask {
    /// What is to be done.
    pub text: String,
    /// How to do it well.
    pub hint: String,
    /// Whether it may be left out.
    pub optional: bool,
}

/// The checklist of a process, to be ticked by hand.
#[must_use]
pub fn checklist(facts: &ChecklistFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let title = match facts.process.trim() {
        "" => t.checklist_title_bare.to_owned(),
        process => t.checklist_title(&process),
    };
    let mut w = Writer::new(head, &title);
    if facts.subject == Subject::default() {
        w.room(&[t.case_number, t.customer, t.date], 1);
    } else {
        w.subject(&facts.subject, &[]);
    }
    w.count_sections();
    for stage in &facts.stages {
        w.section(&stage.name);
        for task in &stage.tasks {
            let text = task.text.trim();
            let text = if task.optional { t.checklist_optional(&text) } else { text.to_owned() };
            w.push(Block::Check { text, hint: task.hint.trim().to_owned() });
        }
    }
    w.end_section();
    w.room(&[t.checklist_remarks], 2);
    w.parties(&[(t.party_checker, "", t.date)]);
    w.finish(PaperKind::Checklist)
}
