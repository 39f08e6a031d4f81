use super::fewer::{Row, crowded, joined, without, without_name};
use super::row::{self, BatchId};
use super::{Durability, IMPORTS, Loaded, StoreError, file_row, meta};
use crate::archive::entries_text;
use crate::domain::photo::{FileHash, KeptFile};
use crate::domain::record::{RecordKey, RecordKind, Records};
use crate::search::summary::Summary;
use crate::store::loaded::take_entries;
use std::collections::BTreeMap;

/// The store's twin in memory, for tests without a browser: the same rows, the same rules.
#[derive(Clone, PartialEq, Debug)]
pub struct MemoryStore {
    /// The rows, as the browser's store has them.
    pub batches: BTreeMap<String, String>,
    /// The cache.
    pub summaries: BTreeMap<String, String>,
    /// The names.
    pub meta: BTreeMap<String, String>,
    /// The bytes of photos and files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Why nothing can be written, when a test says so.
    pub trouble: Option<StoreError>,
    /// How many batches there were, to name the next.
    appended: u32,
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self {
            batches: BTreeMap::new(),
            summaries: BTreeMap::new(),
            meta: BTreeMap::from([(meta::CACHE.to_owned(), meta::cache_version())]),
            files: BTreeMap::new(),
            trouble: None,
            appended: 0,
        }
    }
}

impl MemoryStore {
    /// Saves new entries, and gives the summaries of the records that they belong to.
    ///
    /// # Errors
    /// The reason why nothing was stored.
    pub fn append(&mut self, new: &Records, durability: Durability) -> Result<Vec<Summary>, StoreError> {
        self.appended += 1;
        self.append_as(&BatchId::from_random(self.appended.into()), new, durability)
    }

    /// Saves new entries as a batch of this name.
    ///
    /// # Errors
    /// As [`MemoryStore::append`]; also when the batch is already there for one of the records.
    pub fn append_as(
        &mut self,
        batch: &BatchId,
        new: &Records,
        _durability: Durability,
    ) -> Result<Vec<Summary>, StoreError> {
        self.writable()?;
        let rows = row::rows(batch, new);
        if rows.iter().any(|(_, row, _)| self.batches.contains_key(row)) {
            return Err(StoreError::named("ConstraintError", "the batch is already there"));
        }
        if self.meta.get(meta::CACHE) != Some(&meta::cache_version()) {
            self.meta.remove(meta::CACHE);
        }
        let keys: Vec<_> = rows.iter().map(|(key, ..)| key.clone()).collect();
        let mut records = self.load(&keys)?.records;
        records.merge(new.clone());
        for (key, row, text) in rows {
            let erased = records.0.get(&key).filter(|record| record.is_erased());
            let text = erased.map_or(text, |record| {
                let (from, to) = row::below(&key);
                self.batches.retain(|row, _| *row < from || *row >= to);
                entries_text(record)
            });
            self.batches.insert(row, text);
        }
        let summaries = self.summaries_of(&keys)?;
        self.keep(&summaries);
        Ok(summaries)
    }

    /// Saves what an import brings as a batch of this name, with the bytes that it names and a
    /// note (its name and its text), or nothing.
    ///
    /// # Errors
    /// As [`MemoryStore::append_as`].
    pub fn append_import(
        &mut self,
        batch: &BatchId,
        new: &Records,
        files: &[KeptFile],
        (name, text): (&str, &str),
    ) -> Result<Vec<Summary>, StoreError> {
        let summaries = self.append_as(batch, new, Durability::Strict)?;
        self.files.extend(files.iter().map(|file| (file_row::key(file), file.bytes().to_vec())));
        self.set_meta(name, text)?;
        Ok(summaries)
    }

