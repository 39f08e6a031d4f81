//! Takes in the entries that others sent.

use super::listing::{Listing, whole};
use super::notes::{Notes, ReadFile, Refused};
use super::ports::{Done, Folder, Found, Shop, SyncError};
use crate::archive::sync::{FolderError, replaced};
use crate::archive::{self, Refusal};

/// How long a file of this device may be empty before it is taken for one that was only begun.
const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// Takes in the files that were not taken in yet and are whole.
pub(super) async fn take_in(
    folder: &impl Folder,
    shop: &impl Shop,
    notes: &mut Notes,
    there: &Listing<'_>,
    done: &mut Done,
) -> Result<(), SyncError> {
    let now = shop.now();
    for (id, files) in &there.entries {
        let ours = notes.own.contains_key(id) || notes.doomed.contains(id);
        if ours || notes.read.get(id).is_some_and(|file| is_settled(file, shop)) {
            continue;
        }
        let Some((content, sealed)) = whole(folder, id, files).await? else {
            let since = *notes.waiting.entry(id.clone()).or_insert(now);
            if id.device == shop.writer().device && now.saturating_sub(since) > DAY_MS {
                remove_empty(folder, files).await?;
            }
            continue;
        };
        notes.waiting.remove(id);
        let content = match sealed {
            true => shop.open(content),
            false => Some(content),
        };
        let Some(content) = content else {
            done.locked += 1;
            continue;
        };
        shop.rest().await;
        let file = match archive::read_bytes(&content) {
            Ok(archive) => {
                let replaced = replaced(&content);
                drop(content);
                shop.rest().await;
                let refused = archive.problems.len();
                let taken = shop.take(archive).await?;
                done.received += taken.entries;
                if taken.entries > 0 {
                    notes.received.insert(id.device.clone(), now);
                }
                if taken.erased {
                    // What was left may not all be in the folder, and more may be there than was left.
                    notes.erased = usize::MAX;
                } else {
                    taken.batch.iter().for_each(|batch| notes.covered.add(batch));
                }
                let refused = (refused > 0).then(|| refusal(shop, refused, false));
                let mut batches: Vec<String> = taken.batch.into_iter().collect();
                for old in replaced {
                    batches.extend(
                        notes
                            .read
                            .get_mut(&old)
                            .map(|old| std::mem::take(&mut old.batches))
                            .unwrap_or_default(),
                    );
                }
                ReadFile { batches, refused }
            }
            Err(why) => {
                let newer = matches!(why, Refusal::NewerVersion(_));
                ReadFile { batches: Vec::new(), refused: Some(refusal(shop, 0, newer)) }
            }
        };
        notes.read.insert(id.clone(), file);
        shop.note(notes).await?;
    }
    Ok(())
}

/// Own files of which no more than the name came to be: the browser ended while they were written, and
/// what was to be in them is in another.
async fn remove_empty(folder: &impl Folder, files: &[(&Found, bool)]) -> Result<(), FolderError> {
    for (file, _) in files {
        if folder.size(file).await? == 0 {
            folder.remove(file).await?;
        }
    }
    Ok(())
}

fn refusal(shop: &impl Shop, records: usize, newer: bool) -> Refused {
    Refused { by: shop.exported().app, records, newer }
}

/// Whether there is nothing more to be had of a file: another version may understand more of it.
fn is_settled(file: &ReadFile, shop: &impl Shop) -> bool {
    file.refused.as_ref().is_none_or(|refused| refused.by == shop.exported().app)
}
