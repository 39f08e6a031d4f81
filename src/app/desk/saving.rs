//! How the desk keeps what was said: shown at once, saved when the transaction completed.

use super::{Desk, Inner, Kept, Saving};
use crate::app::errand;
use crate::domain::photo::{KeptFile, Thumb};
use crate::domain::record::{RecordKey, RecordKind, Records};
use crate::platform;
use crate::search::summary::Summary;
use crate::store::{Durability, StoreError, Told};
use leptos::prelude::*;

impl Desk {
    /// Keeps the entries of an action, without waiting.
    pub fn save(self, new: Records) {
        leptos::task::spawn_local(async move {
            self.commit(new, Durability::Strict).await;
        });
    }

    /// Keeps the entries of an action, and with them what could not be kept before: what came later
    /// must not be stored without what it replaces. True once the transaction is complete. What could
    /// not be kept stays on screen and in exports, and the trouble is told until it is over.
    pub async fn commit(self, mut new: Records, durability: Durability) -> bool {
        if new.0.is_empty() {
            return true;
        }
        let waited = self.unsaved.with_untracked(|unsaved| !unsaved.0.is_empty());
        if waited {
            new.merge(self.unsaved.get_untracked());
            self.unsaved.set(Records::default());
        }
        let writing = self.begin_writing(&new);
        self.show(&new);
        self.saving.set(Saving::Writing);
        let outcome = match self.store() {
            Some(store) => store.append(&new, durability).await,
            None => Err(self.trouble.get_untracked().unwrap_or(StoreError::Refused)),
        };
        self.end_writing(writing);
        match outcome {
            Ok(summaries) => {
                self.index.update(|index| summaries.into_iter().for_each(|summary| index.put(summary)));
                if waited {
                    self.trouble.set(None);
                }
                self.say_saved();
                self.tell_tabs(new.0.keys().cloned().collect());
                true
            }
            Err(error) => {
                self.keep_unsaved(new);
                self.saving.set(Saving::Quiet);
                self.trouble.set(Some(error));
                false
            }
        }
    }

    /// Keeps the entries of an action and the bytes that they name. Nothing is shown before it is
    /// stored: there is no room on the page for bytes that the store refused.
    ///
    /// # Errors
    /// The reason why nothing of it was kept.
    pub async fn commit_files(
        self,
        new: Records,
        files: &[KeptFile],
        thumbs: &[Thumb],
    ) -> Result<(), StoreError> {
        let refused = || self.trouble.get_untracked().unwrap_or(StoreError::Refused);
        let store = self.store().ok_or_else(refused)?;
        self.saving.set(Saving::Writing);
        let kept = store.append_files(&new, files, thumbs).await;
        let summaries = kept.inspect_err(|_| self.saving.set(Saving::Quiet))?;
        self.show(&new);
        self.index.update(|index| summaries.into_iter().for_each(|summary| index.put(summary)));
        self.say_saved();
        self.tell_tabs(new.0.keys().cloned().collect());
        Ok(())
    }

    /// Holds everything that this page has open as not stored: the browser has thrown away what was.
    pub(in crate::app) fn hold_all(self) {
        let open = self.records.get_untracked();
        self.unsaved.update(|unsaved| unsaved.merge(open));
    }

    /// Tries again to keep what could not be kept.
    pub async fn retry(self) {
        let waiting = self.unsaved.get_untracked();
        self.unsaved.set(Records::default());
        self.trouble.set(None);
        self.commit(waiting, Durability::Strict).await;
    }

    /// Keeps what could not be kept before. What comes in is compared with it, and an erasure blanks what
    /// comes in: the one must not be stored without the other.
    ///
    /// # Errors
    /// The reason why it still cannot be stored.
    pub(in crate::app) async fn keep_waiting(self) -> Result<(), StoreError> {
        let waits = || self.unsaved.with_untracked(|unsaved| !unsaved.0.is_empty());
        if waits() {
            self.retry().await;
        }
        match waits() {
            true => Err(self.trouble.get_untracked().unwrap_or(StoreError::Refused)),
            false => Ok(()),
        }
    }

