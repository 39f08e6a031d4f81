//! Looks after the folder from time to time, in one of the open pages; every page shows how it stands.

use super::copying;
use super::here::Here;
use super::shore::Shore;
use crate::app::backup::Backup;
use crate::app::copies::{Chosen, Clockwork, is_due};
use crate::app::desk::{Phase, Saving};
use crate::app::samples;
use crate::app::sync::{self, Notes, SyncError};
use crate::archive::sync::{FOLDER, FolderError};
use crate::domain::date::Date;
use crate::platform::folder::{self, Directory};
use crate::platform::{alone::alone, clock, pause, preferences};
use crate::store::StoreError;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

/// The browser's note that a folder was chosen: without it nothing of this is fetched.
pub const WISH: &str = "folder";
/// The store's note of what was chosen, and of the handle.
const CHOSEN: &str = "folder";
/// How often it is looked whether something is to be done.
const TICK: Duration = Duration::from_secs(5);
/// How often the shared folder is looked through although nothing was written here.
const LOOK_MS: u64 = 30 * 1000;
/// How long nothing may have been written here before it is sent: some changes go together.
const TOGETHER_MS: u64 = 4 * 1000;
/// How long a file may be on its way before it is spoken of.
const PATIENCE_MS: u64 = 10 * 60 * 1000;

/// What stands in the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The folder does.
    Folder(FolderError),
    /// The store does.
    Store(StoreError),
}

impl From<FolderError> for Trouble {
    fn from(error: FolderError) -> Self {
        Self::Folder(error)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<SyncError> for Trouble {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::Folder(error) => Self::Folder(error),
            SyncError::Store(error) => Self::Store(error),
        }
    }
}

/// How it stands, for the screen.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Face {
    /// Whether the notes were read.
    pub known: bool,
    /// The folder that was chosen.
    pub chosen: Option<Chosen>,
    /// What stands in the way of copies, and of everything.
    pub trouble: Option<Trouble>,
    /// Whether a copy is being written.
    pub copying: bool,
    /// How the exchange with other devices stands.
    pub sharing: Sharing,
}

/// How the exchange with other devices stands.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sharing {
    /// When something was last sent.
    pub sent: Option<u64>,
    /// From which device something last came when, the latest first.
    pub received: Vec<(String, u64)>,
    /// How many files are on their way for too long.
    pub waiting: usize,
    /// How many files a newer program wrote.
    pub newer: usize,
    /// How many files could not be read, or not all of.
    pub refused: usize,
    /// How many files are sealed for a key that this device has not.
    pub locked: usize,
    /// What stands in the way of the exchange alone.
    pub trouble: Option<Trouble>,
    /// Whether sample data is here: nothing is exchanged as long as it is.
    pub samples: bool,
}

/// Looks after the folder.
#[derive(Clone)]
pub struct Keeper {
    backup: Backup,
    face: ArcRwSignal<Face>,
    inner: Rc<Inner>,
}

#[derive(Default)]
struct Inner {
    /// Whether this page is the one that writes.
    leads: Cell<bool>,
    busy: Cell<bool>,
    folder: RefCell<Option<(u64, Directory)>>,
    notes: RefCell<Option<Notes>>,
    /// When the shared folder was last looked through.
    looked: Cell<u64>,
    /// What was last saved when it was looked through.
    sent: Cell<u64>,
    /// When a change was first saved since the last copy, and last.
    changed: Cell<Option<(u64, u64)>>,
    locked: Cell<usize>,
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

