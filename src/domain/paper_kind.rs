//! The papers of the trade: which there are, the sheets they go on, how many of each, and who signs.

use super::signature::SignerRole;

/// Which paper of the trade it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PaperKind {
    /// The shop's promises, to one customer or to all.
    CommitmentLetter,
    /// Confirms that a request was taken.
    IntakeReceipt,
    /// What the customer needs, and what is suggested.
    NeedsRecord,
    /// The solutions side by side, and what they cost.
    Quote,
    /// The contract.
    Agreement,
    /// Sends somebody to do the job.
    WorkOrder,
    /// A visit that was agreed.
    Appointment,
    /// Left at the door when nobody was home.
    MissedVisit,
    /// How far a long job is.
    ProgressReport,
    /// The customer's wish changes after the agreement.
    ChangeRequest,
    /// The customer accepts the result, or lists what to correct.
    AcceptanceReport,
    /// What is to be paid, or was.
    FeeStatement,
    /// The answer to a complaint.
    ComplaintReply,
    /// What the shop knows of a complaint; it stays in the shop.
    ComplaintRecord,
    /// The questions of a survey.
    SatisfactionForm,
    /// What was said in a follow-up.
    FollowUpRecord,
    /// A word of apology for promises that were not kept.
    Apology,
    /// Thanks at the end, with the maintenance period.
    ThankYou,
    /// A process as a poster with its lanes.
    Blueprint,
    /// A process as a list to tick by hand.
    Checklist,
}

/// A sheet that papers are printed on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// 210 by 297 mm.
    A4,
    /// 148 by 210 mm.
    A5,
    /// A roll of 80 mm, cut where the paper ends.
    Slip80,
    /// 297 by 210 mm.
    A4Landscape,
}

impl PaperKind {
    /// All papers, in the order in which a case needs them.
    pub const ALL: [Self; 20] = [
        Self::CommitmentLetter,
        Self::IntakeReceipt,
        Self::NeedsRecord,
        Self::Quote,
        Self::Agreement,
        Self::WorkOrder,
        Self::Appointment,
        Self::MissedVisit,
        Self::ProgressReport,
        Self::ChangeRequest,
        Self::AcceptanceReport,
        Self::FeeStatement,
        Self::ComplaintReply,
        Self::ComplaintRecord,
        Self::SatisfactionForm,
        Self::FollowUpRecord,
        Self::Apology,
        Self::ThankYou,
        Self::Blueprint,
        Self::Checklist,
    ];

    /// Its name in lower case with `_` between the words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CommitmentLetter => "commitment_letter",
            Self::IntakeReceipt => "intake_receipt",
            Self::NeedsRecord => "needs_record",
            Self::Quote => "quote",
            Self::Agreement => "agreement",
            Self::WorkOrder => "work_order",
            Self::Appointment => "appointment",
            Self::MissedVisit => "missed_visit",
            Self::ProgressReport => "progress_report",
            Self::ChangeRequest => "change_request",
            Self::AcceptanceReport => "acceptance_report",
            Self::FeeStatement => "fee_statement",
            Self::ComplaintReply => "complaint_reply",
            Self::ComplaintRecord => "complaint_record",
            Self::SatisfactionForm => "satisfaction_form",
            Self::FollowUpRecord => "follow_up_record",
            Self::Apology => "apology",
            Self::ThankYou => "thank_you",
            Self::Blueprint => "blueprint",
            Self::Checklist => "checklist",
        }
    }

    /// The paper with exactly this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The sheet it is printed on, unless another is chosen.
    #[must_use]
    pub fn format(self) -> Format {
        self.formats().first().copied().unwrap_or(Format::A4)
    }

    /// The sheets that suit it, the usual one first.
    #[must_use]
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::IntakeReceipt => &[Format::A5],
            Self::Appointment | Self::MissedVisit => &[Format::A5, Format::Slip80],
            Self::FeeStatement => &[Format::A5, Format::A4],
            Self::FollowUpRecord | Self::Apology => &[Format::A4, Format::A5],
            Self::Blueprint => &[Format::A4Landscape],
            _ => &[Format::A4],
        }
    }

    /// The letter that tells its numbers from those of other papers of a case. Letters and
    /// receipts have none.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::CommitmentLetter | Self::IntakeReceipt => "",
            Self::NeedsRecord => "N",
            Self::Quote => "Q",
            Self::Agreement => "A",
            Self::WorkOrder => "W",
            Self::Appointment => "V",
            Self::MissedVisit => "M",
            Self::ProgressReport => "P",
            Self::ChangeRequest => "C",
            Self::AcceptanceReport => "T",
            Self::FeeStatement => "F",
            Self::ComplaintReply => "K",
            Self::ComplaintRecord => "R",
            Self::SatisfactionForm => "S",
            Self::FollowUpRecord => "U",
            Self::Apology => "E",
            Self::ThankYou => "Y",
            Self::Blueprint => "G",
            Self::Checklist => "L",
        }
    }

    /// For whom its places to sign are, in the order in which they stand on it. What is on a
    /// paper that was issued never changes, so neither may this.
    #[must_use]
    pub fn signers(self) -> &'static [SignerRole] {
        use SignerRole::{Customer, Member, Shop};
        match self {
            // Who takes the order on, who does the job, who accepts it.
            Self::WorkOrder => &[Member, Member, Customer],
            Self::NeedsRecord
            | Self::Quote
            | Self::Agreement
            | Self::ChangeRequest
            | Self::AcceptanceReport => &[Customer, Shop],
            Self::ProgressReport | Self::FollowUpRecord => &[Member],
            Self::ComplaintRecord => &[Member, Shop],
            Self::FeeStatement => &[Shop],
            _ => &[],
        }
    }

    /// Whether it is about one visit: what is printed for another visit is another paper.
    #[must_use]
    pub fn is_about_visit(self) -> bool {
        matches!(self, Self::Appointment | Self::MissedVisit)
    }

    /// How many copies of it are printed, each with its own label.
    #[must_use]
    pub fn copies(self) -> usize {
        if self == Self::WorkOrder { 3 } else { 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_paper_has_a_name_of_its_own() {
        let names: BTreeSet<_> = PaperKind::ALL.map(PaperKind::name).into();
        assert_eq!(names.len(), PaperKind::ALL.len());
        for kind in PaperKind::ALL {
            assert_eq!(PaperKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(PaperKind::from_name("letter"), None, "a word of the file is not a name");
    }

    #[test]
    fn papers_go_on_the_sheets_that_suit_them() {
        for (kind, format, copies) in [
            (PaperKind::CommitmentLetter, Format::A4, 1),
            (PaperKind::IntakeReceipt, Format::A5, 1),
            (PaperKind::WorkOrder, Format::A4, 3),
            (PaperKind::MissedVisit, Format::A5, 1),
            (PaperKind::Blueprint, Format::A4Landscape, 1),
        ] {
            assert_eq!((kind.format(), kind.copies()), (format, copies), "{kind:?}");
        }
        assert!(PaperKind::MissedVisit.formats().contains(&Format::Slip80));
    }
}
