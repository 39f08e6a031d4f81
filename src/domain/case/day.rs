use super::{Case, CaseField, CaseKey};
use crate::domain::date::Date;

/// A day of a case that has a place of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CaseDay {
    /// The first day of the agreement.
    AgreedStart,
    /// The last day of the agreement.
    AgreedEnd,
    /// The last day of free maintenance.
    MaintenanceEnd,
}

impl CaseDay {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::AgreedStart, Self::AgreedEnd, Self::MaintenanceEnd];
}

impl Case {
    /// A day, if one was agreed.
    #[must_use]
    pub fn day(&self, day: CaseDay) -> Option<Date> {
        match self.fields.current(&CaseKey::Day(day)) {
            Some(CaseField::Day(_, date)) => *date,
            _ => None,
        }
    }

    /// Whether it is maintained free of charge on this day.
    #[must_use]
    pub fn is_maintained_on(&self, today: Date) -> bool {
        self.day(CaseDay::MaintenanceEnd).is_some_and(|last| today <= last)
    }
}
