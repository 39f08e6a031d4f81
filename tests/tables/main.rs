//! Tables and cards from elsewhere, and tables and calendars for elsewhere.

mod alike;
mod cards;
mod cases;
mod cli;
mod customers;
mod events;
mod hostile;
mod laws;
mod out;
mod text;

use casebook::archive::tables::{
    Duplicates, Here, Mapping, Outcome, ProcessWords, RowFault, Sheet, SheetKind, Source, Table, Taking,
    built_in_processes, take,
};
use casebook::domain::calendar::Zone;
use casebook::domain::record::{Record, Records};

/// The moment at which tables are taken in: 2026-11-21T20:00:00Z.
const NOW: u64 = 1_795_291_200_000;

/// What is known while a table is taken in.
struct Shop {
    source: Source,
    here: Here,
    processes: Vec<ProcessWords>,
    zone: Zone,
}

impl Shop {
    fn new(source: &str) -> Self {
        let (source, here) = (Source::new(source), Here::default());
        Self { source, here, processes: built_in_processes(), zone: Zone::UTC }
    }

    /// A shop that has these records already.
    fn with(source: &str, records: &Records) -> Self {
        Self { here: Here::of(records), ..Self::new(source) }
    }

    fn taking(&self) -> Taking<'_> {
        self.taking_at(NOW)
    }

    fn taking_at(&self, now_ms: u64) -> Taking<'_> {
        let Self { source, here, processes, zone } = self;
        let duplicates = Duplicates::default();
        Taking { source, here, processes, now_ms, zone: *zone, duplicates }
    }

    /// What a table with headers that speak for themselves comes to.
    #[track_caller]
    fn take(&self, kind: SheetKind, text: &str) -> Sheet {
        let table = Table::parse(text, None).expect("a table");
        take(&table, &Mapping::guess(kind, &table), &self.taking()).expect("columns that say enough")
    }
}

/// What became of rows, in short: `+` new, `&` added to another, `=` the same as another, `!` left out; each with its line.
fn verdicts(sheet: &Sheet) -> String {
    let verdict = |what: &Outcome| match what {
        Outcome::New(_) => '+',
        Outcome::Added(_) => '&',
        Outcome::SameAs { .. } => '=',
        Outcome::Problem(_) => '!',
    };
    sheet.rows.iter().map(|row| format!("{}{}", row.line, verdict(&row.what))).collect::<Vec<_>>().join(" ")
}

/// All that is wrong, line by line.
fn faults(sheet: &Sheet) -> Vec<(usize, RowFault)> {
    sheet.faults().map(|(line, fault)| (line, fault.clone())).collect()
}

/// The only record of a kind, as its journal tells it.
#[track_caller]
fn only<'a, T>(records: &'a Records, of: impl Fn(&'a Record) -> Option<T>) -> T {
    let mut found = records.0.values().filter_map(of);
    let first = found.next().expect("a record");
    assert!(found.next().is_none(), "more than one record");
    first
}
