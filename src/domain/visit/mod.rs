//! Visits: somebody of the shop goes to the customer, at a time that was agreed.

mod charge;
mod clash;

pub use charge::{Coverage, Maintenance, VisitCharge};
pub use clash::{Clash, Slot, clashes};

use super::fields::fields;
use super::id::{CaseId, StaffId, VisitId};
use super::local_time::{LocalTime, Window};
use crate::journal::{Folded, Kind, Never, Stamp};
use std::collections::BTreeSet;

/// The longest way to a customer, in minutes: a day.
pub const MAX_TRAVEL: u32 = 24 * 60;

/// A visit's record.
#[derive(Clone, PartialEq, Debug)]
pub struct VisitKind;

impl Kind for VisitKind {
    type Field = VisitField;
    type Event = Never;

    fn anonymous(field: VisitField) -> Option<VisitField> {
        match field {
            VisitField::Case(_)
            | VisitField::When(_)
            | VisitField::Travel(_)
            | VisitField::Staff(_)
            | VisitField::Arrived(_) => Some(field),
            VisitField::Charge(charge) => {
                Some(VisitField::Charge(VisitCharge { reason: String::new(), ..charge }))
            }
            VisitField::Step(step) => {
                Some(VisitField::Step(VisitStep { to: step.to, reason: String::new() }))
            }
            _ => None,
        }
    }
}

/// A visit as it is now known.
pub type Visit = Folded<VisitKind>;

fields! {
    Visit;
    /// What is known of a visit.
    VisitField, VisitKey;
    /// The case it is for.
    Case(CaseId) => case,
    /// When it was agreed to be.
    When(Window) => when,
    /// How many minutes the way there takes; they are blocked before it.
    Travel(u32) => travel,
    /// Who goes.
    Staff(BTreeSet<StaffId>) => staff,
    /// What it is for.
    Purpose(String) => purpose,
    /// How far it has come, see [`Visit::state`].
    Step(VisitStep) => step,
    /// How to find the place: what the customer's address does not say.
    Address(String) => address,
    /// Whether it is covered by free maintenance or charged, once the result was accepted.
    Charge(VisitCharge) => charge,
    /// When those who go were there.
    Arrived(LocalTime) => arrived,
}

/// How far a visit has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum VisitState {
    /// Agreed.
    Planned,
    /// Somebody is on the way or there.
    UnderWay,
    /// The job of this visit was done.
    Done,
    /// Nobody was home, or the shop did not come.
    Missed,
    /// Called off.
    Cancelled,
}

impl VisitState {
    /// All states, in the order they are usually passed.
    pub const ALL: [Self; 5] = [Self::Planned, Self::UnderWay, Self::Done, Self::Missed, Self::Cancelled];

    /// Whether it still takes somebody's time.
    #[must_use]
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::UnderWay)
    }
}

/// A visit comes to a state.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct VisitStep {
    /// The state.
    pub to: VisitState,
    /// Why it was missed or called off; else mostly empty.
    pub reason: String,
}

impl Visit {
    /// How far it has come: planned until somebody says otherwise.
    #[must_use]
    pub fn state(&self) -> VisitState {
        self.step().map_or(VisitState::Planned, |step| step.to)
    }

    /// When it was said to be done.
    #[must_use]
    pub fn done_at(&self) -> Option<&Stamp> {
        let held = self.fields.held(&VisitKey::Step)?;
        matches!(&held.value, VisitField::Step(step) if step.to == VisitState::Done).then_some(&held.stamp)
    }

    /// The time that it takes of those who go, while it is still ahead.
    #[must_use]
    pub fn slot(&self, id: &VisitId) -> Option<Slot> {
        let when = self.when().filter(|_| self.state().is_ahead())?;
        Some(Slot {
            visit: id.clone(),
            when: *when,
            travel: self.travel().copied().unwrap_or_default(),
            staff: self.staff().cloned().unwrap_or_default(),
        })
    }
}
