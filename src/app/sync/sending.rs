//! Sends the entries that are in no file of the folder.

use super::covered::batch_of;
use super::notes::Notes;
use super::ports::{Done, Folder, Found, Shop, SyncError};
use crate::archive;
use crate::archive::sync::{FileId, saying};
use crate::domain::record::Records;
use crate::journal::Writer;
use std::collections::BTreeSet;

/// How many rows of the store go into one file.
const ROWS: usize = 500;

/// Writes the rows of the store that are in no file.
pub(super) async fn send(
    folder: &impl Folder,
    shop: &impl Shop,
    notes: &mut Notes,
    done: &mut Done,
) -> Result<(), SyncError> {
    let rows = shop.rows().await?;
    let there: BTreeSet<&str> = rows.iter().map(|row| batch_of(row)).collect();
    notes.covered.keep_only(&there);
    let mut new: Vec<String> = rows.iter().filter(|row| !notes.covered.has(batch_of(row))).cloned().collect();
    if new.is_empty() {
        return Ok(());
    }
    new.sort_by(|a, b| (batch_of(a), a).cmp(&(batch_of(b), b)));
    let mut from = 0;
    while from < new.len() {
        let to = new.len().min(from + ROWS);
        let records = shop.load(&new[from..to]).await?;
        let entries = records.entries();
        if entries > 0 {
            write_entries(folder, shop, notes, &records, &[]).await?;
            notes.sent = Some(shop.now());
            done.sent += entries;
        }
        // The last batch may go on in the next file.
        let after = new.get(to).map(|row| batch_of(row));
        let sent = new[from..to].iter().map(|row| batch_of(row)).filter(|batch| Some(*batch) != after);
        sent.for_each(|batch| notes.covered.add(batch));
        shop.note(notes).await?;
        from = to;
        shop.rest().await;
    }
    Ok(())
}

/// Writes a file with these entries, which takes the place of others.
pub(super) async fn write_entries(
    folder: &impl Folder,
    shop: &impl Shop,
    notes: &mut Notes,
    records: &Records,
    replaces: &[FileId],
) -> Result<FileId, SyncError> {
    let content = saying(archive::write(records, &shop.exported()), replaces);
    let content = shop.seal(content.into_bytes())?;
    notes.number += 1;
    let Writer { device, .. } = shop.writer();
    let session = shop.writer().to_string();
    let session = session.strip_prefix(device.as_str()).unwrap_or_default();
    let id = FileId::of(device, session, notes.number, &content);
    folder.write(&found(&id, shop.seals()), &content).await?;
    notes.own.insert(id.clone(), content.len() as u64);
    Ok(id)
}

fn found(id: &FileId, sealed: bool) -> Found {
    Found { folder: id.device.as_str().to_owned(), name: id.file_name(sealed) }
}
