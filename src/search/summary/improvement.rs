use crate::domain::date::Date;
use crate::domain::improvement::{Improvement, ImprovementKind, ImprovementState};
use crate::journal::Journal;

/// What stands for an improvement that was put aside, in the place of its state.
const ASIDE: u8 = 9;

/// An improvement in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct ImprovementSummary {
    /// Which improvement.
    pub id: String,
    /// What is to change.
    pub title: String,
    /// The staff id of who sees to it, or nothing.
    pub owner: String,
    /// The day by which it is to be done, or on which it is checked: days since 1970, 0 for none.
    pub day: u32,
    /// The place in [`ImprovementState::ALL`], or [`ASIDE`].
    pub(super) state: u8,
    /// How many fields have two values.
    pub conflicts: usize,
}

impl ImprovementSummary {
    pub(super) fn of(id: &str, journal: &Journal<ImprovementKind>) -> Self {
        let improvement = Improvement::of(journal);
        Self {
            id: id.to_owned(),
            title: improvement.title().to_owned(),
            owner: improvement.owner().map(|owner| owner.to_string()).unwrap_or_default(),
            day: improvement.next_day().map_or(0, Date::number),
            state: if improvement.is_aside() { ASIDE } else { improvement.state() as u8 },
            conflicts: improvement.fields.conflicts().len(),
        }
    }

    /// Where it stands; nothing when it was put aside.
    #[must_use]
    pub fn state(&self) -> Option<ImprovementState> {
        ImprovementState::ALL.get(usize::from(self.state)).copied()
    }

    /// Whether somebody still has to see to it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state < ImprovementState::Closed as u8
    }
}
