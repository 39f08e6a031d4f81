//! One transaction over all object stores, and the answers of its requests.
//!
//! No closure is made here: a promise is resolved by the browser's event itself, and lives
//! as long as the browser needs it.

use super::reading::take_rows;
use crate::store::loaded::take_entries;
use crate::store::{Durability, Loaded, StoreError};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

pub(super) const BATCHES: &str = "batches";
pub(super) const SUMMARIES: &str = "summaries";
pub(super) const META: &str = "meta";
pub(super) const FILES: &str = "files";
pub(super) const THUMBS: &str = "thumbs";

/// How many rows are read at once: enough to be quick, few enough to fit in one message
/// between the browser's processes.
const PAGE: u32 = 2_000;

/// A transaction with its object stores.
pub(super) struct Transaction {
    raw: IdbTransaction,
    ended: Promise,
    pub(super) batches: IdbObjectStore,
    pub(super) summaries: IdbObjectStore,
    pub(super) meta: IdbObjectStore,
    pub(super) files: IdbObjectStore,
    pub(super) thumbs: IdbObjectStore,
}

impl Transaction {
    /// Begins a transaction: one that writes where a durability is given.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the connection is gone, [`StoreError::Damaged`] when an
    /// object store is missing.
    pub(super) fn begin(database: &IdbDatabase, write: Option<Durability>) -> Result<Self, StoreError> {
        Self::try_begin(database, write).map_err(|error| reason(&error))
    }

    fn try_begin(database: &IdbDatabase, write: Option<Durability>) -> Result<Self, JsValue> {
        let names = [BATCHES, SUMMARIES, META, FILES, THUMBS]
            .iter()
            .map(|name| JsValue::from_str(name))
            .collect::<Array>();
        let (mode, durability) = match write {
            None => ("readonly", "default"),
            Some(Durability::Relaxed) => ("readwrite", "relaxed"),
            Some(Durability::Strict) => ("readwrite", "strict"),
        };
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &durability.into())?;
        // The bindings know the third argument only as unstable; browsers without it ignore it.
        let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
        let raw: IdbTransaction = begin.call3(database, &names, &mode.into(), &options)?.dyn_into()?;
        let ended = Promise::new(&mut |resolve, _| {
            raw.set_oncomplete(Some(&resolve));
            raw.set_onabort(Some(&resolve));
        });
        Ok(Self {
            batches: raw.object_store(BATCHES)?,
            summaries: raw.object_store(SUMMARIES)?,
            meta: raw.object_store(META)?,
            files: raw.object_store(FILES)?,
            thumbs: raw.object_store(THUMBS)?,
            raw,
            ended,
        })
    }

    /// Ends the transaction: gives what `outcome` holds once all is stored.
    ///
    /// # Errors
    /// The reason why nothing of it was stored.
    pub(super) async fn end<T>(self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        if outcome.is_err() {
            // It may have been aborted by the failure itself.
            let _ = self.raw.abort();
        }
        let event = JsFuture::from(self.ended).await.map_err(|error| reason(&error))?;
        if event.unchecked_into::<web_sys::Event>().type_() == "complete" {
            return outcome;
        }
        match self.raw.error() {
            Some(error) => Err(reason(&error)),
            // Aborted by us, or by the browser that closed the connection.
            None => Err(outcome.err().unwrap_or(StoreError::Closed)),
        }
    }

    /// Reads every row of `batches`.
    pub(super) async fn all_batches(&self) -> Result<Loaded, StoreError> {
        let mut loaded = Loaded::default();
        let mut range = JsValue::UNDEFINED;
        loop {
            let rows = sent(self.batches.get_all_keys_with_key_and_limit(&range, PAGE))?;
            let values = sent(self.batches.get_all_with_key_and_limit(&range, PAGE))?;
            answer(&values).await?;
            let rows: Array = result(&rows)?.unchecked_into();
            take_rows(&mut loaded, take_entries, &rows, &result(&values)?.unchecked_into());
            if rows.length() < PAGE {
                return Ok(loaded);
            }
            let last = rows.get(rows.length() - 1);
            range = IdbKeyRange::lower_bound_with_open(&last, true).map_err(|error| reason(&error))?.into();
        }
    }
}

/// The range of the keys between two bounds, the second not included.
pub(super) fn range((from, to): (String, String)) -> Result<JsValue, StoreError> {
    IdbKeyRange::bound_with_lower_open_and_upper_open(&from.into(), &to.into(), false, true)
        .map(Into::into)
        .map_err(|error| reason(&error))
}

/// A request that was sent, or why it could not be.
pub(super) fn sent(request: Result<IdbRequest, JsValue>) -> Result<IdbRequest, StoreError> {
    request.map_err(|error| reason(&error))
}

/// Waits for a request, and so for all that were sent before it in its transaction.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let answered = Promise::new(&mut |resolve, _| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&resolve));
    });
    JsFuture::from(answered).await.map_err(|error| reason(&error))?;
    result(request)
}

/// The result of a request that was answered.
pub(super) fn result(request: &IdbRequest) -> Result<JsValue, StoreError> {
    match request.error().map_err(|error| reason(&error))? {
        Some(error) => Err(reason(&error)),
        None => request.result().map_err(|error| reason(&error)),
    }
}

/// What an exception means.
pub(super) fn reason(error: &JsValue) -> StoreError {
    match error.dyn_ref::<DomException>() {
        Some(error) => StoreError::named(&error.name(), &error.message()),
        None => StoreError::Failed(format!("{error:?}")),
    }
}
