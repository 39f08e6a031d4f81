//! The copy of everything outside this browser: making one, and knowing how old it is.

use super::desk::{Desk, Phase, Saving};
use super::export::{self, Amount};
use super::samples;
use crate::archive::sealed::{Passphrase, SUFFIX, SealError, seal_with};
use crate::archive::{self, Exported, MAX_ARCHIVE_BYTES};
use crate::domain::date::Date;
use crate::domain::photo::KeptFile;
use crate::domain::record::Records;
use crate::journal::DeviceId;
use crate::platform::{self, clock, pause::pause, preferences};
use crate::store::StoreError;
use js_sys::Array;
use leptos::prelude::*;
use web_sys::Blob;

/// The notes of the store that this room keeps.
const EXPORTED: &str = "exported";
const CHANGES: &str = "changes";
/// What the browser remembers of the user's answers.
const ASKED: &str = "persist";
const LATER: &str = "remind-after";
/// A shop with so many cases is at home in this browser.
const AT_HOME: usize = 20;
/// How long 'later' is.
const LATER_MS: u64 = 24 * 60 * 60 * 1000;

/// What is known of the last export. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub struct Backup {
    pub(super) desk: Desk,
    /// When the last export was, in milliseconds since 1970.
    pub last: RwSignal<Option<u64>>,
    /// How many changes were saved since then.
    pub changes: RwSignal<u32>,
    /// Until when nobody wants to be reminded.
    later: RwSignal<u64>,
    /// Whether the folder for copies wants somebody: the code that knows why is fetched then.
    pub folder_waits: RwSignal<bool>,
}

/// The photos and files that are kept here.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Weight {
    /// How many there are.
    pub count: usize,
    /// How many bytes they have.
    pub bytes: u64,
}

impl Weight {
    /// Whether they fit into one file beside the records: in base 64, a third more.
    #[must_use]
    pub fn fits(self) -> bool {
        self.bytes <= MAX_ARCHIVE_BYTES / 3 * 2
    }
}

/// How an export went.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// Everything is in the file of this name.
    Whole(String),
    /// The store could not be read: the file of this name has what this page knows.
    Partial(String, StoreError),
    /// The browser did not take the file.
    NotTaken,
}

/// The backup of this page.
#[must_use]
pub fn use_backup() -> Backup {
    expect_context()
}

impl Backup {
    /// Reads what is known of the last export, and counts the changes from here on.
    #[must_use]
    pub fn watch(desk: Desk) -> Self {
        let later = preferences::get(LATER).and_then(|at| at.parse().ok()).unwrap_or(0);
        let backup = Self {
            desk,
            last: RwSignal::new(None),
            changes: RwSignal::new(0),
            later: RwSignal::new(later),
            folder_waits: RwSignal::new(false),
        };
        let started = Memo::new(move |_| desk.phase.get() != Phase::Starting);
        Effect::new(move |_| {
            if started.get() {
                leptos::task::spawn_local(backup.refresh());
            }
        });
        Effect::new(move |_| {
            if let Saving::Saved(_) = desk.saving.get() {
                backup.count();
            }
        });
        backup
    }

    /// Reads what another tab may have noted.
    pub async fn refresh(self) {
        let Some(store) = self.desk.store() else { return };
        if let Ok(Some(at)) = store.meta(EXPORTED).await {
            self.last.set(at.parse().ok());
        }
        if let Ok(Some(count)) = store.meta(CHANGES).await {
            self.changes.set(count.parse().unwrap_or(0));
        }
    }

    fn count(self) {
        let changes = self.changes.get_untracked() + 1;
        self.changes.set(changes);
        leptos::task::spawn_local(self.note(CHANGES, changes.to_string()));
        if preferences::get(ASKED).is_none() && self.desk.index.with_untracked(samples::has_real_cases) {
            ask_to_keep();
        }
    }

    /// A note that is not kept costs a reminder, no data.
    async fn note(self, name: &'static str, value: String) {
        if let Some(store) = self.desk.store() {
            let _ = store.set_meta(name, &value).await;
        }
    }

    /// Whether a reminder is in order. Follows changes.
    #[must_use]
    pub fn is_due(self) -> bool {
        let now = self.desk.now.get();
        now >= self.later.get()
            && export::is_due(now, self.last.get(), self.since())
            && self.desk.index.with(samples::has_real_cases)
    }

    /// What was written down since the last copy. Follows changes.
    #[must_use]
    pub fn since(self) -> Amount {
        let last = self.last.get().unwrap_or(0);
        let cases = self.desk.index.with(|index| samples::real_cases_since(index, last));
        Amount { changes: self.changes.get(), cases }
    }

    /// Says nothing of it for a day.
    pub fn later(self) {
        let until = clock::now_ms() + LATER_MS;
        preferences::set(LATER, &until.to_string());
        self.later.set(until);
    }

    /// Hands the user a file with everything: what is stored, and what could not be. Photos and
    /// files are in it unless all of them do not fit into a file that can be taken over again.
    pub async fn export(self) -> Outcome {
        let weight = self.weight().await;
        self.export_with(weight.fits()).await
    }

    /// How many photos and files there are, and how many bytes they have.
    pub async fn weight(self) -> Weight {
        let files = match self.desk.store() {
            Some(store) => store.files().await.unwrap_or_default(),
            None => Vec::new(),
        };
        Weight { count: files.len(), bytes: files.iter().map(|(_, size)| size).sum() }
    }

    /// Hands the user a file with all records, and with the photos and files if they are wanted.
    pub async fn export_with(self, photos: bool) -> Outcome {
        // Without a passphrase nothing is sealed that could fail.
        self.export_as(photos, None).await.unwrap_or(Outcome::NotTaken)
    }

