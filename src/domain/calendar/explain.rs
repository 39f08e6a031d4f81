//! How a time came about, span by span.

use super::pause::{Open, Pauses};
use super::walk::Pieces;
use super::{Calendar, DAY, DayRule, MakeUpHours, Moment, Pause, SpecialDay, clock::Clock, days_between};
use crate::domain::date::Date;

/// A part of the way from one moment to another. The minutes of all spans are the minutes worked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    /// The day it belongs to: that on which the period began; of closed days, the first.
    pub date: Date,
    /// When it begins; of closed days, the midnight before the first.
    pub from: Moment,
    /// When it ends; of closed days, the midnight after the last.
    pub to: Moment,
    /// The minutes that count: all of it, or none.
    pub minutes: u32,
    /// Whether it counts.
    pub kind: SpanKind,
    /// Why the shop works then, or does not.
    pub day: Why,
}

/// Whether the minutes of a span count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SpanKind {
    /// Working time.
    Worked,
    /// Working time within a pause.
    Paused,
    /// Whole days that differ from their weekday and of which nothing is left to count.
    Closed,
}

/// Why a day's hours are what they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// The hours of its weekday.
    Usual,
    /// It is worked because another day is free.
    MakeUp {
        /// The weekday whose hours it has, from Monday; nothing when it has hours of its own.
        like: Option<u8>,
        /// What it is called; perhaps nothing.
        name: String,
    },
    /// Its hours were changed for this once.
    Changed {
        /// Why; perhaps nothing.
        name: String,
    },
    /// A holiday.
    Holiday {
        /// What it is called; perhaps nothing.
        name: String,
        /// Whether work of the evening before ran into it past midnight.
        overrun: bool,
    },
}

impl Why {
    fn of(special: Option<&SpecialDay>) -> Self {
        let Some(SpecialDay { rule, name }) = special else { return Self::Usual };
        let name = name.clone();
        match rule {
            DayRule::Holiday => Self::Holiday { name, overrun: false },
            DayRule::MakeUp(MakeUpHours::Like(weekday)) => Self::MakeUp { like: Some(*weekday), name },
            DayRule::MakeUp(MakeUpHours::Own(_)) => Self::MakeUp { like: None, name },
            DayRule::Changed(_) => Self::Changed { name },
        }
    }

    /// Whether a closed day goes on with the next.
    fn goes_on(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Holiday { name, .. }, Self::Holiday { name: other, overrun: false }) => name == other,
            _ => self == next,
        }
    }
}

impl Calendar {
    /// The spans from one moment to another in which the shop works, and between them the days on
    /// which it does not because they are special; neighbours of one name are one span. Usual closed days,
    /// such as the weekend, have none. A pause without an end lasts; [`Calendar::due`] passes it over, so leave
    /// it out where a due time is explained.
    #[must_use]
    pub fn explain(&self, from: Moment, to: Moment, pauses: &[Pause]) -> Vec<Span> {
        let mut spans = self.open_spans(from, to, pauses);
        let mut closed = self.closed_spans(from, to, &spans);
        spans.append(&mut closed);
        spans.sort_by_key(|span| (span.date, span.from));
        spans
    }

    fn open_spans(&self, from: Moment, to: Moment, pauses: &[Pause]) -> Vec<Span> {
        let mut pauses = Pauses::new(pauses, Open::Lasts);
        let mut spans = Vec::new();
        for piece in Pieces::since(self, from, days_between(from, to)) {
            if piece.from >= to {
                break;
            }
            let Some(date) = Date::EPOCH.plus_days(piece.day) else { break };
            let (mut at, end) = (piece.from, piece.to.min(to));
            while at < end {
                let (until, paused) = pauses.part(at, end);
                spans.push(Span {
                    date,
                    from: at,
                    to: until,
                    minutes: if paused { 0 } else { until.number() - at.number() },
                    kind: if paused { SpanKind::Paused } else { SpanKind::Worked },
                    day: Why::of(self.days.get(&date)),
                });
                at = until;
            }
        }
        spans
    }

    fn closed_spans(&self, from: Moment, to: Moment, open: &[Span]) -> Vec<Span> {
        let mut closed: Vec<(Date, Span)> = Vec::new();
        let last = to.plus_minutes(-1);
        let range = self.zone.local(from).zip(self.zone.local(last)).filter(|_| from < to);
        let Some((first, last)) = range else { return Vec::new() };
        let mut clock = Clock::new(self.zone);
        let mut midnight = |date: Date| clock.moment(date.days_since(Date::EPOCH) * DAY);
        for (date, special) in self.days.range(first.date()..=last.date()) {
            let is_told = open.binary_search_by_key(date, |span| span.date).is_ok();
            // A make-up day before its opening or after its close is like any other day.
            let works = matches!(special.rule, DayRule::MakeUp(_)) && self.is_working_day(*date);
            if is_told || works {
                continue;
            }
            let Some(next) = date.plus_days(1) else { break };
            let begins = midnight(*date);
            let mut day = Why::of(Some(special));
            if let Why::Holiday { overrun, .. } = &mut day {
                let before = date.plus_days(-1).and_then(|before| self.close_of(before));
                *overrun = before.is_some_and(|close| close > begins.max(from));
            }
            match closed.last_mut() {
                Some((end, span)) if *end == *date && span.day.goes_on(&day) => {
                    *end = next;
                    span.to = midnight(next);
                }
                _ => {
                    let kind = SpanKind::Closed;
                    let span = Span { date: *date, from: begins, to: midnight(next), minutes: 0, kind, day };
                    closed.push((next, span));
                }
            }
        }
        closed.into_iter().map(|(_, span)| span).collect()
    }
}
