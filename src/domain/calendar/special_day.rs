use crate::domain::hours::Period;

/// The hours of a working day that stands in for another.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MakeUpHours {
    /// Those of the weekday that it replaces: 0 for Monday to 6.
    Like(u8),
    /// Its own; at least one period.
    Own(Vec<Period>),
}

/// How a day differs from its weekday.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DayRule {
    /// A holiday: closed.
    Holiday,
    /// A day that is worked because another one is free.
    MakeUp(MakeUpHours),
    /// A change for this day alone; without a period, closed.
    Changed(Vec<Period>),
}

/// A day that differs from its weekday.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SpecialDay {
    /// How it differs.
    pub rule: DayRule,
    /// What it is called, or why it differs; perhaps nothing.
    pub name: String,
}
