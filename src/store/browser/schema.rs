//! How a database comes to be: one step for each version of the schema. What a step finds stays
//! as it is.

use super::transaction::{BATCHES, FILES, META, SUMMARIES, THUMBS, reason};
use crate::store::StoreError;
use crate::store::meta::{CACHE, cache_version};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbOpenDbRequest};

/// Brings a database from one version to the next.
type Step = fn(&IdbDatabase) -> Result<(), JsValue>;

/// The first makes a database, each other one brings it a version further. A step that was ever
/// released never changes: what is new is a new step, with a fixture in `tests/fixtures/schema`
/// that the version before it wrote.
const STEPS: [Step; 2] = [records, files];

/// The schema that this version makes and understands.
pub(super) const SCHEMA_VERSION: u32 = STEPS.len() as u32;

/// 0 to 1: the records, what lists need of them, and notes.
fn records(database: &IdbDatabase) -> Result<(), JsValue> {
    database.create_object_store(BATCHES)?;
    database.create_object_store(SUMMARIES)?;
    let version = JsValue::from_str(&cache_version());
    database.create_object_store(META)?.put_with_key(&version, &JsValue::from_str(CACHE)).map(drop)
}

/// 1 to 2: the bytes of photos and files.
fn files(database: &IdbDatabase) -> Result<(), JsValue> {
    database.create_object_store(FILES)?;
    database.create_object_store(THUMBS).map(drop)
}

/// Takes the steps that a database of this version lacks; one of version 0 did not exist.
pub(super) fn upgrade(request: &IdbOpenDbRequest, from: u32) -> Result<(), StoreError> {
    let take = || {
        let database: IdbDatabase = request.result()?.dyn_into()?;
        STEPS.iter().skip(from as usize).try_for_each(|step| step(&database))
    };
    take().map_err(|error: JsValue| reason(&error))
}
