//! What the preview of an import says.

use crate::{EVERY, exported, file, taken};
use casebook::archive::{Verdict, plan, write};
use casebook::domain::record::{Record, Records};

/// An entry of the case, by its minute and its device.
fn entry(minute: u64, device: &str, change: &str) -> String {
    let millis = 1_795_291_200_000 + minute * 60_000;
    format!(r#"{{"stamp":"{millis:012x}-000000-{device}","changes":[{change}]}}"#)
}

fn records(entries: &[&str]) -> Records {
    let archive =
        taken(&file(&format!(r#"{{"record":"case","id":"k1","entries":[{}]}}"#, entries.join(","))));
    assert_eq!(archive.problems, []);
    archive.records
}

/// The verdict on the case when a device with these records takes in a file with those.
#[track_caller]
fn check(present: &[&str], entries: &[&str], verdict: Verdict) {
    let (present, file) = (records(present), records(entries));
    let planned = plan(&present, taken(&write(&file, &exported())));
    assert_eq!(planned.rows.iter().map(|row| row.verdict).collect::<Vec<_>>(), [verdict]);
}

#[test]
fn each_record_gets_its_verdict() {
    let opened = entry(0, "aaaaaaaaaa", r#"{"event":"opened"},{"set":"told","to":"noon"}"#);
    let replaces = format!("\"{:012x}-000000-aaaaaaaaaa\"", 1_795_291_200_000_u64);
    let told = |minute, device, to: &str| {
        entry(minute, device, &format!(r#"{{"set":"told","to":"{to}","replaces":[{replaces}]}}"#))
    };
    let (here, there, third) =
        (told(1, "aaaaaaaaaa", "one"), told(2, "bbbbbbbbbb", "two"), told(3, "cccccccccc", "three"));
    let same = told(2, "bbbbbbbbbb", "one");
    let settled = entry(
        4,
        "aaaaaaaaaa",
        &format!(
            r#"{{"set":"told","to":"two","replaces":["{:012x}-000000-aaaaaaaaaa","{:012x}-000000-bbbbbbbbbb"]}}"#,
            1_795_291_200_000_u64 + 60_000,
            1_795_291_200_000_u64 + 120_000
        ),
    );
    check(&[], &[&opened, &here, &there], Verdict::New);
    check(&[&opened], &[&opened], Verdict::Unchanged);
    check(&[&opened, &here], &[&opened], Verdict::Unchanged);
    check(&[&opened], &[&opened, &here], Verdict::Changed { entries: 1 });
    check(&[&opened, &here], &[&opened, &there], Verdict::Conflict { fields: 1 });
    // The conflict is known already, or gets a third value, or is settled.
    check(&[&opened, &here, &there], &[&opened, &there], Verdict::Unchanged);
    check(&[&opened, &here, &there], &[&opened, &third], Verdict::Conflict { fields: 1 });
    check(&[&opened, &here, &there], &[&opened, &here, &there, &settled], Verdict::Changed { entries: 1 });
    // Two devices said the same.
    check(&[&opened, &here], &[&opened, &same], Verdict::Changed { entries: 1 });
}

#[test]
fn a_stamp_used_twice_loses_nothing() {
    let one = entry(0, "aaaaaaaaaa", r#"{"event":"note","text":"one"}"#);
    let two = entry(0, "aaaaaaaaaa", r#"{"event":"note","text":"two"}"#);
    check(&[&one], &[&two], Verdict::Changed { entries: 1 });
    assert_eq!(records(&[&one, &two, &one]).0.values().map(Record::len).sum::<usize>(), 2);
}

#[test]
fn a_file_taken_in_twice_changes_nothing() {
    let first = plan(&Records::default(), taken(EVERY));
    assert!(first.rows.iter().all(|row| row.verdict == Verdict::New));
    assert_eq!(first.news, taken(EVERY).records);
    let second = plan(&first.news, taken(EVERY));
    assert!(second.rows.iter().all(|row| row.verdict == Verdict::Unchanged));
    assert_eq!(second.news, Records::default());
}

#[test]
fn what_was_refused_is_told_and_left_out() {
    let text = EVERY.replacen("\"id\":\"c1\"", "\"id\":\"<c1>\"", 1);
    let planned = plan(&Records::default(), taken(&text));
    assert_eq!(planned.refused.len(), 1);
    assert_eq!(planned.rows.len(), taken(EVERY).records.0.len() - 1);
}

#[test]
fn an_empty_file_changes_nothing() {
    let planned = plan(&taken(EVERY).records, taken(&write(&Records::default(), &exported())));
    assert_eq!((planned.rows.len(), planned.news), (0, Records::default()));
}
