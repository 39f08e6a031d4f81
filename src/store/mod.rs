//! Everything durable, in the browser's IndexedDB.
//!
//! The database `casebook`, schema version 2, has five object stores; the last two came with version 2:
//!
//! | store | key | value |
//! |---|---|---|
//! | `batches` | `kind/id/batch` | the entries that one action gave one record, as JSON |
//! | `summaries` | `kind/id` | what lists need of the record: a cache |
//! | `meta` | a name | the cache's version, the last number of a series, what the app notes |
//! | `files` | `hash/size` | the bytes of a photo or a file, which never change |
//! | `thumbs` | `hash` | a small picture of it: a cache |
//!
//! - A batch is only ever inserted, so two tabs cannot overwrite each other.
//! - A photo's bytes and the entry that names them are one transaction. Bytes that no record names
//!   any more stay: an undo, or another device, may name them again.
//! - Every write counts itself in `meta` (`writes`), so that a tab notices what it was not told of.
//! - A save is a completed transaction over all stores: a crash leaves all of it or nothing,
//!   and the summaries of a record are never older than its batches.
//! - A row that cannot be read is set aside and reported, never deleted, and never stops the rest.
//! - A connection that the browser closed in the middle is opened again, and what was asked is done
//!   again, once.
//! - A database of a newer schema, or one that another tab is waiting to upgrade, is left alone.
//!
//! The browser's interface is used directly, without the `idb` crate: that crate cannot ask for
//! durability, its transaction's future does not tell why a commit failed (a full disk shows
//! only there), and a promise that is resolved by the browser's own events needs no closure in
//! wasm, which makes the adapter shorter than its use would be.

#[cfg(target_arch = "wasm32")]
mod browser;
mod error;
mod fewer;
mod file_row;
mod loaded;
#[cfg(not(target_arch = "wasm32"))]
mod memory;
mod message;
mod meta;
mod row;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the browser's store uses it"))]
mod seen;
#[cfg(target_arch = "wasm32")]
pub mod tabs;

#[cfg(target_arch = "wasm32")]
pub use browser::Store;
pub use error::StoreError;
pub use loaded::{Damage, Damaged, Loaded};
#[cfg(not(target_arch = "wasm32"))]
pub use memory::MemoryStore;
pub use message::Told;
pub use row::BatchId;

/// The notes that stand for imports which can be taken back are named by this, `/` and the batch
/// ([`BatchId`]): as long as there is such a note, the rows of the batch stay rows of their own.
pub const IMPORTS: &str = "import";

/// How hard a write must hold before it counts as saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Durability {
    /// Handed to the operating system: survives a crash of the browser. For typing.
    Relaxed,
    /// On the disk: survives a loss of power. For imports, issued papers, stage changes.
    Strict,
}
