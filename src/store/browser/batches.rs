//! Batches as wholes: what an import brought, and taking it back.

use super::Store;
use super::files::forget_file;
use super::reading::{known, put_summary, text_rows};
use super::transaction::{Transaction, answer, result, sent};
use crate::domain::photo::{FileHash, KeptFile};
use crate::domain::record::{RecordKey, Records};
use crate::search::summary::Summary;
use crate::store::fewer::{Left, without, without_name};
use crate::store::loaded::{Loaded, take_entries};
use crate::store::row::BatchId;
use crate::store::{Durability, StoreError, meta};
use wasm_bindgen::JsValue;

impl Store {
    /// Saves what an import brings as a batch of this name, with the bytes that it names and a
    /// note (its name and its text), in one transaction: all of it is kept, or nothing.
    ///
    /// # Errors
    /// As [`Store::append_as`].
    pub async fn append_import(
        &self,
        batch: &BatchId,
        new: &Records,
        files: &[KeptFile],
        (name, text): (&str, &str),
    ) -> Result<Vec<Summary>, StoreError> {
        let beside = |on: &Transaction| {
            files.iter().try_for_each(|file| super::files::put_file(on, file))?;
            sent(on.meta.put_with_key(&text.into(), &meta::note(name).into())).map(drop)
        };
        self.append_beside(batch, new, Durability::Strict, &beside).await
    }

    /// Those of these records whose row of a batch can still be taken back: it is there, and the
    /// person that the record is of was not erased.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn batch_records(
        &self,
        batch: &BatchId,
        keys: &[RecordKey],
    ) -> Result<Vec<RecordKey>, StoreError> {
        let found = self.read(async |on| of_batch(on, batch, keys).await).await?;
        Ok(found.into_iter().map(|(key, _)| key).collect())
    }

    /// What a batch gave these records, as far as its rows still stand as they came.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn brought(&self, batch: &BatchId, keys: &[RecordKey]) -> Result<Records, StoreError> {
        let keys = self.batch_records(batch, keys).await?;
        let loaded = self.read(async |on| {
            let mut rows = Vec::new();
            for key in &keys {
                let row = format!("{key}/{batch}");
                let request = sent(on.batches.get(&JsValue::from_str(&row)))?;
                rows.push((row, request));
            }
            if let Some((_, last)) = rows.last() {
                answer(last).await?;
            }
            let mut loaded = Loaded::default();
            for (row, request) in rows {
                loaded.take(row, result(&request)?.as_string(), take_entries);
            }
            Ok(loaded)
        });
        Ok(loaded.await?.records)
    }

    /// Whether all of these records still have their row of a batch.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn batch_is_whole(&self, batch: &BatchId, keys: &[RecordKey]) -> Result<bool, StoreError> {
        Ok(self.batch_records(batch, keys).await?.len() == keys.len())
    }

    /// Takes a batch back: removes its rows of these records, those of the bytes that it brought which nothing
    /// names any more, and the note of this name, and nothing else. Gives the summaries of the records that are left; one without a row is
    /// gone. The row of an erased person stays: it holds all that is left of them.
    ///
    /// # Errors
    /// The reason why all of it is still there.
    pub async fn remove_batch(
        &self,
        batch: &BatchId,
        keys: &[RecordKey],
        note: &str,
        brought: &[FileHash],
    ) -> Result<Vec<Summary>, StoreError> {
        self.change(Durability::Strict, async |on| {
            let mut summaries = Vec::new();
            for (key, left) in of_batch(on, batch, keys).await? {
                sent(on.batches.delete(&left.row.into()))?;
                match left.record.and_then(|record| Summary::of(&key, &record)) {
                    Some(summary) => {
                        put_summary(on, &summary)?;
                        summaries.push(summary);
                    }
                    None => drop(sent(on.summaries.delete(&key.to_string().into()))?),
                }
            }
            if !brought.is_empty() {
                let gone = without_name(brought, &on.all_batches().await?);
                gone.iter().try_for_each(|file| forget_file(on, file))?;
            }
            sent(on.meta.delete(&meta::note(note).into()))?;
            Ok(summaries)
        })
        .await
    }
}

async fn of_batch(
    on: &Transaction,
    batch: &BatchId,
    keys: &[RecordKey],
) -> Result<Vec<(RecordKey, Left)>, StoreError> {
    let keys = known(on, keys.iter().collect()).await?;
    let rows = text_rows(on, &keys).await?;
    let left = keys.into_iter().zip(rows).map(|(key, rows)| Some((key.clone(), without(key, batch, rows)?)));
    Ok(left.flatten().collect())
}