    /// Those of these records whose row of a batch can still be taken back.
    ///
    /// # Errors
    /// As [`MemoryStore::load`].
    pub fn batch_records(&self, batch: &BatchId, keys: &[RecordKey]) -> Result<Vec<RecordKey>, StoreError> {
        let found = keys.iter().filter(|key| without(key, batch, self.rows(key)).is_some());
        Ok(found.cloned().collect())
    }

    /// Whether all of these records still have their row of a batch.
    ///
    /// # Errors
    /// As [`MemoryStore::load`].
    pub fn batch_is_whole(&self, batch: &BatchId, keys: &[RecordKey]) -> Result<bool, StoreError> {
        Ok(self.batch_records(batch, keys)?.len() == keys.len())
    }

    /// Takes a batch back, with those of the bytes that it brought which nothing names any more, and lets go of
    /// the note of this name; gives the summaries of the records that are left.
    ///
    /// # Errors
    /// The reason why all of it is still there.
    pub fn remove_batch(
        &mut self,
        batch: &BatchId,
        keys: &[RecordKey],
        note: &str,
        brought: &[FileHash],
    ) -> Result<Vec<Summary>, StoreError> {
        self.writable()?;
        let mut summaries = Vec::new();
        for key in keys {
            let Some(left) = without(key, batch, self.rows(key)) else { continue };
            self.batches.remove(&left.row);
            self.summaries.remove(&key.to_string());
            summaries.extend(left.record.and_then(|record| Summary::of(key, &record)));
        }
        self.keep(&summaries);
        if !brought.is_empty() {
            let gone = without_name(brought, &self.all()?);
            self.files.retain(|row, _| file_row::parse(row).is_none_or(|(file, _)| !gone.contains(&file)));
        }
        self.meta.remove(&meta::note(note));
        Ok(summaries)
    }

    /// The records that have more rows than this, the fullest first.
    ///
    /// # Errors
    /// As [`MemoryStore::load`].
    pub fn crowded(&self, rows: usize) -> Result<Vec<RecordKey>, StoreError> {
        let keys: Vec<&str> = self.batches.keys().map(String::as_str).collect();
        Ok(crowded(&keys.join("\n"), rows))
    }

    /// Puts the rows of each of these records into one; gives how many rows there are less.
    ///
    /// # Errors
    /// The reason why all rows are still there.
    pub fn compact(&mut self, keys: &[RecordKey]) -> Result<usize, StoreError> {
        self.writable()?;
        let (from, to) = row::below(meta::note(IMPORTS));
        let batch = |name: &str| BatchId::parse(&name[from.len()..]);
        let spared: Vec<_> = self.meta.range(from.clone()..to).filter_map(|(name, _)| batch(name)).collect();
        let mut less = 0;
        for key in keys {
            let Some(joined) = joined(key, self.rows(key), &spared) else { continue };
            less += joined.rows.len() - 1;
            joined.rows.iter().for_each(|row| drop(self.batches.remove(row)));
            self.appended += 1;
            let batch = BatchId::from_random(self.appended.into());
            self.batches.insert(format!("{key}/{batch}"), joined.text);
        }
        Ok(less)
    }

    fn rows(&self, key: &RecordKey) -> Vec<Row> {
        let (from, to) = row::below(key);
        let rows = self.batches.range(from..to);
        rows.map(|(row, text)| (row.clone(), Some(text.clone()))).collect()
    }

    /// Saves new entries and the bytes that they name, or nothing.
    ///
    /// # Errors
    /// The reason why nothing was stored.
    pub fn append_files(&mut self, new: &Records, files: &[KeptFile]) -> Result<Vec<Summary>, StoreError> {
        let summaries = self.append(new, Durability::Strict)?;
        self.files.extend(files.iter().map(|file| (file_row::key(file), file.bytes().to_vec())));
        Ok(summaries)
    }

    /// Reads these records. One that has no row is not among them.
    ///
    /// # Errors
    /// None: a damaged row is no error.
    pub fn load(&self, keys: &[RecordKey]) -> Result<Loaded, StoreError> {
        Ok(self.below(keys.iter().map(row::below)))
    }

