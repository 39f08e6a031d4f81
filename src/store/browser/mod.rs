//! The store in the browser.

mod batches;
mod compaction;
mod connection;
mod files;
mod notes;
mod reading;
mod rows;
mod transaction;

use super::row::{self, BatchId};
use super::{Durability, Loaded, StoreError, meta};
use crate::archive::entries_text;
use crate::domain::record::{Record, RecordKey, RecordKind, Records};
use crate::platform::random;
use crate::search::summary::Summary;
use crate::store::loaded::{take_entries, take_shop_entries};
use connection::Connection;
use reading::{known, made_summaries, put_summary, read_rows, stored_summaries, take_note_of_version};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use transaction::{Transaction, answer, range, sent};
use wasm_bindgen::JsValue;

/// The database of the shop, open.
pub struct Store {
    name: String,
    connection: RefCell<Rc<Connection>>,
    /// Whether another tab took the database over.
    superseded: Rc<Cell<bool>>,
    on_trouble: Rc<dyn Fn(StoreError)>,
}

impl Store {
    /// Opens the shop's database, and makes it when there is none.
    ///
    /// `on_trouble` is told when a newer version in another tab takes the database over:
    /// every later call then gives [`StoreError::Closed`].
    ///
    /// # Errors
    /// When the browser keeps nothing for this page, another tab does not let go, or the
    /// database is of a newer version.
    pub async fn open(on_trouble: impl Fn(StoreError) + 'static) -> Result<Self, StoreError> {
        Self::open_named("casebook", on_trouble).await
    }

