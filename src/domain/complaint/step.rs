use super::ComplaintPart;
use crate::domain::case::Case;

/// A step of a complaint, in the order of its page: feelings first, then facts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ComplaintStep {
    /// Hear it out.
    Listen,
    /// See what it is about and what is sought.
    Understand,
    /// Say who handles it, and tell the customer.
    TakeOn,
    /// Look into it fairly.
    Investigate,
    /// Agree how it is put right.
    PutRight,
    /// Answer in writing.
    Reply,
    /// Ask whether the customer is content.
    Ask,
    /// Find the root, and prevent it.
    Learn,
}

impl ComplaintStep {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Listen,
        Self::Understand,
        Self::TakeOn,
        Self::Investigate,
        Self::PutRight,
        Self::Reply,
        Self::Ask,
        Self::Learn,
    ];

    /// What has to be on record for it.
    #[must_use]
    pub fn needs(self) -> &'static [ComplaintPart] {
        use ComplaintPart as P;
        match self {
            Self::Listen => &[P::Heard],
            Self::Understand => &[P::Kind, P::Cause, P::Severity, P::Seeks],
            Self::TakeOn => &[P::Handler, P::Acknowledged],
            Self::Investigate => &[P::Sides, P::Findings, P::Finding],
            Self::PutRight => &[P::Remedy, P::Agreed],
            Self::Reply => &[P::Answered],
            Self::Ask => &[P::Verdict],
            Self::Learn => &[P::RootCause, P::Prevention],
        }
    }

    /// Whether it is done in a case.
    #[must_use]
    pub fn is_done(self, case: &Case) -> bool {
        self.needs().iter().all(|part| part.is_on_record(case))
    }

    /// The first that is not done.
    #[must_use]
    pub fn next(case: &Case) -> Option<Self> {
        Self::ALL.into_iter().find(|step| !step.is_done(case))
    }
}
