//! What the protocol needs of the world: a folder, and the shop as this device has it.

use super::notes::Notes;
use crate::archive::sync::FolderError;
use crate::archive::{Archive, Exported};
use crate::domain::photo::{FileHash, KeptFile};
use crate::domain::record::Records;
use crate::journal::Writer;
use crate::store::StoreError;

/// A file that lies in the folder.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Found {
    /// The folder of a device.
    pub folder: String,
    /// The file's name within it.
    pub name: String,
}

/// The folder that the devices share.
#[allow(async_fn_in_trait, reason = "nothing here goes to another thread")]
pub trait Folder {
    /// All files in the folders of all devices.
    async fn list(&self) -> Result<Vec<Found>, FolderError>;
    /// The content of a file, as far as it is there.
    async fn read(&self, file: &Found) -> Result<Vec<u8>, FolderError>;
    /// How many bytes of a file are there.
    async fn size(&self, file: &Found) -> Result<u64, FolderError>;
    /// Writes a file, whole or not at all; done when it was read back.
    async fn write(&self, file: &Found, content: &[u8]) -> Result<(), FolderError>;
    /// Removes a file. One that is not there is removed.
    async fn remove(&self, file: &Found) -> Result<(), FolderError>;
}

/// The shop as this device has it.
#[allow(async_fn_in_trait, reason = "nothing here goes to another thread")]
pub trait Shop {
    /// Who writes here.
    fn writer(&self) -> Writer;
    /// What a file written now says of itself.
    fn exported(&self) -> Exported;
    /// Now, in milliseconds since 1970.
    fn now(&self) -> u64;
    /// How many records of erased persons are here.
    fn erased(&self) -> usize;
    /// The keys of all rows of the store.
    async fn rows(&self) -> Result<Vec<String>, StoreError>;
    /// What these rows hold. A row that is not there any more, or damaged, holds nothing.
    async fn load(&self, rows: &[String]) -> Result<Records, StoreError>;
    /// Keeps what is new of a file, in one transaction.
    async fn take(&self, archive: Archive) -> Result<Taken, StoreError>;
    /// Blanks what is of persons that are erased here.
    async fn blank(&self, records: &mut Records) -> Result<(), StoreError>;
    /// Which bytes are here.
    async fn files(&self) -> Result<Vec<FileHash>, StoreError>;
    /// Bytes that are here.
    async fn file(&self, hash: &FileHash) -> Result<Option<KeptFile>, StoreError>;
    /// Whether a record here names these bytes.
    async fn names(&self, hash: &FileHash) -> Result<bool, StoreError>;
    /// Keeps bytes that a record names.
    async fn take_file(&self, file: KeptFile) -> Result<(), StoreError>;
    /// Keeps the notes.
    async fn note(&self, notes: &mut Notes) -> Result<(), StoreError>;
    /// Whether what is written is sealed.
    fn seals(&self) -> bool;
    /// What is to be written for this content.
    fn seal(&self, content: Vec<u8>) -> Result<Vec<u8>, FolderError>;
    /// The content of what was written sealed; `None` when this device has not the key.
    fn open(&self, written: Vec<u8>) -> Option<Vec<u8>>;
    /// Lets the browser do its own work.
    async fn rest(&self);
}

/// What became of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Taken {
    /// How many entries were new.
    pub entries: usize,
    /// The batch that they became, if any were.
    pub batch: Option<String>,
    /// Whether one of its records is of an erased person: the store wrote what was left of all of it.
    pub erased: bool,
}

/// Why a pass ended early. The next one goes on where it stopped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SyncError {
    /// By the folder.
    Folder(FolderError),
    /// By the store.
    Store(StoreError),
}

impl From<FolderError> for SyncError {
    fn from(error: FolderError) -> Self {
        Self::Folder(error)
    }
}

impl From<StoreError> for SyncError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// What a pass did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Done {
    /// How many entries came in.
    pub received: usize,
    /// How many entries went out.
    pub sent: usize,
    /// How many files with bytes came in and went out.
    pub bytes: (usize, usize),
    /// How many sealed files this device has no key for.
    pub locked: usize,
}
