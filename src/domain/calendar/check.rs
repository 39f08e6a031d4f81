//! What people should know about a calendar before they rely on it.

use super::{Calendar, DayRule, MakeUpHours, SpecialDay};
use crate::domain::date::Date;
use crate::domain::hours::Period;
use std::fmt;

/// A day of a calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CalendarDay {
    /// Each of these weekdays, from Monday: 0 to 6.
    Weekday(u8),
    /// This day alone.
    Date(Date),
}

/// What is odd about a calendar. It gives answers all the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CalendarProblem {
    /// No period on any day: nothing is ever due.
    NeverOpen,
    /// No usual period, only those of single days: after the last one nothing is ever due.
    OnlySpecialDays,
    /// A period that does not begin within its day, or ends the minute it begins.
    Unfit(CalendarDay, Period),
    /// Two periods of one day cover the same time, which counts once.
    Overlap(CalendarDay, Period, Period),
    /// A period runs past midnight into a period of the next day; the time counts once.
    RunsInto {
        /// The day on which the first period begins.
        day: CalendarDay,
        /// The period that runs past midnight.
        period: Period,
        /// The next day.
        next: CalendarDay,
        /// The period that it runs into.
        into: Period,
    },
    /// A make-up day that is worked like a weekday on which the shop is closed.
    MakeUpClosed {
        /// The make-up day.
        date: Date,
        /// The weekday, from Monday.
        like: u8,
    },
    /// A make-up day with hours of its own, but without a period.
    MakeUpWithoutHours(Date),
    /// A make-up day that is worked like a weekday that does not exist.
    NoSuchWeekday {
        /// The make-up day.
        date: Date,
        /// The number of the weekday.
        like: u8,
    },
}

impl Calendar {
    /// What is odd about it: nothing, mostly.
    #[must_use]
    pub fn check(&self) -> Vec<CalendarProblem> {
        let mut problems = Vec::new();
        if self.hours.is_empty() {
            let opens = self.days.keys().any(|date| self.is_working_day(*date));
            problems.push(if opens { CalendarProblem::OnlySpecialDays } else { CalendarProblem::NeverOpen });
        }
        for weekday in 0..7 {
            let day = CalendarDay::Weekday(weekday);
            let next = (weekday + 1) % 7;
            let periods = &self.hours.0[usize::from(weekday)];
            within(day, periods, &mut problems);
            let tomorrow = &self.hours.0[usize::from(next)];
            between((day, periods), (CalendarDay::Weekday(next), tomorrow), &mut problems);
        }
        for (date, special) in &self.days {
            self.check_special(*date, special, &mut problems);
        }
        problems
    }

    fn check_special(&self, date: Date, special: &SpecialDay, problems: &mut Vec<CalendarProblem>) {
        match &special.rule {
            DayRule::MakeUp(MakeUpHours::Like(like)) => match self.hours.0.get(usize::from(*like)) {
                None => problems.push(CalendarProblem::NoSuchWeekday { date, like: *like }),
                Some(hours) if hours.is_empty() => {
                    problems.push(CalendarProblem::MakeUpClosed { date, like: *like })
                }
                Some(_) => {}
            },
            DayRule::MakeUp(MakeUpHours::Own(own)) if own.is_empty() => {
                problems.push(CalendarProblem::MakeUpWithoutHours(date))
            }
            DayRule::MakeUp(MakeUpHours::Own(periods)) | DayRule::Changed(periods) => {
                within(CalendarDay::Date(date), periods, problems)
            }
            DayRule::Holiday => {}
        }
        let today = (CalendarDay::Date(date), self.periods_on(date));
        // The day before tells its own tale when it is special, too.
        if let Some(before) = date.plus_days(-1).filter(|before| !self.days.contains_key(before)) {
            between((CalendarDay::Date(before), self.periods_on(before)), today, problems);
        }
        if let Some(next) = date.plus_days(1) {
            between(today, (CalendarDay::Date(next), self.periods_on(next)), problems);
        }
    }
}

/// The periods of one day, among themselves.
fn within(day: CalendarDay, periods: &[Period], problems: &mut Vec<CalendarProblem>) {
    let mut sorted = periods.to_vec();
    sorted.sort_unstable();
    let unfit = sorted.iter().filter(|period| !period.is_fit());
    problems.extend(unfit.map(|period| CalendarProblem::Unfit(day, *period)));
    let overlaps = sorted.windows(2).filter(|pair| pair[0].minutes().1 > pair[1].minutes().0);
    problems.extend(overlaps.map(|pair| CalendarProblem::Overlap(day, pair[0], pair[1])));
}

/// Those of a day that run into those of the next.
fn between(
    (day, periods): (CalendarDay, &[Period]),
    (next, following): (CalendarDay, &[Period]),
    problems: &mut Vec<CalendarProblem>,
) {
    for period in periods {
        let into = following.iter().filter(|into| period.runs_into(**into)).min();
        problems.extend(into.map(|into| CalendarProblem::RunsInto {
            day,
            period: *period,
            next,
            into: *into,
        }));
    }
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn weekday(number: u8) -> &'static str {
    WEEKDAYS.get(usize::from(number)).unwrap_or(&"no weekday")
}

impl fmt::Display for CalendarDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weekday(number) => f.write_str(weekday(*number)),
            Self::Date(date) => date.fmt(f),
        }
    }
}

impl fmt::Display for CalendarProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeverOpen => f.write_str("No day has hours, so nothing is ever due."),
            Self::OnlySpecialDays => {
                f.write_str("No weekday has hours, so nothing is due after the last special day.")
            }
            Self::Unfit(day, period) => write!(f, "{day}: {period} is not a time within a day."),
            Self::Overlap(day, one, other) => {
                write!(f, "{day}: {one} and {other} overlap; what they share counts once.")
            }
            Self::RunsInto { day, period, next, into } => {
                write!(f, "{day} {period} runs into {next} {into}; what they share counts once.")
            }
            Self::MakeUpClosed { date, like } => {
                write!(f, "{date} is to be worked like a {}, on which the shop is closed.", weekday(*like))
            }
            Self::MakeUpWithoutHours(date) => write!(f, "{date} is a make-up day without hours."),
            Self::NoSuchWeekday { date, like } => {
                write!(f, "{date} is to be worked like weekday {like}; there are 0 (Monday) to 6.")
            }
        }
    }
}
