use crate::app::papers::MADE;
use crate::domain::case::CasePart;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::EvidenceKind;
use crate::domain::record_part::RecordPart;

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
    /// The customer's things.
    Items,
    /// The process as a poster.
    Poster,
    /// The process as a list to tick by hand.
    Checklist,
}

impl Way {
    /// The way to what a task asks for, where it asks for a record or a paper that there is a
    /// place for.
    #[must_use]
    pub fn of(evidence: &EvidenceKind) -> Option<Self> {
        match evidence {
            EvidenceKind::Record(RecordPart::Asset) => Some(Self::Items),
            EvidenceKind::Record(record) => CasePart::of_record(*record).map(Self::Part),
            EvidenceKind::Paper(PaperKind::CommitmentLetter) => Some(Self::Letter),
            EvidenceKind::Paper(PaperKind::IntakeReceipt) => Some(Self::Receipt),
            EvidenceKind::Paper(PaperKind::Blueprint) => Some(Self::Poster),
            EvidenceKind::Paper(PaperKind::Checklist) => Some(Self::Checklist),
            EvidenceKind::Paper(paper) => MADE.contains(paper).then_some(Self::Paper(*paper)),
            EvidenceKind::Tick
            | EvidenceKind::Text
            | EvidenceKind::Number
            | EvidenceKind::Date
            | EvidenceKind::Choice(_)
            | EvidenceKind::Photo
            | EvidenceKind::Signature => None,
        }
    }
}
