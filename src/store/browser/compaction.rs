//! Many rows of a record become one, so that a record that is worked on for years is still read at
//! once. Nothing of it changes but how it lies in the store.

use super::Store;
use super::reading::text_rows;
use super::transaction::{answer, range, sent};
use crate::domain::record::RecordKey;
use crate::platform::random;
use crate::store::fewer::{self, joined};
use crate::store::row::{BatchId, below};
use crate::store::{Durability, IMPORTS, StoreError, meta};
use js_sys::Array;
use wasm_bindgen::JsCast;

impl Store {
    /// The records that have more rows than this, the fullest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn crowded(&self, rows: usize) -> Result<Vec<RecordKey>, StoreError> {
        let keys: Array =
            self.read(async |on| answer(&sent(on.batches.get_all_keys())?).await).await?.unchecked_into();
        // As one text, which is much quicker than one by one: a key holds no line break.
        Ok(fewer::crowded(&String::from(keys.join("\n")), rows))
    }

    /// Puts the rows of each of these records into one, all in one transaction; gives how many
    /// rows there are less. Rows that cannot be read stay as they are, and so do those of imports
    /// that can be taken back (see [`IMPORTS`]).
    ///
    /// # Errors
    /// The reason why all rows are still there.
    pub async fn compact(&self, keys: &[RecordKey]) -> Result<usize, StoreError> {
        let bounds = below(meta::note(IMPORTS));
        let start = bounds.0.len();
        let imports = range(bounds)?;
        self.write(Durability::Strict, async |on| {
            let names = answer(&sent(on.meta.get_all_keys_with_key(&imports))?).await?;
            let names: Array = names.unchecked_into();
            let batch = |name: String| BatchId::parse(name.get(start..)?);
            let spared: Vec<_> = names.iter().filter_map(|name| batch(name.as_string()?)).collect();
            let keys: Vec<_> = keys.iter().collect();
            let mut less = 0;
            for (key, rows) in keys.iter().zip(text_rows(on, &keys).await?) {
                let Some(joined) = joined(key, rows, &spared) else { continue };
                less += joined.rows.len() - 1;
                for row in joined.rows {
                    sent(on.batches.delete(&row.into()))?;
                }
                let row = format!("{key}/{}", BatchId::from_random(random::bits()));
                sent(on.batches.add_with_key(&joined.text.into(), &row.into()))?;
            }
            Ok(less)
        })
        .await
    }
}
