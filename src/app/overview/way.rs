use crate::app::papers::MADE;
use crate::domain::case::CasePart;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::{EvidenceKind, Process, Task};
use crate::domain::record_part::RecordPart;
use crate::domain::signing::AskedSignature;

/// Where what a task asks for is written down or given out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// In a part of the case.
    Part(CasePart),
    /// The receipt of the request.
    Receipt,
    /// Another paper of the case.
    Paper(PaperKind),
    /// The case's commitment letter.
    Letter,
    /// The customer: name, address, ways to reach them.
    Customer,
    /// The process as a poster.
    Poster,
    /// The process as a list to tick by hand.
    Checklist,
}

impl Way {
    /// The way to what a task of a process asks for, where it asks for a record or a paper that
    /// there is a place for, or for a signature on such a paper.
    #[must_use]
    pub fn of(process: &Process, task: &Task) -> Option<Self> {
        match &task.evidence {
            EvidenceKind::Signature => Self::to_paper(AskedSignature::of(process, task)?.paper?),
            EvidenceKind::Paper(paper) => Self::to_paper(*paper),
            EvidenceKind::Record(RecordPart::Address) => Some(Self::Customer),
            EvidenceKind::Record(record) => CasePart::of_record(*record).map(Self::Part),
            EvidenceKind::Tick
            | EvidenceKind::Text
            | EvidenceKind::Number
            | EvidenceKind::Date
            | EvidenceKind::Choice(_)
            | EvidenceKind::Photo => None,
        }
    }

    fn to_paper(paper: PaperKind) -> Option<Self> {
        match paper {
            PaperKind::CommitmentLetter => Some(Self::Letter),
            PaperKind::IntakeReceipt => Some(Self::Receipt),
            PaperKind::Blueprint => Some(Self::Poster),
            PaperKind::Checklist => Some(Self::Checklist),
            paper => MADE.contains(&paper).then_some(Self::Paper(paper)),
        }
    }
}
