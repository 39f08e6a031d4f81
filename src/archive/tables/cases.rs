//! A sheet of cases.

use super::card::{Card, is_nothing};
use super::choices::{channel, status, urgency};
use super::column::Column;
use super::customers::{notes, title};
use super::fault::RowFault;
use super::mapping::Mapping;
use super::moment::When;
use super::people::{People, first};
use super::processes::{ProcessWords, called, chosen};
use super::sheet::{Outcome, RowOutcome, Taking};
use super::table::{Row, Table};
use crate::domain::asset::{AssetField, AssetKind};
use crate::domain::case::{CaseDay, CaseEvent, CaseField, CaseKind, StageMove, Status};
use crate::domain::complaint::{ComplaintReceived, opens_complaint};
use crate::domain::id::{AssetId, CaseId, CustomerId, StageId};
use crate::domain::record::{RecordKey, RecordKind};
use crate::domain::text::{MAX_LINE, MAX_TEXT, fold_for_search};
use crate::journal::{Change, Stamp, base32};
use std::collections::BTreeMap;

/// What rows that follow one another share.
struct Cases<'a, 'b> {
    table: &'a Table,
    mapping: &'a Mapping,
    taking: &'a Taking<'b>,
    /// The lines of the cases so far.
    lines: BTreeMap<RecordKey, usize>,
}

pub(super) fn take(
    table: &Table,
    mapping: &Mapping,
    taking: &Taking<'_>,
    people: &mut People<'_>,
) -> Vec<RowOutcome> {
    let mut cases = Cases { table, mapping, taking, lines: BTreeMap::new() };
    table
        .rows
        .iter()
        .map(|row| {
            let mut remarks = Vec::new();
            let what = cases.row(row, people, &mut remarks).unwrap_or_else(Outcome::Problem);
            RowOutcome { line: row.line, title: cases.title(row), what, remarks, alike: None }
        })
        .collect()
}

