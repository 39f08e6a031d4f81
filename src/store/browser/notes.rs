//! What the app notes beside the records, and the browser's own objects that it keeps.

use super::Store;
use super::transaction::{answer, range, result, sent};
use crate::store::row::below;
use crate::store::{Durability, StoreError, meta};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

impl Store {
    /// All notes whose name begins with `prefix/`: what comes after that, and the text.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn notes(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        let bounds = below(meta::note(prefix));
        let start = bounds.0.len();
        let range = range(bounds)?;
        self.read(async |on| {
            let names = sent(on.meta.get_all_keys_with_key(&range))?;
            let texts = sent(on.meta.get_all_with_key(&range))?;
            answer(&texts).await?;
            let (names, texts): (Array, Array) =
                (result(&names)?.unchecked_into(), result(&texts)?.unchecked_into());
            let notes = names.iter().zip(texts.iter());
            let notes = notes.filter_map(|(name, text)| {
                Some((name.as_string()?.get(start..)?.to_owned(), text.as_string()?))
            });
            Ok(notes.collect())
        })
        .await
    }

    /// Lets go of a note.
    ///
    /// # Errors
    /// When it is still there.
    pub async fn forget_meta(&self, name: &str) -> Result<(), StoreError> {
        self.forget(meta::note(name)).await
    }

    /// Keeps one of the browser's own objects under a name: a folder that somebody chose.
    ///
    /// # Errors
    /// When it could not be stored; also when the browser cannot store such an object.
    pub async fn keep_handle(&self, name: &str, handle: &JsValue) -> Result<(), StoreError> {
        let key = JsValue::from(meta::handle(name));
        self.write(Durability::Strict, async |on| sent(on.meta.put_with_key(handle, &key)).map(drop)).await
    }

    /// The object that is kept under a name, if there is one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn handle(&self, name: &str) -> Result<Option<JsValue>, StoreError> {
        let key = JsValue::from(meta::handle(name));
        let found = self.read(async |on| answer(&sent(on.meta.get(&key))?).await).await?;
        Ok((!found.is_undefined()).then_some(found))
    }

    /// Lets go of the object that is kept under a name.
    ///
    /// # Errors
    /// When it is still there.
    pub async fn forget_handle(&self, name: &str) -> Result<(), StoreError> {
        self.forget(meta::handle(name)).await
    }

    async fn forget(&self, key: String) -> Result<(), StoreError> {
        let key = JsValue::from(key);
        self.write(Durability::Strict, async |on| sent(on.meta.delete(&key)).map(drop)).await
    }
}
