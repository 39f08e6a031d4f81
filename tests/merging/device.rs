//! A device: what its storage holds, and the pages that are open on it.

use crate::model::names;
use casebook::archive::{self, Archive, Exported};
use casebook::domain::record::{Record, RecordKey, Records};
use casebook::journal::{Clock, DeviceId, SessionId, Stamp, Writer};
use casebook::store::{BatchId, Durability, IMPORTS, MemoryStore};
use std::collections::BTreeSet;

/// A name that an older version does not know, in the file of one that does and as the older one
/// sees it.
const NEW_NAME: (&str, &str) = ("\"set\":\"told\"", "\"set\":\"told-later\"");

/// What a disk holds: all that a copy of it would bring back.
#[derive(Clone)]
pub(crate) struct Disk {
    pub(crate) id: DeviceId,
    pub(crate) store: MemoryStore,
    /// Whether the program is of an older version, which lacks a field.
    pub(crate) old: bool,
}

/// An open page.
pub(crate) struct Page {
    pub(crate) clock: Clock,
    /// What it shows.
    pub(crate) view: Records,
    /// What it could not keep yet.
    pub(crate) unsaved: Vec<(Records, Records)>,
}

pub(crate) struct Device {
    pub(crate) disk: Disk,
    pub(crate) pages: Vec<Page>,
    pub(crate) backups: Vec<Disk>,
    /// How many milliseconds its clock is ahead, or behind.
    pub(crate) skew: i64,
    /// The file that was taken in last.
    pub(crate) last: Option<usize>,
    /// The import that was made last, with the records that it touched.
    pub(crate) import: Option<(BatchId, Vec<RecordKey>)>,
}

impl Disk {
    pub(crate) fn new(id: DeviceId, old: bool) -> Self {
        Self { id, store: MemoryStore::default(), old }
    }

    /// Everything it holds.
    pub(crate) fn all(&self) -> Result<Records, String> {
        let loaded = self.store.all().map_err(|error| format!("{error:?}"))?;
        if loaded.damaged.is_empty() { Ok(loaded.records) } else { Err(format!("{:?}", loaded.damaged)) }
    }

    /// A page that is opened now.
    pub(crate) fn open(&self, session: SessionId) -> Result<Page, String> {
        let clock = Clock::new(Writer { device: self.id.clone(), session });
        Ok(Page { clock, view: self.all()?, unsaved: Vec::new() })
    }

    /// A file with everything.
    pub(crate) fn export(&self) -> Result<String, String> {
        let exported = Exported {
            at: "2026-11-21T20:00:00Z".to_owned(),
            device: self.id.as_str().to_owned(),
            app: "0".to_owned(),
        };
        let text = archive::write(&self.all()?, &exported);
        Ok(if self.old { text.replace(NEW_NAME.1, NEW_NAME.0) } else { text })
    }

    /// What a file holds, as this version understands it.
    pub(crate) fn read(&self, text: &str) -> Result<Archive, String> {
        let archive = if self.old {
            archive::read_bytes(text.replace(NEW_NAME.0, NEW_NAME.1).as_bytes())
        } else {
            archive::read_bytes(text.as_bytes())
        };
        let archive = archive.map_err(|why| format!("a sound file was refused: {why}"))?;
        if archive.problems.is_empty() {
            Ok(archive)
        } else {
            Err(format!("a sound file has problems: {:?}", archive.problems))
        }
    }

    /// A newer version comes: it reads what the older one kept, and makes the summaries anew.
    pub(crate) fn upgrade(&mut self) {
        if std::mem::take(&mut self.old) {
            self.store.meta.remove("summaries");
            self.store.batches.values_mut().for_each(|text| *text = text.replace(NEW_NAME.1, NEW_NAME.0));
        }
    }
}

impl Device {
    pub(crate) fn now(&self, world: u64) -> u64 {
        world.saturating_add_signed(self.skew)
    }

    /// Keeps new entries, as the desk does: shown at once, said to be saved when they are.
    pub(crate) fn append(&mut self, new: &Records) -> bool {
        self.disk.store.append(new, Durability::Strict).is_ok()
    }

    /// Keeps what a file brings, so that it can be taken back.
    pub(crate) fn append_import(&mut self, batch: BatchId, news: &Records) -> bool {
        let note = note_of(&batch);
        let kept = self.disk.store.append_import(&batch, news, &[], (&note, "an import")).is_ok();
        if kept {
            self.import = Some((batch, news.0.keys().cloned().collect()));
        }
        kept
    }

    /// The entries that this device has, and no other.
    pub(crate) fn alone(&self, others: &[&Self], kept: &Records) -> Result<Vec<crate::model::Name>, String> {
        let mut elsewhere: BTreeSet<_> = names(kept).collect();
        for other in others {
            elsewhere.extend(names(&other.disk.all()?));
        }
        Ok(names(&self.disk.all()?).filter(|name| !elsewhere.contains(name)).collect())
    }
}

/// What an import is noted under.
pub(crate) fn note_of(batch: &BatchId) -> String {
    format!("{IMPORTS}/{batch}")
}

impl Page {
    /// Looks at a record before it is changed, and gives the stamp of the change.
    pub(crate) fn stamp(&mut self, now: u64) -> Stamp {
        for seen in self.view.0.values().filter_map(|record: &Record| record.last_sound_stamp(now)) {
            self.clock.observe(seen, now);
        }
        self.clock.tick(now)
    }
}
