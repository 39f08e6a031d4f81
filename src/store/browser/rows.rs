//! Rows by their keys, for whoever passes them on one by one.

use super::Store;
use super::transaction::{answer, result, sent};
use crate::store::loaded::take_entries;
use crate::store::{Loaded, StoreError};
use js_sys::Array;
use wasm_bindgen::JsCast;

impl Store {
    /// The keys of all rows: `kind/id/batch`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn rows(&self) -> Result<Vec<String>, StoreError> {
        let keys: Array =
            self.read(async |on| answer(&sent(on.batches.get_all_keys())?).await).await?.unchecked_into();
        // As one text, which is much quicker than one by one: a key holds no line break.
        Ok(String::from(keys.join("\n")).lines().map(str::to_owned).collect())
    }

    /// Reads these rows. One that is not there any more holds nothing.
    ///
    /// # Errors
    /// When the database cannot be read at all; a damaged row is no error.
    pub async fn load_rows(&self, rows: &[String]) -> Result<Loaded, StoreError> {
        self.read(async |on| {
            let requests: Result<Vec<_>, _> =
                rows.iter().map(|row| sent(on.batches.get(&row.into()))).collect();
            let requests = requests?;
            if let Some(last) = requests.last() {
                answer(last).await?;
            }
            let mut loaded = Loaded::default();
            for (row, request) in rows.iter().zip(&requests) {
                let value = result(request)?;
                if !value.is_undefined() {
                    loaded.take(row.clone(), value.as_string(), take_entries);
                }
            }
            Ok(loaded)
        })
        .await
    }
}
