//! What a list of days gives, and what was wrong with it.

use super::MAX_DAYS;
use crate::domain::calendar::{DayRule, MakeUpHours, SpecialDay};
use crate::domain::date::Date;
use crate::domain::text::MAX_LINE;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The most days of one range: a year.
const MAX_RANGE: i64 = 366;

/// The most problems that are told: whoever has so many has another list in hand than they think.
const MAX_PROBLEMS: usize = 1_000;

/// The days of a list, in order, and what was not taken of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DayList {
    /// The days that were read.
    pub days: Vec<(Date, SpecialDay)>,
    /// What was wrong, by line; at most the first 1,000.
    pub problems: Vec<DayProblem>,
}

impl DayList {
    /// A list of which nothing is taken.
    pub(super) fn refused(what: DayFault) -> Self {
        Self { days: Vec::new(), problems: vec![DayProblem { line: 1, what }] }
    }
}

/// Something that was not taken.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct DayProblem {
    /// In which line; the first is 1.
    pub line: usize,
    /// Why.
    pub what: DayFault,
}

/// Why something of a list was not taken.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DayFault {
    /// More bytes than are read: nothing was taken.
    TooLarge(usize),
    /// Not text in UTF-8: nothing was taken.
    NotText,
    /// Not an iCalendar file: nothing was taken.
    NotACalendar,
    /// No date was found.
    NoDate,
    /// A date without a year, and no line before names one.
    NoYear,
    /// There is no such day, or it is not of 1900 to 2199.
    NoSuchDay,
    /// The last day of a range is before the first.
    Backward,
    /// A range of more than so many days.
    LongRange(u32),
    /// More days than are taken; the rest was left out.
    TooManyDays(usize),
    /// It says both that the day is free and that it is worked.
    Unclear,
    /// The day is a holiday in one place and a make-up day in another: it was taken as neither.
    Both(Date),
    /// Others are marked as free or worked, this one is not: it was passed over.
    Unmarked(String),
    /// It has a time of day: it is not about the whole day.
    NotAllDay,
    /// It repeats; only its first time was taken.
    Repeats,
    /// The file ends within it.
    Unfinished,
}

/// What a line or an event says of its days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    Holiday,
    /// Worked, perhaps like a weekday that is named.
    MakeUp(Option<u8>),
}

/// Days on their way into a list.
#[derive(Default)]
pub(super) struct Collect {
    days: BTreeMap<Date, SpecialDay>,
    both: BTreeSet<Date>,
    full: bool,
    problems: Vec<DayProblem>,
}

impl Collect {
    /// This is wrong in a line.
    pub(super) fn problem(&mut self, line: usize, what: DayFault) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(DayProblem { line, what });
        }
    }

    /// The days from one to another.
    pub(super) fn add(&mut self, line: usize, (first, last): (Date, Date), mark: Mark, name: &str) {
        let days = last.days_since(first);
        if days < 0 {
            return self.problem(line, DayFault::Backward);
        }
        if days >= MAX_RANGE {
            return self.problem(line, DayFault::LongRange(MAX_RANGE.unsigned_abs().try_into().unwrap_or(0)));
        }
        for date in (0..=days).filter_map(|day| first.plus_days(day)) {
            self.add_day(line, date, mark, name);
        }
    }

    fn add_day(&mut self, line: usize, date: Date, mark: Mark, name: &str) {
        if self.both.contains(&date) {
            return;
        }
        let rule = match mark {
            Mark::Holiday => DayRule::Holiday,
            Mark::MakeUp(said) => DayRule::MakeUp(MakeUpHours::Like(said.unwrap_or_else(|| like(date)))),
        };
        match self.days.get(&date) {
            // The same day twice: the first word counts.
            Some(known) if (known.rule == DayRule::Holiday) == (rule == DayRule::Holiday) => {}
            Some(_) => {
                self.days.remove(&date);
                self.both.insert(date);
                self.problem(line, DayFault::Both(date));
            }
            None if self.days.len() >= MAX_DAYS => {
                if !std::mem::replace(&mut self.full, true) {
                    self.problem(line, DayFault::TooManyDays(MAX_DAYS));
                }
            }
            None => {
                let name = name.trim().chars().filter(|c| !c.is_control()).take(MAX_LINE).collect();
                self.days.insert(date, SpecialDay { rule, name });
            }
        }
    }

    /// The list.
    pub(super) fn finish(mut self) -> DayList {
        self.problems.sort();
        DayList { days: self.days.into_iter().collect(), problems: self.problems }
    }
}

/// The weekday that a make-up day is worked like when nobody said: Monday for a day of the weekend.
fn like(date: Date) -> u8 {
    u8::try_from(date.weekday()).ok().filter(|weekday| *weekday < 5).unwrap_or(0)
}

impl fmt::Display for DayProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line {}: {}", self.line, self.what)
    }
}

impl fmt::Display for DayFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(max) => write!(f, "the list has more than {max} bytes; nothing was taken."),
            Self::NotText => f.write_str("the list is not text in UTF-8; nothing was taken."),
            Self::NotACalendar => f.write_str("the file does not begin with BEGIN:VCALENDAR."),
            Self::NoDate => f.write_str("there is no date such as 2026-02-15."),
            Self::NoYear => f.write_str("the date has no year, and no line before names one."),
            Self::NoSuchDay => f.write_str("there is no such day from 1900 to 2199."),
            Self::Backward => f.write_str("the last day is before the first."),
            Self::LongRange(max) => write!(f, "the range has more than {max} days."),
            Self::TooManyDays(max) => write!(f, "from here on there are more than {max} days."),
            Self::Unclear => f.write_str("it says both that the day is free and that it is worked."),
            Self::Both(date) => {
                write!(f, "{date} is both a holiday and a make-up day; it was taken as neither.")
            }
            Self::Unmarked(name) => {
                write!(
                    f,
                    "{name:?} is marked neither as free nor as worked, as others are; it was passed over."
                )
            }
            Self::NotAllDay => f.write_str("the event has a time of day, so it is not about the whole day."),
            Self::Repeats => f.write_str("the event repeats; only its first time was taken."),
            Self::Unfinished => f.write_str("the file ends within this event."),
        }
    }
}
