//! What is read within a transaction: rows, and the summaries that are made of them.

use super::transaction::{Transaction, answer, range, result, sent};
use crate::domain::record::{RecordKey, RecordKind, Records};
use crate::search::summary::Summary;
use crate::store::fewer::Row;
use crate::store::loaded::TakeEntries;
use crate::store::{Loaded, StoreError, meta, row};
use js_sys::Array;
use std::collections::BTreeSet;
use std::fmt::Display;
use wasm_bindgen::{JsCast, JsValue};

/// The kinds that have summaries.
const SUMMARISED: [RecordKind; 7] = [
    RecordKind::Case,
    RecordKind::Customer,
    RecordKind::Asset,
    RecordKind::Letter,
    RecordKind::Visit,
    RecordKind::Process,
    RecordKind::Improvement,
];

/// How many records are read without asking first which are there.
const FEW: usize = 64;

/// Reads the rows below these records or kinds. All are asked for before the first answer is
/// awaited, and the last answer tells that all are there.
pub(super) async fn read_rows(
    on: &Transaction,
    prefixes: impl IntoIterator<Item = impl Display>,
    entries: TakeEntries,
) -> Result<Loaded, StoreError> {
    let mut loaded = Loaded::default();
    for (rows, values) in asked_rows(on, prefixes).await? {
        take_rows(&mut loaded, entries, &rows, &values);
    }
    Ok(loaded)
}

/// The rows of each of these records, as they are stored.
pub(super) async fn text_rows(on: &Transaction, keys: &[&RecordKey]) -> Result<Vec<Vec<Row>>, StoreError> {
    let found = asked_rows(on, keys).await?;
    // A key that is no text is none of ours.
    let row = |(row, value): (JsValue, JsValue)| Some((row.as_string()?, value.as_string()));
    Ok(found.iter().map(|(rows, values)| rows.iter().zip(values.iter()).filter_map(row).collect()).collect())
}

/// The keys and the values of the rows below each of these records or kinds.
async fn asked_rows(
    on: &Transaction,
    prefixes: impl IntoIterator<Item = impl Display>,
) -> Result<Vec<(Array, Array)>, StoreError> {
    let mut requests = Vec::new();
    for prefix in prefixes {
        let range = range(row::below(prefix))?;
        let rows = sent(on.batches.get_all_keys_with_key(&range))?;
        requests.push((rows, sent(on.batches.get_all_with_key(&range))?));
    }
    if let Some((_, last)) = requests.last() {
        answer(last).await?;
    }
    let array = |request| Ok(result(request)?.unchecked_into());
    requests.iter().map(|(rows, values)| Ok((array(rows)?, array(values)?))).collect()
}

/// Those of these records that may have rows. An import mostly brings new ones, and to ask for
/// all keys once is quicker than to ask for the rows of each; for a few it is not worth it.
pub(super) async fn known<'a>(
    on: &Transaction,
    records: Vec<&'a RecordKey>,
) -> Result<Vec<&'a RecordKey>, StoreError> {
    if records.len() <= FEW {
        return Ok(records);
    }
    let rows: Array = answer(&sent(on.batches.get_all_keys())?).await?.unchecked_into();
    let rows = String::from(rows.join("\n"));
    let stored: BTreeSet<&str> = rows.lines().filter_map(|row| Some(row.rsplit_once('/')?.0)).collect();
    Ok(records.into_iter().filter(|key| stored.contains(key.to_string().as_str())).collect())
}

/// Takes in rows: an array of keys, and one of the values beside them.
pub(super) fn take_rows(loaded: &mut Loaded, entries: TakeEntries, rows: &Array, values: &Array) {
    for (row, value) in rows.iter().zip(values.iter()) {
        // A key that is no text is none of ours; its row is still reported.
        loaded.take(row.as_string().unwrap_or_else(|| format!("{row:?}")), value.as_string(), entries);
    }
}

/// The summaries as they are stored; `None` when they have to be made again.
///
/// The texts of a kind cross from the browser into wasm as one text, which is much quicker
/// than one by one: as JSON they hold no line break.
pub(super) async fn stored_summaries(on: &Transaction) -> Result<Option<Vec<Summary>>, StoreError> {
    let version = sent(on.meta.get(&meta::CACHE.into()))?;
    let mut requests = Vec::new();
    for kind in SUMMARISED {
        let range = range(row::below(kind.name()))?;
        requests.push((kind, sent(on.summaries.get_all_with_key(&range))?));
    }
    if let Some((_, last)) = requests.last() {
        answer(last).await?;
    }
    if result(&version)?.as_string() != Some(meta::cache_version()) {
        return Ok(None);
    }
    let mut summaries = Vec::new();
    for (kind, request) in &requests {
        let texts: Array = result(request)?.unchecked_into();
        let joined = String::from(texts.join("\n"));
        let read: Option<Vec<_>> = joined.lines().map(|text| Summary::from_text(kind, text)).collect();
        match read {
            Some(read) if read.len() == texts.length() as usize => summaries.extend(read),
            _ => return Ok(None),
        }
    }
    Ok(Some(summaries))
}

/// Makes all summaries again from the batches, and stores them.
pub(super) async fn made_summaries(on: &Transaction) -> Result<Vec<Summary>, StoreError> {
    let records = on.all_batches().await?.records;
    sent(on.summaries.clear())?;
    let summaries = summaries_of(&records);
    summaries.iter().try_for_each(|summary| put_summary(on, summary))?;
    sent(on.meta.put_with_key(&meta::cache_version().into(), &meta::CACHE.into()))?;
    Ok(summaries)
}

/// Begins a write that other tabs have to hear of; gives its number. Where another version's tab made
/// the summaries, ours must not hide among them: all of them will be made again.
pub(super) async fn begin_change(on: &Transaction) -> Result<u32, StoreError> {
    let version = sent(on.meta.get(&meta::CACHE.into()))?;
    let write = writes(on).await?.saturating_add(1);
    if result(&version)?.as_string() != Some(meta::cache_version()) {
        sent(on.meta.delete(&meta::CACHE.into()))?;
    }
    sent(on.meta.put_with_key(&write.to_string().into(), &meta::WRITES.into()))?;
    Ok(write)
}

/// How many writes there were, in all tabs.
pub(super) async fn writes(on: &Transaction) -> Result<u32, StoreError> {
    let count = answer(&sent(on.meta.get(&meta::WRITES.into()))?).await?.as_string();
    Ok(count.and_then(|count| count.parse().ok()).unwrap_or(0))
}

/// The summaries of records.
pub(super) fn summaries_of(records: &Records) -> Vec<Summary> {
    records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).collect()
}

/// Stores the summary of a record in the place of the one before.
pub(super) fn put_summary(on: &Transaction, summary: &Summary) -> Result<(), StoreError> {
    let key = summary.key().to_string();
    sent(on.summaries.put_with_key(&summary.to_text().into(), &key.into())).map(drop)
}
