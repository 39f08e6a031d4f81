//! What a device remembers of the shared folder. It may forget all of it: then it reads and sends
//! everything once more.

use super::covered::{Covered, PARTS};
use crate::archive::sync::FileId;
use crate::journal::DeviceId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const VERSION: u32 = 1;
/// The name of the note that is not of [`Covered`].
const MAIN: &str = "sync";

/// What is remembered.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Notes {
    /// What of the store is in the folder.
    pub covered: Covered,
    /// The files that this device wrote here, with their sizes.
    pub own: BTreeMap<FileId, u64>,
    /// The files of others that were taken in.
    pub read: BTreeMap<FileId, ReadFile>,
    /// The files of this device that others took the place of, and that may still be there.
    pub doomed: BTreeSet<FileId>,
    /// The files that are not whole yet, and since when they are waited for.
    pub waiting: BTreeMap<FileId, u64>,
    /// How many files this device has written.
    pub number: u32,
    /// How many records of erased persons there were when the own files were last written without them.
    pub erased: usize,
    /// When something was last sent.
    pub sent: Option<u64>,
    /// When something last came from whom.
    pub received: BTreeMap<DeviceId, u64>,
    /// The main note as it was last given to be kept.
    noted: String,
}

/// What became of a file of another device.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReadFile {
    /// The batches that it became here, it and the files of which it took the place.
    pub batches: Vec<String>,
    /// What could not be taken of it.
    pub refused: Option<Refused>,
}

/// What could not be taken of a file, and by which version of the program.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Refused {
    /// The version of this program that refused it: another one tries again.
    pub by: String,
    /// How many records of it, where not the whole file.
    pub records: usize,
    /// Whether it is a newer program's.
    pub newer: bool,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    own: BTreeMap<String, u64>,
    read: BTreeMap<String, (Vec<String>, Option<Refused>)>,
    doomed: Vec<String>,
    waiting: BTreeMap<String, u64>,
    number: u32,
    erased: usize,
    sent: Option<u64>,
    received: BTreeMap<String, u64>,
}

impl Notes {
    /// The names of all notes.
    #[must_use]
    pub fn names() -> Vec<String> {
        std::iter::once(MAIN.to_owned()).chain((0..PARTS).map(part_name)).collect()
    }

    /// What changed since it was last asked, by name. It is to be written in this order, so that
    /// nothing is taken for sent whose file is not known, or is known to be gone.
    pub fn changes(&mut self) -> Vec<(String, String)> {
        let named = |(at, text)| (part_name(at), text);
        let mut changes: Vec<_> = self.covered.uncovered().into_iter().map(named).collect();
        let main = self.main();
        if main != self.noted {
            self.noted.clone_from(&main);
            changes.push((MAIN.to_owned(), main));
        }
        changes.extend(self.covered.changes().into_iter().map(named));
        changes
    }

    fn main(&self) -> String {
        let text = |(id, value): (&FileId, &u64)| (id.to_string(), *value);
        let stored = Stored {
            v: VERSION,
            own: self.own.iter().map(text).collect(),
            read: self
                .read
                .iter()
                .map(|(id, file)| (id.to_string(), (file.batches.clone(), file.refused.clone())))
                .collect(),
            doomed: self.doomed.iter().map(ToString::to_string).collect(),
            waiting: self.waiting.iter().map(text).collect(),
            number: self.number,
            erased: self.erased,
            sent: self.sent,
            received: self.received.iter().map(|(of, at)| (of.as_str().to_owned(), *at)).collect(),
        };
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// Reads what was noted: the notes by name. What cannot be read was never noted.
    #[must_use]
    pub fn read(notes: &BTreeMap<String, String>) -> Self {
        let stored = notes.get(MAIN).and_then(|text| serde_json::from_str::<Stored>(text).ok());
        // Without the list of own files nobody would notice that one of them is gone.
        let Some(stored) = stored.filter(|stored| stored.v == VERSION) else { return Self::default() };
        let files = |map: BTreeMap<String, u64>| {
            map.into_iter().filter_map(|(id, value)| Some((FileId::parse(&id)?, value))).collect()
        };
        let mut read = Self {
            covered: Covered::default(),
            own: files(stored.own),
            read: stored
                .read
                .into_iter()
                .filter_map(|(id, (batches, refused))| {
                    Some((FileId::parse(&id)?, ReadFile { batches, refused }))
                })
                .collect(),
            doomed: stored.doomed.iter().filter_map(|id| FileId::parse(id)).collect(),
            waiting: files(stored.waiting),
            number: stored.number,
            erased: stored.erased,
            sent: stored.sent,
            received: stored
                .received
                .into_iter()
                .filter_map(|(of, at)| Some((DeviceId::parse(&of)?, at)))
                .collect(),
            noted: String::new(),
        };
        read.noted = read.main();
        for part in 0..PARTS {
            if let Some(text) = notes.get(&part_name(part)) {
                read.covered.read(part, text);
            }
        }
        read
    }
}

fn part_name(at: usize) -> String {
    format!("{MAIN}/{at}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_remembered() {
        let device = DeviceId::from_random(5);
        let id = |number| FileId::of(device.clone(), "abcd", number, b"x");
        let refused = Refused { by: "0.1.0".to_owned(), records: 2, newer: true };
        let mut notes = Notes {
            own: [(id(1), 10)].into(),
            read: [
                (id(2), ReadFile { batches: vec!["b1".to_owned()], refused: None }),
                (id(3), ReadFile { batches: Vec::new(), refused: Some(refused) }),
            ]
            .into(),
            doomed: [id(9)].into(),
            waiting: [(id(4), 99)].into(),
            number: 7,
            erased: 3,
            sent: Some(5),
            received: [(device.clone(), 6)].into(),
            ..Notes::default()
        };
        notes.covered.add("b1");
        let mut stored: BTreeMap<String, String> = notes.changes().into_iter().collect();
        assert!(stored.keys().all(|name| Notes::names().contains(name)));
        let read = Notes::read(&stored);
        assert_eq!(notes.changes(), [], "nothing changed since");
        assert_eq!((read.main(), read.covered.has("b1")), (notes.main(), true));
        stored.insert(MAIN.to_owned(), "{}".to_owned());
        assert_eq!(Notes::read(&stored), Notes::default(), "then nothing is taken for sent");
    }
}
