//! A list of events, one row each: cases with their history.
//!
//! Each row is one entry of its case, with the row's time and person. What an entry says depends on the
//! rows before it alone, so that a longer list, taken later, only adds what is new.

use super::card::Card;
use super::cases::{past, within};
use super::column::Column;
use super::customers::notes;
use super::fault::RowFault;
use super::here::Trait;
use super::mapping::Mapping;
use super::moment::When;
use super::people::{People, first};
use super::processes::{ProcessWords, chosen};
use super::sheet::{Outcome, RowOutcome, Taking};
use super::table::{Row, Table};
use crate::archive::MAX_ENTRIES;
use crate::domain::case::{CaseEvent, CaseField, CaseKind, Recorded, StageMove, Status};
use crate::domain::complaint::{ComplaintReceived, opens_complaint};
use crate::domain::id::{CaseId, CustomerId, StaffId, StageId};
use crate::domain::record::{Known, RecordKey, RecordKind, Records};
use crate::domain::text::{MAX_LINE, MAX_TEXT};
use crate::journal::{Change, Entry, Journal, Stamp};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

type CaseChange = Change<CaseField, CaseEvent>;

/// A row that can be taken.
struct Event<'a> {
    /// Its place in the table.
    at: usize,
    millis: u64,
    activity: &'a str,
    author: Option<StaffId>,
    note: String,
}

pub(super) fn take(
    table: &Table,
    mapping: &Mapping,
    taking: &Taking<'_>,
    people: &mut People<'_>,
) -> Vec<RowOutcome> {
    let list = List { table, mapping, taking };
    let mut outcomes = Vec::with_capacity(table.rows.len());
    let mut cases: BTreeMap<&str, Vec<Event<'_>>> = BTreeMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        let case = list.cell(row, Column::Case);
        let mut remarks = Vec::new();
        let what = match list.event(at, row, people) {
            Ok((event, more)) => {
                remarks.extend(more);
                let events = cases.entry(case).or_default();
                if events.len() < MAX_ENTRIES {
                    events.push(event);
                    Outcome::New(key(&list.id(case)))
                } else {
                    Outcome::Problem(RowFault::TooManyEvents)
                }
            }
            Err(fault) => Outcome::Problem(fault),
        };
        let title = case.chars().filter(|c| !c.is_control()).take(80).collect();
        outcomes.push(RowOutcome { line: row.line, title, what, remarks, alike: None });
    }
    for (case, mut events) in cases {
        // Stable: equal times stay in the order of the table.
        events.sort_by_key(|event| event.millis);
        list.case(case, events, people, &mut outcomes);
    }
    outcomes
}

/// The activities of a list: first those that most often stand in the last row of a case, then as
/// they come. One of them may be what closes a case.
#[must_use]
pub fn activities(table: &Table, columns: &[Option<Column>]) -> Vec<String> {
    let place = |column: Column| columns.iter().position(|each| *each == Some(column));
    let (Some(case), Some(activity)) = (place(Column::Case), place(Column::Activity)) else {
        return Vec::new();
    };
    let (mut last, mut found) = (BTreeMap::new(), Vec::new());
    for row in &table.rows {
        let (case, activity) = (row.cell(case), row.cell(activity));
        if activity.is_empty() {
            continue;
        }
        last.insert(case, activity);
        found.push(activity);
    }
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    for activity in last.into_values() {
        *ends.entry(activity).or_default() += 1;
    }
    let mut seen = BTreeSet::new();
    found.retain(|activity| seen.insert(*activity));
    found.sort_by_key(|activity| Reverse(ends.get(activity).copied().unwrap_or(0)));
    found.into_iter().map(str::to_owned).collect()
}

fn key(id: &CaseId) -> RecordKey {
    RecordKey::new(RecordKind::Case, id.as_str())
}

/// What is known of the whole list.
struct List<'a, 'b> {
    table: &'a Table,
    mapping: &'a Mapping,
    taking: &'a Taking<'b>,
}

