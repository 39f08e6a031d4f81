//! A device of the model: a store, notes, and a folder whose carrier is elsewhere.

use crate::carrier::{Act, Copy};
use casebook::app::sync::{Done, Folder, Found, Notes, Shop, SyncError, Taken, pass};
use casebook::archive::sync::FolderError;
use casebook::archive::{Archive, Exported, entries_text, plan, read_entries};
use casebook::domain::case::{CaseField, CaseItem, CaseKind};
use casebook::domain::customer::{CustomerField, CustomerKind};
use casebook::domain::id::PhotoId;
use casebook::domain::named_files::NamedFiles;
use casebook::domain::photo::{FileHash, KeptFile, MediaType, Photo, PhotoOf};
use casebook::domain::record::{Known, Record, RecordKey, RecordKind, Records};
use casebook::journal::{Change, Clock, DeviceId, Entry, Field, Folded, SessionId, Writer};
use casebook::store::{BatchId, Durability, MemoryStore, StoreError};
use fastrand::Rng;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

#[derive(Clone)]
pub(crate) struct Device {
    pub(crate) store: RefCell<MemoryStore>,
    pub(crate) clock: RefCell<Clock>,
    pub(crate) now: u64,
    rng: RefCell<Rng>,
    /// After how many steps everything fails, as when the browser is killed.
    fails_in: Cell<usize>,
    pub(crate) app: &'static str,
    /// Whether it holds the key of the folder.
    pub(crate) key: bool,
}

/// How a sealed file begins here: what age makes of it is its own tests' matter.
const SEALED: &[u8] = b"sealed:";

/// The device's copy of the folder, and what it does to it.
struct OwnCopy<'d> {
    device: &'d Device,
    copy: RefCell<&'d mut Copy>,
    acts: RefCell<Vec<Act>>,
}

impl Device {
    pub(crate) fn new(bits: u128, seed: u64) -> Self {
        let writer =
            Writer { device: DeviceId::from_random(bits), session: SessionId::from_random(u128::from(seed)) };
        Self {
            store: RefCell::default(),
            clock: RefCell::new(Clock::new(writer)),
            now: 1_795_000_000_000,
            rng: RefCell::new(Rng::with_seed(seed)),
            fails_in: Cell::new(usize::MAX),
            app: "0.1.0",
            key: false,
        }
    }

    /// The page is opened anew.
    pub(crate) fn reopen(&mut self) {
        let device = self.clock.borrow().writer().device.clone();
        let session = SessionId::from_random(u128::from(self.rng.borrow_mut().u64(..)));
        self.clock = RefCell::new(Clock::new(Writer { device, session }));
        for stamp in self.all().0.values().filter_map(Record::last_stamp) {
            self.clock.borrow_mut().observe(stamp, self.now);
        }
    }

    pub(crate) fn name(&self) -> String {
        self.clock.borrow().writer().device.as_str().to_owned()
    }

    pub(crate) fn all(&self) -> Records {
        self.store.borrow().all().expect("memory").records
    }

    /// The bytes that are here, and whether a record names them.
    pub(crate) fn photos(&self) -> Vec<(String, bool)> {
        let mut named = NamedFiles::default();
        named.of(&self.all());
        let store = self.store.borrow();
        let photo = |key: &String| {
            let hash = FileHash::parse(&key[..64]).expect("a hash");
            (key.clone(), named.name(&hash))
        };
        store.files.keys().map(photo).collect()
    }

    fn keep(&self, new: &Records, files: &[KeptFile]) -> BatchId {
        let batch = BatchId::from_random(self.rng.borrow_mut().u128(..));
        let mut store = self.store.borrow_mut();
        store.append_as(&batch, new, Durability::Strict).expect("memory");
        for file in files {
            store.files.insert(format!("{}/{}", file.hash(), file.bytes().len()), file.bytes().to_vec());
        }
        batch
    }

    fn entry<K: Known>(&self, id: &str, change: Change<K::Field, K::Event>) -> Records {
        let stamp = self.clock.borrow_mut().tick(self.now);
        let mut new = Records::default();
        new.add::<K>(id, Entry { stamp, author: None, changes: vec![change] });
        new
    }

    fn set<K: Known>(&self, id: &str, field: K::Field) -> Records {
        let folded = Folded::<K>::of(&self.all().journal::<K>(id));
        let replaces = folded.fields.heads(&field.key());
        self.entry::<K>(id, Change::Set { field, replaces })
    }

