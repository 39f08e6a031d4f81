//! Several tabs: they hear of each other, notice what they were not told, and lose nothing.

use super::{Store, customer, fresh_name, moment, named, names, open, summaries_of, together};
use casebook::domain::record::{RecordKey, Records};
use casebook::search::summary::Summary;
use casebook::store::tabs::Tabs;
use casebook::store::{BatchId, Durability, IMPORTS, Told};
use fastrand::Rng;
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

fn told(changed: &[RecordKey]) -> Told {
    Told { changed: changed.to_vec(), ..Told::default() }
}

#[wasm_bindgen_test]
async fn tabs_hear_each_other() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ears = heard.clone();
    let own = Rc::new(RefCell::new(Vec::new()));
    let ears_of_one = own.clone();
    let one = Tabs::open(move |text| ears_of_one.borrow_mut().extend(Told::from_text(&text))).unwrap();
    let other = Tabs::open(move |text| ears.borrow_mut().extend(Told::from_text(&text))).unwrap();
    let stranger = web_sys::BroadcastChannel::new("casebook").unwrap();
    stranger.post_message(&7.into()).unwrap();
    stranger.post_message(&"{}".into()).unwrap();
    let first = told(&[customer("a"), RecordKey::shop()]);
    one.tell(&first);
    moment().await;
    assert_eq!((heard.borrow().as_slice(), own.borrow().len()), ([first].as_slice(), 0));
    drop(other);
    one.tell(&told(&[customer("b")]));
    moment().await;
    assert_eq!(heard.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn tabs_hear_each_other_where_the_channel_does_not_reach() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ears = heard.clone();
    let tab = Tabs::open(move |text| ears.borrow_mut().extend(Told::from_text(&text))).unwrap();
    // Another page of the same place, without the channel.
    let page = "const frame = document.createElement('iframe');
        document.body.append(frame);
        const pass = text => { frame.contentWindow.localStorage.setItem('casebook/told', text); };
        frame.contentWindow.localStorage.setItem('casebook/lang', '{\"v\":1,\"changed\":[]}');
        return pass;";
    let pass = js_sys::Function::new_no_args(page).call0(&JsValue::NULL).unwrap();
    let pass: js_sys::Function = wasm_bindgen::JsCast::unchecked_into(pass);
    pass.call1(&JsValue::NULL, &r#"{"v":1,"changed":["customer/a"],"write":3}"#.into()).unwrap();
    moment().await;
    assert_eq!(*heard.borrow(), [Told { write: Some(3), ..told(&[customer("a")]) }]);
    drop(tab);
}

#[wasm_bindgen_test]
async fn a_tab_notices_what_it_was_not_told() {
    let name = fresh_name();
    let (one, other) = (open(&name).await, open(&name).await);
    for store in [&one, &other] {
        summaries_of(store).await.unwrap();
    }
    one.append(&named("a", 1, "Ann"), Durability::Strict).await.unwrap();
    assert_eq!((one.has_news().await, other.has_news().await), (Ok(false), Ok(true)));
    let write = one.last_write().unwrap();
    assert!(other.note_write(write) && !other.note_write(write));
    assert_eq!(other.has_news().await, Ok(false));

    // One that was missed shows with the next, be it another's or one's own.
    one.remove(&[customer("a")]).await.unwrap();
    other.append(&named("b", 1, "Ben"), Durability::Strict).await.unwrap();
    assert!(other.has_gap());
    summaries_of(&other).await.unwrap();
    assert!(!other.has_gap() && !one.has_gap());
    assert_eq!(one.has_news().await, Ok(true));
}

/// What tabs do at random.
enum Act {
    Say(String, u64, Durability),
    Import(BatchId, Records),
    TakeBack(BatchId, Records),
    Compact(Vec<RecordKey>),
    Close,
}

fn note(batch: &BatchId) -> String {
    format!("{IMPORTS}/{batch}")
}

async fn act(store: Rc<Store>, act: Act) {
    match act {
        Act::Say(id, at, durability) => {
            store.append(&named(&id, at, &format!("{id} {at}")), durability).await.map(drop)
        }
        Act::Import(batch, new) => {
            store.append_import(&batch, &new, &[], (&note(&batch), "")).await.map(drop)
        }
        Act::TakeBack(batch, new) => {
            let keys: Vec<_> = new.0.keys().cloned().collect();
            store.remove_batch(&batch, &keys, &note(&batch), &[]).await.map(drop)
        }
        Act::Compact(keys) => store.compact(&keys).await.map(drop),
        Act::Close => {
            store.close();
            Ok(())
        }
    }
    .unwrap();
}

#[wasm_bindgen_test]
async fn whatever_tabs_do_at_once_nothing_is_lost() {
    let (mut acts, mut rows) = (0, 0);
    for seed in 0..8 {
        let mut rng = Rng::with_seed(seed);
        let name = fresh_name();
        let tabs = [open(&name).await, open(&name).await, open(&name).await];
        let mut said = Records::default();
        let mut imports: Vec<(BatchId, Records)> = Vec::new();
        let mut at = 0;
        for _ in 0..12 {
            let mut begun = Vec::new();
            let mut brought = Vec::new();
            for _ in 0..rng.usize(3..12) {
                at += 1;
                acts += 1;
                let id = format!("c{}", rng.usize(0..6));
                let next = match rng.usize(0..12) {
                    0 => {
                        let batch = BatchId::from_random(u128::from(rng.u64(..)));
                        let mut new = named(&id, at, &format!("import {at}"));
                        new.merge(named(&format!("new{at}"), at, "new"));
                        brought.push((batch.clone(), new.clone()));
                        Act::Import(batch, new)
                    }
                    1 if !imports.is_empty() => {
                        let (batch, new) = imports.swap_remove(rng.usize(0..imports.len()));
                        Act::TakeBack(batch, new)
                    }
                    2 | 3 => Act::Compact((0..6).map(|n| customer(&format!("c{n}"))).collect()),
                    4 => Act::Close,
                    _ => {
                        said.merge(named(&id, at, &format!("{id} {at}")));
                        let durability = if rng.bool() { Durability::Strict } else { Durability::Relaxed };
                        Act::Say(id, at, durability)
                    }
                };
                let tab = tabs[rng.usize(0..tabs.len())].clone();
                begun.push(Box::pin(act(tab, next)) as Pin<Box<dyn Future<Output = ()>>>);
            }
            together(begun).await;
            imports.extend(brought);
        }
        let mut expected = said;
        imports.into_iter().for_each(|(_, new)| expected.merge(new));
        for tab in &tabs {
            let loaded = tab.all().await.unwrap();
            assert_eq!((&loaded.records, loaded.damaged.len()), (&expected, 0), "seed {seed}");
        }
        let mut summaries = summaries_of(&tabs[0]).await.unwrap();
        summaries.sort_by_key(Summary::key);
        let right: Vec<_> = expected.0.iter().filter_map(|(key, one)| Summary::of(key, one)).collect();
        assert_eq!(names(&summaries), names(&right), "seed {seed}");
        rows += expected.entries();
    }
    console_log!("FIGURE acts of tabs at once: {acts}, all of {rows} entries there (seeds 0 to 7)");
}
