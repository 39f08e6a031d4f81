//! Why a case stands still through no doing of the shop: the recorded reasons for which the
//! clock of a promise may pause.

use super::case::{Case, CaseField, CaseKey};
use crate::journal::Held;

/// What is waited for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum WaitReason {
    /// An answer or a decision of the customer.
    Customer,
    /// Parts or goods of a supplier.
    Parts,
    /// The customer asked to postpone.
    Postponed,
    /// Nobody can get in where the work is.
    NoAccess,
}

impl WaitReason {
    /// All reasons, the most frequent first.
    pub const ALL: [Self; 4] = [Self::Customer, Self::Parts, Self::Postponed, Self::NoAccess];
}

/// That a case waits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Waiting {
    /// What for.
    pub reason: WaitReason,
    /// What exactly, or nothing.
    pub words: String,
}

impl Case {
    /// What it waits for, since when and by whose word; nothing while work goes on.
    #[must_use]
    pub fn waiting(&self) -> Option<Held<&Waiting>> {
        let held = self.fields.held(&CaseKey::Waiting)?;
        match &held.value {
            CaseField::Waiting(Some(waiting)) => {
                Some(Held { stamp: held.stamp.clone(), author: held.author.clone(), value: waiting })
            }
            _ => None,
        }
    }
}
