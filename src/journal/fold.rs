use super::undo::undone_by;
use super::{Change, Entry, Fields, Held, Journal, Kind, Stamp};
use std::collections::HashSet;

/// What a record is now: the fold of its entries that count.
#[derive(Clone, Debug)]
pub struct Folded<K: Kind> {
    /// The values that stand.
    pub fields: Fields<K::Field>,
    /// What happened, in order.
    pub events: Vec<Held<K::Event>>,
    /// The first and the last entry, undone ones included.
    pub span: Option<(Stamp, Stamp)>,
}

impl<K: Kind> PartialEq for Folded<K> {
    fn eq(&self, other: &Self) -> bool {
        self.fields == other.fields && self.events == other.events && self.span == other.span
    }
}

impl<K: Kind> Folded<K> {
    /// Folds a journal.
    #[must_use]
    pub fn of(journal: &Journal<K>) -> Self {
        let undone = undone::<K>(journal);
        let mut folded = Self {
            fields: Fields::default(),
            events: Vec::new(),
            span: journal.first().map(|e| e.stamp.clone()).zip(journal.last().map(|e| e.stamp.clone())),
        };
        for entry in journal.iter().filter(|entry| !undone.contains(&entry.stamp)) {
            for change in &entry.changes {
                match change {
                    Change::Set { field, replaces } => folded.fields.set(held(entry, field), replaces),
                    Change::Event(event) => folded.events.push(held(entry, event)),
                    Change::Undo(_) | Change::Erased | Change::Unknown(_) => {}
                }
            }
        }
        folded
    }
}

fn held<F, E, T: Clone>(entry: &Entry<F, E>, value: &T) -> Held<T> {
    Held { stamp: entry.stamp.clone(), author: entry.author.clone(), value: value.clone() }
}

/// The stamps of the entries that were undone. An undo can itself be undone.
fn undone<K: Kind>(journal: &Journal<K>) -> HashSet<Stamp> {
    let mut undos = Vec::new();
    for entry in journal.iter().rev() {
        for change in &entry.changes {
            if let Change::Undo(target) = change
                && *target != entry.stamp
            {
                undos.push((&entry.stamp, target));
            }
        }
    }
    undone_by(&undos)
}

/// The entries that count, in order: for what the fold does not keep, as the values that a field
/// had one after the other.
pub fn counting<K: Kind>(journal: &Journal<K>) -> impl Iterator<Item = &Entry<K::Field, K::Event>> {
    let undone = undone::<K>(journal);
    journal.iter().filter(move |entry| !undone.contains(&entry.stamp))
}

/// Whether the entry with this stamp counts in this journal.
#[must_use]
pub fn effective<K: Kind>(journal: &Journal<K>, stamp: &Stamp) -> bool {
    !undone::<K>(journal).contains(stamp)
}

/// The last entry that still counts and may be undone: not an undo, and without an event
/// that lasts. `now` is the latest that this device's clock has come to. An entry of a later time is by a
/// clock that ran ahead, and may be older than all others: it comes only when there is no other.
#[must_use]
pub fn last_undoable<K: Kind>(
    journal: &Journal<K>,
    now: u64,
    lasts: impl Fn(&K::Event) -> bool,
) -> Option<&Entry<K::Field, K::Event>> {
    let undone = undone::<K>(journal);
    let mut ahead = None;
    for entry in journal.iter().rev().filter(|entry| !undone.contains(&entry.stamp)) {
        let may_be = entry.changes.iter().all(|change| match change {
            Change::Set { .. } => true,
            Change::Event(event) => !lasts(event),
            Change::Undo(_) | Change::Erased | Change::Unknown(_) => false,
        });
        if may_be && entry.stamp.millis <= now {
            return Some(entry);
        }
        if may_be && ahead.is_none() {
            ahead = Some(entry);
        }
    }
    ahead
}
