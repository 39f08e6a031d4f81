//! One look at the shared folder: takes in what is new there, sends what is new here.

use super::bytes::{carry_bytes, seal_bytes};
use super::listing::Listing;
use super::notes::Notes;
use super::ports::{Done, Folder, Shop, SyncError};
use super::sending::send;
use super::taking::take_in;
use super::tidying::tidy;

/// Takes in what is new in the folder and sends what is new here.
///
/// # Errors
/// What stood in the way. What was done until then is done and noted.
pub async fn pass(folder: &impl Folder, shop: &impl Shop, notes: &mut Notes) -> Result<Done, SyncError> {
    let mut done = Done::default();
    let listing = folder.list().await?;
    let there = Listing::of(&listing);
    notice_losses(&there, notes);
    shop.note(notes).await?;
    take_in(folder, shop, notes, &there, &mut done).await?;
    send(folder, shop, notes, &mut done).await?;
    carry_bytes(folder, shop, notes, &there, &mut done).await?;
    seal_bytes(folder, shop, &there).await?;
    tidy(folder, shop, notes, &there).await?;
    Ok(done)
}

/// Files that are gone although their writer did not remove them leave others without their entries:
/// who has these sends them.
fn notice_losses(there: &Listing<'_>, notes: &mut Notes) {
    let own = notes.own.len();
    notes.own.retain(|id, _| there.entries.contains_key(id));
    if notes.own.len() < own {
        notes.covered.clear();
    }
    // Where its writer joined it with others, these batches are the joined file's now.
    for (_, file) in notes.read.iter().filter(|(id, _)| !there.entries.contains_key(id)) {
        file.batches.iter().for_each(|batch| notes.covered.remove(batch));
    }
    notes.read.retain(|id, _| there.entries.contains_key(id));
    notes.waiting.retain(|id, _| there.entries.contains_key(id));
    notes.doomed.retain(|id| there.entries.contains_key(id));
}
