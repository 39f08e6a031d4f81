use crate::domain::id::{StaffId, VisitId};
use crate::domain::local_time::Window;
use std::collections::BTreeSet;

/// The time that a visit takes of those who go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// The visit.
    pub visit: VisitId,
    /// When they are there.
    pub when: Window,
    /// How many minutes before that they set out.
    pub travel: u32,
    /// Who goes.
    pub staff: BTreeSet<StaffId>,
}

/// Two visits that the same people cannot both make.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clash {
    /// The one that begins earlier.
    pub one: VisitId,
    /// The other.
    pub other: VisitId,
    /// Who would have to be at two places.
    pub staff: Vec<StaffId>,
}

impl Slot {
    /// Whether both take the same minute, the ways there included.
    fn overlaps(&self, other: &Self) -> bool {
        let ahead = |one: &Self, other: &Self| {
            one.when.start().minutes_since(other.when.end()) < i64::from(one.travel)
        };
        ahead(self, other) && ahead(other, self)
    }
}

/// All pairs of visits that overlap and share somebody, in the order they begin.
#[must_use]
pub fn clashes(slots: &[Slot]) -> Vec<Clash> {
    let mut slots: Vec<&Slot> = slots.iter().collect();
    slots.sort_by(|one, other| (one.when, &one.visit).cmp(&(other.when, &other.visit)));
    let mut found = Vec::new();
    for (at, one) in slots.iter().enumerate() {
        for other in slots[at + 1..].iter().filter(|other| one.visit != other.visit && one.overlaps(other)) {
            let staff: Vec<_> = one.staff.intersection(&other.staff).cloned().collect();
            if !staff.is_empty() {
                found.push(Clash { one: one.visit.clone(), other: other.visit.clone(), staff });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(id: &str, date: &str, start: &str, end: &str, travel: u32, staff: &[&str]) -> Slot {
        Slot {
            visit: VisitId::parse(id).expect("an id"),
            when: Window::typed(date, start, end).expect("a window"),
            travel,
            staff: staff.iter().filter_map(|id| StaffId::parse(id)).collect(),
        }
    }

    #[test]
    fn nobody_is_at_two_places() {
        let day = "2026-11-21";
        let first = slot("v1", day, "09:00", "10:00", 0, &["may", "ruth"]);
        for (other, clash) in [
            (slot("v2", day, "09:30", "11:00", 0, &["may"]), true),
            (slot("v2", day, "09:30", "11:00", 0, &["lee"]), false),
            (slot("v2", day, "10:00", "11:00", 0, &["may"]), false),
            (slot("v2", day, "10:15", "11:00", 15, &["may"]), false),
            (slot("v2", day, "10:15", "11:00", 16, &["may"]), true),
            (slot("v2", day, "08:00", "09:00", 30, &["ruth"]), false),
            (slot("v2", day, "08:00", "12:00", 0, &["ruth"]), true),
            (slot("v2", "2026-11-22", "09:00", "10:00", 0, &["may"]), false),
            (slot("v2", day, "09:00", "10:00", 0, &[]), false),
            (slot("v1", day, "09:00", "10:00", 0, &["may"]), false),
        ] {
            let found = clashes(&[first.clone(), other.clone()]);
            assert_eq!(found.len(), usize::from(clash), "{other:?}");
            assert_eq!(clashes(&[other, first.clone()]), found);
        }
    }

    #[test]
    fn the_way_there_counts_for_the_later_of_two() {
        // The first is over at ten; the second sets out at half past nine.
        let one = slot("v1", "2026-11-21", "09:00", "10:00", 600, &["may"]);
        let two = slot("v2", "2026-11-21", "10:30", "11:00", 60, &["may", "ruth"]);
        let found = clashes(&[two, one]);
        let [Clash { one, other, staff }] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((one.as_str(), other.as_str()), ("v1", "v2"));
        assert_eq!(staff.iter().map(StaffId::as_str).collect::<Vec<_>>(), ["may"]);
    }
}
