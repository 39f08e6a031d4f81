use super::Due;
use crate::app::papers::MADE;
use crate::domain::case::{Case, CasePart, is_on_record};
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::EvidenceKind;

/// The papers of a case but for its letters, each in the one place where it belongs by now.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Papers {
    /// Those that were given out, with their numbers.
    pub given: Vec<(PaperKind, Vec<String>)>,
    /// Those that can be given out now.
    pub asked: Vec<PaperKind>,
    /// The others.
    pub rest: Vec<PaperKind>,
}

impl Papers {
    /// The papers of a case for which so many visits are agreed. One can be given out now when
    /// a task asks for it, or for a record that is there and that the paper says. A receipt
    /// belongs to the beginning.
    #[must_use]
    pub fn of(case: &Case, due: &Due, visits: usize) -> Self {
        let mut papers = Self::default();
        for kind in [PaperKind::IntakeReceipt].into_iter().chain(MADE) {
            let numbers: Vec<String> =
                case.papers_of(kind).into_iter().map(|held| held.value.number.clone()).collect();
            let wanted = |evidence: &EvidenceKind| match evidence {
                EvidenceKind::Paper(paper) => *paper == kind,
                EvidenceKind::Record(record) => {
                    let paper = CasePart::of_record(*record).and_then(CasePart::paper);
                    paper == Some(kind) && is_on_record(case, visits, *record)
                }
                _ => false,
            };
            if !numbers.is_empty() {
                papers.given.push((kind, numbers));
            } else if due.tasks.iter().any(|task| wanted(&task.evidence))
                || kind == PaperKind::IntakeReceipt && due.begins
            {
                papers.asked.push(kind);
            } else {
                papers.rest.push(kind);
            }
        }
        papers
    }
}
