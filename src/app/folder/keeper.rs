//! Looks after the folder from time to time, in one of the open pages; every page shows how it stands.

use super::copying;
use super::face::{Face, Sharing, Trouble};
use crate::app::backup::Backup;
use crate::app::copies::{Chosen, Clockwork, is_due};
use crate::app::desk::{Phase, Saving};
use crate::app::samples;
use crate::app::sync::Notes;
use crate::archive::sync::FolderError;
use crate::domain::date::Date;
use crate::platform::folder::Directory;
use crate::platform::{alone::alone, clock};
use crate::store::{Store, StoreError};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// The store's note of what was chosen, and of the handle: without it nothing of this is fetched.
pub const CHOSEN: &str = "folder";
/// How often it is looked whether something is to be done.
const TICK: Duration = Duration::from_secs(5);
/// How often it is looked whether the passphrase is still asked for.
const ASK_MS: u64 = 30 * 1000;

/// Looks after the folder.
#[derive(Clone)]
pub struct Keeper {
    pub(super) backup: Backup,
    pub(super) face: ArcRwSignal<Face>,
    pub(super) inner: Rc<Inner>,
}

#[derive(Default)]
pub(super) struct Inner {
    /// Whether this page is the one that writes.
    pub(super) leads: Cell<bool>,
    pub(super) busy: Cell<bool>,
    pub(super) folder: RefCell<Option<(u64, Directory)>>,
    pub(super) notes: RefCell<Option<Notes>>,
    /// When the shared folder was last looked through.
    pub(super) looked: Cell<u64>,
    /// What was last saved when it was looked through.
    pub(super) sent: Cell<u64>,
    /// When it was last looked whether the folder is protected.
    pub(super) guarded: Cell<u64>,
    /// When a change was first saved since the last copy, and last.
    changed: Cell<Option<(u64, u64)>>,
    pub(super) locked: Cell<usize>,
}

/// The one that looks after the folder on this page.
#[must_use]
pub fn keeper(backup: Backup) -> Keeper {
    thread_local! {
        static KEEPER: RefCell<Option<Keeper>> = const { RefCell::new(None) };
    }
    let known = KEEPER.with_borrow(Clone::clone);
    known.unwrap_or_else(|| {
        let keeper = Keeper { backup, face: ArcRwSignal::default(), inner: Rc::default() };
        KEEPER.set(Some(keeper.clone()));
        keeper.begin();
        keeper
    })
}

impl Keeper {
    fn begin(&self) {
        let lead = self.clone();
        leptos::task::spawn_local(async move {
            alone("folder").await;
            lead.inner.leads.set(true);
        });
        let tick = self.clone();
        set_interval(move || leptos::task::spawn_local(tick.clone().tick()), TICK);
        leptos::task::spawn_local(self.clone().tick());
    }

    /// How it stands.
    #[must_use]
    pub fn face(&self) -> ArcRwSignal<Face> {
        self.face.clone()
    }

    pub(super) fn show(&self, change: impl FnOnce(&mut Face)) {
        let mut face = self.face.get_untracked();
        change(&mut face);
        if face != self.face.get_untracked() {
            self.face.set(face);
        }
        let waits = self.face.with_untracked(|face| face.chosen.is_some() && face.trouble.is_some());
        if self.backup.folder_waits.get_untracked() != waits {
            self.backup.folder_waits.set(waits);
        }
    }

    pub(super) async fn tick(self) {
        if self.inner.busy.replace(true) {
            return;
        }
        if let Err(error) = self.look().await {
            self.show(|face| {
                face.known = true;
                face.trouble = Some(error);
            });
        }
        self.inner.busy.set(false);
    }

