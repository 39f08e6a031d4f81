//! Ids that try to be something else.

use crate::{file, record, taken, tried};
use casebook::domain::record::{RecordKey, RecordKind, Records};
use casebook::store::{Durability, MemoryStore};

const NO_IDS: [&str; 20] = [
    "",
    " ",
    ".",
    "..",
    "../x",
    "a/b",
    "a\\b",
    "/etc/passwd",
    "C:\\x",
    "a\0b",
    "a b",
    "a\nb",
    "客户",
    "a#b",
    "a?b",
    "%2e%2e",
    "<b>",
    "\u{202e}a",
    "a'--",
    "${x}",
];

#[test]
fn a_path_is_no_id() {
    let long = "a".repeat(10_000);
    for id in NO_IDS.into_iter().chain([long.as_str(), &long[..65]]) {
        for kind in ["case", "customer", "shop", "weather"] {
            let text = file(&record(kind, id, r#"{"undo":"01a1f7fcc3e0-000000-k3v9q2x7ma"}"#));
            let archive = tried(text.as_bytes()).expect("a sound frame");
            assert_eq!((archive.records, archive.problems.len()), (Records::default(), 1), "{kind} {id:?}");
        }
        // Nor may one record name another by it, or a kind be called so.
        let id = serde_json::Value::from(id);
        assert_eq!(taken(&file(&record("case", "k1", &format!(r#"{{"set":"customer","to":{id}}}"#)))), []);
        let odd =
            file(&record("case", "k1", r#"{"event":"opened"}"#).replacen("\"case\"", &id.to_string(), 1));
        assert_eq!(taken(&odd), []);
    }
}

#[test]
fn a_name_of_the_machinery_is_an_id_like_any_other() {
    let names =
        ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "null", "undefined", "NaN"];
    for id in names.into_iter().chain(["0", "-", "_", "true", &"a".repeat(64)]) {
        for kind in ["case", "customer", "asset", "letter", "visit", id] {
            let text = file(&record(kind, id, r#"{"set":"colour","to":"red"}"#));
            let key = RecordKey::new(RecordKind::from_name(kind).expect("a kind"), id);
            assert_eq!(taken(&text), [key]);
        }
    }
}

#[test]
fn ids_that_are_each_others_do_not_mix() {
    let kinds =
        ["shop", "staff", "customer", "asset", "case", "letter", "visit", "improvement", "process", "van"];
    let all: Vec<String> =
        kinds.iter().map(|kind| record(kind, "same", r#"{"set":"colour","to":"red"}"#)).collect();
    assert_eq!(taken(&file(&all.join(","))).len(), kinds.len());
    // One that begins as another does, in the store's keys too.
    let alike = ["a", "a-", "a-a", "a0", "aa", "A"];
    let all: Vec<String> = alike.iter().map(|id| record("case", id, r#"{"event":"opened"}"#)).collect();
    let archive = tried(file(&all.join(",")).as_bytes()).expect("a sound frame");
    let mut store = MemoryStore::default();
    store.append(&archive.records, Durability::Strict).expect("it is kept");
    for id in alike {
        let key = RecordKey::new(RecordKind::Case, id);
        let loaded = store.load(std::slice::from_ref(&key)).expect("it is read").records;
        assert_eq!(loaded.0.into_keys().collect::<Vec<_>>(), [key]);
    }
}
