//! Erasing a person: their values leave the entries, and a mark stays.
//!
//! A journal with [`Change::Erased`] keeps of all its entries, earlier and later ones, only what
//! its kind calls anonymous. Each entry is blanked for itself, so it does not matter whether a
//! journal was blanked before a merge or after it: an old file cannot bring anything back.

use super::{Change, Entry, Journal, Kind};

/// Whether a journal bears the mark. It cannot be undone.
#[must_use]
pub fn is_erased<K: Kind>(journal: &Journal<K>) -> bool {
    journal.iter().any(|entry| entry.changes.iter().any(|change| matches!(change, Change::Erased)))
}

/// Leaves of a journal what names nobody, if it bears the mark, or is `known` to.
pub fn blank<K: Kind>(journal: &mut Journal<K>, known: bool) {
    if known || is_erased::<K>(journal) {
        // One by one: to collect them would bring a sort of its own for each kind of record.
        for entry in std::mem::take(journal) {
            journal.insert(blanked::<K>(entry));
        }
    }
}

fn blanked<K: Kind>(mut entry: Entry<K::Field, K::Event>) -> Entry<K::Field, K::Event> {
    let left = entry.changes.into_iter().filter_map(|change| match change {
        Change::Set { field, replaces } => K::anonymous(field).map(|field| Change::Set { field, replaces }),
        Change::Event(event) => K::anonymous_event(event).map(Change::Event),
        Change::Undo(_) | Change::Erased => Some(change),
        // Nobody here knows what it says.
        Change::Unknown(_) => None,
    });
    entry.changes = left.collect();
    entry
}
