//! The shared folder, as the protocol wants it.

use crate::app::sync::{Folder, Found};
use crate::archive::sealed::MAX_SEALED_FILE_BYTES;
use crate::archive::sync::FolderError;
use crate::journal::DeviceId;
use crate::platform::folder::Directory;

/// The folder in which every device has one of its own.
pub(super) struct Shore(Directory);

impl Shore {
    pub(super) fn new(folder: Directory) -> Self {
        Self(folder)
    }
}

impl Folder for Shore {
    async fn list(&self) -> Result<Vec<Found>, FolderError> {
        let mut found = Vec::new();
        for device in self.0.items().await? {
            if !device.is_folder || DeviceId::parse(&device.name.to_ascii_lowercase()).is_none() {
                continue;
            }
            let Some(folder) = self.0.folder_if_there(&device.name).await? else { continue };
            let files = folder.items().await?.into_iter().filter(|file| !file.is_folder);
            found.extend(files.map(|file| Found { folder: device.name.clone(), name: file.name }));
        }
        Ok(found)
    }

    async fn read(&self, file: &Found) -> Result<Vec<u8>, FolderError> {
        let folder = self.0.folder_if_there(&file.folder).await?.ok_or(FolderError::Gone)?;
        folder.read(&file.name, MAX_SEALED_FILE_BYTES).await
    }

    async fn size(&self, file: &Found) -> Result<u64, FolderError> {
        let folder = self.0.folder_if_there(&file.folder).await?.ok_or(FolderError::Gone)?;
        folder.size(&file.name).await
    }

    async fn write(&self, file: &Found, content: &[u8]) -> Result<(), FolderError> {
        self.0.folder(&file.folder).await?.write(&file.name, content).await
    }

    async fn remove(&self, file: &Found) -> Result<(), FolderError> {
        match self.0.folder_if_there(&file.folder).await? {
            Some(folder) => folder.remove(&file.name).await,
            None => Ok(()),
        }
    }
}
