//! What goes out comes in again, to the byte.

use crate::journals::{shops, union};
use crate::{EVERY, exported, file, taken};
use casebook::archive::{Exported, entries_text, read_bytes, read_entries, write};
use casebook::domain::record::{Record, RecordKey, RecordKind, Records};
use proptest::prelude::*;
use std::collections::BTreeMap;

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(shops in shops()) {
        let records = shops.into_iter().fold(Records::default(), union);
        let text = write(&records, &exported());
        let archive = taken(&text);
        prop_assert_eq!(&archive.problems, &[]);
        prop_assert_eq!(&archive.exported, &exported());
        prop_assert_eq!(&archive.records, &records);
        prop_assert_eq!(write(&archive.records, &archive.exported), text);
    }

    #[test]
    fn what_the_store_keeps_is_read(shops in shops()) {
        for (key, record) in shops.into_iter().fold(Records::default(), union).0 {
            prop_assert_eq!(read_entries(&key.kind, &entries_text(&record)), Ok(record));
        }
    }
}

#[test]
fn everything_the_format_can_say_keeps_its_bytes() {
    let archive = taken(EVERY);
    assert_eq!(archive.problems, []);
    assert_eq!(write(&archive.records, &archive.exported), EVERY);
}

#[test]
fn the_order_and_the_layout_of_a_file_do_not_matter() {
    let mut value: serde_json::Value = serde_json::from_str(EVERY).expect("JSON");
    for record in value["records"].as_array_mut().expect("a list") {
        let entries = record["entries"].as_array_mut().expect("a list");
        entries.reverse();
        entries.extend(entries.clone());
    }
    value["records"].as_array_mut().expect("a list").reverse();
    let records = format!("{:#}", value["records"]);
    let text = file(records.trim_matches(['[', ']']));
    let archive = taken(&text);
    assert_eq!(archive.problems, []);
    assert_eq!(write(&archive.records, &archive.exported), EVERY);
}

#[test]
fn only_the_export_itself_shows_where_it_was_made() {
    let records = taken(EVERY).records;
    let other = Exported { device: "7hd2m4".to_owned(), ..exported() };
    let [one, two] = [exported(), other].map(|exported| write(&records, &exported));
    let tail = |text: &str| text.split_once('\n').map(|(_, tail)| tail.to_owned());
    assert_eq!(tail(&one), tail(&two));
    assert_ne!(one, two);
}

#[test]
fn an_empty_shop_has_a_file() {
    let text = write(&Records::default(), &exported());
    assert_eq!(text.lines().count(), 2);
    assert_eq!(taken(&text).records, Records::default());
    let empty = Record::empty(&RecordKind::Case);
    let records = Records(BTreeMap::from([(RecordKey::new(RecordKind::Case, "k1"), empty)]));
    assert_eq!(write(&records, &exported()), text, "a record without an entry says nothing");
    assert_eq!(taken(&file(r#"{"record":"case","id":"k1","entries":[]}"#)).records, Records::default());
}

#[test]
fn a_byte_order_mark_is_no_harm() {
    let marked = format!("\u{feff}{EVERY}");
    assert_eq!(read_bytes(marked.as_bytes()).map(|archive| archive.records), Ok(taken(EVERY).records));
}

#[test]
fn the_moment_of_export_may_be_finer_than_a_second() {
    let finer = EVERY.replacen("20:00:00Z", "20:00:00.125Z", 1);
    assert_eq!(taken(&finer).exported.at, "2026-11-21T20:00:00.125Z");
}
