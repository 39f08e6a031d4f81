use super::failure::Failure;
use super::options::Options;
use casebook::archive::calendar::{MAX_CALENDAR_BYTES, read_days, write};
use casebook::domain::calendar::{
    Calendar, DayRule, MakeUpHours, Moment, Pause, Span, SpanKind, SpecialDay, Why,
};
use serde_json::{Value, json};
use std::fs;

type Answer = Result<String, Failure>;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

pub(crate) fn due(options: &Options) -> Answer {
    let (from, minutes) = (options.from()?, options.minutes()?);
    let calendar = &options.calendar;
    let Some(due) = calendar.due(from, minutes, &options.pauses) else {
        return none("less working time than that");
    };
    // A pause without an end is passed over by the due time, so it is by its spans.
    let ended: Vec<Pause> = options.pauses.iter().copied().filter(|pause| pause.to.is_some()).collect();
    let spans = spans(calendar, calendar.explain(from, due, &ended));
    Ok(pretty(&json!({ "due": local(calendar, due), "spans": spans })))
}

pub(crate) fn between(options: &Options) -> Answer {
    let minutes = options.calendar.worked(options.from()?, options.to()?, &options.pauses);
    Ok(pretty(&json!({ "minutes": minutes })))
}

pub(crate) fn explain(options: &Options) -> Answer {
    let found = options.calendar.explain(options.from()?, options.to()?, &options.pauses);
    Ok(pretty(&json!({ "spans": spans(&options.calendar, found) })))
}

pub(crate) fn days(options: &Options) -> Answer {
    match options.calendar.working_day_close(options.from()?, options.days()?) {
        Some(close) => Ok(pretty(&json!({ "due": local(&options.calendar, close) }))),
        None => none("fewer working days than that"),
    }
}

pub(crate) fn opening(options: &Options) -> Answer {
    match options.calendar.next_opening(options.from()?) {
        Some(opening) => Ok(pretty(&json!({ "opening": local(&options.calendar, opening) }))),
        None => none("no open hour"),
    }
}

pub(crate) fn show(options: &Options) -> Answer {
    Ok(write(&options.calendar))
}

pub(crate) fn check(options: &Options) -> Answer {
    let problems = options.calendar.check();
    let lines: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
    if problems.is_empty() { Ok("fine\n".to_owned()) } else { Err(Failure::Found(lines)) }
}

pub(crate) fn list(path: &str) -> Answer {
    let machine = |error: std::io::Error| Failure::None(format!("{path}: {error}"));
    if fs::metadata(path).map_err(machine)?.len() > MAX_CALENDAR_BYTES as u64 {
        return Err(Failure::None(format!("{path}: more than {MAX_CALENDAR_BYTES} bytes are not read.")));
    }
    let list = read_days(&fs::read(path).map_err(machine)?);
    let day = |(date, day): &(_, SpecialDay)| {
        let (kind, like) = match &day.rule {
            DayRule::Holiday => ("holiday", None),
            DayRule::MakeUp(MakeUpHours::Like(like)) => ("make_up", WEEKDAYS.get(usize::from(*like))),
            DayRule::MakeUp(MakeUpHours::Own(_)) => ("make_up", None),
            DayRule::Changed(_) => ("changed", None),
        };
        let date: &casebook::domain::date::Date = date;
        json!({ "date": date.to_string(), "kind": kind, "like": like, "name": day.name })
    };
    let days: Vec<_> = list.days.iter().map(day).collect();
    let problems: Vec<_> = list.problems.iter().map(ToString::to_string).collect();
    Ok(pretty(&json!({ "days": days, "problems": problems })))
}

fn none(what: &str) -> Answer {
    Err(Failure::None(format!("Within eleven years of that time the calendar has {what}.")))
}

/// What the calendar's clock shows.
fn local(calendar: &Calendar, moment: Moment) -> Option<String> {
    calendar.zone.local(moment).map(|time| time.to_string())
}

fn spans(calendar: &Calendar, spans: Vec<Span>) -> Vec<Value> {
    let span = |span: Span| {
        let kind = match span.kind {
            SpanKind::Worked => "worked",
            SpanKind::Paused => "paused",
            SpanKind::Closed => "closed",
        };
        let mut shown = json!({
            "date": span.date.to_string(),
            "from": local(calendar, span.from),
            "to": local(calendar, span.to),
            "minutes": span.minutes,
            "kind": kind,
        });
        let (day, name) = match span.day {
            Why::Usual => ("usual", None),
            Why::MakeUp { like, name } => {
                shown["like"] = json!(like.and_then(|like| WEEKDAYS.get(usize::from(like))));
                ("make_up", Some(name))
            }
            Why::Changed { name } => ("changed", Some(name)),
            Why::Holiday { name, overrun } => {
                shown["overrun"] = json!(overrun);
                ("holiday", Some(name))
            }
        };
        shown["day"] = json!(day);
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            shown["name"] = json!(name);
        }
        shown
    };
    spans.into_iter().map(span).collect()
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