    /// As [`Self::export_with`], sealed so that the passphrase opens it.
    ///
    /// # Errors
    /// When it could not be sealed; nothing was handed out then.
    pub async fn export_sealed(self, photos: bool, passphrase: &Passphrase) -> Result<Outcome, SealError> {
        self.export_as(photos, Some(passphrase)).await
    }

    async fn export_as(self, photos: bool, passphrase: Option<&Passphrase>) -> Result<Outcome, SealError> {
        pause().await;
        let now = clock::now_ms();
        let (mut records, trouble) = self.everything().await;
        records.merge(self.desk.unsaved.get_untracked());
        let exported = self.exported(now);
        pause().await;
        let mut name = self.file_name("casebook");
        // Nothing is handed out where there are none; the next try may do without photos.
        let Ok(Some(pieces)) = self.pieces(&records, &exported, photos).await else {
            return Ok(Outcome::NotTaken);
        };
        let handed = match passphrase {
            None => platform::file::download_pieces(&name, "application/json", &pieces),
            Some(passphrase) => {
                let plain = platform::file::joined(&pieces).await.ok_or(SealError::NoMemory)?;
                drop(pieces);
                let sealed = seal_with(passphrase, &plain)?;
                name = format!("{name}.{SUFFIX}");
                platform::file::download(&name, "application/octet-stream", &sealed)
            }
        };
        if !handed {
            return Ok(Outcome::NotTaken);
        }
        if let Some(error) = trouble {
            return Ok(Outcome::Partial(name, error));
        }
        self.made(now).await;
        Ok(Outcome::Whole(name))
    }

    /// Takes note that a copy of everything lies outside this browser.
    pub(super) async fn made(self, now: u64) {
        self.last.set(Some(now));
        self.changes.set(0);
        self.note(EXPORTED, now.to_string()).await;
        self.note(CHANGES, "0".to_owned()).await;
        ask_to_keep();
    }

    /// Everything as a file that is not handed out, with the photos and files where they fit in; whether
    /// they do.
    pub(super) async fn whole(self) -> Result<(Blob, bool), StoreError> {
        let photos = self.weight().await.fits();
        let (mut records, trouble) = self.everything().await;
        if let Some(error) = trouble {
            return Err(error);
        }
        records.merge(self.desk.unsaved.get_untracked());
        pause().await;
        let pieces = self.pieces(&records, &self.exported(clock::now_ms()), photos).await?;
        let whole = pieces.and_then(|pieces| Blob::new_with_blob_sequence(&pieces).ok());
        whole.map(|whole| (whole, photos)).ok_or_else(|| StoreError::Failed("blob".to_owned()))
    }

    pub(super) fn exported(self, now: u64) -> Exported {
        Exported {
            at: export::moment(now),
            device: self.desk.device(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// The file in pieces, so that the photos need not be in the memory all at once.
    async fn pieces(
        self,
        records: &Records,
        exported: &Exported,
        photos: bool,
    ) -> Result<Option<Array>, StoreError> {
        let pieces = Array::new();
        let add = |text: &str| platform::file::piece(text).map(|piece| pieces.push(&piece)).is_some();
        let mut whole = add(&archive::opening(records, exported));
        let mut some = false;
        if let Some(store) = self.desk.store().filter(|_| photos) {
            for (hash, _) in store.files().await? {
                let Some(file) = store.file(&hash).await?.map(KeptFile::new) else { continue };
                // Bytes that were damaged here would be refused there.
                if *file.hash() == hash {
                    whole &= add(&archive::file_piece(!some, &file));
                    some = true;
                }
            }
        }
        whole &= add(archive::closing(some));
        Ok(whole.then_some(pieces))
    }

    /// All that is stored; what this page has open where the store cannot be read.
    async fn everything(self) -> (Records, Option<StoreError>) {
        let stored = match self.desk.store() {
            Some(store) => store.all().await,
            None => Err(self.desk.trouble.get_untracked().unwrap_or(StoreError::Refused)),
        };
        match stored {
            Ok(loaded) => {
                self.desk.note_damage(loaded.damaged);
                (loaded.records, None)
            }
            // What was never stored is all on this page.
            Err(StoreError::Refused) => (self.desk.records.get_untracked(), None),
            Err(error) => (self.desk.records.get_untracked(), Some(error)),
        }
    }

    /// Hands the user the rows that could not be read, as they are.
    pub fn export_damaged(self) -> bool {
        let rows = self.desk.damaged.get_untracked();
        let rows: Vec<[&str; 2]> = rows.iter().map(|row| [row.row.as_str(), row.text.as_str()]).collect();
        let text = serde_json::to_string_pretty(&rows).unwrap_or_default();
        platform::file::download(&self.file_name("casebook-damaged"), "application/json", text.as_bytes())
    }

    fn file_name(self, what: &str) -> String {
        let now = clock::now_ms();
        let code = DeviceId::parse(&self.desk.device()).map(|device| device.code()).unwrap_or_default();
        export::file_name(what, Date::of_moment(now, clock::zone_offset_minutes(now)), &code)
    }
}

/// Asks once more where the browser did not promise to keep the data, now that the shop is at home
/// here: some grant then what they refused at first.
pub(super) async fn ask_again_to_keep(desk: Desk) {
    let at_home =
        desk.index.with_untracked(|index| samples::has_real_cases(index) && index.cases.len() >= AT_HOME);
    let asked = preferences::get(ASKED).is_some_and(|answer| answer == "asked");
    if at_home && asked && platform::storage::is_persisted().await == Some(false) {
        preferences::set(ASKED, "again");
        platform::storage::request_persist(|_| {});
    }
}

/// Asks the browser to keep the data when it clears up. It may ask the user in turn.
fn ask_to_keep() {
    preferences::set(ASKED, "asked");
    platform::storage::request_persist(|_| {});
}
