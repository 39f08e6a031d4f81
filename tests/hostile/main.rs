//! Files that mean harm, or were never meant for this program: none is taken, or only what is sound
//! in it, and nothing stalls or panics.

mod ids;
mod shapes;
mod suite;

use casebook::archive::{Archive, Refusal, plan, read_bytes, write};
use casebook::domain::record::{RecordKey, Records};
use casebook::search::summary::Summary;
use casebook::store::{Durability, MemoryStore};
use std::sync::atomic::{AtomicU64, Ordering};

const STAMP: &str = "01a1f7fcc3e0-000000-k3v9q2x7ma";

static TRIED: AtomicU64 = AtomicU64::new(0);

/// A file around these records.
fn file(records: &str) -> String {
    format!(
        r#"{{"format":"casebook","version":1,"exported":{{"at":"2026-11-21T20:00:00Z","device":"k3v9q2","app":"0.1.0"}},"records":[{records}]}}"#
    )
}

/// A record of one entry with these changes.
fn record(kind: &str, id: &str, changes: &str) -> String {
    let id = serde_json::Value::from(id);
    format!(r#"{{"record":"{kind}","id":{id},"entries":[{{"stamp":"{STAMP}","changes":[{changes}]}}]}}"#)
}

/// A file with one case that is said this of.
fn case(changes: &str) -> String {
    file(&record("case", "k1", changes))
}

/// Tries a file all the way: what is read is planned, kept, read again, summed up and written.
#[track_caller]
fn tried(bytes: &[u8]) -> Result<Archive, Refusal> {
    TRIED.fetch_add(1, Ordering::Relaxed);
    let archive = read_bytes(bytes)?;
    let planned = plan(&Records::default(), archive.clone());
    let mut store = MemoryStore::default();
    store.append(&planned.news, Durability::Strict).expect("it is kept");
    let kept = store.all().expect("it is read");
    assert_eq!(kept.damaged, []);
    assert_eq!(kept.records, planned.news);
    assert!(plan(&kept.records, archive.clone()).is_empty(), "a second time brings nothing");
    for (key, record) in &kept.records.0 {
        let summary = Summary::of(key, record).map(|summary| summary.to_text());
        assert!(summary.is_none_or(|text| Summary::from_text(&key.kind, &text).is_some()), "{key}");
    }
    let again = read_bytes(write(&kept.records, &archive.exported).as_bytes()).expect("our own file");
    assert_eq!((again.records, again.problems), (kept.records, Vec::new()));
    Ok(archive)
}

/// The records that were taken of a file that is sound as a whole.
#[track_caller]
fn taken(text: &str) -> Vec<RecordKey> {
    tried(text.as_bytes()).expect("a sound frame").records.0.into_keys().collect()
}

/// How many files the tests of this program have tried so far; those that run beside it count later.
fn figure(what: &str) {
    println!("FIGURE hostile files tried, {what}: {}", TRIED.load(Ordering::Relaxed));
}
