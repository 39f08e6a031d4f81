//! Writes that fail: for want of room, aborted, over a connection that is lost in the middle.

use super::{customer, fresh_name, moment, named, names, open, raw, summaries_of};
use casebook::domain::photo::{KeptFile, Thumb};
use casebook::domain::record::Records;
use casebook::store::{BatchId, Durability, Store, StoreError};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// A method of all object stores that does something else, until it is dropped. The body may call
/// the real one, as `real`, with its arguments `value` and `key`; it knows how often it was
/// called, as `calls`.
struct Fake(Function);

impl Fake {
    fn of(method: &str, body: &str) -> Self {
        let script = format!(
            "const stores = IDBObjectStore.prototype, real = stores.{method};
             let calls = 0;
             stores.{method} = function (value, key) {{ calls += 1; {body} }};
             return () => {{ stores.{method} = real; }};"
        );
        Self(Function::new_no_args(&script).call0(&JsValue::NULL).unwrap().unchecked_into())
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

const FULL: &str = "throw new DOMException('no room', 'QuotaExceededError');";
const BROKEN: &str = "throw new DOMException('gone', 'UnknownError');";
const ABORTS: &str = "const request = real.call(this, value, key);
    request.addEventListener('success', () => this.transaction.abort());
    return request;";

fn two() -> Records {
    let mut both = named("a", 2, "Anna");
    both.merge(named("b", 2, "Ben"));
    both
}

#[wasm_bindgen_test]
async fn what_fails_is_told_stores_nothing_and_may_be_tried_again() {
    for (method, body, expected) in [
        ("add", FULL, StoreError::Full),
        ("put", FULL, StoreError::Full),
        ("put", ABORTS, StoreError::Closed),
        ("put", BROKEN, StoreError::Failed("UnknownError: gone".to_owned())),
    ] {
        let name = fresh_name();
        let store = open(&name).await;
        store.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
        let before = (raw::all(&name, "batches").await, raw::all(&name, "summaries").await);
        let file = KeptFile::new(b"bytes".to_vec());
        let thumb = Thumb { of: file.hash().clone(), bytes: b"small".to_vec() };
        let batch = BatchId::from_random(5);
        let fake = Fake::of(method, body);
        for durability in [Durability::Strict, Durability::Relaxed] {
            assert_eq!(store.append(&two(), durability).await, Err(expected.clone()), "{method} {body}");
        }
        let files = std::slice::from_ref(&file);
        assert_eq!(store.append_files(&two(), files, &[thumb]).await, Err(expected.clone()));
        let import = store.append_import(&batch, &two(), files, ("import/x", "note")).await;
        assert_eq!(import, Err(expected.clone()));
        if method == "put" {
            assert_eq!(store.set_meta("name", "text").await, Err(expected.clone()));
            assert_eq!(store.next_number("case", 0).await, Err(expected));
        }
        drop(fake);

        assert_eq!((raw::all(&name, "batches").await, raw::all(&name, "summaries").await), before);
        assert_eq!(store.files().await, Ok(Vec::new()));
        assert_eq!(store.notes("import").await, Ok(Vec::new()));
        store.append_import(&batch, &two(), files, ("import/x", "note")).await.unwrap();
        assert_eq!(names(&summaries_of(&store).await.unwrap()), ["Anna", "Ben"]);
    }
}

#[wasm_bindgen_test]
async fn a_connection_that_is_lost_in_the_middle_is_taken_up_again() {
    for lost in [
        "throw new DOMException('closing', 'InvalidStateError');",
        BROKEN,
        ABORTS,
        // As when the browser closes the connection: what runs is aborted.
        "const request = real.call(this, value, key), on = this.transaction;
         request.addEventListener('success', () => { on.abort(); on.db.close(); });
         return request;",
        // The row was kept although nobody was told.
        "real.call(this.transaction.db.transaction('batches', 'readwrite').objectStore('batches'), value, key);
         throw new DOMException('gone', 'UnknownError');",
    ] {
        let name = fresh_name();
        let store = open(&name).await;
        store.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
        let fake = Fake::of("add", &format!("if (calls > 1) return real.call(this, value, key); {lost}"));
        let summaries = store.append(&named("a", 2, "Anna"), Durability::Strict).await;
        drop(fake);
        assert_eq!(names(&summaries.unwrap()), ["Anna"], "{lost}");
        assert_eq!(raw::all(&name, "batches").await.len(), 2, "{lost}");
        let mut both = named("a", 1, "Ann");
        both.merge(named("a", 2, "Anna"));
        assert_eq!(store.all().await.unwrap().records, both);
    }
}

#[wasm_bindgen_test]
async fn one_row_in_the_place_of_many_or_all_of_them() {
    let name = fresh_name();
    let store = open(&name).await;
    for n in 0..30 {
        store.append(&named("a", n, &format!("Ann {n}")), Durability::Relaxed).await.unwrap();
    }
    let before = raw::all(&name, "batches").await;
    for body in [FULL, ABORTS] {
        let fake = Fake::of("add", body);
        assert!(store.compact(&[customer("a")]).await.is_err());
        drop(fake);
        assert_eq!(raw::all(&name, "batches").await, before);
    }
    assert_eq!(store.compact(&[customer("a")]).await, Ok(29));
}

#[wasm_bindgen_test]
async fn lists_are_shown_where_there_is_no_room_for_their_cache() {
    let name = fresh_name();
    let store = open(&name).await;
    store.append(&two(), Durability::Strict).await.unwrap();
    raw::put(&name, "meta", "summaries", "0").await;
    let fake = Fake::of("put", FULL);
    assert_eq!(names(&summaries_of(&store).await.unwrap()), ["Anna", "Ben"]);
    drop(fake);
    assert_eq!(raw::get(&name, "meta", "summaries").await.as_string().as_deref(), Some("0"));
}

#[wasm_bindgen_test]
async fn what_the_browser_threw_away_is_told() {
    let name = fresh_name();
    let told = Rc::new(RefCell::new(Vec::new()));
    let ears = told.clone();
    let store = Store::open_named(&name, move |trouble| ears.borrow_mut().push(trouble)).await.unwrap();
    store.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
    // As the browser does it: without asking the page.
    store.close();
    raw::done(&raw::factory().delete_database(&name).unwrap()).await;
    moment().await;
    store.append(&named("b", 2, "Ben"), Durability::Strict).await.unwrap();
    assert_eq!(*told.borrow(), [StoreError::Emptied]);
    assert_eq!(names(&summaries_of(&store).await.unwrap()), ["Ben"]);
}
