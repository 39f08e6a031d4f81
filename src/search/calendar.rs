//! The visits of some days, placed as a calendar draws them.

use super::index::Index;
use super::summary::VisitSummary;
use crate::domain::date::Date;
use crate::domain::visit::{Slot, VisitState};
use crate::search::visiting::clashing_among;

/// The hours that are drawn even when nothing is in them.
const USUAL: (u16, u16) = (8, 19);
/// The least height of a visit, in minutes: so much a line of text needs.
const LEAST: u16 = 30;
const DAY: u16 = 24 * 60;

/// Some days side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct Calendar {
    /// The first hour that is drawn.
    pub from_hour: u16,
    /// The hour at which the drawing ends.
    pub to_hour: u16,
    /// The days, in order.
    pub days: Vec<CalendarDay>,
}

/// A day with its visits.
#[derive(Clone, PartialEq, Debug)]
pub struct CalendarDay {
    /// Which day.
    pub date: Date,
    /// Its visits, in the order they start.
    pub visits: Vec<Placed>,
}

/// A visit in its place.
#[derive(Clone, PartialEq, Debug)]
pub struct Placed {
    /// Which visit.
    pub id: String,
    /// The minute of the day at which it is drawn.
    pub top: u16,
    /// How many minutes high it is drawn.
    pub height: u16,
    /// Which of the columns within the day, from 0.
    pub lane: usize,
    /// How many columns visits that overlap with it take.
    pub lanes: usize,
    /// Whether somebody would have to be elsewhere at that time.
    pub clashes: bool,
    /// Whether it began the day before.
    pub continued: bool,
}

/// The visits of `count` days from `first`, of one member of staff where `staff` names one.
/// What was called off is not shown.
#[must_use]
pub fn calendar(index: &Index, first: Date, count: u32, staff: &str) -> Calendar {
    let dates: Vec<Date> = (0..i64::from(count)).filter_map(|day| first.plus_days(day)).collect();
    let last = dates.last().copied().unwrap_or(first);
    let shown: Vec<&VisitSummary> = index
        .visits_between(first, last)
        .into_iter()
        .filter(|visit| visit.state() != VisitState::Cancelled)
        .filter(|visit| staff.is_empty() || visit.staff().any(|id| id.as_str() == staff))
        .collect();
    let slots: Vec<Slot> =
        index.visits_between(first, last).iter().filter_map(|visit| visit.slot()).collect();
    let clashing = clashing_among(&slots);
    let days: Vec<CalendarDay> = dates
        .into_iter()
        .map(|date| {
            let mut visits: Vec<Placed> = shown.iter().filter_map(|visit| placed(visit, date)).collect();
            visits.iter_mut().for_each(|visit| visit.clashes = clashing.contains(&visit.id));
            side_by_side(&mut visits);
            CalendarDay { date, visits }
        })
        .collect();
    let all = || days.iter().flat_map(|day| &day.visits);
    let from_hour = all().map(|visit| visit.top / 60).min().unwrap_or(USUAL.0).min(USUAL.0);
    let to_hour =
        all().map(|visit| (visit.top + visit.height).div_ceil(60)).max().unwrap_or(USUAL.1).max(USUAL.1);
    Calendar { from_hour, to_hour: to_hour.min(24), days }
}

/// The part of a visit that lies on a day.
fn placed(visit: &VisitSummary, date: Date) -> Option<Placed> {
    let when = visit.when()?;
    let (start, end) = (when.start(), when.end());
    let top = match start.date().cmp(&date) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => start.minute(),
        std::cmp::Ordering::Greater => return None,
    };
    let bottom = match end.date().cmp(&date) {
        std::cmp::Ordering::Less => return None,
        std::cmp::Ordering::Equal => end.minute(),
        std::cmp::Ordering::Greater => DAY,
    };
    if bottom <= top {
        return None;
    }
    let top = top.min(DAY - LEAST);
    Some(Placed {
        id: visit.id.clone(),
        top,
        height: (bottom - top).max(LEAST),
        lane: 0,
        lanes: 1,
        clashes: false,
        continued: start.date() < date,
    })
}

/// Gives visits that overlap columns of their own. They come in the order they start.
fn side_by_side(visits: &mut [Placed]) {
    visits.sort_by(|one, other| (one.top, &one.id).cmp(&(other.top, &other.id)));
    let mut start = 0;
    while start < visits.len() {
        let mut ends: Vec<u16> = Vec::new();
        let mut bottom = visits[start].top;
        let mut end = start;
        while end < visits.len() && (end == start || visits[end].top < bottom) {
            let visit = &mut visits[end];
            let lane = ends.iter().position(|free| *free <= visit.top).unwrap_or(ends.len());
            if lane == ends.len() {
                ends.push(0);
            }
            ends[lane] = visit.top + visit.height;
            bottom = bottom.max(ends[lane]);
            visit.lane = lane;
            end += 1;
        }
        visits[start..end].iter_mut().for_each(|visit| visit.lanes = ends.len());
        start = end;
    }
}

impl CalendarDay {
    /// How many columns its visits take.
    #[must_use]
    pub fn lanes(&self) -> usize {
        self.visits.iter().map(|visit| visit.lanes).max().unwrap_or(1)
    }

    /// The visits that begin on it.
    fn own(&self) -> impl Iterator<Item = &Placed> {
        self.visits.iter().filter(|visit| !visit.continued)
    }
}

impl Calendar {
    /// The visit that lies beside one: the next or the one before on its day, or the first of
    /// the nearest day to the left or right that has one.
    #[must_use]
    pub fn beside(&self, visit: &str, right: isize, down: isize) -> Option<&str> {
        let (day, place) = self
            .days
            .iter()
            .enumerate()
            .find_map(|(day, shown)| Some((day, shown.own().position(|placed| placed.id == visit)?)))?;
        if right == 0 {
            let place = place.checked_add_signed(down)?;
            return self.days[day].own().nth(place).map(|visit| visit.id.as_str());
        }
        let mut day = day.checked_add_signed(right)?;
        while let Some(shown) = self.days.get(day) {
            if let Some(first) = shown.own().next() {
                return Some(&first.id);
            }
            day = day.checked_add_signed(right)?;
        }
        None
    }
}
