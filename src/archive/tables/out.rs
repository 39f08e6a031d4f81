//! Customers, cases and events as tables for other programs. What they say is read again by
//! [`take`](super::take).

use super::column::Column;
use super::processes::ProcessWords;
use super::write::Cell;
use crate::archive::{Happening, happenings};
use crate::catalog;
use crate::domain::asset::{Asset, AssetKind};
use crate::domain::calendar::{Moment, Zone};
use crate::domain::case::{Case, CaseDay, CaseKey, CaseKind, Status};
use crate::domain::customer::{ContactWay, Customer, CustomerKind};
use crate::domain::id::{StaffId, TaskId};
use crate::domain::lang::Lang;
use crate::domain::process::ProcessRef;
use crate::domain::record::{Known, RecordKey, Records};
use crate::domain::staff::{Staff, StaffKind};
use crate::domain::text::MAX_LINE;
use crate::i18n::activity_words::activity_name;
use crate::i18n::{Named, texts};
use chrono::{DateTime, SecondsFormat};
use std::collections::BTreeMap;

/// How tables speak.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// What columns are called.
    pub header: &'a dyn Fn(Column) -> String,
    /// In what language choices, processes and stages are named.
    pub lang: Lang,
    /// Whether what happened is told in words of that language; else by the names that files have for it.
    pub in_words: bool,
    /// The processes that there are.
    pub processes: &'a [ProcessWords],
    /// Where the shop's clock hangs.
    pub zone: Zone,
}

impl std::fmt::Debug for Telling<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Telling").field("lang", &self.lang).field("zone", &self.zone).finish_non_exhaustive()
    }
}

impl Telling<'_> {
    fn headers(&self, columns: &[Column]) -> Vec<Cell> {
        columns.iter().map(|column| Cell::words((self.header)(*column))).collect()
    }

    fn name<'n>(&self, names: &'n [String]) -> &'n str {
        names.get(self.lang as usize).or(names.first()).map_or("", String::as_str)
    }

    /// What happened, as it is told. The words of other programs stay as they are.
    fn activity(&self, happened: Happening, process: Option<&ProcessRef>) -> String {
        let Happening { activity, recorded: false, .. } = happened else { return happened.activity };
        if !self.in_words {
            return activity;
        }
        let t = texts(self.lang);
        let (what, of) = activity.split_once(':').unwrap_or((&activity, ""));
        let own = || self.processes.iter().find(|known| process == Some(&known.at));
        let told = match what {
            "stage" => {
                let stage = own().and_then(|known| known.stages.iter().find(|(id, _)| id.as_str() == of));
                t.tables().did_stage(&stage.map_or(of, |(_, names)| self.name(names)))
            }
            "task" | "change_task" => {
                let task = process.zip(TaskId::parse(of)).and_then(|(at, id)| {
                    catalog::process(self.lang, at)?.task(&id).map(|task| task.text.as_str())
                });
                t.tables().did_task(&task.unwrap_or(of))
            }
            "status" => {
                let all = [Status::Open, Status::Closed, Status::Withdrawn];
                let status = all.iter().find(|status| crate::archive::names::Named::name(**status) == of);
                t.tables().did_status(&status.map_or(of, |status| status.name(t)))
            }
            what => activity_name(t, what).map_or(activity.clone(), str::to_owned),
        };
        // As long as it may be when it is read again.
        told.chars().take(MAX_LINE).collect()
    }

    /// The minute on the shop's clock.
    fn local(&self, millis: u64) -> String {
        let local = self.zone.local(Moment::of_millis(millis));
        local.map(|local| format!("{} {}", local.date(), local.time())).unwrap_or_default()
    }
}