impl Cases<'_, '_> {
    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        let cell = self.mapping.places(column).next().map_or("", |at| row.cell(at));
        if is_nothing(cell) { "" } else { cell }
    }

    fn title(&self, row: &Row) -> String {
        let words = [Column::Number, Column::Description].map(|column| self.cell(row, column));
        let words = words.into_iter().find(|words| !words.is_empty()).map(str::to_owned);
        let words = words.unwrap_or_else(|| title(&Card::of(row, self.mapping)));
        words.chars().filter(|c| !c.is_control()).take(80).collect()
    }

    fn row(
        &mut self,
        row: &Row,
        people: &mut People<'_>,
        remarks: &mut Vec<RowFault>,
    ) -> Result<Outcome, RowFault> {
        let cell = |column: Column| self.cell(row, column);
        let (number, description) = (cell(Column::Number), cell(Column::Description));
        if description.is_empty() {
            return Err(RowFault::NoDescription);
        }
        within(number, MAX_LINE)?;
        let (mut words, more) = notes(self.table, self.mapping, row);
        remarks.extend(more);
        let card = Card::of(row, self.mapping);
        let traits = [
            fold_for_search(&card.name),
            fold_for_search(&card.company),
            card.phones.first().map(|(_, phone)| crate::domain::phone::digits(phone)).unwrap_or_default(),
        ];
        let source = people.source();
        let content: Vec<&str> = if number.is_empty() {
            let [name, company, phone] = &traits;
            vec![description, cell(Column::Opened), name, company, phone]
        } else {
            vec![number]
        };
        let bits = source.bits("case", &content);
        let id = CaseId::from_random(bits);
        let key = RecordKey::new(RecordKind::Case, id.as_str());
        if people.here().is_erased(&key) {
            return Err(RowFault::Erased);
        }
        if people.here().has(&key) {
            let line = self.lines.get(&key).copied();
            return Ok(Outcome::SameAs { key, line });
        }
        if !number.is_empty() && people.here().case(number).is_some() {
            remarks.push(RowFault::SameNumber(number.to_owned()));
        }

        // What can be wrong comes first: a row that is refused leaves nothing behind.
        let opened = self.moment(cell(Column::Opened), remarks, &mut words)?;
        let closed = self.moment(cell(Column::Closed), remarks, &mut words)?;
        let stamp = opened.map_or_else(|| people.now(), |millis| source.stamp(millis, 0));
        let mut fields = self.fields(row, bits, remarks, &mut words);
        let status = self.status(cell(Column::Status), remarks, &mut words);
        within(description, MAX_TEXT)?;
        within(cell(Column::Told), MAX_TEXT)?;
        let things = [Column::Asset, Column::Brand, Column::Model, Column::Serial].map(cell);
        things.iter().try_for_each(|thing| within(thing, MAX_LINE))?;
        let words = words.join("\n");
        within(&words, MAX_TEXT)?;
        let assignee = people.staff(cell(Column::Assignee))?;
        let customer = self.customer(card, row.line, people, remarks)?;

        let asset = self.asset(things, customer.as_ref(), &stamp, people);
        fields.extend(customer.map(CaseField::Customer));
        fields.extend(asset.map(|asset| CaseField::Asset(Some(asset))));
        fields.extend(assignee.map(|staff| CaseField::Assignee(Some(staff))));
        let mut changes = vec![Change::Event(CaseEvent::Opened)];
        if let Some(process) = fields.iter().find_map(|field| match field {
            CaseField::Process(process) => Some(process),
            _ => None,
        }) && opens_complaint(process)
        {
            let received = ComplaintReceived { channel: None, at: None };
            changes.push(Change::Event(CaseEvent::ComplaintReceived(received)));
        }
        changes.extend(fields.into_iter().map(first));
        if !words.is_empty() {
            changes.push(Change::Event(CaseEvent::Note(words)));
        }
        let status = status.or(closed.map(|_| Status::Closed)).filter(|status| *status != Status::Open);
        let mut closing = None;
        if let Some(status) = status {
            let status = first(CaseField::Status(status));
            match closed.map(|millis| source.stamp(millis, 0)).filter(|later| *later > stamp) {
                Some(later) => closing = Some((later, vec![status])),
                None => changes.push(status),
            }
        }
        for (stamp, changes) in std::iter::once((stamp, changes)).chain(closing) {
            people.add::<CaseKind>(id.as_str(), stamp, None, changes);
        }
        people.here().put_key(key.clone());
        people.here().put_case(number, id);
        self.lines.insert(key.clone(), row.line);
        Ok(Outcome::New(key))
    }

    /// The case's own fields.
    fn fields(
        &self,
        row: &Row,
        bits: u128,
        remarks: &mut Vec<RowFault>,
        words: &mut Vec<String>,
    ) -> Vec<CaseField> {
        let cell = |column: Column| self.cell(row, column);
        let number = match cell(Column::Number) {
            "" => made_up_number(self.taking.source.writer().device.code(), bits),
            number => number.to_owned(),
        };
        let mut fields =
            vec![CaseField::Number(number), CaseField::Description(cell(Column::Description).to_owned())];
        if let Some((process, stage)) = self.stage(cell(Column::Process), cell(Column::Stage), remarks, words)
        {
            fields.push(CaseField::Process(process.at.clone()));
            fields.extend(stage.map(|to| CaseField::Stage(StageMove { to, reason: String::new() })));
        }
        let mut choice = |column: Column, field: Option<CaseField>| match (field, cell(column)) {
            (Some(field), _) => fields.push(field),
            (None, "") => {}
            (None, text) => {
                remarks.push(RowFault::NotAChoice(text.to_owned()));
                words.push(text.to_owned());
            }
        };
        choice(Column::Urgency, urgency(cell(Column::Urgency)).map(CaseField::Urgency));
        choice(Column::Channel, channel(cell(Column::Channel)).map(CaseField::Channel));
        let due = cell(Column::Due);
        match When::parse(due, self.mapping.dates) {
            Some(when) => fields.push(CaseField::Day(CaseDay::AgreedEnd, Some(when.date))),
            None if due.is_empty() => {}
            None => {
                remarks.push(RowFault::NotADate(due.to_owned()));
                words.push(due.to_owned());
            }
        }
        if !cell(Column::Told).is_empty() {
            fields.push(CaseField::Told(cell(Column::Told).to_owned()));
        }
        fields
    }

    /// The process and the stage, by their names; a stage that is not of the process goes into the note.
    fn stage(
        &self,
        process: &str,
        stage: &str,
        remarks: &mut Vec<RowFault>,
        words: &mut Vec<String>,
    ) -> Option<(&ProcessWords, Option<StageId>)> {
        let mut not_known = |text: &str| {
            remarks.push(RowFault::NotAStage(text.to_owned()));
            words.push(text.to_owned());
        };
        let found = called(self.taking.processes, process);
        if found.is_none() && !process.is_empty() {
            not_known(process);
        }
        let process = found.or_else(|| chosen(self.taking.processes, self.mapping.process.as_ref()))?;
        let to = process.stage(stage);
        if to.is_none() && !stage.is_empty() {
            not_known(stage);
        }
        Some((process, to.or_else(|| process.first_stage()).cloned()))
    }

    fn status(&self, text: &str, remarks: &mut Vec<RowFault>, words: &mut Vec<String>) -> Option<Status> {
        if text.is_empty() {
            return None;
        }
        let found = status(text);
        if found.is_none() {
            remarks.push(RowFault::NotAChoice(text.to_owned()));
            words.push(text.to_owned());
        }
        found
    }

    /// A moment of the past; what is no date goes into the note.
    fn moment(
        &self,
        text: &str,
        remarks: &mut Vec<RowFault>,
        words: &mut Vec<String>,
    ) -> Result<Option<u64>, RowFault> {
        if text.is_empty() {
            return Ok(None);
        }
        let Some(when) = When::parse(text, self.mapping.dates) else {
            remarks.push(RowFault::NotADate(text.to_owned()));
            words.push(text.to_owned());
            return Ok(None);
        };
        past(when, text, self.taking).map(Some)
    }

    /// Whose matter it is, where that is said.
    fn customer(
        &self,
        card: Card,
        line: usize,
        people: &mut People<'_>,
        remarks: &mut Vec<RowFault>,
    ) -> Result<Option<CustomerId>, RowFault> {
        if card.is_empty() {
            return Ok(None);
        }
        let (what, more) = people.customer(card, line);
        remarks.extend(more);
        match what {
            Outcome::New(key) | Outcome::Added(key) | Outcome::SameAs { key, .. } => {
                Ok(CustomerId::parse(&key.id))
            }
            Outcome::Problem(fault) => Err(fault),
        }
    }

    /// The thing that it is about. One with a serial number is the same wherever that stands.
    fn asset(
        &self,
        [label, brand, model, serial]: [&str; 4],
        owner: Option<&CustomerId>,
        stamp: &Stamp,
        people: &mut People<'_>,
    ) -> Option<AssetId> {
        let label = [label, model, brand, serial].into_iter().find(|text| !text.is_empty())?;
        let whose = owner.map_or("", CustomerId::as_str);
        let id = AssetId::from_random(people.source().bits("asset", &[whose, label, brand, model, serial]));
        let key = RecordKey::new(RecordKind::Asset, id.as_str());
        if !people.here().has(&key) {
            let mut fields: Vec<AssetField> = owner.cloned().map(AssetField::Owner).into_iter().collect();
            fields.push(AssetField::Label(label.to_owned()));
            let more = [
                AssetField::Brand(brand.to_owned()),
                AssetField::Model(model.to_owned()),
                AssetField::Serial(serial.to_owned()),
            ];
            let said = |field: &AssetField| !matches!(field, AssetField::Brand(text) | AssetField::Model(text) | AssetField::Serial(text) if text.is_empty());
            fields.extend(more.into_iter().filter(said));
            people.add::<AssetKind>(
                id.as_str(),
                stamp.clone(),
                None,
                fields.into_iter().map(first).collect(),
            );
            people.here().put_key(key);
        }
        Some(id)
    }
}

/// The moment, if it lies between 1970 and now.
pub(super) fn past(when: When, text: &str, taking: &Taking<'_>) -> Result<u64, RowFault> {
    let millis = u64::try_from(when.millis(taking.zone));
    let millis = millis.map_err(|_| RowFault::BeforeTime(text.to_owned()))?;
    if millis > taking.now_ms { Err(RowFault::Future(text.to_owned())) } else { Ok(millis) }
}

/// That a text is not too long.
pub(super) fn within(text: &str, max: usize) -> Result<(), RowFault> {
    if text.len() <= max || text.chars().count() <= max {
        return Ok(());
    }
    Err(if max == MAX_LINE { RowFault::LineTooLong } else { RowFault::TextTooLong })
}

/// A number for a case that came without one, by its content.
fn made_up_number(code: String, bits: u128) -> String {
    format!("{code}-{}", base32(bits >> 64, 5).to_ascii_uppercase())
}
