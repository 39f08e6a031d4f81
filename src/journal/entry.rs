use super::{AuthorId, Kind, Stamp, blank};
use std::collections::BTreeSet;

/// One thing that an entry says.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Change<F, E> {
    /// A field gets a value.
    Set {
        /// The field with its value.
        field: F,
        /// The stamps of the values that this one replaces: all that its writer saw.
        replaces: Vec<Stamp>,
    },
    /// Something happened.
    Event(E),
    /// An earlier entry of this record no longer counts.
    Undo(Stamp),
    /// The person that the record is of was erased: nothing personal is kept of any entry.
    Erased,
    /// What a newer version said, as canonical JSON: kept and passed on, never folded.
    Unknown(String),
}

/// One user action on one record: what happened, when, by whom. Never changed afterwards.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Entry<F, E> {
    /// When, and on which device.
    pub stamp: Stamp,
    /// Who, if somebody had said so.
    pub author: Option<AuthorId>,
    /// What happened, together.
    pub changes: Vec<Change<F, E>>,
}

/// The entries of one record. Two entries are one only when they are equal in every part,
/// so even a stamp used twice loses nothing.
pub type Journal<K> = BTreeSet<Entry<<K as Kind>::Field, <K as Kind>::Event>>;

/// The union of two journals of one record.
#[must_use]
pub fn merge<K: Kind>(mut one: Journal<K>, other: Journal<K>) -> Journal<K> {
    one.extend(other);
    blank::<K>(&mut one, false);
    one
}
