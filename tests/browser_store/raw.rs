//! IndexedDB behind the store's back.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbRequest, IdbTransactionMode};

pub(crate) fn factory() -> IdbFactory {
    web_sys::window().unwrap().indexed_db().unwrap().unwrap()
}

pub(crate) async fn done(request: &IdbRequest) -> JsValue {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(done).await.unwrap();
    request.result().unwrap()
}

/// The schema of today's program.
pub(crate) const TODAY: u32 = 2;

/// Makes a database as a program of an earlier schema did: these are not the program's own steps.
pub(crate) async fn of_version(name: &str, version: u32) {
    let request = factory().open_with_u32(name, version).unwrap();
    let asked = request.clone();
    let make = Closure::once_into_js(move || {
        let database: IdbDatabase = asked.result().unwrap().unchecked_into();
        let tables: &[&str] = match version {
            1 => &["batches", "summaries", "meta"],
            _ => &["batches", "summaries", "meta", "files", "thumbs"],
        };
        for table in tables {
            database.create_object_store(table).unwrap();
        }
    });
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    done(&request).await.unchecked_into::<IdbDatabase>().close();
}

/// Opens a database as it is, whatever its version.
async fn open_any(name: &str) -> IdbDatabase {
    done(&factory().open(name).unwrap()).await.unchecked_into()
}

pub(crate) async fn open(name: &str, version: u32) -> IdbDatabase {
    done(&factory().open_with_u32(name, version).unwrap()).await.unchecked_into()
}

/// Puts a value into an object store.
pub(crate) async fn put(name: &str, table: &str, key: &str, value: impl Into<JsValue>) {
    let database = open_any(name).await;
    let write = database.transaction_with_str_and_mode(table, IdbTransactionMode::Readwrite).unwrap();
    let table = write.object_store(table).unwrap();
    done(&table.put_with_key(&value.into(), &key.into()).unwrap()).await;
    database.close();
}

/// Puts values into an object store, in one transaction.
pub(crate) async fn put_all(name: &str, table: &str, rows: Vec<(String, JsValue)>) {
    let database = open_any(name).await;
    let write = database.transaction_with_str_and_mode(table, IdbTransactionMode::Readwrite).unwrap();
    let table = write.object_store(table).unwrap();
    let mut last = None;
    for (key, value) in rows {
        last = Some(table.put_with_key(&value, &key.into()).unwrap());
    }
    if let Some(last) = last {
        done(&last).await;
    }
    database.close();
}

/// Reads a value of an object store.
pub(crate) async fn get(name: &str, table: &str, key: &str) -> JsValue {
    let database = open_any(name).await;
    let table = database.transaction_with_str(table).unwrap().object_store(table).unwrap();
    let value = done(&table.get(&key.into()).unwrap()).await;
    database.close();
    value
}

/// All values of an object store, as texts.
pub(crate) async fn all(name: &str, table: &str) -> Vec<String> {
    let database = open_any(name).await;
    let table = database.transaction_with_str(table).unwrap().object_store(table).unwrap();
    let values: js_sys::Array = done(&table.get_all().unwrap()).await.unchecked_into();
    database.close();
    values.iter().filter_map(|value| value.as_string()).collect()
}