    /// Does what is to be done now.
    async fn look(&self) -> Result<(), Trouble> {
        let Some(store) = self.backup.desk.store() else { return Ok(()) };
        if self.backup.desk.phase.get_untracked() != Phase::Ready {
            return Ok(());
        }
        let chosen = store.meta(CHOSEN).await?.and_then(|text| Chosen::parse(&text));
        let samples = self.backup.desk.index.with_untracked(samples::has_samples);
        self.show(|face| {
            face.known = true;
            face.sharing.samples = samples;
            face.chosen.clone_from(&chosen);
            if face.chosen.is_none() {
                face.trouble = None;
                face.sharing = Sharing::default();
            }
        });
        let Some(chosen) = chosen else { return Ok(()) };
        let folder = self.folder(&chosen).await?;
        folder.check().await?;
        let asks = self.face.with_untracked(|face| face.trouble == Some(Trouble::Protected));
        if asks && clock::now_ms().abs_diff(self.inner.guarded.get()) < ASK_MS {
            return Ok(());
        }
        self.note_changes();
        let copies = self.inner.leads.get() && self.is_copy_due(&chosen);
        let shares = self.is_exchange_due(&chosen);
        if copies || shares || asks {
            self.guard(&folder, &chosen).await?;
        }
        if chosen.failed.is_none() {
            self.show(|face| face.trouble = None);
        }
        if copies {
            self.copy(&folder, chosen.clone()).await?;
        }
        if shares {
            self.exchange_now(&folder, &chosen).await;
        }
        Ok(())
    }

    pub(super) async fn folder(&self, chosen: &Chosen) -> Result<Directory, Trouble> {
        if let Some((at, folder)) = self.inner.folder.borrow().as_ref()
            && *at == chosen.at
        {
            return Ok(folder.clone());
        }
        let handle = self.store()?.handle(CHOSEN).await?.ok_or(FolderError::Gone)?;
        let folder = Directory::kept(handle);
        self.inner.folder.replace(Some((chosen.at, folder.clone())));
        self.inner.notes.replace(None);
        Ok(folder)
    }

    fn note_changes(&self) {
        if let Saving::Saved(at) = self.backup.desk.saving.get_untracked() {
            let first = self.inner.changed.get().map_or(at, |(first, _)| first);
            if self.backup.changes.get_untracked() > 0 {
                self.inner.changed.set(Some((first, at)));
            }
        }
    }

    fn is_copy_due(&self, chosen: &Chosen) -> bool {
        let state = Clockwork {
            last: chosen.last.as_ref().map(|(_, at)| *at),
            changes: self.backup.changes.get_untracked(),
            changed: self.inner.changed.get(),
            failed: chosen.failed,
        };
        let today = |at| Date::of_moment(at, clock::zone_offset_minutes(at));
        let real = self.backup.desk.index.with_untracked(samples::has_real_cases);
        real && is_due(clock::now_ms(), today, state)
    }

    /// Writes a copy, whoever wished for it, and notes how that went.
    pub(super) async fn copy(&self, folder: &Directory, mut chosen: Chosen) -> Result<(), Trouble> {
        self.show(|face| face.copying = true);
        let copied = copying::copy(self.backup, folder, &mut chosen).await;
        chosen.failed = copied.is_err().then(clock::now_ms);
        if copied.is_ok() {
            self.inner.changed.set(None);
        }
        let noted = self
            .note(&chosen, |now| {
                now.written.clone_from(&chosen.written);
                now.last.clone_from(&chosen.last);
                now.without_photos = chosen.without_photos;
                now.failed = chosen.failed;
            })
            .await;
        self.show(|face| {
            face.copying = false;
            face.trouble = copied.clone().err();
        });
        copied.and(noted.map(drop))
    }

    /// Changes the note of what is still chosen: another page may have let go of it meanwhile, or changed
    /// something else.
    pub(super) async fn note(
        &self,
        chosen: &Chosen,
        change: impl FnOnce(&mut Chosen),
    ) -> Result<Chosen, Trouble> {
        let store = self.store()?;
        let now = store.meta(CHOSEN).await?.and_then(|text| Chosen::parse(&text));
        let Some(mut now) = now.filter(|now| now.at == chosen.at) else { return Ok(chosen.clone()) };
        change(&mut now);
        store.set_meta(CHOSEN, &now.to_text()).await?;
        self.show(|face| face.chosen = Some(now.clone()));
        Ok(now)
    }

    pub(super) fn store(&self) -> Result<Rc<Store>, StoreError> {
        self.backup.desk.store().ok_or(StoreError::Refused)
    }
}
