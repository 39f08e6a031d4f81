//! Tables and cards of other programs, on the page: what they come to goes the way of every file.

use super::effect::{ImportError, Offer, Watch, no_store, offer_archive};
use crate::app::desk::Desk;
use crate::app::export;
use crate::archive::Exported;
use crate::archive::tables::{
    Alike, DateOrder, Doing, Duplicates, Encoding, Here, MapError, Mapping, ProcessWords, RowFault,
    Separator, Sheet, SheetKind, Source, Table, TableError, Taking, built_in_processes, decode_unicode, take,
    take_vcards_decoding,
};
use crate::domain::calendar::Zone;
use crate::domain::id::{ProcessId, StageId};
use crate::domain::process::ProcessRef;
use crate::domain::record::RecordKey;
use crate::platform::{clock::now_ms, decode::decode, pause::pause};
use leptos::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// As much of a file of cards as is read to name some of them, in characters.
const BEGINNING: usize = 100_000;
/// How many cards are named.
const NAMED: usize = 5;

/// A file that another program wrote, not understood yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Foreign {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
    /// Whether it holds cards of an address book; else it is a table.
    pub cards: bool,
}

/// Why a table or cards cannot be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SheetError {
    /// Nothing of it can be read.
    Table(TableError),
    /// Its columns do not say what they must.
    Map(MapError),
}

/// What became of rows, for people to look at before they take it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Rows {
    /// Rows of which nothing is taken, as it is here or stands further up: their line, what they are
    /// about, the earlier line.
    pub same: Vec<(usize, String, Option<usize>)>,
    /// Rows that cannot be taken: their line, and why.
    pub problems: Vec<(usize, RowFault)>,
    /// Rows that are taken, and of which something is to be said.
    pub remarks: Vec<(usize, RowFault)>,
}

impl Rows {
    fn of(sheet: &Sheet) -> Self {
        use crate::archive::tables::Outcome;
        let mut rows = Self::default();
        for row in &sheet.rows {
            match &row.what {
                Outcome::New(_) | Outcome::Added(_) => {}
                Outcome::SameAs { line, .. } => rows.same.push((row.line, row.title.clone(), *line)),
                Outcome::Problem(fault) => rows.problems.push((row.line, fault.clone())),
            }
            rows.remarks.extend(row.remarks.iter().map(|fault| (row.line, fault.clone())));
        }
        rows
    }
}

/// How a table, or cards, are to be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// In which encoding.
    pub encoding: Encoding,
    /// What lies between cells, if that was said.
    pub separator: Option<Separator>,
    /// What the columns of a table say; nothing of cards.
    pub mapping: Option<Mapping>,
    /// The order of dates, if it was said.
    pub dates: Option<DateOrder>,
    /// Where cases and events come from: of one source, the same rows are the same records.
    pub source: String,
    /// What is done with rows of customers who are here already, by their line.
    pub doings: Arc<BTreeMap<usize, Doing>>,
    /// Whether that was asked.
    pub asked: bool,
}

/// A row that resembles a customer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowAlike {
    /// Its line.
    pub line: usize,
    /// Who it is about.
    pub title: String,
    /// Whom it resembles.
    pub alike: Alike,
}

/// What a look at a table, or at cards, comes to.
#[derive(Debug)]
pub enum Looked {
    /// Rows of which must be said what is done with them.
    Alike(Vec<RowAlike>),
    /// What it would do.
    Offer(Box<Offer>),
}

/// The text of a file's bytes.
#[must_use]
pub fn text_of(bytes: &[u8], encoding: Encoding) -> String {
    decode_unicode(encoding, bytes).or_else(|| decode(encoding.label(), bytes)).unwrap_or_default()
}

fn text_in(encoding: Encoding, bytes: &[u8]) -> String {
    text_of(bytes, encoding)
}

/// The table that a file holds, read in an encoding.
///
/// # Errors
/// [`TableError`] when there is none.
pub fn table_of(
    foreign: &Foreign,
    encoding: Encoding,
    separator: Option<Separator>,
) -> Result<Table, TableError> {
    Table::parse(&text_of(&foreign.bytes, encoding), separator)
}

