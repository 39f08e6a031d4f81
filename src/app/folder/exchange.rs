//! The exchange with other devices through the folder.

use super::face::{Sharing, Trouble};
use super::here::Here;
use super::keeper::Keeper;
use super::shore::Shore;
use crate::app::copies::Chosen;
use crate::app::desk::Saving;
use crate::app::sync::{self, Notes};
use crate::archive::sync::FOLDER;
use crate::platform::clock;
use crate::platform::folder::Directory;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How often the shared folder is looked through although nothing was written here.
const LOOK_MS: u64 = 30 * 1000;
/// How long nothing may have been written here before it is sent: some changes go together.
const TOGETHER_MS: u64 = 4 * 1000;
/// How long a file may be on its way before it is spoken of.
const PATIENCE_MS: u64 = 10 * 60 * 1000;

impl Keeper {
    /// Whether the shared folder is to be looked through now.
    pub(super) fn is_exchange_due(&self, chosen: &Chosen) -> bool {
        if !chosen.shared || self.face.with_untracked(|face| face.sharing.samples) {
            return false;
        }
        let (now, saved) = (clock::now_ms(), self.saved());
        let new = saved > self.inner.sent.get() && now.saturating_sub(saved) >= TOGETHER_MS;
        let looked = self.inner.looked.get();
        new || looked > now || now - looked >= LOOK_MS
    }

    /// When something was last saved.
    fn saved(&self) -> u64 {
        match self.backup.desk.saving.get_untracked() {
            Saving::Saved(at) => at,
            _ => 0,
        }
    }

    pub(super) async fn exchange_now(&self, folder: &Directory, chosen: &Chosen) {
        self.inner.looked.set(clock::now_ms());
        self.inner.sent.set(self.saved());
        let passed = match self.inner.leads.get() {
            true => self.pass(folder, chosen).await,
            false => self.read_notes().await.map(|notes| drop(self.inner.notes.replace(Some(notes)))),
        };
        self.show(|face| face.sharing.trouble = passed.err());
        self.show_sharing();
    }

    async fn pass(&self, folder: &Directory, chosen: &Chosen) -> Result<(), Trouble> {
        let known = self.inner.notes.take();
        let mut notes = match known {
            Some(notes) => notes,
            None => self.read_notes().await?,
        };
        let shore = Shore::new(folder.folder(FOLDER).await?);
        let done = sync::pass(&shore, &Here::new(self.backup, chosen.keys.clone()), &mut notes).await;
        self.inner.notes.replace(Some(notes));
        self.inner.locked.set(done.as_ref().map_or(0, |done| done.locked));
        done.map(drop).map_err(Into::into)
    }

    async fn read_notes(&self) -> Result<Notes, Trouble> {
        let store = self.store()?;
        let mut found = BTreeMap::new();
        for name in Notes::names() {
            if let Some(text) = store.meta(&name).await? {
                found.insert(name, text);
            }
        }
        Ok(Notes::read(&found))
    }

    fn show_sharing(&self) {
        let now = clock::now_ms();
        let notes = self.inner.notes.borrow();
        let Some(notes) = notes.as_ref() else { return };
        let mut received: Vec<(String, u64)> =
            notes.received.iter().map(|(device, at)| (device.code(), *at)).collect();
        received.sort_by_key(|(_, at)| std::cmp::Reverse(*at));
        let refused = notes.read.values().filter_map(|file| file.refused.as_ref());
        let (newer, refused): (Vec<_>, Vec<_>) = refused.partition(|refused| refused.newer);
        let late = |since: &&u64| now.saturating_sub(**since) >= PATIENCE_MS;
        self.show(|face| {
            face.sharing = Sharing {
                sent: notes.sent,
                received,
                waiting: notes.waiting.values().filter(late).count(),
                newer: newer.len(),
                refused: refused.len(),
                locked: self.inner.locked.get(),
                trouble: face.sharing.trouble.clone(),
                samples: face.sharing.samples,
            };
        });
    }
}
