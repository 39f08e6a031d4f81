//! The store in the browser.

mod attempt;
mod batches;
mod compaction;
mod connection;
mod files;
mod notes;
mod reading;
mod rows;
mod schema;
mod transaction;

use super::row::{self, BatchId};
use super::seen::Seen;
use super::{Durability, Loaded, StoreError, meta};
use crate::archive::entries_text;
use crate::domain::record::{Record, RecordKey, RecordKind, Records};
use crate::platform::random;
use crate::search::summary::Summary;
use crate::store::loaded::{take_entries, take_shop_entries};
use attempt::connect;
use connection::Connection;
use reading::{known, made_summaries, put_summary, read_rows, stored_summaries, writes};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use transaction::{Transaction, answer, range, sent};
use wasm_bindgen::JsValue;
use web_sys::IdbObjectStore;

/// The database of the shop, open.
pub struct Store {
    name: String,
    connection: RefCell<Rc<Connection>>,
    /// Whether another tab took the database over.
    superseded: Rc<Cell<bool>>,
    on_trouble: Rc<dyn Fn(StoreError)>,
    /// Which writes of all tabs are known here.
    seen: RefCell<Seen>,
    /// The last write of this tab.
    written: Cell<Option<u32>>,
}

impl Store {
    /// Opens the shop's database, and makes it when there is none.
    ///
    /// `on_trouble` is told when a newer version in another tab takes the database over, and every
    /// later call then gives [`StoreError::Closed`]; and when the browser has thrown everything away.
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
        Ok(Self {
            name: name.to_owned(),
            connection: RefCell::new(connection),
            superseded,
            on_trouble,
            seen: RefCell::default(),
            written: Cell::new(None),
        })
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
        let tried = Cell::new(false);
        self.change(durability, async |on| {
            let again = tried.replace(true);
            // Asked before the new rows are sent, so that it gives the older ones.
            let known = known(on, rows.iter().map(|(key, ..)| key).collect()).await?;
            let mut records = read_rows(on, known, take_entries).await?.records;
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
                let (text, row) = (text.into(), row.into());
                // The first try may have been kept, although nobody was told.
                let add = if again { IdbObjectStore::put_with_key } else { IdbObjectStore::add_with_key };
                sent(add(&on.batches, &text, &row))?;
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
        let (summaries, writes) =
            self.read(async |on| Ok((stored_summaries(on).await?, writes(on).await?))).await?;
        self.seen.borrow_mut().begin(writes);
        Ok(summaries)
    }

    /// Makes the summaries again from the batches, and stores them where there is room: who cannot
    /// store them makes them again the next time.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn make_summaries(&self) -> Result<Vec<Summary>, StoreError> {
        match self.write(Durability::Relaxed, async |on| made_summaries(on).await).await {
            Ok(summaries) => Ok(summaries),
            Err(_) => Ok(reading::summaries_of(&self.all().await?.records)),
        }
    }

    /// The summaries of these records, from their batches. A record that has no row has none.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub async fn summaries_of(&self, keys: &[RecordKey]) -> Result<Vec<Summary>, StoreError> {
        Ok(reading::summaries_of(&self.load(keys).await?.records))
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
        self.change(Durability::Strict, async |on| {
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

    /// Takes note of a write that another tab told of; false when it was known.
    pub fn note_write(&self, write: u32) -> bool {
        self.seen.borrow_mut().note(write)
    }

    /// Whether other tabs have written what this one was not told of, as far as is known here.
    #[must_use]
    pub fn has_gap(&self) -> bool {
        self.seen.borrow().has_gap()
    }

    /// Whether other tabs have written what this one does not know of.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn has_news(&self) -> Result<bool, StoreError> {
        let last = self.read(async |on| writes(on).await).await?;
        Ok(!self.seen.borrow().is_at(last))
    }

    /// The number of this tab's last write.
    #[must_use]
    pub fn last_write(&self) -> Option<u32> {
        self.written.get()
    }
}
