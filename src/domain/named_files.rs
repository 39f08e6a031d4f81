//! Which bytes records name: bytes that nothing names any more belong to nobody.

use super::case::{CaseField, CaseItem};
use super::photo::FileHash;
use super::record::{Record, Records};
use crate::journal::Change;
use crate::with_journal;
use std::collections::BTreeSet;

/// The names of bytes in records, those in entries that were undone too.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct NamedFiles {
    known: BTreeSet<FileHash>,
    /// What only a newer version understands may name bytes as well.
    unknown: Vec<String>,
}

impl NamedFiles {
    /// Takes in what records name.
    pub fn of(&mut self, records: &Records) {
        for record in records.0.values() {
            if let Record::Case(journal) = record {
                for change in journal.iter().flat_map(|entry| &entry.changes) {
                    if let Change::Set { field: CaseField::Item(CaseItem::Photo(_, Some(photo))), .. } =
                        change
                    {
                        self.known.insert(photo.file.clone());
                    }
                }
            }
            with_journal!(record, journal => {
                for change in journal.iter().flat_map(|entry| &entry.changes) {
                    if let Change::Unknown(text) = change {
                        self.unknown.push(text.clone());
                    }
                }
            });
        }
    }

    /// Takes in a text that cannot be read.
    pub fn of_text(&mut self, text: &str) {
        self.unknown.push(text.to_owned());
    }

    /// Whether these bytes are named.
    #[must_use]
    pub fn name(&self, file: &FileHash) -> bool {
        self.known.contains(file) || self.unknown.iter().any(|text| text.contains(file.as_str()))
    }
}
