//! The store in a real browser.

#![cfg(target_arch = "wasm32")]

#[path = "browser_store/batches.rs"]
mod batches;
#[path = "browser_store/photos.rs"]
mod photos;
#[path = "browser_store/raw.rs"]
mod raw;
#[path = "browser_store/schema.rs"]
mod schema;
#[path = "browser_store/tabs.rs"]
mod tabs;
#[path = "browser_store/trouble.rs"]
mod trouble;

use casebook::domain::case::{CaseEvent, CaseField, CaseKind};
use casebook::domain::customer::{CustomerField, CustomerKind};
use casebook::domain::record::{RecordKey, RecordKind, Records};
use casebook::journal::{Change, DeviceId, Entry, SessionId, Stamp, Writer};
use casebook::platform::clock::now_ms;
use casebook::platform::random;
use casebook::search::summary::Summary;
use casebook::store::{BatchId, Damage, Durability, Store, StoreError};
use js_sys::{Array, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn fresh_name() -> String {
    format!("test-{:x}", random::bits())
}

/// The summaries, made again where they have to be.
async fn summaries_of(store: &Store) -> Result<Vec<Summary>, StoreError> {
    match store.summaries().await? {
        Some(summaries) => Ok(summaries),
        None => store.make_summaries().await,
    }
}

async fn open(name: &str) -> Rc<Store> {
    Rc::new(Store::open_named(name, |_| {}).await.unwrap())
}

fn stamp(millis: u64) -> Stamp {
    Stamp::new(millis, 0, Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) })
}

/// The entry that a customer got this name at this time.
fn named(id: &str, millis: u64, name: &str) -> Records {
    let field = CustomerField::Name(name.to_owned());
    let mut records = Records::default();
    records.add::<CustomerKind>(
        id,
        Entry {
            stamp: stamp(millis),
            author: None,
            changes: vec![Change::Set { field, replaces: Vec::new() }],
        },
    );
    records
}

/// Cases as an import brings them, each with a description of a usual length.
fn cases(count: usize) -> Records {
    let mut records = Records::default();
    for n in 0..count {
        let fields = [
            CaseField::Number(format!("ABC-{n:04}")),
            CaseField::Description(
                format!("洗衣机不转，显示 E{n}。The drum does not turn, and it smells. ").repeat(2),
            ),
            CaseField::Told("We come on Tuesday".to_owned()),
        ];
        let sets = fields.map(|field| Change::Set { field, replaces: Vec::new() });
        records.add::<CaseKind>(
            format!("case{n}"),
            Entry {
                stamp: stamp(1_000_000 + n as u64),
                author: None,
                changes: [Change::Event(CaseEvent::Opened)].into_iter().chain(sets).collect(),
            },
        );
    }
    records
}

fn names(summaries: &[Summary]) -> Vec<&str> {
    let names = summaries.iter().map(|summary| match summary {
        Summary::Customer(customer) => customer.name.as_str(),
        _ => "",
    });
    names.collect()
}

fn customer(id: &str) -> RecordKey {
    RecordKey::new(RecordKind::Customer, id)
}

