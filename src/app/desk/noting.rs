//! Notes that outlive a browser that is ended. It writes its own down up to a minute later: the store
//! keeps these, too.

use super::Desk;
use crate::app::asking;
use crate::app::locking::{self, locks, note_after_restart};
use crate::platform::{clock, preferences};
use crate::store::{Store, StoreError};
use leptos::prelude::Set;
use std::future::Future;

impl Desk {
    /// Notes something at once; it outlives the browser's end as soon as what is given here is done.
    pub fn keep_note(self, name: &'static str, text: String) -> impl Future<Output = ()> {
        preferences::set(name, &text);
        async move {
            if let Some(store) = self.store() {
                // Where it cannot be stored, the browser's own note is what there is.
                let _ = store.set_meta(name, &text).await;
            }
        }
    }

    /// Forgets a note at once, and in the store as soon as what is given here is done.
    pub fn forget_note(self, name: &'static str) -> impl Future<Output = ()> {
        preferences::forget(name);
        async move {
            if let Some(store) = self.store() {
                let _ = store.forget_meta(name).await;
            }
        }
    }

    /// Goes by what the store kept of these notes, where the browser lost its own.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(in crate::app) async fn recall_notes(self, store: &Store) -> Result<(), StoreError> {
        if let Some(kept) = store.meta(asking::NOTE).await?
            && preferences::get(asking::NOTE).is_none()
        {
            preferences::set(asking::NOTE, &kept);
            self.asking.set(true);
        }
        if let Some(kept) = store.meta(locking::NOTE).await? {
            let noted = preferences::get(locking::NOTE);
            let note = note_after_restart(&kept, noted.as_deref());
            preferences::set(locking::NOTE, note);
            let locked = locks(note, clock::now_ms());
            self.lockable.set(true);
            self.locked.set(locked);
            self.unseen.set(locked);
        }
        Ok(())
    }
}
