//! A record is its journal: entries that never change, folded in stamp order.
//!
//! Merging two devices is the union of two sets, so it is commutative, associative and
//! idempotent, and nothing can be lost by it. This room lies lowest: it knows no other.

mod clock;
mod entry;
mod erasure;
mod field;
mod fold;
pub(crate) mod id;
mod kind;
mod stamp;
mod undo;

pub use clock::{Clock, MAX_DRIFT_MS, is_doubtful};
pub use entry::{Change, Entry, Journal, merge};
pub use erasure::{blank, is_erased};
pub use field::{Conflict, Field, Fields, Held};
pub use fold::{Folded, counting, effective, last_undoable};
pub use id::{AuthorId, base32, is_id};
pub use kind::{Kind, Never, Opaque};
pub use stamp::{DeviceId, SessionId, Stamp, Writer};