    /// Puts new entries onto the screen: into records that are open, and into new ones.
    fn show(self, new: &Records) {
        let known = |key: &RecordKey| {
            self.index.with_untracked(|index| match key.kind {
                RecordKind::Case => index.cases.contains_key(&key.id),
                RecordKind::Customer => index.customers.contains_key(&key.id),
                RecordKind::Asset => index.assets.contains_key(&key.id),
                RecordKind::Letter => index.letters.contains_key(&key.id),
                RecordKind::Visit => index.visits.contains_key(&key.id),
                RecordKind::Process => index.processes.contains_key(&key.id),
                RecordKind::Improvement => index.improvement(&key.id).is_some(),
                RecordKind::Shop | RecordKind::Staff | RecordKind::Unknown(_) => false,
            })
        };
        self.records.update(|records| {
            let fits = |key: &RecordKey| records.0.contains_key(key) || !known(key);
            let shown = new.0.iter().filter(|(key, _)| fits(key));
            let shown = Records(shown.map(|(key, record)| (key.clone(), record.clone())).collect());
            records.merge(shown);
        });
    }

    /// Says that all is saved, unless something else is being written still.
    fn say_saved(self) {
        if self.inner.with_value(|inner| inner.writing.is_empty()) {
            self.saving.set(Saving::Saved(platform::clock::now_ms()));
        }
    }

    fn begin_writing(self, new: &Records) -> u32 {
        self.inner.update_value(|inner| {
            inner.writings += 1;
            inner.writing.push((inner.writings, new.clone()));
        });
        self.writings()
    }

    fn end_writing(self, number: u32) {
        self.inner.update_value(|inner| {
            inner.writings += 1;
            inner.writing.retain(|(one, _)| *one != number);
        });
    }

    /// Grows whenever something begins to be written, and when that ends.
    pub(in crate::app) fn writings(self) -> u32 {
        self.inner.with_value(|inner| inner.writings)
    }

    /// Whether a record is stored as it is shown. Follows changes.
    #[must_use]
    pub fn kept(self, key: &RecordKey) -> Kept {
        self.saving.track();
        let writing = |inner: &Inner| inner.writing.iter().any(|(_, new)| new.0.contains_key(key));
        match self.unsaved.with(|unsaved| unsaved.0.contains_key(key)) {
            true => Kept::Not,
            false if self.inner.with_value(writing) => Kept::Writing,
            false => Kept::Whole,
        }
    }

    /// What this page shows beyond what is stored: it could not be stored, or is being.
    pub(in crate::app) fn held_back(self) -> Records {
        let mut held = self.unsaved.get_untracked();
        self.inner.with_value(|inner| inner.writing.iter().for_each(|(_, new)| held.join(new.clone())));
        held
    }

    fn keep_unsaved(self, new: Records) {
        self.index.update(|index| {
            self.records.with_untracked(|records| {
                let shown = new.0.keys().filter_map(|key| Some((key, records.0.get(key)?)));
                shown.filter_map(|(key, record)| Summary::of(key, record)).for_each(|s| index.put(s));
            });
        });
        self.unsaved.update(|unsaved| unsaved.merge(new));
    }

    /// Tells the other tabs that these records have more in the store now.
    pub(in crate::app) fn tell_tabs(self, keys: Vec<RecordKey>) {
        self.tell_write(keys, false);
    }

    /// Tells the other tabs that these records have less in the store now, or are gone.
    pub(in crate::app) fn tell_fewer(self, keys: Vec<RecordKey>) {
        self.tell_write(keys, true);
    }

    fn tell_write(self, changed: Vec<RecordKey>, fewer: bool) {
        let Some(store) = self.store() else { return };
        self.tell(&Told { changed, fewer, write: store.last_write() });
        if store.has_gap() {
            leptos::task::spawn_local(async move {
                // What another tab wrote meanwhile is mostly told a moment later.
                let _ = errand::look_soon(self).await;
            });
        }
    }

    pub(super) fn tell(self, told: &Told) {
        self.inner.with_value(|inner| inner.tabs.iter().for_each(|tabs| tabs.tell(told)));
    }
}