    /// Opens a database of another name: tests must not meet each other.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_named(
        name: &str,
        on_trouble: impl Fn(StoreError) + 'static,
    ) -> Result<Self, StoreError> {
        let superseded = Rc::new(Cell::new(false));
        let on_trouble: Rc<dyn Fn(StoreError)> = Rc::new(on_trouble);
        let connection = connect(name, &superseded, &on_trouble).await?;
        Ok(Self { name: name.to_owned(), connection: RefCell::new(connection), superseded, on_trouble })
    }

    /// Saves new entries, and gives the summaries of the records that they belong to.
    ///
    /// The entries of each record become one row; what was stored before stays untouched.
    /// It is done when the browser has stored all of it.
    ///
    /// # Errors
    /// The reason why nothing was stored.
    pub async fn append(&self, new: &Records, durability: Durability) -> Result<Vec<Summary>, StoreError> {
        self.append_as(&BatchId::from_random(random::bits()), new, durability).await
    }

    /// Saves new entries as a batch of this name.
    ///
    /// # Errors
    /// As [`Store::append`]; also when the batch is already there for one of the records.
    pub async fn append_as(
        &self,
        batch: &BatchId,
        new: &Records,
        durability: Durability,
    ) -> Result<Vec<Summary>, StoreError> {
        if new.0.values().all(Record::is_empty) {
            return Ok(Vec::new());
        }
        self.append_beside(batch, new, durability, &|_| Ok(())).await
    }

    /// Saves new entries, and in the same transaction what `beside` puts.
    async fn append_beside(
        &self,
        batch: &BatchId,
        new: &Records,
        durability: Durability,
        beside: &dyn Fn(&Transaction) -> Result<(), StoreError>,
    ) -> Result<Vec<Summary>, StoreError> {
        let rows = row::rows(batch, new);
        self.write(durability, async |on| {
            let version = answer(&sent(on.meta.get(&meta::CACHE.into()))?).await?;
            // Asked before the new rows are sent, so that it gives the older ones.
            let known = known(on, rows.iter().map(|(key, ..)| key).collect()).await?;
            let mut records = read_rows(on, known, take_entries).await?.records;
            take_note_of_version(on, &version)?;
            records.merge(new.clone());
            for (key, row, text) in &rows {
                let erased = records.0.get(key).filter(|record| record.is_erased());
                let text = match erased {
                    // The older rows hold what is to be forgotten: one row takes their place.
                    Some(record) => {
                        sent(on.batches.delete(&range(row::below(key))?))?;
                        entries_text(record)
                    }
                    None => text.clone(),
                };
                sent(on.batches.add_with_key(&text.into(), &row.into()))?;
            }
            beside(on)?;
            records.0.retain(|_, record| !record.is_empty());
            let summaries: Vec<_> =
                records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).collect();
            summaries.iter().try_for_each(|summary| put_summary(on, summary))?;
            Ok(summaries)
        })
        .await
    }

    /// Reads these records. One that has no row is not among them.
    ///
    /// # Errors
    /// When the database cannot be read at all; a damaged row is no error.
    pub async fn load(&self, keys: &[RecordKey]) -> Result<Loaded, StoreError> {
        self.read(async |on| read_rows(on, keys, take_entries).await).await
    }

    /// Reads the shop and its staff, which every page needs: the code that reads other records
    /// is not fetched for it.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub async fn load_shop(&self) -> Result<Loaded, StoreError> {
        let kinds = [RecordKind::Shop, RecordKind::Staff];
        self.read(async |on| read_rows(on, kinds.iter().map(RecordKind::name), take_shop_entries).await).await
    }

    /// Reads everything.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub async fn all(&self) -> Result<Loaded, StoreError> {
        self.read(async |on| on.all_batches().await).await
    }

    /// The summaries of all records that have one; `None` when those that are stored are of
    /// another version or cannot be read: they must be made again.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn summaries(&self) -> Result<Option<Vec<Summary>>, StoreError> {
        self.read(async |on| stored_summaries(on).await).await
    }

    /// Makes the summaries again from the batches.
    ///
    /// # Errors
    /// When the database cannot be read, or the new summaries cannot be stored.
    pub async fn make_summaries(&self) -> Result<Vec<Summary>, StoreError> {
        self.write(Durability::Relaxed, async |on| made_summaries(on).await).await
    }

    /// The summaries of these records, from their batches. A record that has no row has none.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub async fn summaries_of(&self, keys: &[RecordKey]) -> Result<Vec<Summary>, StoreError> {
        let records = self.load(keys).await?.records;
        Ok(records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).collect())
    }

    /// The next number of a series, greater than `used`: no two calls ever get the same, in
    /// whatever tab.
    ///
    /// # Errors
    /// When the number could not be stored as given.
    pub async fn next_number(&self, series: &str, used: u32) -> Result<u32, StoreError> {
        let key = JsValue::from(meta::series(series));
        self.write(Durability::Relaxed, async |on| {
            let last = answer(&sent(on.meta.get(&key))?).await?.as_string();
            let next = meta::next_number(last.as_deref(), used);
            sent(on.meta.put_with_key(&next.to_string().into(), &key))?;
            Ok(next)
        })
        .await
    }

    /// What the app noted under this name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        let key = JsValue::from(meta::note(name));
        self.read(async |on| Ok(answer(&sent(on.meta.get(&key))?).await?.as_string())).await
    }

    /// Notes something under a name.
    ///
    /// # Errors
    /// When it could not be stored.
    pub async fn set_meta(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let key = JsValue::from(meta::note(name));
        self.write(Durability::Relaxed, async |on| sent(on.meta.put_with_key(&value.into(), &key)).map(drop))
            .await
    }

    /// Removes these records altogether, as if they had never been: for sample data alone.
    ///
    /// # Errors
    /// The reason why all of them are still there.
    pub async fn remove(&self, keys: &[RecordKey]) -> Result<(), StoreError> {
        self.write(Durability::Strict, async |on| {
            for key in keys {
                sent(on.batches.delete(&range(row::below(key))?))?;
                sent(on.summaries.delete(&key.to_string().into()))?;
            }
            Ok(())
        })
        .await
    }

    /// Lets go of the database until the next call, which opens it again: a page that sleeps
    /// holds up nobody.
    pub fn close(&self) {
        self.connection.borrow().raw.close();
    }

    async fn read<T>(
        &self,
        work: impl AsyncFnOnce(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        // Nothing depends on how a transaction ends that only reads.
        work(&self.begin(None).await?).await
    }

    async fn write<T>(
        &self,
        durability: Durability,
        work: impl AsyncFnOnce(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self.begin(Some(durability)).await?;
        let outcome = work(&transaction).await;
        transaction.end(outcome).await
    }

    /// Begins a transaction. A connection that the browser has closed is opened again, once;
    /// one that another tab took over is not.
    async fn begin(&self, write: Option<Durability>) -> Result<Transaction, StoreError> {
        let connection = self.connection.borrow().clone();
        match Transaction::begin(&connection.raw, write) {
            Err(StoreError::Closed) if !self.superseded.get() => {
                let connection = connect(&self.name, &self.superseded, &self.on_trouble).await?;
                self.connection.replace(connection.clone());
                Transaction::begin(&connection.raw, write)
            }
            begun => begun,
        }
    }
}

async fn connect(
    name: &str,
    superseded: &Rc<Cell<bool>>,
    on_trouble: &Rc<dyn Fn(StoreError)>,
) -> Result<Rc<Connection>, StoreError> {
    let (superseded, on_trouble) = (superseded.clone(), on_trouble.clone());
    let take_note = move || {
        superseded.set(true);
        on_trouble(StoreError::Closed);
    };
    Connection::open(name, take_note).await.map(Rc::new)
}
