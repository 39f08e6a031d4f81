use super::ComplaintText;
use crate::domain::case::Case;

/// A part of what is known of a complaint, which a task may lead to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ComplaintPart {
    /// What the customer feels, and what happened.
    Heard,
    /// That the customer was told it is looked into.
    Acknowledged,
    /// Who handles it.
    Handler,
    /// What sort it is.
    Kind,
    /// What led to it.
    Cause,
    /// How grave it is.
    Severity,
    /// What the customer seeks.
    Seeks,
    /// Their state of mind.
    Mood,
    /// What was found.
    Findings,
    /// What both sides say.
    Sides,
    /// Whose fault it was.
    Finding,
    /// How it may be put right.
    Remedy,
    /// What the customer said to that.
    Agreed,
    /// That the reply reached the customer.
    Answered,
    /// What the customer says of the handling.
    Verdict,
    /// Where else the customer can turn.
    WayOn,
    /// What it really came from.
    RootCause,
    /// What is done so that it does not come again.
    Prevention,
    /// When it is looked whether that works.
    Check,
}

impl ComplaintPart {
    /// All, in the order in which a complaint mostly comes to them.
    pub const ALL: [Self; 19] = [
        Self::Heard,
        Self::Acknowledged,
        Self::Handler,
        Self::Kind,
        Self::Cause,
        Self::Severity,
        Self::Seeks,
        Self::Mood,
        Self::Findings,
        Self::Sides,
        Self::Finding,
        Self::Remedy,
        Self::Agreed,
        Self::Answered,
        Self::Verdict,
        Self::WayOn,
        Self::RootCause,
        Self::Prevention,
        Self::Check,
    ];

    /// The name that data has for it; it never changes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heard => "complaint",
            Self::Acknowledged => "complaint_acknowledged",
            Self::Handler => "complaint_handler",
            Self::Kind => "complaint_kind",
            Self::Cause => "complaint_cause",
            Self::Severity => "complaint_severity",
            Self::Seeks => "complaint_seeks",
            Self::Mood => "complaint_mood",
            Self::Findings => "complaint_findings",
            Self::Sides => "complaint_sides",
            Self::Finding => "complaint_finding",
            Self::Remedy => "complaint_remedy",
            Self::Agreed => "complaint_agreed",
            Self::Answered => "complaint_answered",
            Self::Verdict => "complaint_verdict",
            Self::WayOn => "complaint_way_on",
            Self::RootCause => "complaint_root_cause",
            Self::Prevention => "complaint_prevention",
            Self::Check => "complaint_check",
        }
    }

    /// Whether a case has it.
    #[must_use]
    pub fn is_on_record(self, case: &Case) -> bool {
        use ComplaintText as Text;
        let says = |text| !case.complaint_text(text).is_empty();
        match self {
            Self::Heard => says(Text::Feelings) && !case.complaint_events().is_empty(),
            Self::Acknowledged => case.complaints_acknowledged().next().is_some(),
            // Nobody judges their own doings.
            Self::Handler => case.complaint_handler().is_some() && !case.handles_own_complaint(),
            Self::Kind => case.complaint_kind().is_some(),
            Self::Cause => case.complaint_cause().is_some() || says(Text::CauseWords),
            Self::Severity => case.complaint_severity().is_some(),
            Self::Seeks => case.complaint_seeks().is_some(),
            Self::Mood => case.complaint_mood().is_some(),
            Self::Findings => says(Text::Findings),
            Self::Sides => says(Text::CustomerSide) && says(Text::StaffSide),
            Self::Finding => case.complaint_finding().is_some(),
            Self::Remedy => {
                !case.complaint_remedy().is_empty() || case.is_complaint() && !case.solutions().is_empty()
            }
            Self::Agreed => case.complaint_agreed().is_some(),
            Self::Answered => case.complaints_answered().next().is_some(),
            Self::Verdict => case.complaints_judged().next().is_some(),
            Self::WayOn => says(Text::WayOn),
            Self::RootCause => says(Text::RootCause),
            Self::Prevention => says(Text::Prevention),
            Self::Check => case.complaint_day(super::ComplaintDay::Check).is_some(),
        }
    }
}
