//! The calendar's own file (`docs/calendar-format.md`).

use super::super::at::{At, Unread};
use super::super::fault::Fault;
use super::super::json::Json;
use super::super::parse::{Seed, Stop, refusal};
use super::super::place::Place;
use super::super::refusal::Refusal;
use super::{MAX_CALENDAR_BYTES, MAX_DAYS};
use crate::domain::calendar::{Calendar, DayRule, MakeUpHours, SpecialDay, Zone};
use crate::domain::date::Date;
use crate::domain::hours::{Hours, Period};
use serde::de::DeserializeSeed;
use std::collections::BTreeMap;
use std::fmt;

const FORMAT: &str = "casebook-calendar";
/// The version of the file that this program writes, and the newest that it reads.
const VERSION: u32 = 1;
/// The most periods of one day.
const MAX_PERIODS: usize = 24;
/// The longest text that could be a period or a zone's name.
const MAX_WORD: usize = 64;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Why there is no calendar in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CalendarFileError {
    /// It is not a file of a calendar, or not of the right shape.
    Refused(Refusal),
    /// It is, but something in it cannot be.
    Unfit {
        /// Where, like `days.2026-02-14.like`.
        place: String,
        /// What is wrong there.
        what: CalendarFault,
    },
}

/// What cannot be in a calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CalendarFault {
    /// No zone that is known has this name.
    Zone(String),
    /// Not a period.
    Period(String),
    /// Two periods of one day overlap.
    Overlap(Period, Period),
    /// Not seven days.
    SevenDays,
    /// Not the name of a weekday.
    Weekday(String),
    /// Not a date of 1900 to 2199.
    Date,
    /// Not a kind of day.
    Kind(String),
    /// A make-up day has either the hours of a weekday or its own, and of these at least one period.
    MakeUpHours,
}

impl From<Box<Unread>> for CalendarFileError {
    fn from(unread: Box<Unread>) -> Self {
        let what = unread.fault.unwrap_or(Fault::UnknownKey);
        Self::Refused(Refusal::WrongShape { place: unread.place, what })
    }
}

type Read<T> = Result<T, CalendarFileError>;

fn unfit(at: &At<'_>, what: CalendarFault) -> CalendarFileError {
    CalendarFileError::Unfit { place: at.place(), what }
}

/// The file of a calendar: the same bytes for the same calendar, a line for each day.
#[must_use]
pub fn write(calendar: &Calendar) -> String {
    let lines = |lines: Vec<String>| if lines.is_empty() { String::new() } else { lines.join(",\n") + "\n" };
    let hours = calendar.hours.0.iter().map(|day| periods(day).to_text()).collect();
    let days = calendar.days.iter().map(|(date, day)| format!("\"{date}\":{}", special(day).to_text()));
    format!(
        "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\n\"zone\":{},\n\"hours\":[\n{}],\n\"days\":{{\n{}}}}}\n",
        Json::from(calendar.zone.name()).to_text(),
        lines(hours),
        lines(days.collect()),
    )
}

fn periods(periods: &[Period]) -> Json<'static> {
    // One that is not fit has no length, so nothing is lost.
    Json::list(periods.iter().filter(|period| period.is_fit()), |period| period.to_string().into())
}

fn special(day: &SpecialDay) -> Json<'_> {
    let mut members: Vec<(&'static str, Json<'_>)> = match &day.rule {
        DayRule::Holiday => vec![("kind", "holiday".into())],
        DayRule::MakeUp(MakeUpHours::Like(weekday)) => match WEEKDAYS.get(usize::from(*weekday)) {
            Some(name) => vec![("kind", "make_up".into()), ("like", (*name).into())],
            // Like no weekday: closed for this once.
            None => vec![("kind", "changed".into()), ("hours", Json::List(Vec::new()))],
        },
        DayRule::MakeUp(MakeUpHours::Own(own)) => vec![("kind", "make_up".into()), ("hours", periods(own))],
        DayRule::Changed(own) => vec![("kind", "changed".into()), ("hours", periods(own))],
    };
    if !day.name.is_empty() {
        members.push(("name", (&day.name).into()));
    }
    Json::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

/// Reads the file of a calendar.
///
/// # Errors
/// [`CalendarFileError`] says why there is none in it.
pub fn read(bytes: &[u8]) -> Result<Calendar, CalendarFileError> {
    if bytes.len() > MAX_CALENDAR_BYTES {
        let (bytes, max) = (bytes.len() as u64, MAX_CALENDAR_BYTES as u64);
        return Err(CalendarFileError::Refused(Refusal::TooLarge { bytes, max }));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| CalendarFileError::Refused(Refusal::NotText))?;
    let text = text.trim_start_matches('\u{feff}');
    let stop = Stop::default();
    let mut source = serde_json::Deserializer::from_str(text);
    let parsed = Seed::new(&Place::Root, &stop).deserialize(&mut source);
    let json = parsed
        .and_then(|json| source.end().map(|()| json))
        .map_err(|error| CalendarFileError::Refused(refusal(&error, text, &stop, Refusal::OtherFormat)))?;
    let file = At::new(&json, Place::Root);
    let format = file.get("format").ok().flatten();
    if !format.is_some_and(|format| format.word().is_ok_and(|word| word == FORMAT)) {
        return Err(CalendarFileError::Refused(Refusal::OtherFormat));
    }
    let version = file.key("version")?.number()?;
    if version > VERSION {
        return Err(CalendarFileError::Refused(Refusal::NewerVersion(version.into())));
    }
    let [_, _, zone, hours, days] = file.object(["format", "version", "zone", "hours", "days"])?;
    Ok(Calendar { zone: read_zone(&zone)?, hours: read_hours(&hours)?, days: read_days(&days)? })
}

