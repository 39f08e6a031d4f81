//! Tables and cards from elsewhere: spreadsheets of customers or cases, lists of events, vCards; and
//! tables and calendars for elsewhere.
//!
//! What comes in becomes [`Records`](crate::domain::record::Records), each named by its own content, so
//! that the same sheet taken twice, here or on another device, is the same records. Nothing is stored by
//! it: [`Sheet::archive`] goes the way of every file that is taken in. What is not understood is told
//! with its line, and what a cell said stays in a note.

mod agenda;
mod alike;
mod card;
mod cases;
mod choices;
mod column;
mod cursor;
mod customers;
mod encoding;
mod events;
mod fault;
mod guess;
mod here;
mod mapping;
mod moment;
mod out;
mod people;
mod processes;
mod sheet;
mod source;
mod table;
mod vcard;
mod write;

pub use agenda::{Agenda, agenda};
pub use alike::{Alike, Doing, Duplicates, Part, Point};
pub use column::{Column, SheetKind};
pub use encoding::{Encoding, decode_unicode};
pub use events::activities;
pub use fault::{RowFault, TableError};
pub use guess::likely_kind;
pub use here::Here;
pub use mapping::{MapError, Mapping};
pub use moment::DateOrder;
pub use out::{Telling, cases_table, customers_table, events_table};
pub use processes::{ProcessWords, built_in_processes};
pub use sheet::{Outcome, RowOutcome, Sheet, Taking, take};
pub use source::Source;
pub use table::{Row, Separator, Table};
pub use vcard::{Decode, take_vcards, take_vcards_decoding};
pub use write::{Cell, csv};

/// The largest table or file of cards that is read: 64 MiB.
pub const MAX_TABLE_BYTES: usize = 64 * 1024 * 1024;
/// The most rows of a table, and the most cards of a file.
pub const MAX_ROWS: usize = 500_000;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 200;
