//! Why a case stands still through no doing of the shop: the recorded reasons for which the
//! clock of a promise may pause.

use super::calendar::Moment;
use super::case::{Case, CaseField, CaseKey, CaseKind};
use super::promise::Pausing;
use crate::journal::{Change, Held, Journal, counting};

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

/// When a case waited, in order. That work goes on says nothing while nothing was waited for, and
/// another reason ends the one before.
#[must_use]
pub fn pauses(journal: &Journal<CaseKind>) -> Vec<Pausing> {
    let mut pauses: Vec<Pausing> = Vec::new();
    for entry in counting::<CaseKind>(journal) {
        for change in &entry.changes {
            let Change::Set { field: CaseField::Waiting(waiting), .. } = change else { continue };
            let now = Moment::of_millis(entry.stamp.millis);
            if let Some(open) = pauses.last_mut().filter(|pause| pause.to.is_none()) {
                open.to = Some(now);
            }
            pauses.extend(waiting.as_ref().map(|w| Pausing { reason: w.reason, from: now, to: None }));
        }
    }
    pauses
}
