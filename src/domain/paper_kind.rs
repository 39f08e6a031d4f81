//! The documents of a case.

/// The documents of a case, numbered as in the product.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PaperKind {
    /// 1: the shop's signed promise, to one customer or to all.
    CommitmentLetter,
    /// 2: what was handed in, under which number, and when an answer comes.
    IntakeReceipt,
    /// 3: what the customer needs, as it was understood.
    NeedsRecord,
    /// 4: the solutions side by side, and what they cost.
    Quote,
    /// 5: scope, term, fees, liability, confidentiality, changes.
    Agreement,
    /// 6: sends somebody to do the job; three copies.
    WorkOrder,
    /// 7: a visit agreed with the customer.
    Appointment,
    /// 8: left at the door when nobody was there.
    MissedVisit,
    /// 9: what is done, and what comes next.
    ProgressReport,
    /// 10: what shall be otherwise than agreed, and what that means.
    ChangeRequest,
    /// 11: the customer accepts the result, or lists what to correct.
    AcceptanceReport,
    /// 12: what was charged and paid.
    FeeStatement,
    /// 13: the complaint, and the answer to it.
    ComplaintReply,
    /// 14: the survey on paper.
    SatisfactionForm,
    /// 15: what was said when the customer was asked again.
    FollowUpRecord,
    /// 16: thanks at the end, with the maintenance period.
    ThankYou,
    /// 17: the process as a poster or a service blueprint.
    Blueprint,
    /// 18: a process's tasks to be ticked by hand.
    Checklist,
}

impl PaperKind {
    /// All kinds, by their numbers.
    pub const ALL: [Self; 18] = [
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
        Self::SatisfactionForm,
        Self::FollowUpRecord,
        Self::ThankYou,
        Self::Blueprint,
        Self::Checklist,
    ];

    /// The name that data has for it; it never changes.
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
            Self::SatisfactionForm => "satisfaction_form",
            Self::FollowUpRecord => "follow_up_record",
            Self::ThankYou => "thank_you",
            Self::Blueprint => "blueprint",
            Self::Checklist => "checklist",
        }
    }

    /// The kind with exactly this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::PaperKind;

    #[test]
    fn each_kind_is_found_by_its_name() {
        for kind in PaperKind::ALL {
            assert_eq!(PaperKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(PaperKind::from_name("Quote"), None);
    }

    #[test]
    fn all_kinds_stand_in_the_order_of_their_numbers() {
        assert!(PaperKind::ALL.is_sorted());
        assert_eq!(PaperKind::ALL[5], PaperKind::WorkOrder, "the work order is number 6");
    }
}
