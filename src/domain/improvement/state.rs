use super::{Improvement, MeasureKind};
use crate::domain::date::Date;

/// Where an improvement stands; never kept, always seen from what is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ImprovementState {
    /// Something of the plan is missing.
    Plan,
    /// The plan is whole; it is to be done.
    Do,
    /// It was done; the effect is to be checked.
    Check,
    /// The effect is known; it is to be decided what comes of it.
    Act,
    /// It was decided.
    Closed,
}

impl ImprovementState {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::Plan, Self::Do, Self::Check, Self::Act, Self::Closed];
}

/// What a plan lacks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Lack {
    /// The root cause.
    Why,
    /// The figure that shows the effect: which one, or of the shop's own, what it counts.
    Measure,
    /// The figure before.
    Before,
    /// The figure that is wanted.
    Goal,
    /// Who sees to it.
    Owner,
    /// By which day it is to be done.
    Due,
}

impl Improvement {
    /// The first thing that the plan lacks.
    #[must_use]
    pub fn lack(&self) -> Option<Lack> {
        let unnamed = match self.measure() {
            None => true,
            Some(kind) => kind == MeasureKind::Own && self.counted().is_empty(),
        };
        [
            (self.why().is_empty(), Lack::Why),
            (unnamed, Lack::Measure),
            (self.before().is_none(), Lack::Before),
            (self.goal().is_none(), Lack::Goal),
            (self.owner().is_none(), Lack::Owner),
            (self.due().is_none(), Lack::Due),
        ]
        .into_iter()
        .find_map(|(lacks, lack)| lacks.then_some(lack))
    }

    /// Where it stands. What happened counts more than what was planned: what was done was
    /// done, even if a later hand took something out of the plan.
    #[must_use]
    pub fn state(&self) -> ImprovementState {
        if self.act().is_some() {
            ImprovementState::Closed
        } else if self.done().is_none() {
            if self.lack().is_some() { ImprovementState::Plan } else { ImprovementState::Do }
        } else if self.verdict().is_some() {
            ImprovementState::Act
        } else {
            ImprovementState::Check
        }
    }

    /// The day that matters next: by which it is to be done, then on which it is checked.
    #[must_use]
    pub fn next_day(&self) -> Option<Date> {
        match self.state() {
            ImprovementState::Plan | ImprovementState::Do => self.due(),
            ImprovementState::Check | ImprovementState::Act => self.check(),
            ImprovementState::Closed => None,
        }
    }
}
