use super::Improvement;
use crate::domain::money::Quantity;

/// Whether an improvement had the effect that was wanted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Effect {
    /// The goal was reached.
    Reached,
    /// It is better than before, but the goal was not reached.
    InPart,
    /// It is no better than before.
    NotReached,
}

impl Effect {
    /// All, the best first.
    pub const ALL: [Self; 3] = [Self::Reached, Self::InPart, Self::NotReached];

    /// What the figures say. Whether less or more is better is seen from the goal: it lies on
    /// the better side of the figure before.
    #[must_use]
    pub fn of(before: Quantity, goal: Quantity, after: Quantity) -> Self {
        let less_is_better = goal < before;
        let (reached, better) =
            if less_is_better { (after <= goal, after < before) } else { (after >= goal, after > before) };
        match (reached, better) {
            (true, _) => Self::Reached,
            (false, true) => Self::InPart,
            (false, false) => Self::NotReached,
        }
    }
}

impl Improvement {
    /// What its figures say of the effect, once all three are there.
    #[must_use]
    pub fn figures_say(&self) -> Option<Effect> {
        Some(Effect::of(self.before()?, self.goal()?, self.after()?))
    }
}
