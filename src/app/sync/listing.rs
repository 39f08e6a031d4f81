//! What lies in the folder.

use super::ports::{Folder, Found};
use crate::archive::sync::{FileId, FolderError, Named, parse};
use crate::domain::photo::FileHash;
use crate::journal::DeviceId;
use std::collections::BTreeMap;

/// What lies in the folder, by what the names say. Carriers repeat files: several may have one name.
pub(super) struct Listing<'f> {
    pub(super) entries: BTreeMap<FileId, Vec<(&'f Found, bool)>>,
    pub(super) bytes: BTreeMap<FileHash, Vec<(&'f Found, DeviceId, bool)>>,
}

impl<'f> Listing<'f> {
    pub(super) fn of(listing: &'f [Found]) -> Self {
        let mut there = Self { entries: BTreeMap::new(), bytes: BTreeMap::new() };
        for file in listing {
            match parse(&file.folder, &file.name) {
                Some(Named::Entries { id, sealed }) => {
                    there.entries.entry(id).or_default().push((file, sealed))
                }
                Some(Named::Bytes { device, hash, sealed }) => {
                    there.bytes.entry(hash).or_default().push((file, device, sealed));
                }
                None => {}
            }
        }
        there
    }
}

/// The first of these files that has the whole content.
pub(super) async fn whole(
    folder: &impl Folder,
    id: &FileId,
    files: &[(&Found, bool)],
) -> Result<Option<(Vec<u8>, bool)>, FolderError> {
    for (file, sealed) in files {
        if let Some(content) = readable(folder.read(file).await)?
            && id.fits(&content)
        {
            return Ok(Some((content, *sealed)));
        }
    }
    Ok(None)
}

/// A file that cannot be read now may be read later; a folder that cannot be read is another matter.
pub(super) fn readable(read: Result<Vec<u8>, FolderError>) -> Result<Option<Vec<u8>>, FolderError> {
    match read {
        Ok(content) => Ok(Some(content)),
        Err(error @ (FolderError::NotAllowed | FolderError::NotAsked | FolderError::Missing)) => Err(error),
        Err(_) => Ok(None),
    }
}
