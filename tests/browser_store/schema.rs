//! Databases as earlier versions of the program wrote them: opened by this one, everything is there.

use super::{Store, fresh_name, moment, named, open, raw, summaries_of};
use casebook::domain::photo::KeptFile;
use casebook::domain::record::RecordKey;
use casebook::store::{Durability, StoreError};
use js_sys::Uint8Array;
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// What the last program of each schema wrote, with the count of entries that it knew of each record.
const WRITTEN: [&str; 2] =
    [include_str!("../fixtures/schema/v1.json"), include_str!("../fixtures/schema/v2.json")];

fn table<'a>(fixture: &'a Value, name: &str) -> &'a Map<String, Value> {
    fixture[name].as_object().unwrap()
}

#[wasm_bindgen_test]
async fn what_every_earlier_version_wrote_is_there() {
    let mut upgraded = 0;
    for (version, text) in (1..).zip(WRITTEN) {
        let name = fresh_name();
        let fixture: Value = serde_json::from_str(text).unwrap();
        assert_eq!(fixture["schema"], version);
        raw::of_version(&name, version).await;
        for store in ["batches", "summaries", "meta"] {
            let rows = table(&fixture, store).iter();
            let rows: Vec<_> = rows.map(|(key, text)| (key.clone(), text.as_str().unwrap().into())).collect();
            raw::put_all(&name, store, rows).await;
        }
        let bytes = |list: &Value| -> Vec<u8> {
            list.as_array().unwrap().iter().map(|byte| byte.as_u64().unwrap() as u8).collect()
        };
        let files: Vec<_> = table(&fixture, "files").iter().collect();
        if !files.is_empty() {
            let rows = files
                .iter()
                .map(|(key, list)| ((*key).clone(), JsValue::from(Uint8Array::from(bytes(list).as_slice()))));
            raw::put_all(&name, "files", rows.collect()).await;
        }

        let store = open(&name).await;
        let loaded = store.all().await.unwrap();
        assert_eq!(loaded.damaged, Vec::new());
        let entries: Map<String, Value> =
            loaded.records.0.iter().map(|(key, record)| (key.to_string(), record.len().into())).collect();
        assert_eq!(&entries, table(&fixture, "entries"));
        let summaries = summaries_of(&store).await.unwrap();
        let mut known: Vec<_> = summaries.iter().map(|summary| summary.key().to_string()).collect();
        known.sort();
        assert_eq!(known, table(&fixture, "summaries").keys().cloned().collect::<Vec<_>>());
        let device = table(&fixture, "meta")["app/device"].as_str().map(str::to_owned);
        assert_eq!(store.meta("device").await, Ok(device));
        assert_eq!(store.next_number("case", 0).await, Ok(7));
        for (_, list) in files {
            let file = KeptFile::new(bytes(list));
            assert_eq!(store.file(file.hash()).await.unwrap(), Some(bytes(list)));
        }
        // No row was touched, and it goes on from here.
        for (row, text) in table(&fixture, "batches") {
            assert_eq!(raw::get(&name, "batches", row).await.as_string().as_deref(), text.as_str());
        }
        store.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
        assert_eq!(store.all().await.unwrap().records.0.len(), entries.len() + 1);
        upgraded += 1;
        console_log!("schema {version}: {} records with all their entries", entries.len());
    }
    console_log!("FIGURE schema versions upgraded: {upgraded} of {upgraded}");
}

#[wasm_bindgen_test]
async fn an_older_page_and_a_newer_one_side_by_side_lose_nothing() {
    let name = fresh_name();
    let (old, stays) = (open(&name).await, open(&name).await);
    let shop = named("a", 1, "Ann");
    old.append(&shop, Durability::Strict).await.unwrap();

    // A newer page upgrades: the older ones let go of the database at once.
    let newer = raw::open(&name, raw::TODAY + 1).await;
    for page in [&old, &stays] {
        let refused = page.append(&named("a", 2, "Anna"), Durability::Strict).await;
        assert_eq!(refused, Err(StoreError::Closed));
        assert_eq!(page.all().await, Err(StoreError::Closed));
        assert_eq!(page.compact(&[RecordKey::shop()]).await, Err(StoreError::Closed));
    }
    newer.close();
    // A page of the older version that is opened now says so, and leaves it alone.
    assert_eq!(Store::open_named(&name, |_| {}).await.err(), Some(StoreError::NewerSchema));
    assert_eq!(raw::all(&name, "batches").await.len(), 1);
}

#[wasm_bindgen_test]
async fn an_opening_that_waited_for_an_old_page_goes_on_by_itself() {
    let name = fresh_name();
    raw::of_version(&name, 1).await;
    let old = raw::open(&name, 1).await;
    let close = wasm_bindgen::closure::Closure::once_into_js(move || old.close());
    let window = web_sys::window().unwrap();
    let soon = wasm_bindgen::JsCast::unchecked_ref(&close);
    window.set_timeout_with_callback_and_timeout_and_arguments_0(soon, 800).unwrap();
    let store = open(&name).await;
    store.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
    moment().await;
    assert_eq!(store.all().await.unwrap().records, named("a", 1, "Ann"));
}
