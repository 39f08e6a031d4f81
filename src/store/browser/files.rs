//! The bytes of photos and files.

use super::Store;
use super::transaction::{Transaction, answer, range, sent};
use crate::domain::photo::{FileHash, KeptFile, Thumb};
use crate::domain::record::Records;
use crate::platform::random;
use crate::search::summary::Summary;
use crate::store::file_row::{key, parse};
use crate::store::row::{BatchId, below};
use crate::store::{Durability, StoreError};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

impl Store {
    /// Saves new entries and the bytes that they name, in one transaction: all of it is kept, or
    /// nothing. Bytes that are there already stay the same by being put again.
    ///
    /// # Errors
    /// The reason why nothing was stored.
    pub async fn append_files(
        &self,
        new: &Records,
        files: &[KeptFile],
        thumbs: &[Thumb],
    ) -> Result<Vec<Summary>, StoreError> {
        let beside = |on: &Transaction| {
            files.iter().try_for_each(|file| put_file(on, file))?;
            for thumb in thumbs {
                let name = thumb.of.as_str().into();
                sent(on.thumbs.put_with_key(&Uint8Array::from(thumb.bytes.as_slice()), &name))?;
            }
            Ok(())
        };
        self.append_beside(&BatchId::from_random(random::bits()), new, Durability::Strict, &beside).await
    }

    /// The bytes with this name, if they are here.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn file(&self, hash: &FileHash) -> Result<Option<Vec<u8>>, StoreError> {
        let range = range(below(hash))?;
        self.read(async |on| Ok(bytes(&answer(&sent(on.files.get(&range))?).await?))).await
    }

    /// The small picture of these bytes, if there is one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn thumb(&self, hash: &FileHash) -> Result<Option<Vec<u8>>, StoreError> {
        let name = JsValue::from_str(hash.as_str());
        self.read(async |on| Ok(bytes(&answer(&sent(on.thumbs.get(&name))?).await?))).await
    }

    /// Keeps a small picture that was made anew.
    ///
    /// # Errors
    /// When it could not be stored.
    pub async fn put_thumb(&self, hash: &FileHash, thumb: &[u8]) -> Result<(), StoreError> {
        let name = JsValue::from_str(hash.as_str());
        let value = Uint8Array::from(thumb);
        self.write(Durability::Relaxed, async |on| sent(on.thumbs.put_with_key(&value, &name)).map(drop))
            .await
    }

    /// Forgets bytes and their small pictures for good.
    ///
    /// # Errors
    /// The reason why all of them are still there.
    pub async fn forget_files(&self, files: &[FileHash]) -> Result<(), StoreError> {
        self.write(Durability::Strict, async |on| files.iter().try_for_each(|file| forget_file(on, file)))
            .await
    }

    /// Which bytes are here, and how many each are, sorted by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn files(&self) -> Result<Vec<(FileHash, u64)>, StoreError> {
        self.read(async |on| {
            let keys: Array = answer(&sent(on.files.get_all_keys())?).await?.unchecked_into();
            Ok(keys.iter().filter_map(|key| parse(&key.as_string()?)).collect())
        })
        .await
    }
}

/// Puts bytes under their name.
pub(super) fn put_file(on: &Transaction, file: &KeptFile) -> Result<(), StoreError> {
    sent(on.files.put_with_key(&Uint8Array::from(file.bytes()), &key(file).into())).map(drop)
}

/// Forgets bytes and their small picture.
pub(super) fn forget_file(on: &Transaction, file: &FileHash) -> Result<(), StoreError> {
    sent(on.files.delete(&range(below(file))?))?;
    sent(on.thumbs.delete(&JsValue::from_str(file.as_str()))).map(drop)
}

fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}
