use super::failure::Failure;
use casebook::archive::calendar;
use casebook::catalog::schedules::{Region, builtin};
use casebook::domain::calendar::{Calendar, Moment, Pause};
use casebook::domain::local_time::LocalTime;
use std::fs;

/// What stands behind a command.
pub(crate) struct Options {
    pub(crate) calendar: Calendar,
    from: Option<Moment>,
    to: Option<Moment>,
    minutes: Option<u32>,
    days: Option<u32>,
    pub(crate) pauses: Vec<Pause>,
}

impl Options {
    pub(crate) fn read(arguments: &[&str]) -> Result<Self, Failure> {
        // Times are of the calendar's zone, so that one comes first.
        let calendar = arguments.chunks(2).find_map(|pair| match pair {
            ["--calendar", path] => Some(file(path)),
            ["--builtin", code] => Some(region(code)),
            _ => None,
        });
        let calendar =
            calendar.unwrap_or_else(|| misused("--calendar FILE or --builtin CN|TW|HK is missing."))?;
        let mut options =
            Self { calendar, from: None, to: None, minutes: None, days: None, pauses: Vec::new() };
        for pair in arguments.chunks(2) {
            match pair {
                ["--calendar" | "--builtin", _] => {}
                ["--from", time] => options.from = Some(options.moment("--from", time)?),
                ["--to", time] => options.to = Some(options.moment("--to", time)?),
                ["--minutes", number] => options.minutes = Some(whole("--minutes", number)?),
                ["--days", number] => options.days = Some(whole("--days", number)?),
                ["--pause", pause] => {
                    let pause = options.pause(pause)?;
                    options.pauses.push(pause);
                }
                [option] if option.starts_with("--") => return misused(&format!("{option} needs a value.")),
                _ => return misused(&format!("What is {}? `help` lists what there is.", pair.join(" "))),
            }
        }
        Ok(options)
    }

    fn moment(&self, option: &str, text: &str) -> Result<Moment, Failure> {
        let time = LocalTime::parse(text).filter(|time| (1970..2200).contains(&time.date().year()));
        let Some(time) = time else {
            return misused(&format!(
                "{option} needs a time such as 2026-02-13T16:30, from 1970 to 2199; {text:?} is none."
            ));
        };
        Ok(self.calendar.zone.moment(time))
    }

    fn pause(&self, text: &str) -> Result<Pause, Failure> {
        let Some((from, to)) = text.split_once('/') else {
            return misused(&format!("--pause needs two times with / between them; {text:?} has none."));
        };
        let to = if to.is_empty() { None } else { Some(self.moment("--pause", to)?) };
        Ok(Pause { from: self.moment("--pause", from)?, to })
    }

    pub(crate) fn from(&self) -> Result<Moment, Failure> {
        self.from.map_or_else(|| misused("--from TIME is missing."), Ok)
    }

    pub(crate) fn to(&self) -> Result<Moment, Failure> {
        self.to.map_or_else(|| misused("--to TIME is missing."), Ok)
    }

    pub(crate) fn minutes(&self) -> Result<u32, Failure> {
        self.minutes.map_or_else(|| misused("--minutes N is missing."), Ok)
    }

    pub(crate) fn days(&self) -> Result<u32, Failure> {
        self.days.map_or_else(|| misused("--days N is missing."), Ok)
    }
}

fn file(path: &str) -> Result<Calendar, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::None(format!("{path}: {error}")))?;
    calendar::read(&bytes).map_err(|error| Failure::None(format!("{path}: {error}")))
}

fn region(code: &str) -> Result<Calendar, Failure> {
    match Region::from_code(code) {
        Some(region) => Ok(builtin(region)),
        None => misused(&format!("--builtin is CN, TW or HK; {code:?} is none of them.")),
    }
}

fn whole(option: &str, text: &str) -> Result<u32, Failure> {
    let error = || misused(&format!("{option} needs a whole number; {text:?} is none."));
    text.parse().or_else(|_| error())
}

fn misused<T>(what: &str) -> Result<T, Failure> {
    Err(Failure::Usage(what.to_owned()))
}
