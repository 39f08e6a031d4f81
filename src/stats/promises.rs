//! How the promises of the letters were kept, counted from the cases.

mod period;
mod query;
mod record;
mod tally;

pub use period::{Period, Span, Unit};
pub use query::{Figure, Query};
pub use record::{PrintedRecord, RecordLine, span_of};
pub use tally::{Point, Tally, by_clause, by_month, by_person, by_process};

use crate::domain::calendar::{Moment, Zone};
use crate::domain::date::Date;
use crate::domain::promise::{Calendars, Judged, Measure, Paused, PromiseKind, Share, State};
use crate::search::index::Index;
use crate::search::promises::Around;
use crate::search::summary::CaseSummary;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A promise to a customer, and what came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The case.
    pub case: String,
    /// Which promise.
    pub kind: PromiseKind,
    /// The staff id of who works on the case, or nothing.
    pub person: String,
    /// The process that the case follows.
    pub process: String,
    /// The day under which it is counted, where the shop is.
    pub day: Date,
    /// Where it stands.
    pub state: State,
    /// When it started; of a guarantee that was called upon: when that was.
    pub started: Moment,
    /// When it is or was due.
    pub due: Option<Moment>,
    /// When it was met.
    pub met: Option<Moment>,
    /// Which minutes its limit counts.
    pub measure: Measure,
    /// Its limit, in those minutes.
    pub limit: u32,
    /// How many of them were used.
    pub used: u32,
    /// How many it was late by.
    pub late: u32,
    /// For how many it stood still, and by whose delay.
    pub paused: Paused,
}

impl Row {
    /// The row of a promise; nothing where what it speaks of did not come about.
    #[must_use]
    pub fn of(case: &CaseSummary, judged: &Judged, zone: Zone) -> Option<Self> {
        if judged.state == State::NotApplicable {
            return None;
        }
        // A guarantee that was called upon is decided then, and not when it ends.
        let called = judged.kind.is_guarantee() && judged.state.is_decided();
        let at = match called {
            true => judged.started,
            false => judged.due.or(judged.met).unwrap_or(judged.started),
        };
        // The minutes of a guarantee are those for which it holds: nobody is measured by them.
        let measured = !judged.kind.is_guarantee();
        let count = |minutes: u32| if measured { minutes } else { 0 };
        Some(Self {
            case: case.id.clone(),
            kind: judged.kind,
            person: case.assignee.clone(),
            process: case.process.clone(),
            day: zone.local(at)?.date(),
            state: judged.state,
            started: judged.started,
            due: judged.due.filter(|_| !called),
            met: judged.met,
            measure: judged.measure,
            limit: count(judged.limit),
            used: count(judged.used),
            late: count(judged.late),
            paused: if measured { judged.paused } else { Paused::default() },
        })
    }

    /// Whether the time that it took can be held against its limit.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        self.state.is_decided() && self.limit > 0
    }

    /// The share of the limit that was used, in per cent, a part of one counting as a whole: what was kept
    /// never shows more than 100, what was late never less.
    #[must_use]
    pub fn percent_used(&self) -> u32 {
        let percent = (u64::from(self.used) * 100).div_ceil(u64::from(self.limit).max(1));
        u32::try_from(percent).unwrap_or(u32::MAX)
    }
}

/// The promises of some cases.
#[must_use]
pub fn rows(index: &Index, cases: &[String], calendars: &Calendars, share: Share) -> Vec<Row> {
    let wanted: HashSet<&str> = cases.iter().map(String::as_str).collect();
    let around = Around::among(index, &wanted);
    let zone = calendars.now().zone;
    let mut rows = Vec::new();
    for case in cases.iter().filter_map(|id| index.cases.get(id)) {
        let judged = around.judged(case, calendars, share);
        rows.extend(judged.iter().filter_map(|judged| Row::of(case, judged, zone)));
    }
    rows
}

/// The cases to which something was promised.
#[must_use]
pub fn promised(index: &Index) -> Vec<String> {
    let cases = index.cases.values().filter(|case| !case.clocks.is_empty());
    let mut ids: Vec<String> = cases.map(|case| case.id.clone()).collect();
    ids.sort_unstable();
    ids
}

/// Changes when what promises come to may have changed, but for the time that goes by.
#[must_use]
pub fn fingerprint(index: &Index) -> u64 {
    let of = |what: &dyn Fn(&mut DefaultHasher)| {
        let mut hasher = DefaultHasher::new();
        what(&mut hasher);
        hasher.finish()
    };
    let cases = index.cases.values().map(|case| of(&|hasher| (&case.id, case.touched).hash(hasher)));
    let visits = index.visits.values().map(|visit| {
        let said = (&visit.start, &visit.end, &visit.arrived, visit.done);
        let (state, borne) = (visit.state() as u8, visit.coverage().map(|each| each as u8));
        of(&|hasher| (&visit.id, said, state, borne).hash(hasher))
    });
    cases.chain(visits).fold(0, u64::wrapping_add)
}

#[cfg(test)]
mod tests;