fn read_zone(at: &At<'_>) -> Read<Zone> {
    let name = at.text(MAX_WORD)?;
    Zone::parse(&name).ok_or_else(|| unfit(at, CalendarFault::Zone(name)))
}

fn read_hours(at: &At<'_>) -> Read<Hours> {
    let days = at.items()?.map(|day| read_periods(&day)).collect::<Read<Vec<_>>>()?;
    days.try_into().map(Hours).map_err(|_| unfit(at, CalendarFault::SevenDays))
}

fn read_periods(at: &At<'_>) -> Read<Vec<Period>> {
    let mut periods = Vec::new();
    for item in at.items()? {
        if periods.len() == MAX_PERIODS {
            return Err(at.wrong(Fault::TooMany(MAX_PERIODS)).into());
        }
        let text = item.text(MAX_WORD)?;
        periods.push(Period::parse(&text).ok_or_else(|| unfit(&item, CalendarFault::Period(text)))?);
    }
    periods.sort_unstable();
    match periods.windows(2).find(|pair| pair[0].minutes().1 > pair[1].minutes().0) {
        Some(pair) => Err(unfit(at, CalendarFault::Overlap(pair[0], pair[1]))),
        None => Ok(periods),
    }
}

fn read_days(at: &At<'_>) -> Read<BTreeMap<Date, SpecialDay>> {
    let entries = at.entries()?;
    if entries.len() > MAX_DAYS {
        return Err(at.wrong(Fault::TooMany(MAX_DAYS)).into());
    }
    let mut days = BTreeMap::new();
    for (key, day) in entries {
        let date = Date::parse(key).ok_or_else(|| unfit(&day, CalendarFault::Date))?;
        days.insert(date, read_day(&day)?);
    }
    Ok(days)
}

fn read_day(at: &At<'_>) -> Read<SpecialDay> {
    let kind = at.key("kind")?;
    let word = kind.text(MAX_WORD)?;
    let (hours, like) = (at.get("hours")?, at.get("like")?);
    let own = hours.as_ref().map(read_periods).transpose()?;
    let rule = match word.as_str() {
        "holiday" => {
            at.object_or(["kind"], &["name"])?;
            DayRule::Holiday
        }
        "changed" => {
            at.object_or(["kind", "hours"], &["name"])?;
            DayRule::Changed(own.unwrap_or_default())
        }
        "make_up" => {
            at.object_or(["kind"], &["like", "hours", "name"])?;
            let like = like.as_ref().map(read_weekday).transpose()?;
            DayRule::MakeUp(match (like, own) {
                (Some(weekday), None) => MakeUpHours::Like(weekday),
                (None, Some(own)) if !own.is_empty() => MakeUpHours::Own(own),
                _ => return Err(unfit(at, CalendarFault::MakeUpHours)),
            })
        }
        _ => return Err(unfit(&kind, CalendarFault::Kind(word))),
    };
    let name = at.get("name")?.map(|name| name.line()).transpose()?;
    Ok(SpecialDay { rule, name: name.unwrap_or_default() })
}

fn read_weekday(at: &At<'_>) -> Read<u8> {
    let name = at.text(MAX_WORD)?;
    let weekday = WEEKDAYS.iter().position(|weekday| *weekday == name).and_then(|at| u8::try_from(at).ok());
    weekday.ok_or_else(|| unfit(at, CalendarFault::Weekday(name)))
}

impl fmt::Display for CalendarFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(Refusal::OtherFormat) => {
                write!(f, "The file does not begin with \"format\": \"{FORMAT}\": it is not a calendar.")
            }
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Unfit { place, what } => write!(f, "In the file, {place} {what}."),
        }
    }
}

impl fmt::Display for CalendarFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zone(name) => write!(
                f,
                "names a zone that is not known, {name:?}: write a place such as Asia/Shanghai, or UTC+05:45"
            ),
            Self::Period(text) => write!(f, "is {text:?}, not a period such as 09:00-12:00"),
            Self::Overlap(one, other) => write!(f, "has periods that overlap: {one} and {other}"),
            Self::SevenDays => f.write_str("must be seven days, Monday first"),
            Self::Weekday(text) => write!(f, "is {text:?}, not a weekday from monday to sunday"),
            Self::Date => f.write_str("is not at a date such as 2026-11-21, from 1900 to 2199"),
            Self::Kind(text) => write!(f, "is {text:?}, not holiday, make_up or changed"),
            Self::MakeUpHours => {
                f.write_str("must have either \"like\" with a weekday or \"hours\" with at least one period")
            }
        }
    }
}

impl std::error::Error for CalendarFileError {}
