use super::{Act, Coaching, Effect, MeasureKind, Origin, Step};
use crate::domain::date::Date;
use crate::domain::id::{CaseId, CoachingId, ImprovementStepId, StaffId};
use crate::domain::money::Quantity;
use crate::journal::Field;

/// What is known of an improvement.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ImprovementField {
    /// What is to change.
    Title(String),
    /// What gave rise to it.
    Origin(Origin),
    /// The same in words.
    Occasion(String),
    /// The case that it arose from.
    Case(CaseId),
    /// Its root cause, in words.
    Why(String),
    /// The figure that shows the effect.
    Measure(Option<MeasureKind>),
    /// What exactly is counted, with its unit.
    Counted(String),
    /// The figure before.
    Before(Option<Quantity>),
    /// The figure that is wanted.
    Goal(Option<Quantity>),
    /// Who sees to it.
    Owner(Option<StaffId>),
    /// By which day it is to be done.
    Due(Option<Date>),
    /// One thing to do, or nothing once it was taken out.
    Step(ImprovementStepId, Option<Box<Step>>),
    /// The day on which all of it was done.
    Done(Option<Date>),
    /// The day on which the effect is checked.
    Check(Option<Date>),
    /// The figure after.
    After(Option<Quantity>),
    /// What was said of the effect.
    Verdict(Option<Effect>),
    /// What was decided in the end.
    Act(Option<Act>),
    /// Somebody was trained, or nothing once the note was taken out.
    Coaching(CoachingId, Option<Box<Coaching>>),
    /// Whether it was put aside.
    Aside(bool),
}

/// Names a field of an improvement.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of the same name")]
pub enum ImprovementKey {
    Title,
    Origin,
    Occasion,
    Case,
    Why,
    Measure,
    Counted,
    Before,
    Goal,
    Owner,
    Due,
    Step(ImprovementStepId),
    Done,
    Check,
    After,
    Verdict,
    Act,
    Coaching(CoachingId),
    Aside,
}

impl Field for ImprovementField {
    type Key = ImprovementKey;

    fn key(&self) -> ImprovementKey {
        match self {
            Self::Title(_) => ImprovementKey::Title,
            Self::Origin(_) => ImprovementKey::Origin,
            Self::Occasion(_) => ImprovementKey::Occasion,
            Self::Case(_) => ImprovementKey::Case,
            Self::Why(_) => ImprovementKey::Why,
            Self::Measure(_) => ImprovementKey::Measure,
            Self::Counted(_) => ImprovementKey::Counted,
            Self::Before(_) => ImprovementKey::Before,
            Self::Goal(_) => ImprovementKey::Goal,
            Self::Owner(_) => ImprovementKey::Owner,
            Self::Due(_) => ImprovementKey::Due,
            Self::Step(id, _) => ImprovementKey::Step(id.clone()),
            Self::Done(_) => ImprovementKey::Done,
            Self::Check(_) => ImprovementKey::Check,
            Self::After(_) => ImprovementKey::After,
            Self::Verdict(_) => ImprovementKey::Verdict,
            Self::Act(_) => ImprovementKey::Act,
            Self::Coaching(id, _) => ImprovementKey::Coaching(id.clone()),
            Self::Aside(_) => ImprovementKey::Aside,
        }
    }
}
