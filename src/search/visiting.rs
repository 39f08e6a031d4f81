//! Who would have to be at two places at once.

use super::index::Index;
use super::summary::VisitSummary;
use crate::domain::id::{StaffId, VisitId};
use crate::domain::local_time::Window;
use crate::domain::visit::{Slot, VisitState, clashes};
use std::collections::BTreeSet;

/// The time that a visit would take, before it is agreed.
#[derive(Clone, PartialEq, Debug)]
pub struct NewSlot {
    /// When they would be there.
    pub when: Window,
    /// How many minutes before that they would set out.
    pub travel: u32,
    /// Who would go.
    pub staff: BTreeSet<StaffId>,
}

impl Index {
    /// How many visits were agreed for a case and not called off.
    #[must_use]
    pub fn visits_agreed(&self, case: &str) -> usize {
        let stands = |visit: &&VisitSummary| visit.case == case && visit.state() != VisitState::Cancelled;
        self.visits.values().filter(stands).count()
    }
}

/// A visit that the same people have agreed to make.
#[derive(Clone, PartialEq, Debug)]
pub struct Elsewhere {
    /// Who would have to be at two places.
    pub staff: Vec<StaffId>,
    /// When the other visit is.
    pub when: Window,
    /// The number of its case.
    pub number: String,
}

/// The visits that clash with one that is about to be agreed or moved; `itself` is the visit
/// that is moved.
#[must_use]
pub fn clashing(index: &Index, new: &NewSlot, itself: Option<&str>) -> Vec<Elsewhere> {
    // Nobody is called so: ids that are made have no such form.
    let Some(id) = VisitId::parse("-") else { return Vec::new() };
    let mine = Slot { visit: id, when: new.when, travel: new.travel, staff: new.staff.clone() };
    index
        .visits
        .values()
        .filter(|visit| Some(visit.id.as_str()) != itself)
        .filter_map(|visit| {
            let clash = clashes(&[mine.clone(), visit.slot()?]).pop()?;
            let number = index.cases.get(&visit.case).map(|case| case.number.clone());
            Some(Elsewhere { staff: clash.staff, when: visit.when()?, number: number.unwrap_or_default() })
        })
        .collect()
}

/// The visits, of these, that clash with another of them.
#[must_use]
pub fn clashing_among<'a>(slots: impl IntoIterator<Item = &'a Slot>) -> BTreeSet<String> {
    let slots: Vec<Slot> = slots.into_iter().cloned().collect();
    clashes(&slots).into_iter().flat_map(|clash| [clash.one.to_string(), clash.other.to_string()]).collect()
}