    fn show(&self, change: impl FnOnce(&mut Face)) {
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

    async fn tick(self) {
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
        let failing =
            self.face.with_untracked(|face| face.chosen.as_ref().is_some_and(|c| c.failed.is_some()));
        if !failing {
            self.show(|face| face.trouble = None);
        }
        self.note_changes();
        if self.inner.leads.get() && self.is_copy_due(&chosen) {
            self.copy(&folder, chosen.clone()).await?;
        }
        if chosen.shared {
            self.share(&folder).await;
        }
        Ok(())
    }

    async fn folder(&self, chosen: &Chosen) -> Result<Directory, Trouble> {
        if let Some((at, folder)) = self.inner.folder.borrow().as_ref()
            && *at == chosen.at
        {
            return Ok(folder.clone());
        }
        let store = self.backup.desk.store().ok_or(StoreError::Refused)?;
        let handle = store.handle(CHOSEN).await?.ok_or(FolderError::Gone)?;
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

    async fn copy(&self, folder: &Directory, mut chosen: Chosen) -> Result<(), Trouble> {
        self.show(|face| face.copying = true);
        let copied = copying::copy(self.backup, folder, &mut chosen).await;
        chosen.failed = copied.is_err().then(clock::now_ms);
        if copied.is_ok() {
            self.inner.changed.set(None);
        }
        let noted = self.note(&chosen).await;
        self.show(|face| {
            face.copying = false;
            face.chosen = Some(chosen);
            face.trouble = copied.clone().err();
        });
        copied.and(noted)
    }

    /// Only what is still chosen is noted: another page may have let go of it meanwhile.
    async fn note(&self, chosen: &Chosen) -> Result<(), Trouble> {
        let store = self.backup.desk.store().ok_or(StoreError::Refused)?;
        let now = store.meta(CHOSEN).await?.and_then(|text| Chosen::parse(&text));
        if now.is_some_and(|now| now.at == chosen.at) {
            store.set_meta(CHOSEN, &chosen.to_text()).await?;
        }
        Ok(())
    }

    async fn share(&self, folder: &Directory) {
        let now = clock::now_ms();
        if self.face.with_untracked(|face| face.sharing.samples) {
            return;
        }
        let saved = match self.backup.desk.saving.get_untracked() {
            Saving::Saved(at) => at,
            _ => 0,
        };
        let new = saved > self.inner.sent.get() && now.saturating_sub(saved) >= TOGETHER_MS;
        let long_ago =
            now.saturating_sub(self.inner.looked.get()) >= LOOK_MS || self.inner.looked.get() > now;
        if !new && !long_ago {
            return;
        }
        self.inner.looked.set(now);
        self.inner.sent.set(saved);
        let passed = match self.inner.leads.get() {
            true => self.pass(folder).await,
            false => self.read_notes().await.map(|notes| drop(self.inner.notes.replace(Some(notes)))),
        };
        self.show(|face| face.sharing.trouble = passed.err());
        self.show_sharing();
    }

    async fn pass(&self, folder: &Directory) -> Result<(), Trouble> {
        let known = self.inner.notes.take();
        let mut notes = match known {
            Some(notes) => notes,
            None => self.read_notes().await?,
        };
        let shore = Shore::new(folder.folder(FOLDER).await?);
        let done = sync::pass(&shore, &Here::new(self.backup), &mut notes).await;
        self.inner.notes.replace(Some(notes));
        self.inner.locked.set(done.as_ref().map_or(0, |done| done.locked));
        done.map(drop).map_err(Into::into)
    }

    async fn read_notes(&self) -> Result<Notes, Trouble> {
        let store = self.backup.desk.store().ok_or(StoreError::Refused)?;
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

    /// Lets whoever is here choose a folder, and writes a first copy into it.
    pub async fn choose(&self) -> Result<(), Trouble> {
        let Some(folder) = folder::choose().await? else { return Ok(()) };
        folder.ask().await?;
        let store = self.backup.desk.store().ok_or(StoreError::Refused)?;
        self.wait().await;
        let chosen = Chosen { at: clock::now_ms(), name: folder.name(), ..Chosen::default() };
        let kept = async {
            // What was sent lies in the folder before.
            for name in Notes::names() {
                store.forget_meta(&name).await?;
            }
            store.keep_handle(CHOSEN, folder.handle()).await?;
            store.set_meta(CHOSEN, &chosen.to_text()).await
        }
        .await;
        preferences::set(WISH, "chosen");
        self.inner.folder.replace(Some((chosen.at, folder.clone())));
        self.inner.notes.replace(None);
        self.show(|face| {
            face.chosen = Some(chosen.clone());
            face.trouble = None;
            face.sharing = Sharing::default();
        });
        let copied = match kept {
            Ok(()) => self.copy(&folder, chosen).await,
            Err(error) => Err(error.into()),
        };
        self.inner.busy.set(false);
        copied
    }

    /// Writes a copy now.
    pub async fn copy_now(&self) -> Result<(), Trouble> {
        let Some(chosen) = self.chosen().await? else { return Ok(()) };
        let folder = self.folder(&chosen).await?;
        folder.ask().await?;
        self.wait().await;
        let copied = self.copy(&folder, chosen).await;
        self.inner.busy.set(false);
        copied
    }

    /// Asks again whether the folder may be written, in answer to a press.
    pub async fn ask_again(&self) -> Result<(), Trouble> {
        let Some(mut chosen) = self.chosen().await? else { return Ok(()) };
        self.folder(&chosen).await?.ask().await?;
        chosen.failed = None;
        self.note(&chosen).await?;
        self.show(|face| face.trouble = None);
        self.exchange().await;
        Ok(())
    }

    /// Begins or ends the exchange with other devices.
    pub async fn share_with_others(&self, shared: bool) -> Result<(), Trouble> {
        let Some(mut chosen) = self.chosen().await? else { return Ok(()) };
        chosen.shared = shared;
        self.note(&chosen).await?;
        self.show(|face| face.chosen = Some(chosen));
        self.exchange().await;
        Ok(())
    }

    /// Looks through the shared folder now.
    pub async fn exchange(&self) {
        while self.inner.busy.get() {
            pause::pause().await;
        }
        self.inner.looked.set(0);
        self.clone().tick().await;
    }

    /// Lets go of the folder. What lies in it stays.
    pub async fn let_go(&self) -> Result<(), Trouble> {
        let store = self.backup.desk.store().ok_or(StoreError::Refused)?;
        store.forget_meta(CHOSEN).await?;
        store.forget_handle(CHOSEN).await?;
        preferences::forget(WISH);
        self.show(|face| {
            face.chosen = None;
            face.trouble = None;
            face.sharing = Sharing::default();
        });
        Ok(())
    }

    async fn chosen(&self) -> Result<Option<Chosen>, Trouble> {
        let store = self.backup.desk.store().ok_or(StoreError::Refused)?;
        Ok(store.meta(CHOSEN).await?.and_then(|text| Chosen::parse(&text)))
    }

    /// Waits until nothing else is at work on the folder.
    async fn wait(&self) {
        while self.inner.busy.replace(true) {
            pause::pause().await;
        }
    }
}
