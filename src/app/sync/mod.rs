//! Several devices through one shared folder. Every device writes only files of its own, which never
//! change, and reads those of the others: so the carrier never sees two writers of one file, and no
//! device waits for another.
//!
//! Here is the protocol alone, without a browser: [`pass`] does what is to be done now, and is tested
//! with carriers that lose, repeat, halve and reorder. Whatever it forgets it sends or reads once more;
//! as merging is a union, that costs time and never an entry.

mod bytes;
mod covered;
mod listing;
mod notes;
mod pass;
mod ports;
mod sending;
mod taking;
mod tidying;

pub use covered::Covered;
pub use notes::{Notes, ReadFile, Refused};
pub use pass::pass;
pub use ports::{Done, Folder, Found, Shop, SyncError, Taken};
