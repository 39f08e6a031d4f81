//! Visits and follow-ups as a calendar (iCalendar, RFC 5545) for other programs.

use super::out::staff_name;
use crate::domain::calendar::Zone;
use crate::domain::case::{Case, CaseKind};
use crate::domain::customer::{Customer, CustomerKind};
use crate::domain::date::Date;
use crate::domain::local_time::LocalTime;
use crate::domain::record::{Known, Record, RecordKey, Records};
use crate::domain::visit::{Visit, VisitKind, VisitState};
use chrono::DateTime;

/// The most bytes of a line.
const LINE: usize = 75;
/// The end of the year 9999: later years have no form.
const LAST_MS: u64 = 253_402_300_799_000;

/// How a calendar speaks.
#[derive(Clone, Copy, Debug)]
pub struct Agenda<'a> {
    /// What the calendar is called.
    pub name: &'a str,
    /// What a visit without a purpose is called.
    pub visit: &'a str,
    /// What asking the customer again is called.
    pub follow_up: &'a str,
    /// The moment, in milliseconds since 1970.
    pub now_ms: u64,
    /// Where the shop's clock hangs.
    pub zone: Zone,
}

/// The visits that have a time, and the follow-ups that are not done, of these records. Each has a name
/// that stays, so that a calendar that is read again changes what it knows.
#[must_use]
pub fn agenda(records: &Records, agenda: &Agenda<'_>) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Casebook//Casebook//EN");
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    lines.text("X-WR-CALNAME", agenda.name);
    for (key, record) in records.0.iter().filter(|(_, record)| !record.is_erased()) {
        if let Some(journal) = VisitKind::of(record) {
            visit(&mut lines, records, agenda, key, &Visit::of(journal), journal.len());
        } else if let Some(journal) = CaseKind::of(record) {
            follow_ups(&mut lines, records, agenda, key, &Case::of(journal), record);
        }
    }
    lines.put("END", "VCALENDAR");
    lines.0
}

fn visit(
    lines: &mut Lines,
    records: &Records,
    agenda: &Agenda<'_>,
    key: &RecordKey,
    visit: &Visit,
    entries: usize,
) {
    let Some(when) = visit.when() else { return };
    let case = visit.case().map(|id| Case::of(&records.journal::<CaseKind>(id.as_str())));
    let about = About::of(records, case.as_ref());
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &format!("visit-{}@casebook", key.id));
    lines.put("DTSTAMP", &utc(agenda.now_ms));
    lines.put("SEQUENCE", &entries.saturating_sub(1).to_string());
    lines.put("LAST-MODIFIED", &utc(records.0.get(key).and_then(Record::last_stamp).map_or(0, |s| s.millis)));
    let moment = |time: LocalTime| utc(agenda.zone.moment(time).millis());
    lines.put("DTSTART", &moment(when.start()));
    lines.put("DTEND", &moment(when.end()));
    let purpose = visit.purpose().map_or("", String::as_str);
    let what = [purpose, &about.title, agenda.visit].into_iter().find(|text| !text.trim().is_empty());
    lines.text("SUMMARY", &joined([what.unwrap_or_default(), &about.customer], " – "));
    let way = visit.address().map_or("", String::as_str);
    lines.text_if("LOCATION", &joined([&about.address, way], ", "));
    let staff: Vec<String> = visit.staff().into_iter().flatten().map(|id| staff_name(records, id)).collect();
    let reason = visit.step().map_or("", |step| &step.reason);
    lines.text_if("DESCRIPTION", &joined([&about.lines(), &staff.join(", "), reason], "\n"));
    // One at which nobody was home took its time all the same.
    lines.put("STATUS", if visit.state() == VisitState::Cancelled { "CANCELLED" } else { "CONFIRMED" });
    lines.put("END", "VEVENT");
}

fn follow_ups(
    lines: &mut Lines,
    records: &Records,
    agenda: &Agenda<'_>,
    key: &RecordKey,
    case: &Case,
    record: &Record,
) {
    for (id, follow_up) in case.follow_ups() {
        let Some(next) = follow_up.due.plus_days(1) else { continue };
        if case.follow_up_done(id).is_some() {
            continue;
        }
        let about = About::of(records, Some(case));
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", &format!("follow-up-{}-{id}@casebook", key.id));
        lines.put("DTSTAMP", &utc(agenda.now_ms));
        lines.put("SEQUENCE", &record.len().saturating_sub(1).to_string());
        lines.put("LAST-MODIFIED", &utc(record.last_stamp().map_or(0, |stamp| stamp.millis)));
        let day = |date: Date| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
        lines.put("DTSTART;VALUE=DATE", &day(follow_up.due));
        lines.put("DTEND;VALUE=DATE", &day(next));
        lines.text("SUMMARY", &joined([agenda.follow_up, &about.customer], " – "));
        let who = follow_up.who.as_ref().map(|id| staff_name(records, id)).unwrap_or_default();
        lines.text_if("DESCRIPTION", &joined([&follow_up.about, &about.title, &about.lines(), &who], "\n"));
        lines.put("STATUS", "CONFIRMED");
        // It takes a call, not the day.
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("END", "VEVENT");
    }
}

/// What a case is about, for somebody on the way.
#[derive(Default)]
struct About {
    number: String,
    title: String,
    customer: String,
    phone: String,
    address: String,
}

impl About {
    fn of(records: &Records, case: Option<&Case>) -> Self {
        let Some(case) = case else { return Self::default() };
        let customer = case.customer().map(|id| Customer::of(&records.journal::<CustomerKind>(id.as_str())));
        let of = |read: fn(&Customer) -> Option<&String>| {
            customer.as_ref().and_then(read).cloned().unwrap_or_default()
        };
        let phone = customer.as_ref().and_then(|customer| customer.phone()?.as_ref());
        Self {
            number: case.number().cloned().unwrap_or_default(),
            title: case.description().and_then(|text| text.lines().next()).unwrap_or_default().to_owned(),
            customer: of(Customer::name),
            phone: phone.map(ToString::to_string).unwrap_or_default(),
            address: of(Customer::address),
        }
    }

    fn lines(&self) -> String {
        joined([&self.number, &self.phone], "\n")
    }
}

fn joined<const N: usize>(parts: [&str; N], between: &str) -> String {
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

/// `20261122T013000Z`.
fn utc(millis: u64) -> String {
    let at = i64::try_from(millis.min(LAST_MS)).ok().and_then(DateTime::from_timestamp_millis);
    let at = at.unwrap_or_default();
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The lines of a calendar.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line of its own words, folded.
    fn put(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A line of people's words.
    fn text(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for c in text.replace("\r\n", "\n").chars() {
            match c {
                '\n' | '\r' => value.push_str("\\n"),
                ',' | ';' | '\\' => value.extend(['\\', c]),
                '\t' => value.push(' '),
                c if c.is_control() => {}
                c => value.push(c),
            }
        }
        self.put(name, &value);
    }

    fn text_if(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.text(name, text);
        }
    }
}
