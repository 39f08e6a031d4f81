//! Tables and cards of other programs, on the page: what they come to goes the way of every file.

use super::effect::{ImportError, Offer, Watch, no_store, offer_archive};
use crate::app::desk::Desk;
use crate::app::export;
use crate::archive::Exported;
use crate::archive::tables::{
    Duplicates, Encoding, Here, MapError, Mapping, ProcessWords, RowFault, Separator, Sheet, SheetKind,
    Source, Table, TableError, Taking, built_in_processes, decode_unicode, take, take_vcards_decoding,
};
use crate::domain::id::{ProcessId, StageId};
use crate::domain::process::ProcessRef;
use crate::domain::record::RecordKind;
use crate::platform::{clock::now_ms, decode::decode, pause::pause};
use leptos::prelude::*;

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

/// How a table is to be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// What its columns say.
    pub mapping: Mapping,
    /// Whether customers who are here already come as new ones all the same.
    pub as_new: bool,
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

/// Looks what a table would do.
///
/// # Errors
/// As [`offer`](super::offer); also when its columns do not say what they must.
pub async fn offer_table(
    desk: Desk,
    name: &str,
    table: &Table,
    reading: &Reading,
    watch: Watch,
) -> Result<Offer, ImportError> {
    // Of lists, one file is one source: the same number in another file is another case. Customers
    // are the same wherever they stand.
    let source = match reading.mapping.kind {
        SheetKind::Customers => SheetKind::Customers.name(),
        SheetKind::Cases | SheetKind::Events => name,
    };
    let rows = |taking: &Taking<'_>| take(table, &reading.mapping, taking).map_err(SheetError::Map);
    offer_rows(desk, source, reading.as_new, &rows, watch).await
}

/// Looks what cards of an address book would do.
///
/// # Errors
/// As [`offer_table`].
pub async fn offer_cards(
    desk: Desk,
    foreign: &Foreign,
    encoding: Encoding,
    as_new: bool,
    watch: Watch,
) -> Result<Offer, ImportError> {
    let text = text_of(&foreign.bytes, encoding);
    let rows = |taking: &Taking<'_>| take_vcards_decoding(&text, taking, &text_in).map_err(SheetError::Table);
    offer_rows(desk, SheetKind::Customers.name(), as_new, &rows, watch).await
}

async fn offer_rows(
    desk: Desk,
    source: &str,
    as_new: bool,
    rows: &dyn Fn(&Taking<'_>) -> Result<Sheet, SheetError>,
    watch: Watch,
) -> Result<Offer, ImportError> {
    pause().await;
    let store = desk.store().ok_or_else(|| ImportError::Store(no_store(desk)))?;
    let mut all = store.all().await.map_err(ImportError::Store)?.records;
    all.merge(desk.held_back());
    if as_new {
        // Erased people stay known: they do not come back.
        all.0.retain(|key, record| key.kind != RecordKind::Customer || record.is_erased());
    }
    let here = Here::of(&all);
    drop(all);
    pause().await;
    let source = Source::new(source);
    let processes = processes(desk);
    let now_ms = now_ms();
    let taking = Taking {
        source: &source,
        here: &here,
        processes: &processes,
        now_ms,
        zone: untrack(|| desk.zone()),
        duplicates: Duplicates::default(),
    };
    let sheet = rows(&taking).map_err(ImportError::Sheet)?;
    let exported = Exported {
        at: export::moment(now_ms),
        device: desk.device(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let told = Rows::of(&sheet);
    let offer = offer_archive(desk, sheet.archive(exported), false, watch).await?;
    Ok(Offer { rows: told, ..offer })
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
