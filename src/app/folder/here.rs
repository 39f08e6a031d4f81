//! The shop as this browser keeps it, as the protocol wants it.

use crate::app::backup::Backup;
use crate::app::desk::{Desk, Saving};
use crate::app::folder_key::Keys;
use crate::app::personal::erase_what_came_in;
use crate::app::sync::{Notes, Shop, Taken};
use crate::app::twin::part_from_twin;
use crate::archive::sync::FolderError;
use crate::archive::{Archive, Exported, plan};
use crate::domain::named_files::NamedFiles;
use crate::domain::photo::{FileHash, KeptFile};
use crate::domain::record::{Record, RecordKey, RecordKind, Records};
use crate::journal::Writer;
use crate::platform::{clock, pause, random};
use crate::store::{BatchId, Durability, Store, StoreError};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Above this many records it is quicker to read the whole store.
const MANY: usize = 2_000;

pub(super) struct Here {
    backup: Backup,
    desk: Desk,
    keys: Keys,
    /// Which bytes records name, once that was asked.
    named: RefCell<Option<NamedFiles>>,
}

impl Here {
    pub(super) fn new(backup: Backup, keys: Keys) -> Self {
        Self { backup, desk: backup.desk, keys, named: RefCell::default() }
    }

    fn store(&self) -> Result<Rc<Store>, StoreError> {
        self.desk.store().ok_or(StoreError::Refused)
    }

    /// What is here of these records.
    async fn present(&self, wanted: &Records) -> Result<Records, StoreError> {
        let store = self.store()?;
        let loaded = if wanted.0.len() > MANY {
            store.all().await?
        } else {
            let keys: Vec<RecordKey> = wanted.0.keys().cloned().collect();
            store.load(&keys).await?
        };
        let mut present = loaded.records;
        present.merge(self.desk.unsaved.get_untracked());
        Ok(present)
    }

    /// Shows what came in where it is open.
    fn show(&self, news: &Records) {
        self.desk.records.update(|records| {
            let open = |key: &RecordKey| {
                matches!(key.kind, RecordKind::Shop | RecordKind::Staff | RecordKind::Process)
                    || records.0.contains_key(key)
            };
            let open = news.0.iter().filter(|(key, _)| open(key));
            let open = open.map(|(key, record)| (key.clone(), record.clone())).collect();
            records.merge(Records(open));
        });
    }
}

impl Shop for Here {
    fn writer(&self) -> Writer {
        self.desk.writer()
    }

    fn exported(&self) -> Exported {
        self.backup.exported(clock::now_ms())
    }

    fn now(&self) -> u64 {
        clock::now_ms()
    }

    fn erased(&self) -> usize {
        let customers = |index: &crate::search::index::Index| {
            index.customers.values().filter(|customer| customer.is_erased()).count()
        };
        self.desk.index.with_untracked(customers)
    }

    async fn rows(&self) -> Result<Vec<String>, StoreError> {
        self.store()?.rows().await
    }

    async fn load(&self, rows: &[String]) -> Result<Records, StoreError> {
        let loaded = self.store()?.load_rows(rows).await?;
        self.desk.note_damage(loaded.damaged);
        Ok(loaded.records)
    }

    async fn take(&self, archive: Archive) -> Result<Taken, StoreError> {
        self.desk.keep_waiting().await?;
        let present = self.present(&archive.records).await?;
        let news = plan(&present, archive).news;
        let entries = news.entries();
        if entries == 0 {
            return Ok(Taken::default());
        }
        let is_erased = |key: &RecordKey, record: &Record| {
            record.is_erased() || present.0.get(key).is_some_and(Record::is_erased)
        };
        let erased = news.0.iter().any(|(key, record)| is_erased(key, record));
        let batch = BatchId::from_random(random::bits());
        let summaries = self.store()?.append_as(&batch, &news, Durability::Strict).await?;
        self.named.take();
        self.desk.observe(&news);
        self.desk.index.update(|index| summaries.into_iter().for_each(|summary| index.put(summary)));
        self.show(&news);
        self.desk.saving.set(Saving::Saved(clock::now_ms()));
        self.desk.tell_tabs(news.0.keys().cloned().collect());
        part_from_twin(self.desk, &news).await;
        if let Err(error) = erase_what_came_in(self.desk).await {
            // What came in is stored; this is said beside it.
            self.desk.trouble.set(Some(error));
        }
        Ok(Taken { entries, batch: Some(batch.to_string()), erased })
    }

    async fn blank(&self, records: &mut Records) -> Result<(), StoreError> {
        let present = self.present(records).await?;
        for (key, record) in &mut records.0 {
            record.blank(present.0.get(key).is_some_and(Record::is_erased));
        }
        Ok(())
    }

    async fn files(&self) -> Result<Vec<FileHash>, StoreError> {
        Ok(self.store()?.files().await?.into_iter().map(|(hash, _)| hash).collect())
    }

    async fn file(&self, hash: &FileHash) -> Result<Option<KeptFile>, StoreError> {
        Ok(self.store()?.file(hash).await?.map(KeptFile::new))
    }

    async fn names(&self, hash: &FileHash) -> Result<bool, StoreError> {
        if self.named.borrow().is_none() {
            let all = self.store()?.all().await?;
            let mut named = NamedFiles::default();
            named.of(&all.records);
            all.damaged.iter().for_each(|row| named.of_text(&row.text));
            self.named.replace(Some(named));
        }
        Ok(self.named.borrow().as_ref().is_some_and(|named| named.name(hash)))
    }

    async fn take_file(&self, file: KeptFile) -> Result<(), StoreError> {
        self.desk.commit_files(Records::default(), &[file], &[]).await
    }

    async fn note(&self, notes: &mut Notes) -> Result<(), StoreError> {
        let store = self.store()?;
        for (name, text) in notes.changes() {
            store.set_meta(&name, &text).await?;
        }
        Ok(())
    }

    fn seals(&self) -> bool {
        self.keys.seal_all()
    }

    fn seal(&self, content: Vec<u8>) -> Result<Vec<u8>, FolderError> {
        self.keys.seal(content).map_err(|_| FolderError::NotSealed)
    }

    fn open(&self, written: Vec<u8>) -> Option<Vec<u8>> {
        self.keys.open(&written).ok()
    }

    async fn rest(&self) {
        pause::pause().await;
    }
}
