use super::Due;
use crate::app::papers::MADE;
use crate::domain::case::{Case, CasePart, is_on_record};
use crate::domain::document::Issued;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::EvidenceKind;
use crate::journal::Held;

/// A paper that was given out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GivenPaper {
    /// Its number.
    pub number: String,
    /// Whether everybody signed it who is asked to.
    pub signed: bool,
}

/// The papers of a case but for its letters, each in the one place where it belongs by now.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Papers {
    /// Those that were given out.
    pub given: Vec<(PaperKind, Vec<GivenPaper>)>,
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
        // Without a complaint there is nothing to answer, and nothing to file.
        let fits =
            |kind: &PaperKind| CasePart::of_paper(*kind) != Some(CasePart::Complaint) || case.has_complaint();
        for kind in [PaperKind::IntakeReceipt].into_iter().chain(MADE).filter(fits) {
            let given = |held: Held<&Issued>| GivenPaper {
                number: held.value.number.clone(),
                signed: case.is_fully_signed(held.value),
            };
            let given: Vec<GivenPaper> = case.papers_of(kind).into_iter().map(given).collect();
            let wanted = |evidence: &EvidenceKind| match evidence {
                EvidenceKind::Paper(paper) => *paper == kind,
                EvidenceKind::Record(record) => {
                    let paper = CasePart::of_record(*record).and_then(CasePart::paper);
                    // A form to fill in goes before the record, the other papers say it.
                    let there = is_on_record(case, visits, *record);
                    paper == Some(kind) && there != (kind == PaperKind::SatisfactionForm)
                }
                _ => false,
            };
            if !given.is_empty() {
                papers.given.push((kind, given));
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
