//! When a limit is due.

use super::{Limit, Measure};
use crate::domain::calendar::{Calendar, Moment, Pause};
use crate::domain::date::Date;
use crate::domain::local_time::LocalTime;

const DAY: u16 = 24 * 60;

/// A limit, as it is by a calendar, from when a clock started.
#[derive(Clone, Copy)]
pub(super) struct Due {
    pub(super) measure: Measure,
    span: Span,
}

/// How far a limit reaches where nothing pauses.
#[derive(Clone, Copy)]
enum Span {
    /// So many minutes.
    Minutes(u32),
    /// Up to a moment, which is not before the start.
    Until(Moment),
}

impl Due {
    /// Nothing when no such time can be told.
    pub(super) fn of(limit: Limit, calendar: &Calendar, started: Moment) -> Option<Self> {
        let minutes = |measure, minutes| Self { measure, span: Span::Minutes(minutes) };
        let until = |measure, due: Moment| Self { measure, span: Span::Until(due.max(started)) };
        let wall = |due: Moment| until(Measure::Wall, due);
        let day = || calendar.zone.local(started).map(LocalTime::date);
        let end_of = |day: Option<Date>| LocalTime::new(day?, DAY - 1).map(|end| calendar.zone.moment(end));
        Some(match limit {
            Limit::Response { inside, .. } if calendar.is_open_at(started) => {
                minutes(Measure::Working, inside)
            }
            Limit::Response { outside: limit, .. } | Limit::Minutes(limit) => minutes(Measure::Wall, limit),
            Limit::WorkingDays(days) => until(Measure::Working, calendar.working_day_close(started, days)?),
            Limit::Days(days) => wall(end_of(day()?.plus_days(days.into()))?),
            Limit::Months(months) => wall(end_of(day()?.plus_months(months))?),
            Limit::CloseOf(day) if calendar.is_working_day(day) => {
                until(Measure::Working, close_of(calendar, day)?)
            }
            Limit::CloseOf(day) => wall(close_of(calendar, day)?),
            Limit::At(time) => wall(calendar.zone.moment(time)),
            Limit::BeforeCloseOf(day, ahead) => {
                wall(close_of(calendar, day)?.plus_minutes(-i64::from(ahead)))
            }
        })
    }

    /// The limit in the minutes that count.
    pub(super) fn minutes(self, calendar: &Calendar, started: Moment) -> u32 {
        match self.span {
            Span::Minutes(minutes) => minutes,
            Span::Until(due) => self.measure.minutes(calendar, started, due, &[]),
        }
    }

    /// When it is due. Nothing where so much is never worked.
    pub(super) fn moment(self, calendar: &Calendar, started: Moment, pauses: &[Pause]) -> Option<Moment> {
        match self.span {
            Span::Until(due) if pauses.is_empty() => Some(due),
            _ => after(calendar, self.measure, started, self.minutes(calendar, started), pauses),
        }
    }

    /// When so many per cent of it are used up.
    pub(super) fn share(
        self,
        percent: u32,
        calendar: &Calendar,
        started: Moment,
        pauses: &[Pause],
    ) -> Option<Moment> {
        let minutes = u64::from(self.minutes(calendar, started)) * u64::from(percent) / 100;
        let minutes = u32::try_from(minutes).unwrap_or(u32::MAX);
        after(calendar, self.measure, started, minutes, pauses)
    }
}

/// When so many minutes have gone by that count.
fn after(
    calendar: &Calendar,
    measure: Measure,
    started: Moment,
    minutes: u32,
    pauses: &[Pause],
) -> Option<Moment> {
    if measure == Measure::Working {
        return calendar.due(started, minutes, pauses);
    }
    let mut due = started.plus_minutes(minutes.into());
    for pause in pauses.iter().filter(|pause| pause.to.is_none_or(|to| to > started)) {
        let from = pause.from.max(started);
        if from < due {
            due = due.plus_minutes(pause.to.map_or(0, |to| to.minutes_since(from)));
        }
    }
    Some(due)
}

/// The close of a day; its last minute where the shop is closed all day.
pub(super) fn close_of(calendar: &Calendar, day: Date) -> Option<Moment> {
    let end = || LocalTime::new(day, DAY - 1).map(|end| calendar.zone.moment(end));
    calendar.close_of(day).or_else(end)
}

impl Measure {
    /// The minutes from one moment to another that count and were not paused.
    pub(super) fn minutes(self, calendar: &Calendar, from: Moment, to: Moment, pauses: &[Pause]) -> u32 {
        if to <= from {
            return 0;
        }
        match self {
            Self::Working => calendar.worked(from, to, pauses),
            Self::Wall => {
                let whole = to.minutes_since(from);
                let still = |pause: &Pause| {
                    let (start, end) = (pause.from.max(from), pause.to.unwrap_or(to).min(to));
                    end.minutes_since(start).max(0)
                };
                let paused: i64 = pauses.iter().map(still).sum();
                u32::try_from(whole - paused).unwrap_or(0)
            }
        }
    }
}