impl<'a> List<'a, '_> {
    fn cell(&self, row: &'a Row, column: Column) -> &'a str {
        self.mapping.places(column).next().map_or("", |at| row.cell(at))
    }

    fn id(&self, case: &str) -> CaseId {
        CaseId::from_random(self.taking.source.bits("case", &[case]))
    }

    fn event(
        &self,
        at: usize,
        row: &'a Row,
        people: &mut People<'_>,
    ) -> Result<(Event<'a>, Option<RowFault>), RowFault> {
        let cell = |column: Column| self.cell(row, column);
        let (case, activity, time) = (cell(Column::Case), cell(Column::Activity), cell(Column::Time));
        for (text, fault) in
            [(case, RowFault::NoCase), (activity, RowFault::NoActivity), (time, RowFault::NoTime)]
        {
            if text.is_empty() {
                return Err(fault);
            }
            within(text, MAX_LINE)?;
        }
        let when =
            When::parse(time, self.mapping.dates).ok_or_else(|| RowFault::NotATime(time.to_owned()))?;
        let millis = past(when, time, self.taking)?;
        within(cell(Column::Description), MAX_TEXT)?;
        let (notes, more) = notes(self.table, self.mapping, row);
        let note = notes.join("\n");
        within(&note, MAX_TEXT)?;
        let author = people.staff(cell(Column::Person))?;
        Ok((Event { at, millis, activity, author, note }, more))
    }

    /// One case with its events in the order of their times.
    fn case(
        &self,
        number: &str,
        events: Vec<Event<'_>>,
        people: &mut People<'_>,
        outcomes: &mut [RowOutcome],
    ) {
        let id = self.id(number);
        if people.here().is_erased(&key(&id)) {
            for event in &events {
                outcomes[event.at].what = Outcome::Problem(RowFault::Erased);
            }
            return;
        }
        if let Some(event) = events.first()
            && people.here().case(number).is_some_and(|known| *known != id)
        {
            outcomes[event.at].remarks.push(RowFault::SameNumber(number.to_owned()));
        }
        let process = chosen(self.taking.processes, self.mapping.process.as_ref());
        let mut course = Course { process, closing: &self.mapping.closing, stage: None, status: None };
        let mut journal = Journal::<CaseKind>::new();
        let (mut counter, mut last) = (0, None);
        let (mut customer, mut described) = (false, false);
        for event in events {
            counter = if last == Some(event.millis) { counter + 1 } else { 0 };
            last = Some(event.millis);
            let stamp = self.taking.source.stamp(event.millis, counter);
            let mut changes = Vec::new();
            if journal.is_empty() {
                changes = course.opening(number);
            }
            let recorded = Recorded { activity: event.activity.to_owned(), note: event.note };
            changes.push(Change::Event(CaseEvent::Recorded(recorded)));
            course.go_on(event.activity, &stamp, journal.is_empty(), &mut changes);
            let row = &self.table.rows[event.at];
            let description = self.cell(row, Column::Description);
            if !described && !description.is_empty() {
                described = true;
                changes.push(first(CaseField::Description(description.to_owned())));
            }
            if !customer && let Some(whose) = self.customer(row, people, &mut outcomes[event.at]) {
                customer = true;
                changes.push(first(CaseField::Customer(whose)));
            }
            journal.insert(Entry { stamp, author: event.author, changes });
        }
        let record = BTreeMap::from([(key(&id), CaseKind::wrap(journal))]);
        people.records.merge(Records(record));
    }

    /// Whose matter it is, where the row says so.
    fn customer(&self, row: &Row, people: &mut People<'_>, outcome: &mut RowOutcome) -> Option<CustomerId> {
        let mut card = Card::of(row, self.mapping);
        // Here this is who did it.
        card.person.clear();
        if card.is_empty() {
            return None;
        }
        let (what, remarks) = people.customer(card, row.line);
        outcome.remarks.extend(remarks);
        match what {
            Outcome::New(key) | Outcome::Added(key) | Outcome::SameAs { key, .. } => {
                CustomerId::parse(&key.id)
            }
            Outcome::Problem(_) => None,
        }
    }
}

/// Where a case stands as its events go on.
struct Course<'a> {
    process: Option<&'a ProcessWords>,
    closing: &'a [String],
    stage: Option<(StageId, Stamp)>,
    status: Option<(Status, Stamp)>,
}

impl Course<'_> {
    fn opening(&self, number: &str) -> Vec<CaseChange> {
        let mut changes = vec![Change::Event(CaseEvent::Opened), first(CaseField::Number(number.to_owned()))];
        if let Some(process) = self.process {
            if opens_complaint(&process.at) {
                let received = ComplaintReceived { channel: None, at: None };
                changes.push(Change::Event(CaseEvent::ComplaintReceived(received)));
            }
            changes.push(first(CaseField::Process(process.at.clone())));
        }
        changes
    }

    /// The stage moves where an activity is one; a closing activity closes the case, and any other opens
    /// it again.
    fn go_on(&mut self, activity: &str, stamp: &Stamp, begins: bool, changes: &mut Vec<CaseChange>) {
        let named = self.process.and_then(|process| process.stage(activity));
        let begun = self.process.filter(|_| begins).and_then(ProcessWords::first_stage);
        if let Some(to) = named.or(begun)
            && self.stage.as_ref().is_none_or(|(stage, _)| stage != to)
        {
            let field = CaseField::Stage(StageMove { to: to.clone(), reason: String::new() });
            changes.push(set(field, self.stage.replace((to.clone(), stamp.clone()))));
        }
        let is = |name: &String| Trait::name(name) == Trait::name(activity);
        let status = if self.closing.iter().any(is) { Status::Closed } else { Status::Open };
        if self.status.as_ref().map_or(Status::Open, |(status, _)| *status) != status {
            changes.push(set(CaseField::Status(status), self.status.replace((status, stamp.clone()))));
        }
    }
}

/// A value in the place of the one before.
fn set<T>(field: CaseField, before: Option<(T, Stamp)>) -> CaseChange {
    Change::Set { field, replaces: before.into_iter().map(|(_, stamp)| stamp).collect() }
}
