//! The rounds of those who go to customers: which hours of which day are taken.

use super::shop::Team;
use crate::domain::calendar::Calendar;
use crate::domain::id::StaffId;
use crate::domain::local_time::{LocalTime, Window};
use std::collections::BTreeSet;
use std::rc::Rc;

/// When visits begin, in minutes since midnight: far enough apart for the way between them.
const SLOTS: [u16; 5] = [9 * 60, 10 * 60 + 30, 13 * 60, 14 * 60 + 30, 16 * 60];
/// How long a visit takes, in minutes.
const LENGTH: i64 = 60;
/// How far ahead it is looked for a time that is free, in days.
const AHEAD: i64 = 21;
/// How far back a visit may be of which nothing was written down yet, in days.
const BACK: i64 = 3;
/// How long it takes at most from agreeing on a visit to setting out, in minutes.
const DISPATCH: i64 = 180;
/// How many agreed visits come before the one that clashes with the last of them.
const BEFORE_CLASH: usize = 2;

/// When somebody goes, and who.
pub(super) type Round = (Window, StaffId);

/// All rounds of the shop.
pub(super) struct Rounds {
    calendar: Rc<Calendar>,
    members: Vec<StaffId>,
    taken: BTreeSet<(LocalTime, StaffId)>,
    /// Those that are still to come, in the order they were agreed.
    ahead: Vec<Round>,
    /// Whether somebody was missed, and whether somebody is at a customer's now.
    missed: bool,
    at_work: bool,
}

impl Rounds {
    pub(super) fn of(team: &Team, calendar: &Rc<Calendar>) -> Self {
        Self {
            calendar: calendar.clone(),
            members: team.members(),
            taken: BTreeSet::new(),
            ahead: Vec::new(),
            missed: false,
            at_work: false,
        }
    }

    /// The first time after a moment at which somebody is free, in the order of this turn.
    pub(super) fn book(&mut self, from: LocalTime, turn: usize) -> Option<Round> {
        (0..AHEAD)
            .filter_map(|day| from.date().plus_days(day))
            .filter(|day| self.calendar.is_working_day(*day))
            .find_map(|day| {
                let slots = (0..SLOTS.len()).map(|place| SLOTS[(turn + place) % SLOTS.len()]);
                slots.filter_map(|slot| LocalTime::new(day, slot)).filter(|start| *start > from).find_map(
                    |start| {
                        let members =
                            (0..self.members.len()).map(|place| (turn + place) % self.members.len());
                        let members = members.filter_map(|place| self.members.get(place).cloned());
                        let who =
                            members.into_iter().find(|who| !self.taken.contains(&(start, who.clone())))?;
                        Some((window(start)?, who))
                    },
                )
            })
            .inspect(|(when, who)| {
                self.taken.insert((when.start(), who.clone()));
            })
    }

    /// A time to come; once, it is one at which somebody has to be elsewhere.
    pub(super) fn book_ahead(&mut self, now: LocalTime, turn: usize) -> Option<Round> {
        let round = match self.ahead.last() {
            Some(last) if self.ahead.len() == BEFORE_CLASH => last.clone(),
            _ => {
                let days = i64::try_from(turn % 4).unwrap_or(0);
                let from = if days == 0 { now } else { LocalTime::new(now.date().plus_days(days)?, 0)? };
                self.book(from, turn)?
            }
        };
        self.ahead.push(round.clone());
        Some(round)
    }

    /// Whether a visit that is going on is to be left so: one is, once somebody was missed.
    pub(super) fn leaves_at_work(&mut self) -> bool {
        let leaves = self.missed && !self.at_work;
        self.at_work |= leaves;
        self.missed = true;
        leaves
    }

    /// The last time before now, but after it could have been agreed.
    pub(super) fn just_past(&mut self, agreed: LocalTime, now: LocalTime, turn: usize) -> Option<Round> {
        let who = self.members.get(turn % self.members.len().max(1))?.clone();
        let days = (0..BACK)
            .filter_map(|day| now.date().plus_days(-day))
            .filter(|day| self.calendar.is_working_day(*day));
        let mut starts =
            days.flat_map(|day| SLOTS.into_iter().rev().filter_map(move |slot| LocalTime::new(day, slot)));
        let start = starts.find(|start| {
            start.minutes_since(agreed) > DISPATCH
                && now.minutes_since(*start) > LENGTH / 2
                && !self.taken.contains(&(*start, who.clone()))
        })?;
        self.taken.insert((start, who.clone()));
        Some((window(start)?, who))
    }
}

fn window(start: LocalTime) -> Option<Window> {
    Window::new(start, start.plus_minutes(LENGTH)?).ok()
}