/// The customers, each a row. People who were erased stand in no table.
#[must_use]
pub fn customers_table(records: &Records, telling: &Telling<'_>) -> Vec<Vec<Cell>> {
    use Column::{Address, Email, Line, Mobile, Name, Note, Person, Phone, Tags, Wechat};
    let mut rows =
        vec![telling.headers(&[Name, Person, Phone, Mobile, Email, Wechat, Line, Address, Tags, Note])];
    for (_, customer) in customers(records) {
        let of = |way: ContactWay| {
            let contacts = customer.contacts().into_iter().filter(|(_, contact)| contact.way == way);
            contacts.map(|(_, contact)| contact.value.clone()).collect::<Vec<_>>()
        };
        let list = |first: Option<String>, way: ContactWay| {
            first.into_iter().chain(of(way)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
        };
        let people: Vec<String> =
            customer.people().into_iter().map(|(_, person)| person.name.clone()).collect();
        let tags: Vec<&str> = customer.tags().map(String::as_str).collect();
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let phone = customer.phone().and_then(Option::as_ref).map(ToString::to_string);
        let cells = [
            text(customer.name()),
            people.join("; "),
            list(phone, ContactWay::Phone),
            list(None, ContactWay::Mobile),
            list(customer.email().cloned(), ContactWay::Email),
            list(None, ContactWay::Wechat),
            list(None, ContactWay::Line),
            text(customer.address()),
            tags.join("; "),
            text(customer.note()),
        ];
        rows.push(cells.map(Cell::Words).into());
    }
    rows
}

/// The cases, each a row, in the order of their numbers.
#[must_use]
pub fn cases_table(records: &Records, telling: &Telling<'_>) -> Vec<Vec<Cell>> {
    use Column::{
        Asset as Thing, Assignee, Channel, Closed, Description, Due, Name, Number, Opened, Phone, Process,
        Stage, Status as State, Told, Urgency,
    };
    let t = texts(telling.lang);
    let mut rows = vec![telling.headers(&[
        Number,
        Description,
        Name,
        Phone,
        Thing,
        Process,
        Stage,
        State,
        Urgency,
        Channel,
        Assignee,
        Opened,
        Due,
        Closed,
        Told,
    ])];
    let mut cases: Vec<(RecordKey, Case)> = Vec::new();
    for (key, record) in &records.0 {
        cases.extend(CaseKind::of(record).map(|journal| (key.clone(), Case::of(journal))));
    }
    cases.sort_by(|(one, a), (other, b)| (a.number(), &one.id).cmp(&(b.number(), &other.id)));
    for (_, case) in cases {
        let customer = case.customer().filter(|id| {
            let key = RecordKey::new(CustomerKind::KIND, id.as_str());
            records.0.get(&key).is_some_and(|record| !record.is_erased())
        });
        let customer = customer.map(|id| Customer::of(&records.journal::<CustomerKind>(id.as_str())));
        let asset = case.asset().map(|id| Asset::of(&records.journal::<AssetKind>(id.as_str())));
        let process =
            case.process().and_then(|at| telling.processes.iter().find(|process| process.at == *at));
        let stage = case.stage().map(|stage| {
            let named = process.and_then(|process| process.stages.iter().find(|(id, _)| id == stage));
            named.map_or(stage.as_str(), |(_, names)| telling.name(names)).to_owned()
        });
        let closed = case.fields.held(&CaseKey::Status).filter(|_| case.status() != Status::Open);
        let opened = case.span.as_ref().map(|(first, _)| telling.local(first.millis));
        let cells = [
            case.number().cloned(),
            case.description().cloned(),
            customer.as_ref().and_then(|customer| customer.name().cloned()),
            customer.as_ref().and_then(|customer| customer.phone()?.as_ref().map(ToString::to_string)),
            asset.as_ref().and_then(|asset| asset.label().cloned()),
            process.map(|process| telling.name(&process.names).to_owned()),
            stage,
            Some(case.status().name(t).to_owned()),
            case.urgency().map(|urgency| urgency.name(t).to_owned()),
            case.channel().map(|channel| channel.name(t).to_owned()),
            case.assignee().map(|id| staff_name(records, id)),
            opened,
            case.day(CaseDay::AgreedEnd).map(|day| day.to_string()),
            closed.map(|held| telling.local(held.stamp.millis)),
            case.told().cloned(),
        ];
        rows.push(cells.into_iter().map(|cell| cell.map_or(Cell::Empty, Cell::Words)).collect());
    }
    rows
}

/// What happened to the cases, each event a row: case by case, each in the order of time.
#[must_use]
pub fn events_table(records: &Records, telling: &Telling<'_>) -> Vec<Vec<Cell>> {
    use Column::{Activity, Case as Of, Note, Person, Time};
    let mut rows = vec![telling.headers(&[Of, Activity, Time, Person, Note])];
    // Few people do much: each is looked up once.
    let mut names = BTreeMap::<StaffId, String>::new();
    for History { name, process, happened } in histories(records) {
        for mut each in happened {
            let named =
                |id: StaffId| names.entry(id).or_insert_with_key(|id| staff_name(records, id)).clone();
            let (millis, note) = (each.millis, std::mem::take(&mut each.note));
            let person = each.author.take().map(named).unwrap_or_default();
            let cells =
                [name.clone(), telling.activity(each, process.as_ref()), moment(millis), person, note];
            rows.push(cells.map(Cell::Words).into());
        }
    }
    rows
}

/// What happened to a case.
struct History {
    /// What the case is called.
    name: String,
    process: Option<ProcessRef>,
    happened: Vec<Happening>,
}

/// The cases by their numbers, with what happened to each. Of cases that share a number each has its
/// id beside it, so that they stay apart.
fn histories(records: &Records) -> Vec<History> {
    let mut found: BTreeMap<String, Vec<(&str, History)>> = BTreeMap::new();
    for (key, record) in &records.0 {
        let Some(journal) = CaseKind::of(record) else { continue };
        let case = Case::of(journal);
        let number = case.number().cloned().unwrap_or_default();
        let name = if number.trim().is_empty() { key.id.clone() } else { number };
        let (process, happened) = (case.process().cloned(), happenings(journal));
        let history = History { name: name.clone(), process, happened };
        found.entry(name).or_default().push((&key.id, history));
    }
    let mut told = Vec::new();
    for cases in found.into_values() {
        let alone = cases.len() == 1;
        for (id, mut history) in cases {
            if !alone {
                history.name += &format!(" ({id})");
            }
            told.push(history);
        }
    }
    told
}

fn customers(records: &Records) -> Vec<(RecordKey, Customer)> {
    let mut customers: Vec<(RecordKey, Customer)> = Vec::new();
    for (key, record) in records.0.iter().filter(|(_, record)| !record.is_erased()) {
        customers.extend(CustomerKind::of(record).map(|journal| (key.clone(), Customer::of(journal))));
    }
    customers.sort_by(|(one, a), (other, b)| (a.name(), &one.id).cmp(&(b.name(), &other.id)));
    customers
}

/// The name of a member of staff; the id of one who is not here.
pub(super) fn staff_name(records: &Records, id: &StaffId) -> String {
    let staff = Staff::of(&records.journal::<StaffKind>(id.as_str()));
    staff.name().cloned().unwrap_or_else(|| id.to_string())
}

/// A moment in UTC.
fn moment(millis: u64) -> String {
    let at = i64::try_from(millis).ok().and_then(DateTime::from_timestamp_millis);
    at.map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true)).unwrap_or_default()
}
