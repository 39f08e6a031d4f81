//! The file that carries a shop's records from one device to another: version 1.
//!
//! Only this room knows the shape of the file (`docs/archive-format.md`). It speaks to the
//! domain through wire forms of its own, in `wire/`, so the domain can change without
//! breaking files. A file that comes in is data to distrust: [`read`] gives what could be
//! read and what was refused, with its place; [`plan`] says what a merge would do; nothing is
//! stored by either.
//!
//! Three rules carry the format through time:
//! - The same records always give the same bytes.
//! - A record, field, event, name or key *within a change* that this version does not know
//!   is of a newer version: the change is kept as it came and passed on.
//! - A key of the file, of a record or of an entry that this version does not know would be
//!   lost, so it is refused.

mod at;
mod base64;
pub mod calendar;
mod fault;
mod history;
mod json;
mod names;
mod parse;
mod place;
mod plan;
mod process_file;
mod read;
mod refusal;
pub mod sealed;
mod state;
pub mod sync;
pub mod tables;
mod wire;
mod write;

pub use fault::{Fault, Form, JsonType, Problem};
pub use history::{Happening, Stay, happenings, stays};
pub use plan::{Plan, PlanRow, Planning, Ties, Verdict, plan};
pub use process_file::{
    MAX_PROCESS_BYTES, ProcessFileError, drafts_text, process_text, read_drafts, read_process,
};
pub use read::{Archive, read, read_bytes, read_entries, read_shop_entries};
pub use refusal::Refusal;
pub use state::{state_text, unknown_changes};
pub use write::{closing, entries_text, file_piece, opening, write};

/// The first value of every file.
const FORMAT: &str = "casebook";
/// The version of the file that this program writes, and the newest that it reads.
pub const VERSION: u32 = 1;
/// The largest file that is read: 256 MiB. A browser's tab can hold it.
pub const MAX_ARCHIVE_BYTES: u64 = 256 * 1024 * 1024;
/// How deep values may be nested. The format itself needs 15 levels.
const MAX_DEPTH: usize = 64;
/// The most entries of one record, and the most items of any other list within it: far more
/// than people make, and few enough that a hostile file cannot stall the fold.
const MAX_ENTRIES: usize = 50_000;
/// The longest change of a newer version that is kept, in characters.
const MAX_UNKNOWN: usize = 1_000_000;

/// How a file came to be. It says nothing about the records.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Exported {
    /// When, in RFC 3339 and UTC: `2026-11-21T20:00:00Z`.
    pub at: String,
    /// The device that wrote it.
    pub device: String,
    /// The version of the program that wrote it.
    pub app: String,
}
