//! What a clock comes to by the calendars in force.

use super::verdict::Verdict;
use super::{Calendars, Clock, PromiseKind, Promises, When};
use crate::domain::calendar::Moment;
use crate::domain::waiting::WaitReason;

/// Where a promise stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum State {
    /// There is time.
    Running,
    /// There is time, and it stands still.
    Paused,
    /// Kept.
    Met,
    /// Kept, and too late.
    MetLate,
    /// Broken, and still not done.
    Breached,
    /// What it speaks of did not come about.
    NotApplicable,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Running, Self::Paused, Self::Met, Self::MetLate, Self::Breached, Self::NotApplicable];

    /// Whether the promise was broken: kept late, or not at all.
    #[must_use]
    pub fn is_broken(self) -> bool {
        matches!(self, Self::MetLate | Self::Breached)
    }

    /// Whether it counts among the promises that were made and came due.
    #[must_use]
    pub fn is_decided(self) -> bool {
        matches!(self, Self::Met | Self::MetLate | Self::Breached)
    }

    /// Whether there still is time.
    #[must_use]
    pub fn is_running(self) -> bool {
        matches!(self, Self::Running | Self::Paused)
    }
}

/// The minutes that a limit counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Measure {
    /// Those of service hours.
    Working,
    /// All.
    Wall,
}

/// What makes a verdict doubtful.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Doubt {
    /// What met it is dated before what started it: it counts as met at once.
    MetBeforeStart,
    /// This device's clock shows a time before what started it: nothing has run yet.
    ClockBehind,
}

/// Minutes for which a clock stood still, by whose delay it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Paused {
    /// The customer's.
    pub customer: u32,
    /// A supplier's.
    pub supplier: u32,
}

/// What a clock comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judged {
    /// Which promise.
    pub kind: PromiseKind,
    /// Where it stands.
    pub state: State,
    /// When it started.
    pub started: Moment,
    /// When it is or was due. Nothing when no such time can be told: the shop has no service hours.
    pub due: Option<Moment>,
    /// When it begins to warn.
    pub warn: Option<Moment>,
    /// When it was met.
    pub met: Option<Moment>,
    /// Which minutes count.
    pub measure: Measure,
    /// The limit, in those minutes.
    pub limit: u32,
    /// How many of them were used until it was met or ended, or until now.
    pub used: u32,
    /// For how many of them it stood still.
    pub paused: Paused,
    /// How many of them it was late by: until it was met or ended, or until now.
    pub late: u32,
    /// A moment at which the calendar that decides was in force.
    pub by: Moment,
    /// Whether nothing is to be done for it any more, kept or not.
    pub is_over: bool,
    /// Whether something was done about it, when it was broken.
    pub remedied: bool,
    /// What makes it doubtful.
    pub doubt: Option<Doubt>,
}

/// By what clocks are judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    /// The share of a limit after which a clock warns: per cent.
    pub warn_percent: u32,
    /// The moment it is.
    pub now: Moment,
}

/// Of a promise, what lists need.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Where it stands.
    pub state: State,
    /// When it is or was due.
    pub due: Option<Moment>,
    /// When it begins to warn; nothing but while it runs.
    pub warn: Option<Moment>,
    /// Whether nothing is to be done for it any more, kept or not.
    pub is_over: bool,
    /// Whether something was done about it, when it was broken.
    pub remedied: bool,
}

impl Promises {
    /// What each clock comes to.
    #[must_use]
    pub fn judged(&self, calendars: &Calendars, share: Share) -> Vec<Judged> {
        self.clocks.iter().map(|clock| clock.judged(self, calendars, share)).collect()
    }
}

impl Clock {
    /// What it comes to. While it runs the calendar in force now decides; a promise once kept or
    /// broken keeps the verdict of the calendar, and of the letter, in force at that time.
    #[must_use]
    pub fn judged(&self, of: &Promises, calendars: &Calendars, share: Share) -> Judged {
        let it = Verdict::of(self, of, calendars, share.now);
        let (started, calendar) = (it.started, it.calendar);
        let measure = it.limit.map_or(Measure::Wall, |limit| limit.measure);
        let minutes = |from: Moment, pauses| measure.minutes(calendar, from, it.until, pauses);
        // What was agreed for a time to come is no sign of a clock that is behind.
        let behind = share.now < started && matches!(self.started, When::Moment(_));
        Judged {
            kind: self.kind,
            state: it.state,
            started,
            due: it.due,
            warn: it.warn(share.warn_percent),
            met: it.met,
            measure,
            limit: it.limit.map_or(0, |limit| limit.minutes(calendar, started)),
            used: minutes(started, &it.pauses),
            paused: self.stood_still(of, &it, measure),
            late: it.late_since.map_or(0, |due| minutes(due, &[])),
            by: it.by,
            is_over: it.is_over,
            remedied: of.remedied.contains(&(self.kind, started)),
            doubt: match (it.met_before, behind) {
                (true, _) => Some(Doubt::MetBeforeStart),
                (false, true) => Some(Doubt::ClockBehind),
                (false, false) => None,
            },
        }
    }

    /// The same, as far as lists need it.
    #[must_use]
    pub fn standing(&self, of: &Promises, calendars: &Calendars, share: Share) -> Standing {
        let it = Verdict::of(self, of, calendars, share.now);
        Standing {
            state: it.state,
            due: it.due,
            warn: it.due.filter(|_| it.state == State::Running).and_then(|_| it.warn(share.warn_percent)),
            is_over: it.is_over,
            remedied: of.remedied.contains(&(self.kind, it.started)),
        }
    }

    fn stood_still(&self, of: &Promises, it: &Verdict, measure: Measure) -> Paused {
        let mut paused = Paused::default();
        for pause in of.pauses.iter().filter(|_| self.kind.pauses()) {
            let (from, to) = (pause.from.max(it.started), pause.to.unwrap_or(it.until).min(it.until));
            if from < to {
                let minutes = measure.minutes(it.calendar, from, to, &[]);
                let whose = match pause.reason {
                    WaitReason::Parts => &mut paused.supplier,
                    WaitReason::Customer | WaitReason::Postponed | WaitReason::NoAccess => {
                        &mut paused.customer
                    }
                };
                *whose = whose.saturating_add(minutes);
            }
        }
        paused
    }
}
