//! The parts of a case that are filled in as records of their own.

use super::complaint::ComplaintPart;

/// A part of what is known about a case, which a task may lead to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RecordPart {
    /// What the customer needs: facts, feelings, expectations.
    Needs,
    /// The solutions to choose from.
    Options,
    /// What the service shall achieve.
    Goals,
    /// What it is to cost.
    Price,
    /// What was charged, paid and paid back.
    Payments,
    /// The visits that were agreed.
    Visits,
    /// What was tested, accepted, or is to be corrected.
    Acceptance,
    /// Until when maintenance is free.
    Maintenance,
    /// What was promised until the final answer.
    Interim,
    /// What went off plan, and the remedy.
    Trouble,
    /// The planned calls after delivery.
    FollowUp,
    /// What is to change in the shop because of the case.
    Improvement,
    /// What somebody practised because of the case.
    Coaching,
    /// Whether an improvement had the effect that was wanted.
    EffectCheck,
    /// What the customer complains of, and what came of it.
    Complaint(ComplaintPart),
    /// How the customer rates the service.
    Survey,
    /// The thing that is served.
    Asset,
    /// Where the customer is to be found.
    Address,
}

impl RecordPart {
    /// All parts, in the order they are written down above.
    pub const ALL: [Self; 36] = [
        Self::Needs,
        Self::Options,
        Self::Goals,
        Self::Price,
        Self::Payments,
        Self::Visits,
        Self::Acceptance,
        Self::Maintenance,
        Self::Interim,
        Self::Trouble,
        Self::FollowUp,
        Self::Improvement,
        Self::Coaching,
        Self::EffectCheck,
        Self::Complaint(ComplaintPart::Heard),
        Self::Complaint(ComplaintPart::Acknowledged),
        Self::Complaint(ComplaintPart::Handler),
        Self::Complaint(ComplaintPart::Kind),
        Self::Complaint(ComplaintPart::Cause),
        Self::Complaint(ComplaintPart::Severity),
        Self::Complaint(ComplaintPart::Seeks),
        Self::Complaint(ComplaintPart::Mood),
        Self::Complaint(ComplaintPart::Findings),
        Self::Complaint(ComplaintPart::Sides),
        Self::Complaint(ComplaintPart::Finding),
        Self::Complaint(ComplaintPart::Remedy),
        Self::Complaint(ComplaintPart::Agreed),
        Self::Complaint(ComplaintPart::Answered),
        Self::Complaint(ComplaintPart::Verdict),
        Self::Complaint(ComplaintPart::WayOn),
        Self::Complaint(ComplaintPart::RootCause),
        Self::Complaint(ComplaintPart::Prevention),
        Self::Complaint(ComplaintPart::Check),
        Self::Survey,
        Self::Asset,
        Self::Address,
    ];

    /// The name that data has for it; it never changes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Needs => "needs",
            Self::Options => "options",
            Self::Goals => "goals",
            Self::Price => "price",
            Self::Payments => "payments",
            Self::Visits => "visits",
            Self::Acceptance => "acceptance",
            Self::Maintenance => "maintenance",
            Self::Interim => "interim",
            Self::Trouble => "trouble",
            Self::FollowUp => "follow_up",
            Self::Improvement => "improvement",
            Self::Coaching => "coaching",
            Self::EffectCheck => "effect_check",
            Self::Complaint(part) => part.name(),
            Self::Survey => "survey",
            Self::Asset => "asset",
            Self::Address => "address",
        }
    }

    /// The part with exactly this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{ComplaintPart, RecordPart};

    #[test]
    fn each_part_is_found_by_its_name() {
        for part in RecordPart::ALL {
            assert_eq!(RecordPart::from_name(part.name()), Some(part));
        }
        let complaint = RecordPart::ALL.iter().filter(|part| matches!(part, RecordPart::Complaint(_)));
        assert_eq!(complaint.count(), ComplaintPart::ALL.len());
        assert_eq!(RecordPart::from_name("need"), None);
    }
}
