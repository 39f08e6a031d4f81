use crate::domain::paper_kind::PaperKind;
use crate::domain::record_part::RecordPart;

/// A part of a case that is written down in a place of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CasePart {
    /// What the customer needs.
    Needs,
    /// The options to choose from, with their quotes.
    Options,
    /// What was agreed.
    Agreement,
    /// The thing that is served: as it came in, and what was replaced.
    Thing,
    /// The visits.
    Visits,
    /// How the job goes.
    Work,
    /// The tests, and the customer's word on the result.
    Acceptance,
    /// What is to be paid, and what was.
    Payments,
    /// When the customer is asked again, and what they said.
    Care,
    /// What the customer complains of, and what comes of it.
    Complaint,
    /// How the customer rates the service.
    Survey,
    /// What the shop improves because of it.
    Improvements,
    /// Where the case stands in its process; it keeps nothing itself.
    Blueprint,
    /// Photos and files.
    Photos,
}

impl CasePart {
    /// All parts, in the order in which a case mostly comes to need them.
    pub const ALL: [Self; 14] = [
        Self::Needs,
        Self::Options,
        Self::Agreement,
        Self::Thing,
        Self::Visits,
        Self::Work,
        Self::Acceptance,
        Self::Payments,
        Self::Care,
        Self::Complaint,
        Self::Survey,
        Self::Improvements,
        Self::Blueprint,
        Self::Photos,
    ];

    /// The name that addresses have for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Needs => "needs",
            Self::Options => "options",
            Self::Agreement => "agreement",
            Self::Thing => "thing",
            Self::Visits => "visits",
            Self::Work => "work",
            Self::Acceptance => "acceptance",
            Self::Payments => "payments",
            Self::Care => "follow-ups",
            Self::Complaint => "complaint",
            Self::Survey => "survey",
            Self::Improvements => "improvements",
            Self::Blueprint => "blueprint",
            Self::Photos => "photos",
        }
    }

    /// The part with exactly this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// The part in which a record is written down, where a case keeps it.
    #[must_use]
    pub fn of_record(record: RecordPart) -> Option<Self> {
        match record {
            RecordPart::Needs => Some(Self::Needs),
            RecordPart::Options => Some(Self::Options),
            RecordPart::Goals => Some(Self::Agreement),
            RecordPart::Price | RecordPart::Payments => Some(Self::Payments),
            RecordPart::Visits => Some(Self::Visits),
            RecordPart::Acceptance | RecordPart::Maintenance => Some(Self::Acceptance),
            RecordPart::Trouble | RecordPart::Interim => Some(Self::Work),
            RecordPart::FollowUp => Some(Self::Care),
            RecordPart::Asset => Some(Self::Thing),
            RecordPart::Improvement | RecordPart::Coaching | RecordPart::EffectCheck => {
                Some(Self::Improvements)
            }
            RecordPart::Survey => Some(Self::Survey),
            RecordPart::Complaint(_) => Some(Self::Complaint),
            RecordPart::Address => None,
        }
    }

    /// The part that a paper is filled from.
    #[must_use]
    pub fn of_paper(paper: PaperKind) -> Option<Self> {
        match paper {
            PaperKind::NeedsRecord => Some(Self::Needs),
            PaperKind::Quote => Some(Self::Options),
            PaperKind::Agreement => Some(Self::Agreement),
            PaperKind::Appointment | PaperKind::MissedVisit => Some(Self::Visits),
            PaperKind::WorkOrder | PaperKind::ProgressReport | PaperKind::ChangeRequest => Some(Self::Work),
            PaperKind::AcceptanceReport => Some(Self::Acceptance),
            PaperKind::FeeStatement => Some(Self::Payments),
            PaperKind::FollowUpRecord => Some(Self::Care),
            PaperKind::SatisfactionForm => Some(Self::Survey),
            PaperKind::ComplaintReply | PaperKind::ComplaintRecord => Some(Self::Complaint),
            PaperKind::CommitmentLetter
            | PaperKind::IntakeReceipt
            | PaperKind::Apology
            | PaperKind::ThankYou
            | PaperKind::Blueprint
            | PaperKind::Checklist => None,
        }
    }

    /// The paper that says what the part says, where one does.
    #[must_use]
    pub fn paper(self) -> Option<PaperKind> {
        match self {
            Self::Needs => Some(PaperKind::NeedsRecord),
            Self::Options => Some(PaperKind::Quote),
            Self::Agreement => Some(PaperKind::Agreement),
            Self::Visits => Some(PaperKind::Appointment),
            Self::Work => Some(PaperKind::WorkOrder),
            Self::Acceptance => Some(PaperKind::AcceptanceReport),
            Self::Payments => Some(PaperKind::FeeStatement),
            Self::Care => Some(PaperKind::FollowUpRecord),
            Self::Survey => Some(PaperKind::SatisfactionForm),
            Self::Complaint => Some(PaperKind::ComplaintReply),
            Self::Thing | Self::Improvements | Self::Blueprint | Self::Photos => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_records_and_papers_name_each_other() {
        for part in CasePart::ALL {
            assert_eq!(CasePart::from_name(part.name()), Some(part));
            assert!(part.paper().is_none_or(|paper| CasePart::of_paper(paper) == Some(part)), "{part:?}");
        }
        assert_eq!(CasePart::from_name("trouble"), None, "a record is no part");
        assert_eq!(CasePart::of_record(RecordPart::Trouble), Some(CasePart::Work));
    }
}
