//! iCalendar (RFC 5545), as far as whole days need it: what the calendars of public holidays say.

use super::collect::{Collect, DayFault, DayList, Mark};
use super::marks::{mark, name};
use super::{MAX_CALENDAR_BYTES, MAX_DAYS};
use crate::domain::date::Date;

/// An event, as far as it was read.
#[derive(Default)]
struct Event {
    line: usize,
    start: Option<When>,
    end: Option<When>,
    days: Option<When>,
    summary: String,
    special: Option<Mark>,
    repeats: bool,
    cancelled: bool,
}

/// What a property says of a day.
enum When {
    Date(Date),
    /// So many days; of a length.
    Days(i64),
    /// A day that there is not.
    NoSuchDay,
    /// Something finer than days.
    Time,
}

/// Reads the events that last whole days. A free day is a holiday and a worked one a make-up day; where
/// any event is marked as one of them, those that are not are passed over, else all are holidays.
#[must_use]
pub fn read_icalendar(text: &str) -> DayList {
    if text.len() > MAX_CALENDAR_BYTES {
        return DayList::refused(DayFault::TooLarge(MAX_CALENDAR_BYTES));
    }
    let mut collect = Collect::default();
    let mut events = Vec::new();
    let mut event: Option<Event> = None;
    // How many components begin within the event.
    let mut within = 0_usize;
    let mut begun = false;
    for (line, text) in unfolded(text) {
        let Some((property, parameters, value)) = parts(&text) else { continue };
        let is = |name: &str, of: &str| {
            property.eq_ignore_ascii_case(name) && value.trim().eq_ignore_ascii_case(of)
        };
        begun |= is("BEGIN", "VCALENDAR");
        match &mut event {
            None if is("BEGIN", "VEVENT") => event = Some(Event { line, ..Event::default() }),
            None => {}
            Some(_) if property.eq_ignore_ascii_case("BEGIN") => within += 1,
            Some(_) if property.eq_ignore_ascii_case("END") && within > 0 => within -= 1,
            Some(_) if is("END", "VEVENT") => events.extend(event.take()),
            Some(event) if within == 0 => event.take(property, parameters, value),
            Some(_) => {}
        }
        if events.len() > MAX_DAYS {
            collect.problem(line, DayFault::TooManyDays(MAX_DAYS));
            break;
        }
    }
    if !begun {
        return DayList::refused(DayFault::NotACalendar);
    }
    if let Some(event) = event.filter(|_| events.len() <= MAX_DAYS) {
        collect.problem(event.line, DayFault::Unfinished);
    }
    let said: Vec<_> = events.into_iter().map(|event| (event.mark(), event)).collect();
    let marked = said.iter().any(|(mark, _)| matches!(mark, Ok(Some(_))));
    for (mark, event) in said.into_iter().filter(|(_, event)| !event.cancelled) {
        match mark {
            Ok(None) if marked => collect.problem(event.line, DayFault::Unmarked(shown(&event.summary))),
            Ok(mark) => event.add(mark.unwrap_or(Mark::Holiday), &mut collect),
            Err(fault) => collect.problem(event.line, fault),
        }
    }
    collect.finish()
}

fn shown(summary: &str) -> String {
    summary.chars().filter(|c| !c.is_control()).take(40).collect()
}

impl Event {
    fn take(&mut self, property: &str, parameters: &str, value: &str) {
        let is = |name: &str| property.eq_ignore_ascii_case(name);
        if is("DTSTART") {
            self.start = Some(when(parameters, value));
        } else if is("DTEND") {
            self.end = Some(when(parameters, value));
        } else if is("DURATION") {
            self.days = Some(duration(value));
        } else if is("SUMMARY") {
            self.summary = unescaped(value);
        } else if is("RRULE") || is("RDATE") {
            self.repeats = true;
        } else if is("STATUS") {
            self.cancelled = value.trim().eq_ignore_ascii_case("CANCELLED");
        } else if is("X-APPLE-SPECIAL-DAY") {
            self.special = match value.trim() {
                "WORK-HOLIDAY" => Some(Mark::Holiday),
                "ALTERNATE-WORKDAY" => Some(Mark::MakeUp(None)),
                _ => None,
            };
        }
    }

    fn mark(&self) -> Result<Option<Mark>, DayFault> {
        if self.special.is_some() { Ok(self.special) } else { mark(&self.summary) }
    }

    fn add(self, mark: Mark, collect: &mut Collect) {
        match self.days() {
            Ok(days) => {
                if self.repeats {
                    collect.problem(self.line, DayFault::Repeats);
                }
                collect.add(self.line, days, mark, &name(&self.summary));
            }
            Err(fault) => collect.problem(self.line, fault),
        }
    }

    /// Its first and last day.
    fn days(&self) -> Result<(Date, Date), DayFault> {
        let first = match self.start {
            Some(When::Date(date)) => date,
            Some(When::NoSuchDay) => return Err(DayFault::NoSuchDay),
            Some(When::Time | When::Days(_)) => return Err(DayFault::NotAllDay),
            None => return Err(DayFault::NoDate),
        };
        let last = match (&self.end, &self.days) {
            // The end is not part of it; some programs write it as the start.
            (Some(When::Date(end)), _) if *end == first => Some(first),
            (Some(When::Date(end)), _) => end.plus_days(-1),
            (Some(When::NoSuchDay), _) => None,
            (Some(_), _) | (None, Some(When::Time)) => return Err(DayFault::NotAllDay),
            (None, Some(When::Days(days))) => first.plus_days((days - 1).max(0)),
            (None, _) => Some(first),
        };
        Ok((first, last.ok_or(DayFault::NoSuchDay)?))
    }
}

/// The lines, with those that go on joined, and the number of the first of each.
fn unfolded(text: &str) -> impl Iterator<Item = (usize, String)> {
    let mut lines = text.lines().enumerate().peekable();
    std::iter::from_fn(move || {
        let (at, first) = lines.next()?;
        let mut whole = first.to_owned();
        while let Some((_, more)) = lines.next_if(|(_, line)| line.starts_with([' ', '\t'])) {
            whole.push_str(&more[1..]);
        }
        Some((at + 1, whole))
    })
}

/// A property's name, its parameters, and its value.
fn parts(line: &str) -> Option<(&str, &str, &str)> {
    let mut quoted = false;
    // A colon within quotes belongs to a parameter.
    let colon = line.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b':' && !quoted
    })?;
    let (head, value) = (&line[..colon], &line[colon + 1..]);
    let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
    Some((name.trim(), parameters, value))
}

/// `20260215`, or the midnight at which the day begins.
fn when(parameters: &str, value: &str) -> When {
    let value = value.trim();
    let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
    let timed = parameters.to_ascii_uppercase().contains("VALUE=DATE-TIME") && time.is_none();
    if timed || time.is_some_and(|time| time != "000000") {
        return When::Time;
    }
    let digits = day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit());
    let date = digits.then(|| Date::parse(&format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])));
    date.flatten().map_or(When::NoSuchDay, When::Date)
}

/// `P9D` or `P1W`.
fn duration(value: &str) -> When {
    let value = value.trim().trim_start_matches('+');
    let number = |unit: char| value.strip_prefix('P')?.strip_suffix(unit)?.parse::<u16>().ok().map(i64::from);
    let weeks = || number('W').map(|weeks| weeks * 7);
    number('D').or_else(weeks).map_or(When::Time, When::Days)
}

/// Text without the escapes of RFC 5545.
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => text.push(' '),
                Some(c) => text.push(c),
                None => {}
            },
            c => text.push(c),
        }
    }
    text
}
