//! The piles of the Today page, as conditions on cases.

use super::day::Day;
use super::index::Index;
use super::summary::CaseSummary;
use crate::domain::case::{Status, Urgency};

/// After so many days without a word a case counts as left lying.
pub const IDLE_DAYS: u64 = 3;

/// Cases that somebody should look at for the same reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pile {
    /// Open and urgent, or with values to settle.
    Attention,
    /// Something falls due today, or should have been done before; or a promise was broken and
    /// nothing was done about that.
    Due,
    /// A customer rated it low, and nobody has looked at it.
    LowScore,
    /// Open, and waiting for somebody outside the shop.
    Waiting,
    /// Open, waiting for nobody, and nothing happened for [`IDLE_DAYS`] days.
    Idle,
    /// Its customer is to be asked again, today or long since.
    FollowUp,
    /// Opened today.
    New,
}

impl Pile {
    /// All piles, as they are offered.
    pub const ALL: [Self; 7] =
        [Self::Due, Self::Attention, Self::FollowUp, Self::LowScore, Self::Waiting, Self::Idle, Self::New];

    /// Whether a case lies on this pile on that day.
    #[must_use]
    pub fn holds(self, index: &Index, case: &CaseSummary, day: Day) -> bool {
        let open = case.status() == Status::Open;
        match self {
            Self::Attention => case.conflicts > 0 || open && case.urgency() >= Urgency::High,
            Self::Due => index.falls_due(case).is_some_and(|due| due / (24 * 60) <= day.number),
            Self::LowScore => case.low_score > 0 && case.status() != Status::Withdrawn,
            Self::Waiting => case.waiting().is_some(),
            Self::Idle => open && case.waiting().is_none() && case.touched < day.ago(IDLE_DAYS),
            Self::FollowUp => {
                (1..=day.number).contains(&case.follow_up) && case.status() != Status::Withdrawn
            }
            Self::New => case.opened >= day.began,
        }
    }
}
