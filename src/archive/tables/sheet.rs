//! What taking a table in comes to.

use super::alike::{Alike, Duplicates};
use super::here::Here;
use super::mapping::{MapError, Mapping};
use super::people::People;
use super::processes::ProcessWords;
use super::source::Source;
use super::table::Table;
use super::{RowFault, SheetKind, cases, customers, events};
use crate::archive::{Archive, Exported};
use crate::domain::calendar::Zone;
use crate::domain::record::{RecordKey, Records};

/// What is known while a table is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Taking<'a> {
    /// Where the rows come from.
    pub source: &'a Source,
    /// What is here already.
    pub here: &'a Here,
    /// The processes that there are.
    pub processes: &'a [ProcessWords],
    /// The moment, in milliseconds since 1970: entries that have no time of their own bear it.
    pub now_ms: u64,
    /// Where the shop's clock hangs: times without a zone are its.
    pub zone: Zone,
    /// What is done with customers, each a row or a card, who are here already.
    pub duplicates: Duplicates<'a>,
}

/// What became of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It is a new record, or an event of a case of this list.
    New(RecordKey),
    /// It is of a record that is here already, or stands in an earlier row; nothing is taken of it.
    SameAs {
        /// Which record.
        key: RecordKey,
        /// The line of the earlier row.
        line: Option<usize>,
    },
    /// What was missing of a record that is here already, or of an earlier row's, was added to it.
    Added(RecordKey),
    /// It is not taken.
    Problem(RowFault),
}

/// What became of a row, and what of it was not understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowOutcome {
    /// Its line, from 1.
    pub line: usize,
    /// What it is about: a name, a number.
    pub title: String,
    /// What became of it.
    pub what: Outcome,
    /// What of it stands only in a note, and what people should look at.
    pub remarks: Vec<RowFault>,
    /// Whom it resembles, where a row is a customer.
    pub alike: Option<Box<Alike>>,
}

impl RowOutcome {
    /// The record that it gives something to.
    #[must_use]
    pub fn of(&self) -> Option<&RecordKey> {
        match &self.what {
            Outcome::New(key) | Outcome::Added(key) => Some(key),
            Outcome::SameAs { .. } | Outcome::Problem(_) => None,
        }
    }
}

/// What a table, or a file of cards, comes to.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sheet {
    /// What became of each row, in the order of the table.
    pub rows: Vec<RowOutcome>,
    /// The records that it gives.
    pub records: Records,
}

impl Sheet {
    /// How many rows are new or were added to others, are of records that are here, and are not taken.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let mut counts = (0, 0, 0);
        for row in &self.rows {
            match row.what {
                Outcome::New(_) | Outcome::Added(_) => counts.0 += 1,
                Outcome::SameAs { .. } => counts.1 += 1,
                Outcome::Problem(_) => counts.2 += 1,
            }
        }
        counts
    }

    /// What is wrong, line by line: of rows that are not taken, and of cells that were not understood.
    pub fn faults(&self) -> impl Iterator<Item = (usize, &RowFault)> {
        self.rows.iter().flat_map(|row| {
            let problem = match &row.what {
                Outcome::Problem(fault) => Some(fault),
                _ => None,
            };
            problem.into_iter().chain(&row.remarks).map(|fault| (row.line, fault))
        })
    }

    /// Its records as a file, so that they are looked at and taken like those of any file.
    #[must_use]
    pub fn archive(&self, exported: Exported) -> Archive {
        Archive { exported, records: self.records.clone(), files: Vec::new(), problems: Vec::new() }
    }
}

/// Takes a table in.
///
/// # Errors
/// [`MapError`] when its columns do not say what they must.
pub fn take(table: &Table, mapping: &Mapping, taking: &Taking<'_>) -> Result<Sheet, MapError> {
    mapping.check()?;
    let mut people = People::new(taking);
    let rows = match mapping.kind {
        SheetKind::Customers => customers::take(table, mapping, &mut people),
        SheetKind::Cases => cases::take(table, mapping, taking, &mut people),
        SheetKind::Events => events::take(table, mapping, taking, &mut people),
    };
    Ok(Sheet { rows, records: people.records })
}
