//! Photos and files in the store: their tables, and that bytes and the entry naming them go together.

use super::{customer, fresh_name, moment, named, names, open, raw, summaries_of};
use casebook::domain::photo::{FileHash, KeptFile, Thumb};
use casebook::domain::record::Records;
use casebook::store::{Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

fn photo(bytes: &[u8]) -> (Records, KeptFile, Thumb) {
    let file = KeptFile::new(bytes.to_vec());
    let thumb = Thumb { of: file.hash().clone(), bytes: b"small".to_vec() };
    (named("a", 7, "with a photo"), file, thumb)
}

#[wasm_bindgen_test]
async fn a_database_of_the_first_schema_gets_room_for_photos() {
    let name = fresh_name();
    raw::of_version(&name, 1).await;
    let row = "customer/a/b1";
    let text = casebook::archive::entries_text(&named("a", 1, "Ann").0[&customer("a")]);
    raw::put(&name, "batches", row, text.as_str()).await;

    let store = open(&name).await;
    assert_eq!(store.all().await.unwrap().records, named("a", 1, "Ann"));
    assert_eq!(raw::get(&name, "batches", row).await.as_string(), Some(text));
    assert_eq!(names(&summaries_of(&store).await.unwrap()), ["Ann"]);
    let (entry, file, thumb) = photo(b"\xff\xd8\xff bytes");
    store.append_files(&entry, std::slice::from_ref(&file), &[thumb]).await.unwrap();
    assert_eq!(store.file(file.hash()).await.unwrap().as_deref(), Some(file.bytes()));
}

#[wasm_bindgen_test]
async fn a_tab_of_the_first_schema_holds_the_upgrade_up_and_is_told_of() {
    let name = fresh_name();
    raw::of_version(&name, 1).await;
    let old = raw::open(&name, 1).await;
    assert_eq!(Store::open_named(&name, |_| {}).await.err(), Some(StoreError::Blocked));
    old.close();
    moment().await;
    assert!(open(&name).await.files().await.unwrap().is_empty());
}

#[wasm_bindgen_test]
async fn a_photo_and_its_entry_are_kept_together_or_not_at_all() {
    let name = fresh_name();
    let store = open(&name).await;
    let (entry, file, thumb) = photo(b"\xff\xd8\xff first");
    let summaries =
        store.append_files(&entry, std::slice::from_ref(&file), std::slice::from_ref(&thumb)).await.unwrap();
    assert_eq!(names(&summaries), ["with a photo"]);
    assert_eq!(store.thumb(file.hash()).await.unwrap(), Some(thumb.bytes));
    assert_eq!(store.files().await.unwrap(), [(file.hash().clone(), file.bytes().len() as u64)]);

    // The same again is the same; bytes without an entry are kept as well.
    store.append_files(&Records::default(), std::slice::from_ref(&file), &[]).await.unwrap();
    assert_eq!(store.files().await.unwrap().len(), 1);
    let (_, other, _) = photo(b"\xff\xd8\xff other");
    store.append_files(&Records::default(), std::slice::from_ref(&other), &[]).await.unwrap();
    assert_eq!(store.file(other.hash()).await.unwrap().as_deref(), Some(other.bytes()));
    assert_eq!(store.file(&FileHash::of(b"nobody")).await, Ok(None));

    // More than the browser gives: neither the bytes nor the entry are there.
    store.close();
    let closed = raw::open(&name, raw::TODAY + 1).await;
    let (late, lost, _) = photo(b"\xff\xd8\xff lost");
    assert!(store.append_files(&late, &[lost], &[]).await.is_err());
    closed.close();
}