    /// Reads all records of these kinds.
    ///
    /// # Errors
    /// As [`MemoryStore::load`].
    pub fn load_kinds(&self, kinds: &[RecordKind]) -> Result<Loaded, StoreError> {
        Ok(self.below(kinds.iter().map(|kind| row::below(kind.name()))))
    }

    /// Reads everything.
    ///
    /// # Errors
    /// As [`MemoryStore::load`].
    pub fn all(&self) -> Result<Loaded, StoreError> {
        Ok(loaded(&self.batches))
    }

    /// The summaries of all records that have one; made again from the batches when those
    /// that are stored are of another version or cannot be read.
    ///
    /// # Errors
    /// When the new summaries cannot be stored.
    pub fn summaries(&mut self) -> Result<Vec<Summary>, StoreError> {
        let stored = self.summaries.iter().map(|(key, text)| {
            let kind = RecordKind::from_name(key.split('/').next()?)?;
            Summary::from_text(&kind, text)
        });
        if let Some(summaries) = stored.collect()
            && self.meta.get(meta::CACHE) == Some(&meta::cache_version())
        {
            return Ok(summaries);
        }
        self.writable()?;
        let records = self.all()?.records;
        let summaries: Vec<_> =
            records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).collect();
        self.summaries.clear();
        self.keep(&summaries);
        self.meta.insert(meta::CACHE.to_owned(), meta::cache_version());
        Ok(summaries)
    }

    /// The summaries of these records, from their batches.
    ///
    /// # Errors
    /// As [`MemoryStore::load`].
    pub fn summaries_of(&self, keys: &[RecordKey]) -> Result<Vec<Summary>, StoreError> {
        let records = self.load(keys)?.records;
        Ok(records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).collect())
    }

    /// The next number of a series, greater than `used`.
    ///
    /// # Errors
    /// When the number could not be stored as given.
    pub fn next_number(&mut self, series: &str, used: u32) -> Result<u32, StoreError> {
        self.writable()?;
        let key = meta::series(series);
        let next = meta::next_number(self.meta.get(&key).map(String::as_str), used);
        self.meta.insert(key, next.to_string());
        Ok(next)
    }

    /// What the app noted under this name.
    ///
    /// # Errors
    /// As [`MemoryStore::load`].
    pub fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.meta.get(&meta::note(name)).cloned())
    }

    /// Notes something under a name.
    ///
    /// # Errors
    /// When it could not be stored.
    pub fn set_meta(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        self.writable()?;
        self.meta.insert(meta::note(name), value.to_owned());
        Ok(())
    }

    /// Removes these records altogether.
    ///
    /// # Errors
    /// The reason why all of them are still there.
    pub fn remove(&mut self, keys: &[RecordKey]) -> Result<(), StoreError> {
        self.writable()?;
        for key in keys {
            let (from, to) = row::below(key);
            self.batches.retain(|row, _| *row < from || *row >= to);
            self.summaries.remove(&key.to_string());
        }
        Ok(())
    }

    fn writable(&self) -> Result<(), StoreError> {
        self.trouble.clone().map_or(Ok(()), Err)
    }

    fn keep(&mut self, summaries: &[Summary]) {
        self.summaries.extend(summaries.iter().map(|summary| (summary.key().to_string(), summary.to_text())));
    }

    fn below(&self, bounds: impl Iterator<Item = (String, String)>) -> Loaded {
        loaded(bounds.flat_map(|(from, to)| self.batches.range(from..to)))
    }
}

fn loaded<'a>(rows: impl IntoIterator<Item = (&'a String, &'a String)>) -> Loaded {
    let mut loaded = Loaded::default();
    rows.into_iter().for_each(|(row, text)| loaded.take(row.clone(), Some(text.clone()), take_entries));
    loaded
}

#[cfg(test)]
mod tests;