/// How many cards a file holds, read in an encoding, and whom the first ones are of.
#[must_use]
pub fn cards_of(foreign: &Foreign, encoding: Encoding) -> (usize, Vec<String>) {
    let text = text_of(&foreign.bytes, encoding);
    let is_begin = |line: &&str| line.trim().eq_ignore_ascii_case("BEGIN:VCARD");
    let count = text.lines().filter(is_begin).count();
    let beginning: String = text.chars().take(BEGINNING).collect();
    let (source, here) = (Source::new(""), Here::default());
    let taking = Taking {
        source: &source,
        here: &here,
        processes: &[],
        now_ms: now_ms(),
        zone: Zone::default(),
        duplicates: Duplicates::default(),
    };
    let sheet = take_vcards_decoding(&beginning, &taking, &text_in).unwrap_or_default();
    let named = sheet.rows.into_iter().map(|row| row.title).filter(|title| !title.is_empty());
    (count, named.take(NAMED).collect())
}

/// Looks what a table, or cards, would do; which rows resemble somebody, as long as nobody was asked.
///
/// # Errors
/// As [`offer`](super::offer); also when its columns do not say what they must.
pub async fn look_at_rows(
    desk: Desk,
    foreign: &Foreign,
    reading: &Reading,
    watch: Watch,
) -> Result<Looked, ImportError> {
    pause().await;
    let store = desk.store().ok_or_else(|| ImportError::Store(no_store(desk)))?;
    let mut all = store.all().await.map_err(ImportError::Store)?.records;
    all.merge(desk.held_back());
    let here = Here::of(&all);
    drop(all);
    pause().await;
    // Of lists, one file is one source: the same number in another file is another case. Customers
    // are the same wherever they stand.
    let source = match &reading.mapping {
        Some(Mapping { kind: SheetKind::Cases | SheetKind::Events, .. }) => &reading.source,
        _ => SheetKind::Customers.name(),
    };
    let source = Source::new(source);
    let processes = processes(desk);
    let now_ms = now_ms();
    let taking = Taking {
        source: &source,
        here: &here,
        processes: &processes,
        now_ms,
        zone: untrack(|| desk.zone()),
        duplicates: Duplicates { rows: &reading.doings, ..Duplicates::default() },
    };
    let sheet = rows(foreign, reading, &taking).map_err(ImportError::Sheet)?;
    if !reading.asked {
        let alike = sheet.rows.iter().filter_map(|row| {
            let alike = row.alike.as_deref()?.clone();
            Some(RowAlike { line: row.line, title: row.title.clone(), alike })
        });
        let alike: Vec<_> = alike.collect();
        if !alike.is_empty() {
            return Ok(Looked::Alike(alike));
        }
    }
    let exported = Exported {
        at: export::moment(now_ms),
        device: desk.device(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let told = Rows::of(&sheet);
    let mut offer = offer_archive(desk, sheet.archive(exported), false, watch).await?;
    // As they stand in the table; then who else came along.
    let places: HashMap<&RecordKey, usize> =
        sheet.rows.iter().enumerate().rev().filter_map(|(at, row)| Some((row.of()?, at))).collect();
    offer.plan.rows.sort_by_key(|row| places.get(&row.key).copied().unwrap_or(usize::MAX));
    Ok(Looked::Offer(Box::new(Offer { rows: told, ..offer })))
}

fn rows(foreign: &Foreign, reading: &Reading, taking: &Taking<'_>) -> Result<Sheet, SheetError> {
    match &reading.mapping {
        Some(mapping) => {
            let table = table_of(foreign, reading.encoding, reading.separator).map_err(SheetError::Table)?;
            take(&table, mapping, taking).map_err(SheetError::Map)
        }
        None => {
            let text = text_of(&foreign.bytes, reading.encoding);
            take_vcards_decoding(&text, taking, &text_in).map_err(SheetError::Table)
        }
    }
}

/// The processes that rows may name: built in, and of the shop's own.
#[must_use]
pub fn processes(desk: Desk) -> Vec<ProcessWords> {
    let mut processes = built_in_processes();
    desk.index.with_untracked(|index| {
        for own in index.processes.values() {
            let Some(id) = ProcessId::parse(&own.id) else { continue };
            let stage = |(id, name): &(String, String)| Some((StageId::parse(id)?, vec![name.clone()]));
            processes.push(ProcessWords {
                at: ProcessRef { id, version: own.version },
                names: vec![own.name.clone()],
                stages: own.stages.iter().take(own.current).filter_map(stage).collect(),
            });
        }
    });
    processes
}
