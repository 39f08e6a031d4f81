//! How it stands with the folder, for the screen.

use crate::app::copies::Chosen;
use crate::app::sync::SyncError;
use crate::archive::sync::FolderError;
use crate::store::StoreError;

/// What stands in the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The folder does.
    Folder(FolderError),
    /// The store does.
    Store(StoreError),
    /// It is protected, and this device has not been given the passphrase.
    Protected,
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
