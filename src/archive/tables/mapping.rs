//! What the columns of a table say.

use super::column::{Column, SheetKind};
use super::guess::guess;
use super::moment::DateOrder;
use super::table::Table;
use crate::domain::process::ProcessRef;
use std::fmt;

/// What the columns of a table say, and how they are read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mapping {
    /// What its rows are.
    pub kind: SheetKind,
    /// What each column says; nothing for one that is left out.
    pub columns: Vec<Option<Column>>,
    /// What comes first in dates whose year comes last.
    pub dates: DateOrder,
    /// The process that cases follow whose row names none; else the usual one.
    pub process: Option<ProcessRef>,
    /// The activities that close a case: the last event of a case decides.
    pub closing: Vec<String>,
}

/// Why columns cannot say this.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MapError {
    /// Not `what=column`.
    NotAPair(String),
    /// Nothing that a column can say of such a row.
    Unknown(String),
    /// No column is called so.
    NoColumn(String),
    /// Two columns say what only one can.
    Twice(Column),
    /// No column says what must be said.
    Missing(Column),
    /// Neither names nor numbers.
    Nobody,
    /// A date can be read in two ways, and nothing tells which.
    DateOrder(String),
}

impl fmt::Display for MapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPair(text) => write!(f, "\"{text}\" is not of the form what=COLUMN"),
            Self::Unknown(text) => write!(f, "no column of such a table can say \"{text}\""),
            Self::NoColumn(text) => write!(f, "no column is called \"{text}\""),
            Self::Twice(column) => write!(f, "two columns say \"{}\"; choose one", column.name()),
            Self::Missing(column) => write!(f, "no column says \"{}\"; choose one", column.name()),
            Self::Nobody => f.write_str("no column says a name, a firm or a number; choose one"),
            Self::DateOrder(date) => {
                write!(f, "\"{date}\" can be read as day/month or month/day; say which")
            }
        }
    }
}

impl std::error::Error for MapError {}

impl Mapping {
    /// What the columns say by their headers, and the order of dates, where they tell.
    #[must_use]
    pub fn guess(kind: SheetKind, table: &Table) -> Self {
        let columns = guess(kind, &table.headers);
        let mut mapping =
            Self { kind, columns, dates: DateOrder::DayFirst, process: None, closing: Vec::new() };
        mapping.dates = mapping.date_order(table).unwrap_or(DateOrder::DayFirst);
        mapping
    }

    /// The columns that pairs of what they say and their header name; of events the others go into the note.
    /// A number from 1 also names a column, where no header is that number.
    ///
    /// # Errors
    /// [`MapError`] says what is wrong.
    pub fn named(kind: SheetKind, table: &Table, pairs: &[(&str, &str)]) -> Result<Self, MapError> {
        let mut columns = vec![None; table.headers.len()];
        for (what, header) in pairs {
            let column = Column::from_name(what).filter(|column| kind.columns().contains(column));
            let column = column.ok_or_else(|| MapError::Unknown((*what).to_owned()))?;
            let by_name = || table.headers.iter().position(|each| each.eq_ignore_ascii_case(header.trim()));
            let by_number = || header.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < columns.len());
            let at = by_name().or_else(by_number).ok_or_else(|| MapError::NoColumn((*header).to_owned()))?;
            columns[at] = Some(column);
        }
        if kind == SheetKind::Events {
            columns.iter_mut().for_each(|column| *column = column.or(Some(Column::Note)));
        }
        let mut mapping =
            Self { kind, columns, dates: DateOrder::DayFirst, process: None, closing: Vec::new() };
        mapping.dates = mapping.date_order(table).unwrap_or(DateOrder::DayFirst);
        Ok(mapping)
    }

    /// Whether a table can be taken by it.
    ///
    /// # Errors
    /// [`MapError`] says what is missing or stands twice.
    pub fn check(&self) -> Result<(), MapError> {
        let has = |column: Column| self.columns.contains(&Some(column));
        let twice = |column: &&Column| {
            self.columns.iter().filter(|each| **each == Some(**column)).count() > 1 && !column.is_repeatable()
        };
        if let Some(column) = Column::ALL.iter().find(twice) {
            return Err(MapError::Twice(*column));
        }
        let needed: &[Column] = match self.kind {
            SheetKind::Customers => {
                let names = [Column::Name, Column::Company, Column::Phone, Column::Mobile, Column::Email];
                return if names.into_iter().any(has) { Ok(()) } else { Err(MapError::Nobody) };
            }
            SheetKind::Cases => &[Column::Description],
            SheetKind::Events => &[Column::Case, Column::Activity, Column::Time],
        };
        needed.iter().find(|column| !has(**column)).map_or(Ok(()), |column| Err(MapError::Missing(*column)))
    }

    /// What comes first in the dates of the table, as far as they tell.
    ///
    /// # Errors
    /// [`MapError::DateOrder`] when a date can be read in two ways and none tells.
    pub fn date_order(&self, table: &Table) -> Result<DateOrder, MapError> {
        let dated = self.columns.iter().enumerate().filter(|(_, column)| column.is_some_and(Column::is_date));
        let cells = dated.flat_map(|(at, _)| table.column(at));
        DateOrder::find(cells).map_err(MapError::DateOrder)
    }

    /// The columns that say this.
    pub(super) fn places(&self, column: Column) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, each)| **each == Some(column)).map(|(at, _)| at)
    }
}
