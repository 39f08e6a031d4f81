//! One look at the shared folder: takes in what is new there, sends what is new here.

use super::covered::batch_of;
use super::notes::{Notes, ReadFile, Refused};
use crate::archive::sync::{FileId, FolderError, Named, OwnFile, parse, replaced, saying, to_join};
use crate::archive::{self, Archive, Exported, Refusal};
use crate::domain::photo::{FileHash, KeptFile};
use crate::domain::record::Records;
use crate::journal::{DeviceId, Writer};
use crate::store::StoreError;
use std::collections::{BTreeMap, BTreeSet};

/// How many rows of the store go into one file.
const ROWS: usize = 500;

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
    carry_bytes(folder, shop, &there, &mut done).await?;
    tidy(folder, shop, notes, &there).await?;
    Ok(done)
}

/// What lies in the folder, by what the names say. Carriers repeat files: several may have one name.
struct Listing<'f> {
    entries: BTreeMap<FileId, Vec<(&'f Found, bool)>>,
    bytes: BTreeMap<FileHash, Vec<(&'f Found, DeviceId, bool)>>,
}

impl<'f> Listing<'f> {
    fn of(listing: &'f [Found]) -> Self {
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

async fn take_in(
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
            notes.waiting.entry(id.clone()).or_insert(now);
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

fn refusal(shop: &impl Shop, records: usize, newer: bool) -> Refused {
    Refused { by: shop.exported().app, records, newer }
}

/// Whether there is nothing more to be had of a file: another version may understand more of it.
fn is_settled(file: &ReadFile, shop: &impl Shop) -> bool {
    file.refused.as_ref().is_none_or(|refused| refused.by == shop.exported().app)
}

/// The first of these files that has the whole content.
async fn whole(
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
fn readable(read: Result<Vec<u8>, FolderError>) -> Result<Option<Vec<u8>>, FolderError> {
    match read {
        Ok(content) => Ok(Some(content)),
        Err(error @ (FolderError::NotAllowed | FolderError::NotAsked | FolderError::Missing)) => Err(error),
        Err(_) => Ok(None),
    }
}

/// Writes the rows of the store that are in no file.
async fn send(
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

async fn write_entries(
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

/// Brings the bytes of photos and files there and here. What lies in the folder and what is here says
/// all that is to be known: nothing is noted.
async fn carry_bytes(
    folder: &impl Folder,
    shop: &impl Shop,
    there: &Listing<'_>,
    done: &mut Done,
) -> Result<(), SyncError> {
    let here: BTreeSet<FileHash> = shop.files().await?.into_iter().collect();
    for hash in here.iter().filter(|hash| !there.bytes.contains_key(*hash)) {
        if let Some(file) = shop.file(hash).await?.filter(|file| file.hash() == hash) {
            let name = Named::bytes_name(hash, shop.seals());
            let place = Found { folder: shop.writer().device.as_str().to_owned(), name };
            folder.write(&place, &shop.seal(file.bytes().to_vec())?).await?;
            done.bytes.1 += 1;
            shop.rest().await;
        }
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

/// Joins own files when they are many, and writes all of them anew when a person was erased.
async fn tidy(
    folder: &impl Folder,
    shop: &impl Shop,
    notes: &mut Notes,
    there: &Listing<'_>,
) -> Result<(), SyncError> {
    let erased = shop.erased();
    let anew = erased != notes.erased;
    let (mut records, mut joined) = (Records::default(), Vec::new());
    for id in files_to_join(shop, notes, anew) {
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

/// The own files that one shall take the place of. All, when none may stay as it is: those too that
/// this device wrote and, having been stopped, did not note.
fn files_to_join(shop: &impl Shop, notes: &Notes, anew: bool) -> Vec<FileId> {
    if anew {
        let unnoted = notes.read.keys().filter(|id| id.device == shop.writer().device);
        return notes.own.keys().chain(unnoted).cloned().collect();
    }
    let own = notes.own.iter().map(|(id, size)| OwnFile { id: id.clone(), size: *size });
    to_join(own.collect()).into_iter().map(|file| file.id).collect()
}