/// Runs work side by side, until all of it is done.
async fn together(work: impl IntoIterator<Item = impl Future<Output = ()> + 'static>) {
    let work = work.into_iter().map(|work| {
        future_to_promise(async {
            work.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    JsFuture::from(Promise::all(&work.collect::<Array>())).await.unwrap();
}

async fn moment() {
    let later = Promise::new(&mut |resolve, _| {
        web_sys::window()
            .unwrap()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 200)
            .unwrap();
    });
    JsFuture::from(later).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_was_saved_is_there_after_opening_again() {
    let name = fresh_name();
    let mut all = named("a", 1, "安妮");
    all.merge(cases(3));
    let store = open(&name).await;
    assert_eq!(summaries_of(&store).await, Ok(Vec::new()));
    let summaries = store.append(&all, Durability::Strict).await.unwrap();
    assert_eq!(summaries.len(), 4);
    drop(store);

    let store = open(&name).await;
    let loaded = store.all().await.unwrap();
    assert_eq!((loaded.records, loaded.damaged), (all.clone(), Vec::new()));
    let mut stored = summaries_of(&store).await.unwrap();
    stored.sort_by_key(Summary::key);
    let mut given = summaries;
    given.sort_by_key(Summary::key);
    assert_eq!(stored, given);
    let some = store.load(&[customer("a"), customer("nobody")]).await.unwrap().records;
    assert_eq!(some, named("a", 1, "安妮"));
    let shop = store.load_shop().await.unwrap();
    assert_eq!((shop.records, shop.damaged), (Records::default(), Vec::new()));
    assert_eq!(names(&store.summaries_of(&[customer("a")]).await.unwrap()), ["安妮"]);
}

#[wasm_bindgen_test]
async fn two_tabs_that_write_at_once_lose_nothing() {
    let name = fresh_name();
    let tabs = [open(&name).await, open(&name).await];
    let writes = (0..40).map(|n| {
        let store = tabs[n % 2].clone();
        async move {
            let id = ["a", "b", "c"][n % 3];
            let new = named(id, n as u64, &format!("name {n}"));
            store.append(&new, Durability::Relaxed).await.unwrap();
        }
    });
    together(writes).await;

    let expected = (0..40).fold(Records::default(), |mut all, n| {
        all.merge(named(["a", "b", "c"][n % 3], n as u64, &format!("name {n}")));
        all
    });
    assert_eq!(tabs[0].all().await.unwrap().records, expected);
    let summaries = summaries_of(&tabs[1]).await.unwrap();
    assert_eq!(names(&summaries), ["name 39", "name 37", "name 38"]);
}

#[wasm_bindgen_test]
async fn a_damaged_row_is_set_aside_and_stays() {
    let name = fresh_name();
    let store = open(&name).await;
    store.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
    raw::put(&name, "batches", "customer/a/torn", "[{").await;
    raw::put(&name, "batches", "customer/b/number", 7).await;
    raw::put(&name, "batches", "what", "[]").await;

    let loaded = store.all().await.unwrap();
    assert_eq!(loaded.records, named("a", 1, "Ann"));
    let [torn, number, what] = loaded.damaged.as_slice() else { panic!("{:?}", loaded.damaged) };
    assert_eq!((torn.row.as_str(), torn.text.as_str()), ("customer/a/torn", "[{"));
    assert!(matches!(torn.reason, Damage::Entries(_)));
    assert_eq!((&number.reason, &what.reason), (&Damage::NoText, &Damage::Key));

    let summaries = store.append(&named("a", 2, "Anna"), Durability::Strict).await.unwrap();
    assert_eq!(names(&summaries), ["Anna"]);
    assert_eq!(raw::get(&name, "batches", "customer/a/torn").await.as_string().as_deref(), Some("[{"));
}

#[wasm_bindgen_test]
async fn what_was_aborted_is_an_error_and_stores_nothing() {
    let store = open(&fresh_name()).await;
    let batch = BatchId::from_random(1);
    store.append_as(&batch, &named("b", 1, "Ben"), Durability::Strict).await.unwrap();
    let mut both = named("a", 2, "Ann");
    both.merge(named("b", 2, "Benjamin"));
    let error = store.append_as(&batch, &both, Durability::Strict).await.unwrap_err();
    assert!(matches!(&error, StoreError::Failed(why) if why.starts_with("ConstraintError")), "{error:?}");
    assert_eq!(store.all().await.unwrap().records, named("b", 1, "Ben"));
    assert_eq!(names(&summaries_of(&store).await.unwrap()), ["Ben"]);
}

#[wasm_bindgen_test]
async fn summaries_that_do_not_fit_are_made_again() {
    let name = fresh_name();
    let store = open(&name).await;
    let given = store.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
    let version = raw::get(&name, "meta", "summaries").await;
    for (table, key, value) in [
        ("meta", "summaries", "0"),
        ("summaries", "customer/a", "{}"),
        ("summaries", "customer/a", ""),
        ("summaries", "customer/gone", "torn"),
    ] {
        raw::put(&name, table, key, value).await;
        assert_eq!(summaries_of(&store).await.unwrap(), given);
        assert_eq!(raw::get(&name, "meta", "summaries").await, version);
        let Summary::Customer(_) = &given[0] else { panic!("{given:?}") };
        assert_eq!(raw::get(&name, "summaries", "customer/a").await.as_string(), Some(given[0].to_text()));
    }
    raw::put(&name, "meta", "summaries", "0").await;
    store.append(&named("a", 2, "Anna"), Durability::Strict).await.unwrap();
    assert!(raw::get(&name, "meta", "summaries").await.is_undefined());
}

#[wasm_bindgen_test]
async fn a_number_is_never_given_twice() {
    let name = fresh_name();
    let tabs = [open(&name).await, open(&name).await];
    let given = Rc::new(RefCell::new(Vec::new()));
    let calls = (0..20).map(|n| {
        let (store, given) = (tabs[n % 2].clone(), given.clone());
        async move {
            let number = store.next_number("case", 6).await.unwrap();
            given.borrow_mut().push(number);
        }
    });
    together(calls).await;
    given.borrow_mut().sort_unstable();
    assert_eq!(*given.borrow(), (7..27).collect::<Vec<_>>());
    assert_eq!(tabs[0].next_number("case", 90).await, Ok(91));
    assert_eq!(tabs[0].next_number("letter", 0).await, Ok(1));
}

#[wasm_bindgen_test]
async fn notes_are_kept_and_removed_records_are_gone() {
    let name = fresh_name();
    let store = open(&name).await;
    assert_eq!(store.meta("device").await, Ok(None));
    store.set_meta("device", "abc").await.unwrap();
    for id in ["a", "a-1", "ab"] {
        store.append(&named(id, 1, id), Durability::Relaxed).await.unwrap();
    }
    store.remove(&[customer("a")]).await.unwrap();
    assert_eq!(names(&summaries_of(&store).await.unwrap()), ["a-1", "ab"]);
    assert_eq!(store.all().await.unwrap().records.0.len(), 2);
    assert_eq!(open(&name).await.meta("device").await, Ok(Some("abc".to_owned())));
}

#[wasm_bindgen_test]
async fn a_closed_connection_opens_again() {
    let store = open(&fresh_name()).await;
    store.append(&named("a", 1, "Ann"), Durability::Relaxed).await.unwrap();
    store.close();
    store.append(&named("a", 2, "Anna"), Durability::Relaxed).await.unwrap();
    store.close();
    assert_eq!(names(&summaries_of(&store).await.unwrap()), ["Anna"]);
}

#[wasm_bindgen_test]
async fn a_newer_schema_takes_over_and_is_left_alone() {
    let name = fresh_name();
    let troubles = Rc::new(RefCell::new(Vec::new()));
    let told = troubles.clone();
    let store = Store::open_named(&name, move |trouble| told.borrow_mut().push(trouble)).await.unwrap();
    store.append(&named("a", 1, "Ann"), Durability::Relaxed).await.unwrap();

    // Would wait for ever if the store held on to its connection.
    raw::open(&name, raw::TODAY + 1).await.close();
    assert_eq!(*troubles.borrow(), [StoreError::Closed]);
    assert_eq!(store.append(&named("a", 2, "Anna"), Durability::Relaxed).await, Err(StoreError::Closed));
    assert_eq!(summaries_of(&store).await, Err(StoreError::Closed));
    assert_eq!(Store::open_named(&name, |_| {}).await.err(), Some(StoreError::NewerSchema));
    // And the refused opening left no connection behind.
    raw::open(&name, raw::TODAY + 2).await.close();
}

#[wasm_bindgen_test]
async fn another_tab_that_does_not_let_go_is_told_in_time() {
    let name = fresh_name();
    // A page that does not react, and a deletion that waits for it, keep the opening waiting.
    let stubborn = raw::open(&name, 1).await;
    let deletion = raw::factory().delete_database(&name).unwrap();
    let started = now_ms();
    assert_eq!(Store::open_named(&name, |_| {}).await.err(), Some(StoreError::Blocked));
    console_log!("told of a blocked database after {} ms", now_ms() - started);
    stubborn.close();
    raw::done(&deletion).await;
    // The opening that came too late must not have kept its connection.
    moment().await;
    raw::open(&name, raw::TODAY + 1).await.close();
}

#[wasm_bindgen_test]
async fn a_database_without_its_tables_is_told() {
    let name = fresh_name();
    raw::open(&name, 1).await.close();
    let store = open(&name).await;
    assert_eq!(store.all().await, Err(StoreError::Damaged));
    assert_eq!(store.append(&named("a", 1, "Ann"), Durability::Strict).await, Err(StoreError::Damaged));
}

#[wasm_bindgen_test]
async fn ten_thousand_cases() {
    let name = fresh_name();
    let store = open(&name).await;
    let all = cases(10_000);
    let half = Records(all.0.iter().take(5_000).map(|(key, case)| (key.clone(), case.clone())).collect());
    let started = RefCell::new(now_ms());
    let lap = |what: &str| {
        console_log!("{what}: {} ms", now_ms() - *started.borrow());
        started.replace(now_ms());
    };
    store.append(&half, Durability::Strict).await.unwrap();
    lap("5,000 new cases, strict");
    store.append(&all, Durability::Strict).await.unwrap();
    lap("10,000 cases, of which 5,000 are there, strict");
    store.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
    lap("one entry, strict");
    store.append(&named("a", 2, "Anna"), Durability::Relaxed).await.unwrap();
    lap("one entry, relaxed");
    let summaries = summaries_of(&store).await.unwrap();
    lap("10,001 summaries");
    assert_eq!(summaries.len(), 10_001);
    let loaded = store.all().await.unwrap();
    lap("all 15,002 rows");
    assert_eq!(loaded.records.0.len(), 10_001);
    raw::put(&name, "meta", "summaries", "0").await;
    started.replace(now_ms());
    summaries_of(&store).await.unwrap();
    lap("10,001 summaries made again");
}
