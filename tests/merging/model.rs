//! What must be true, kept apart from the devices: every entry that a screen said was saved,
//! and what its writer had seen.

use casebook::domain::record::{Record, RecordKey, Records};
use casebook::journal::{Change, Journal, Kind, Stamp};
use casebook::with_journal;
use std::collections::{BTreeMap, BTreeSet};

/// An entry's name: its record and its stamp.
pub(crate) type Name = (RecordKey, Stamp);

#[derive(Default)]
pub(crate) struct Model {
    /// Every entry that was acknowledged, as it was written: a record of one entry.
    pub(crate) said: BTreeMap<Name, Record>,
    /// What the page had of the record when the entry was written.
    pub(crate) seen: BTreeMap<Name, BTreeSet<Stamp>>,
    /// Those that were on one device alone when that was thrown back, and came back with no file.
    pub(crate) gone: BTreeSet<Name>,
    /// Words that name somebody, and the record that they were written to.
    pub(crate) personal: Vec<(RecordKey, String)>,
}

impl Model {
    /// An action was acknowledged, by a page that saw `view`.
    pub(crate) fn acknowledge(&mut self, view: &Records, new: &Records) -> Result<(), String> {
        for (key, record) in &new.0 {
            let stamps = stamps(record);
            if stamps.len() != 1 {
                return Err(format!("{} entries of {key} in one action", stamps.len()));
            }
            let name = (key.clone(), stamps[0].clone());
            let seen = view.0.get(key).map(self::stamps).unwrap_or_default().into_iter().collect();
            self.seen.insert(name.clone(), seen);
            if self.said.insert(name, record.clone()).is_some() {
                return Err(format!("a stamp of {key} was used twice: {}", stamps[0]));
            }
        }
        Ok(())
    }

    /// A device has these entries now: they can no longer be gone.
    pub(crate) fn arrived(&mut self, news: &Records) {
        if !self.gone.is_empty() {
            for name in names(news) {
                self.gone.remove(&name);
            }
        }
    }

    /// What every device must hold in the end.
    pub(crate) fn expected(&self) -> Records {
        let mut expected = Records::default();
        for ((key, stamp), record) in &self.said {
            if !self.gone.contains(&(key.clone(), stamp.clone())) {
                expected.merge(Records([(key.clone(), record.clone())].into()));
            }
        }
        expected
    }
}

/// The stamps of a record's entries.
pub(crate) fn stamps(record: &Record) -> Vec<Stamp> {
    with_journal!(record, journal => journal.iter().map(|entry| entry.stamp.clone()).collect())
}

/// The names of all entries.
pub(crate) fn names(records: &Records) -> impl Iterator<Item = Name> {
    records.0.iter().flat_map(|(key, record)| stamps(record).into_iter().map(move |at| (key.clone(), at)))
}

/// The entries of a journal that count, by the plain words of the rule: an undo counts unless one
/// that counts names it. Slow, and without any care for the order of stamps.
pub(crate) fn counting<K: Kind>(journal: &Journal<K>) -> BTreeSet<Stamp> {
    let undos: Vec<(&Stamp, &Stamp)> = journal
        .iter()
        .flat_map(|entry| {
            entry.changes.iter().filter_map(move |change| match change {
                Change::Undo(target) => Some((&entry.stamp, target)),
                _ => None,
            })
        })
        .collect();
    fn counts(stamp: &Stamp, undos: &[(&Stamp, &Stamp)], known: &mut BTreeMap<Stamp, bool>) -> bool {
        if let Some(counts) = known.get(stamp) {
            return *counts;
        }
        let undone = undos.iter().any(|(undo, target)| *target == stamp && counts(undo, undos, known));
        known.insert(stamp.clone(), !undone);
        !undone
    }
    let mut known = BTreeMap::new();
    let stamps = journal.iter().map(|entry| entry.stamp.clone());
    stamps.filter(|stamp| counts(stamp, &undos, &mut known)).collect()
}
