//! Keeps this device's own files few, and free of what is to be in none.

use super::listing::{Listing, whole};
use super::notes::Notes;
use super::ports::{Folder, Shop, SyncError};
use super::sending::write_entries;
use crate::archive;
use crate::archive::sync::{FileId, OwnFile, to_join};
use crate::domain::record::Records;
use std::collections::BTreeSet;

/// Joins own files when they are many, and writes them anew when a person was erased or the folder protected.
pub(super) async fn tidy(
    folder: &impl Folder,
    shop: &impl Shop,
    notes: &mut Notes,
    there: &Listing<'_>,
) -> Result<(), SyncError> {
    let erased = shop.erased();
    let anew = erased != notes.erased;
    let (mut records, mut joined) = (Records::default(), Vec::new());
    for id in files_to_join(shop, notes, there, anew) {
        // What was written in this pass holds nothing old.
        let Some(places) = there.entries.get(&id) else { continue };
        let Some((content, sealed)) = whole(folder, &id, places).await? else {
            // It is ours, and was whole: whoever has not read it yet gets everything anew.
            notes.own.remove(&id);
            notes.covered.clear();
            continue;
        };
        let content = if sealed { shop.open(content) } else { Some(content) };
        match content.map(|content| archive::read_bytes(&content)) {
            Some(Ok(archive)) if archive.problems.is_empty() => {
                records.merge(archive.records);
                joined.push(id);
            }
            // Of another version of this program: it stays as it is.
            _ => {}
        }
        shop.rest().await;
    }
    if anew {
        shop.blank(&mut records).await?;
        notes.erased = erased;
    }
    if !joined.is_empty() {
        let new = write_entries(folder, shop, notes, &records, &joined).await?;
        joined.retain(|old| *old != new);
        for old in joined {
            notes.own.remove(&old);
            notes.read.remove(&old);
            notes.doomed.insert(old);
        }
    }
    // First the note: a file that is noted and gone would be taken for lost.
    shop.note(notes).await?;
    for (place, _) in notes.doomed.iter().filter_map(|old| there.entries.get(old)).flatten() {
        folder.remove(place).await?;
    }
    Ok(())
}

/// The own files that one shall take the place of: when they are many, some. All, when none may stay as it
/// is: those too that this device wrote and, having been stopped, did not note. And in a folder that is
/// protected those that are not sealed.
fn files_to_join(shop: &impl Shop, notes: &Notes, there: &Listing<'_>, anew: bool) -> BTreeSet<FileId> {
    let device = shop.writer().device;
    let unnoted = notes.read.keys().filter(|id| id.device == device);
    let all = || notes.own.keys().chain(unnoted).cloned();
    if anew {
        return all().collect();
    }
    let own = notes.own.iter().map(|(id, size)| OwnFile { id: id.clone(), size: *size });
    let many = to_join(own.collect()).into_iter().map(|file| file.id);
    let is_plain = |id: &FileId| there.entries.get(id).is_some_and(|places| places.iter().any(|(_, s)| !s));
    many.chain(all().filter(|id| shop.seals() && is_plain(id))).collect()
}
