use crate::domain::id::{StaffId, VisitId};
use crate::domain::local_time::{LocalTime, Window};
use crate::domain::visit::{Coverage, Slot, Visit, VisitKind, VisitState};
use crate::journal::Journal;

/// A visit in a list or in the calendar.
#[derive(Clone, PartialEq, Debug)]
pub struct VisitSummary {
    /// Which visit.
    pub id: String,
    /// The case it is for.
    pub case: String,
    /// When it starts, as `2026-11-21T09:30`; nothing while that is open.
    pub start: String,
    /// When it ends.
    pub end: String,
    /// How many minutes the way there takes.
    pub travel: u32,
    /// The staff ids of who goes, with a space between.
    pub(super) staff: String,
    /// The place in [`VisitState::ALL`].
    pub(super) state: u8,
    /// What it is for.
    pub purpose: String,
    /// When those who go were there, as `2026-11-21T09:30`; nothing when nobody noted it.
    pub arrived: String,
    /// When it was said to be done: milliseconds since 1970, 0 while it is not.
    pub done: u64,
    /// 0 while nobody said who bears its cost, else the place in [`Coverage::ALL`] from 1.
    pub(super) charge: u8,
    /// How many fields have two values.
    pub conflicts: usize,
}

impl VisitSummary {
    pub(super) fn of(id: &str, journal: &Journal<VisitKind>) -> Self {
        let visit = Visit::of(journal);
        let staff: Vec<&str> = visit.staff().into_iter().flatten().map(StaffId::as_str).collect();
        let time = |time: fn(Window) -> LocalTime| visit.when().map(|when| time(*when).to_string());
        Self {
            id: id.to_owned(),
            case: visit.case().map(ToString::to_string).unwrap_or_default(),
            start: time(Window::start).unwrap_or_default(),
            end: time(Window::end).unwrap_or_default(),
            travel: visit.travel().copied().unwrap_or_default(),
            staff: staff.join(" "),
            state: visit.state() as u8,
            purpose: visit.purpose().cloned().unwrap_or_default(),
            arrived: visit.arrived().map(ToString::to_string).unwrap_or_default(),
            done: visit.done_at().map_or(0, |stamp| stamp.millis),
            charge: visit.charge().map_or(0, |charge| charge.coverage as u8 + 1),
            conflicts: visit.fields.conflicts().len(),
        }
    }

    /// How far it has come.
    #[must_use]
    pub fn state(&self) -> VisitState {
        VisitState::ALL[usize::from(self.state).min(VisitState::ALL.len() - 1)]
    }

    /// When it is, once agreed.
    #[must_use]
    pub fn when(&self) -> Option<Window> {
        Window::new(LocalTime::parse(&self.start)?, LocalTime::parse(&self.end)?).ok()
    }

    /// Who bears its cost, once somebody said so.
    #[must_use]
    pub fn coverage(&self) -> Option<Coverage> {
        Coverage::ALL.get(usize::from(self.charge).checked_sub(1)?).copied()
    }

    /// Who goes.
    pub fn staff(&self) -> impl Iterator<Item = StaffId> {
        self.staff.split(' ').filter_map(StaffId::parse)
    }

    /// The time that it takes of those who go, while it is still ahead: what
    /// [`clashes`](crate::domain::visit::clashes) looks at.
    #[must_use]
    pub fn slot(&self) -> Option<Slot> {
        let when = self.when().filter(|_| self.state().is_ahead())?;
        Some(Slot {
            visit: VisitId::parse(&self.id)?,
            when,
            travel: self.travel,
            staff: self.staff().collect(),
        })
    }
}
