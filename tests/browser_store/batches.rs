//! Batches as wholes: an import that is taken back, rows that become one, objects that are kept.

use super::{customer, fresh_name, named, names, open, raw, summaries_of};
use casebook::domain::photo::KeptFile;
use casebook::domain::record::Records;
use casebook::store::{BatchId, Durability, IMPORTS, StoreError};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn an_import_is_taken_back_and_nothing_else() {
    let name = fresh_name();
    let store = open(&name).await;
    store.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
    let batch = BatchId::from_random(77);
    let mut brought = named("a", 5, "Anna");
    for n in 0..80 {
        brought.merge(named(&format!("b{n}"), 5, &format!("Ben {n}")));
    }
    let keys: Vec<_> = brought.0.keys().cloned().collect();
    let note = format!("{IMPORTS}/{batch}");
    let files = [&b"bytes"[..], b"bytes that a torn row names"].map(|bytes| KeptFile::new(bytes.to_vec()));
    let [file, torn] = files.each_ref();
    let nobodys = KeptFile::new(b"bytes that were here before".to_vec());
    store.append_files(&Records::default(), std::slice::from_ref(&nobodys), &[]).await.unwrap();
    store.append_import(&batch, &brought, &files, (&note, "of a test")).await.unwrap();
    store.put_thumb(file.hash(), b"small").await.unwrap();
    assert_eq!(store.file(file.hash()).await.unwrap().as_deref(), Some(file.bytes()));
    assert_eq!(store.notes(IMPORTS).await, Ok(vec![(batch.to_string(), "of a test".to_owned())]));
    assert_eq!(store.batch_is_whole(&batch, &keys).await, Ok(true));
    store.append(&named("b7", 9, "Benny"), Durability::Strict).await.unwrap();

    let row = format!("[{{ \"file\": \"{}\"", torn.hash());
    raw::put(&name, "batches", "customer/torn/row", row.as_str()).await;
    let brought = files.each_ref().map(|file| file.hash().clone());
    let left = store.remove_batch(&batch, &keys, &note, &brought).await.unwrap();
    assert_eq!(names(&left), ["Ann", "Benny"]);
    assert_eq!(names(&summaries_of(&store).await.unwrap()), ["Ann", "Benny"]);
    let mut both = named("a", 1, "Ann");
    both.merge(named("b7", 9, "Benny"));
    assert_eq!(store.all().await.unwrap().records, both);
    assert_eq!(store.file(file.hash()).await, Ok(None), "nothing names them any more");
    assert_eq!(store.thumb(file.hash()).await, Ok(None));
    for kept in [torn, &nobodys] {
        assert_eq!(store.file(kept.hash()).await.unwrap().as_deref(), Some(kept.bytes()));
    }
    assert_eq!(store.notes(IMPORTS).await, Ok(Vec::new()));
    assert_eq!(store.batch_records(&batch, &keys).await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn many_rows_become_one_and_say_the_same() {
    let name = fresh_name();
    let store = open(&name).await;
    let batch = BatchId::from_random(77);
    for n in 0..30 {
        store.append(&named("a", n, &format!("Ann {n}")), Durability::Relaxed).await.unwrap();
    }
    store.append(&named("ab", 1, "Abe"), Durability::Relaxed).await.unwrap();
    raw::put(&name, "batches", "customer/a/torn", "[{").await;
    let note = format!("{IMPORTS}/{batch}");
    store.append_import(&batch, &named("a", 99, "Anna"), &[], (&note, "")).await.unwrap();
    let before = (store.all().await, summaries_of(&store).await);

    assert_eq!(store.crowded(24).await, Ok(vec![customer("a")]));
    assert_eq!(store.compact(&[customer("a"), customer("ab")]).await, Ok(29));
    assert_eq!((store.all().await, summaries_of(&store).await), before);
    assert_eq!(raw::all(&name, "batches").await.len(), 4);
    assert_eq!(store.batch_is_whole(&batch, &[customer("a")]).await, Ok(true));
    assert_eq!(store.compact(&[customer("a")]).await, Ok(0));
}

#[wasm_bindgen_test]
async fn an_object_of_the_browser_is_kept() {
    let name = fresh_name();
    let store = open(&name).await;
    let folder = Object::new();
    Reflect::set(&folder, &"chosen".into(), &"casebook".into()).unwrap();
    assert_eq!(store.handle("folder").await, Ok(None));
    store.keep_handle("folder", &folder).await.unwrap();
    let kept = open(&name).await.handle("folder").await.unwrap().unwrap();
    assert_eq!(Reflect::get(&kept, &"chosen".into()).unwrap(), JsValue::from("casebook"));
    let cannot = js_sys::Function::new_no_args("");
    let refused = store.keep_handle("folder", &cannot).await.unwrap_err();
    assert!(matches!(&refused, StoreError::Failed(why) if why.starts_with("DataCloneError")), "{refused:?}");
    store.forget_handle("folder").await.unwrap();
    assert_eq!(store.handle("folder").await, Ok(None));
}