    pub(crate) fn write_something(&self, rng: &mut Rng) -> Records {
        let id = format!("c{}", rng.u8(..6));
        let new = match rng.u8(..10) {
            0 => {
                let mut both = self.set::<CustomerKind>(&id, CustomerField::Email(rng.u16(..).to_string()));
                both.merge(self.set::<CaseKind>(&id, CaseField::Description(rng.u16(..).to_string())));
                both
            }
            1 => {
                let bytes = KeptFile::new(vec![rng.u8(..); rng.usize(1..400)]);
                let photo = Photo {
                    rank: 0,
                    caption: String::new(),
                    of: PhotoOf::Case,
                    media: MediaType::Other,
                    file: bytes.hash().clone(),
                    name: String::new(),
                    size: 1,
                    width: 0,
                    height: 0,
                    taken: None,
                    on_papers: false,
                };
                let item = CaseItem::Photo(PhotoId::from_random(rng.u128(..)), Some(Box::new(photo)));
                let new = self.set::<CaseKind>(&id, CaseField::Item(item));
                self.keep(&new, &[bytes]);
                // Of an erased case nothing names it.
                self.forget_files();
                return new;
            }
            _ => self.set::<CustomerKind>(&id, CustomerField::Name(rng.u16(..).to_string())),
        };
        self.keep(&new, &[]);
        new
    }

    /// Erases a customer and the case of the same name, and the bytes that nobody names any more.
    pub(crate) fn erase(&self, id: &str) {
        let mut marks = self.entry::<CustomerKind>(id, Change::Erased);
        marks.merge(self.entry::<CaseKind>(id, Change::Erased));
        self.keep(&marks, &[]);
        self.forget_files();
    }

    fn forget_files(&self) {
        let mut named = NamedFiles::default();
        named.of(&self.all());
        let kept = |key: &str| FileHash::parse(&key[..64]).is_some_and(|hash| named.name(&hash));
        self.store.borrow_mut().files.retain(|key, _| kept(key));
    }

    /// Makes one row of all rows of a record.
    pub(crate) fn compact(&self, rng: &mut Rng) {
        let all = self.all();
        let keys: Vec<_> = all.0.keys().collect();
        if keys.is_empty() {
            return;
        }
        let key = keys[rng.usize(..keys.len())];
        let batch = BatchId::from_random(rng.u128(..));
        let mut store = self.store.borrow_mut();
        store.batches.retain(|row, _| !row.starts_with(&format!("{key}/")));
        store.batches.insert(format!("{key}/{batch}"), entries_text(&all.0[key]));
    }

    pub(crate) fn erased(&self) -> usize {
        self.all().0.values().filter(|record| record.is_erased()).count()
    }

    pub(crate) fn notes(&self) -> Notes {
        let store = self.store.borrow();
        let note = |name: String| Some((name.clone(), store.meta(&name).ok().flatten()?));
        Notes::read(&Notes::names().into_iter().filter_map(note).collect::<BTreeMap<_, _>>())
    }

    /// One look at the folder, which may be cut short after so many steps. Gives what it did to it.
    pub(crate) fn pass(&self, copy: &mut Copy, fails_in: usize) -> (Result<Done, SyncError>, Vec<Act>) {
        self.fails_in.set(fails_in);
        let folder = OwnCopy { device: self, copy: RefCell::new(copy), acts: RefCell::default() };
        let mut notes = self.notes();
        let done = now(pass(&folder, self, &mut notes));
        self.fails_in.set(usize::MAX);
        (done, folder.acts.into_inner())
    }

    fn step(&self) -> Result<(), FolderError> {
        let left = self.fails_in.get();
        if left == 0 {
            return Err(FolderError::Failed("killed".to_owned()));
        }
        self.fails_in.set(left - 1);
        Ok(())
    }

    fn store_step(&self) -> Result<(), StoreError> {
        self.step().map_err(|_| StoreError::Closed)
    }
}

/// Nothing in the model ever waits.
fn now<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("the model waits for something"),
    }
}

