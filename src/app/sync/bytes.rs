//! Carries the bytes of photos and files.

use super::listing::{Listing, readable};
use super::notes::Notes;
use super::ports::{Done, Folder, Found, Shop, SyncError};
use crate::archive::sync::{FolderError, Named};
use crate::domain::photo::{FileHash, KeptFile};
use std::collections::BTreeSet;

/// Brings the bytes of photos and files there and here. What lies in the folder and what is here says
/// all that is to be known: nothing is noted.
pub(super) async fn carry_bytes(
    folder: &impl Folder,
    shop: &impl Shop,
    notes: &mut Notes,
    there: &Listing<'_>,
    done: &mut Done,
) -> Result<(), SyncError> {
    let here: BTreeSet<FileHash> = shop.files().await?.into_iter().collect();
    let begun = if notes.looked { BTreeSet::new() } else { only_begun(folder, shop, there).await? };
    notes.looked = true;
    for hash in here.iter().filter(|hash| !there.bytes.contains_key(*hash) || begun.contains(*hash)) {
        done.bytes.1 += usize::from(write_bytes(folder, shop, hash).await?);
    }
    for (hash, files) in there.bytes.iter().filter(|(hash, _)| !here.contains(*hash)) {
        if !shop.names(hash).await? {
            // Photos of who was erased: each device removes what it wrote itself.
            for (file, ..) in files.iter().filter(|(_, device, _)| *device == shop.writer().device) {
                folder.remove(file).await?;
            }
            continue;
        }
        for (file, _, sealed) in files {
            let Some(content) = readable(folder.read(file).await)? else { continue };
            let content = if *sealed { shop.open(content) } else { Some(content) };
            let Some(kept) = content.map(KeptFile::new).filter(|kept| kept.hash() == hash) else { continue };
            shop.take_file(kept).await?;
            done.bytes.0 += 1;
            shop.rest().await;
            break;
        }
    }
    Ok(())
}

/// Writes bytes that are here, if they are not damaged.
async fn write_bytes(folder: &impl Folder, shop: &impl Shop, hash: &FileHash) -> Result<bool, SyncError> {
    let Some(file) = shop.file(hash).await?.filter(|file| file.hash() == hash) else { return Ok(false) };
    let name = Named::bytes_name(hash, shop.seals());
    let place = Found { folder: shop.writer().device.as_str().to_owned(), name };
    folder.write(&place, &shop.seal(file.bytes().to_vec())?).await?;
    shop.rest().await;
    Ok(true)
}

/// Seals the bytes that this device wrote before the folder was protected.
pub(super) async fn seal_bytes(
    folder: &impl Folder,
    shop: &impl Shop,
    there: &Listing<'_>,
) -> Result<(), SyncError> {
    if !shop.seals() {
        return Ok(());
    }
    let own = shop.writer().device;
    for (hash, files) in &there.bytes {
        let plain = files.iter().filter(|(_, device, sealed)| *device == own && !sealed);
        let plain: Vec<&Found> = plain.map(|(file, ..)| *file).collect();
        if plain.is_empty() || !write_bytes(folder, shop, hash).await? {
            continue;
        }
        for file in plain {
            folder.remove(file).await?;
        }
    }
    Ok(())
}

/// The own files of which no more than the name is there, and nobody else has: the browser ended while
/// they were written. It is looked for once in an opening of the page.
async fn only_begun(
    folder: &impl Folder,
    shop: &impl Shop,
    there: &Listing<'_>,
) -> Result<BTreeSet<FileHash>, FolderError> {
    let own = shop.writer().device;
    let mut begun = BTreeSet::new();
    for (hash, files) in &there.bytes {
        let [(file, device, _)] = files.as_slice() else { continue };
        if *device == own && folder.size(file).await? == 0 {
            begun.insert(hash.clone());
        }
    }
    Ok(begun)
}
