use crate::domain::acceptance::AcceptanceVerdict;
use crate::domain::case::{Case, CaseDay};
use crate::domain::date::Date;
use crate::domain::text::{MAX_LINE, TextError, optional};

/// Who bears the cost of a visit after the result was accepted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Coverage {
    /// The shop, by its free maintenance.
    Covered,
    /// The customer.
    Charged,
}

impl Coverage {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Covered, Self::Charged];

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Covered => Self::Charged,
            Self::Charged => Self::Covered,
        }
    }
}

/// Whether a visit is covered or charged, and why when the date would have it otherwise.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct VisitCharge {
    /// Which of both.
    pub coverage: Coverage,
    /// Why it is not what the date suggests; else mostly empty.
    pub reason: String,
}

impl VisitCharge {
    /// What was chosen, where the date suggests something.
    ///
    /// # Errors
    /// [`TextError::Empty`] when it differs from that and nobody says why, and when the reason is
    /// too long.
    pub fn chosen(coverage: Coverage, suggested: Coverage, reason: &str) -> Result<Self, TextError> {
        let reason = optional(reason, MAX_LINE)?;
        match (coverage == suggested, reason.is_empty()) {
            (true, _) => Ok(Self { coverage, reason: String::new() }),
            (false, true) => Err(TextError::Empty),
            (false, false) => Ok(Self { coverage, reason }),
        }
    }
}

/// What free maintenance comes to on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Maintenance {
    /// It holds until this day.
    Free(Date),
    /// It ended on this day.
    Over(Date),
    /// It is agreed until this day, and the customer has still to accept the result.
    Agreed(Date),
}

impl Case {
    /// What the free maintenance of this case comes to on a day; nothing where none was agreed.
    #[must_use]
    pub fn maintenance_on(&self, day: Date) -> Option<Maintenance> {
        let last = self.day(CaseDay::MaintenanceEnd)?;
        Some(match self.suggested_coverage(day) {
            Some(Coverage::Covered) => Maintenance::Free(last),
            Some(Coverage::Charged) => Maintenance::Over(last),
            None => Maintenance::Agreed(last),
        })
    }

    /// What the date of a visit suggests, once the customer accepted the result and free
    /// maintenance was agreed: the last day of it is still free.
    #[must_use]
    pub fn suggested_coverage(&self, day: Date) -> Option<Coverage> {
        let accepted =
            self.acceptances().last().is_some_and(|held| held.value.verdict != AcceptanceVerdict::Refused);
        self.day(CaseDay::MaintenanceEnd).filter(|_| accepted)?;
        Some(if self.is_maintained_on(day) { Coverage::Covered } else { Coverage::Charged })
    }
}