impl Folder for OwnCopy<'_> {
    async fn list(&self) -> Result<Vec<Found>, FolderError> {
        self.device.step()?;
        Ok(self.copy.borrow().keys().cloned().collect())
    }

    async fn read(&self, file: &Found) -> Result<Vec<u8>, FolderError> {
        self.device.step()?;
        self.copy.borrow().get(file).cloned().ok_or(FolderError::Gone)
    }

    async fn size(&self, file: &Found) -> Result<u64, FolderError> {
        self.device.step()?;
        Ok(self.copy.borrow().get(file).ok_or(FolderError::Gone)?.len() as u64)
    }

    async fn write(&self, file: &Found, content: &[u8]) -> Result<(), FolderError> {
        // It may be written although nobody hears of it any more, or no more of it than its name.
        let told = self.device.step();
        let written = match self.device.rng.borrow_mut().u8(..3) {
            _ if told.is_ok() => Some(content),
            0 => Some(content),
            1 if !self.copy.borrow().contains_key(file) => Some(&[][..]),
            _ => None,
        };
        if let Some(written) = written {
            self.copy.borrow_mut().insert(file.clone(), written.to_vec());
            self.acts.borrow_mut().push(Act::Put(file.clone(), written.to_vec()));
        }
        told
    }

    async fn remove(&self, file: &Found) -> Result<(), FolderError> {
        self.device.step()?;
        self.copy.borrow_mut().remove(file);
        self.acts.borrow_mut().push(Act::Remove(file.clone()));
        Ok(())
    }
}

impl Shop for Device {
    fn writer(&self) -> Writer {
        self.clock.borrow().writer().clone()
    }

    fn exported(&self) -> Exported {
        let device = self.writer().device.as_str().to_owned();
        Exported { at: "2026-11-22T10:00:00Z".to_owned(), device, app: self.app.to_owned() }
    }

    fn now(&self) -> u64 {
        self.now
    }

    fn erased(&self) -> usize {
        self.erased()
    }

    async fn rows(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.store.borrow().batches.keys().cloned().collect())
    }

    async fn load(&self, rows: &[String]) -> Result<Records, StoreError> {
        self.store_step()?;
        let store = self.store.borrow();
        let mut records = Records::default();
        for (row, text) in rows.iter().filter_map(|row| Some((row, store.batches.get(row)?))) {
            let mut parts = row.split('/');
            let kind = parts.next().and_then(RecordKind::from_name).expect("a row has a kind");
            let key = RecordKey::new(kind, parts.next().expect("a row has an id"));
            let record = read_entries(&key.kind, text).expect("it was written");
            records.merge(Records([(key, record)].into()));
        }
        Ok(records)
    }

    async fn take(&self, archive: Archive) -> Result<Taken, StoreError> {
        self.store_step()?;
        let news = plan(&self.all(), archive).news;
        let entries = news.entries();
        if entries == 0 {
            return Ok(Taken::default());
        }
        let batch = self.keep(&news, &[]);
        let all = self.all();
        let erased = news.0.keys().any(|key| all.0.get(key).is_some_and(Record::is_erased));
        if erased {
            self.forget_files();
        }
        for stamp in news.0.values().filter_map(Record::last_stamp) {
            self.clock.borrow_mut().observe(stamp, self.now);
        }
        Ok(Taken { entries, batch: Some(batch.to_string()), erased })
    }

    async fn blank(&self, records: &mut Records) -> Result<(), StoreError> {
        let all = self.all();
        for (key, record) in &mut records.0 {
            record.blank(all.0.get(key).is_some_and(Record::is_erased));
        }
        Ok(())
    }

    async fn files(&self) -> Result<Vec<FileHash>, StoreError> {
        Ok(self.store.borrow().files.keys().filter_map(|key| FileHash::parse(&key[..64])).collect())
    }

    async fn file(&self, hash: &FileHash) -> Result<Option<KeptFile>, StoreError> {
        let store = self.store.borrow();
        let found = store.files.iter().find(|(key, _)| key.starts_with(hash.as_str()));
        Ok(found.map(|(_, bytes)| KeptFile::new(bytes.clone())))
    }

    async fn names(&self, hash: &FileHash) -> Result<bool, StoreError> {
        let mut named = NamedFiles::default();
        named.of(&self.all());
        Ok(named.name(hash))
    }

    async fn take_file(&self, file: KeptFile) -> Result<(), StoreError> {
        self.store_step()?;
        self.keep(&Records::default(), &[file]);
        Ok(())
    }

    async fn note(&self, notes: &mut Notes) -> Result<(), StoreError> {
        for (name, text) in notes.changes() {
            self.store_step()?;
            self.store.borrow_mut().set_meta(&name, &text)?;
        }
        Ok(())
    }

    fn seals(&self) -> bool {
        self.key
    }

    fn seal(&self, content: Vec<u8>) -> Result<Vec<u8>, FolderError> {
        Ok(if self.key { [SEALED, &content].concat() } else { content })
    }

    fn open(&self, written: Vec<u8>) -> Option<Vec<u8>> {
        written.strip_prefix(SEALED).filter(|_| self.key).map(<[u8]>::to_vec)
    }

    async fn rest(&self) {}
}
