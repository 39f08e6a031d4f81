//! Shapes that no file of ours has.

use crate::{STAMP, case, figure, file, record, taken, tried};
use casebook::archive::Refusal;
use casebook::domain::record::Record;
use std::fmt::Write;
use std::time::Instant;

#[test]
fn bytes_in_another_dress_are_read_or_refused() {
    let sound = case(r#"{"event":"note","text":"水"}"#);
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        let text = if mark { format!("\u{feff}{sound}") } else { sound.clone() };
        text.encode_utf16().flat_map(bytes).collect()
    };
    for (bytes, takes) in [
        (format!("\u{feff}{sound}").into_bytes(), true),
        (format!("\u{feff}\u{feff}{sound}").into_bytes(), false),
        (utf16(u16::to_le_bytes, true), false),
        (utf16(u16::to_be_bytes, true), false),
        (utf16(u16::to_le_bytes, false), false),
        (utf16(u16::to_be_bytes, false), false),
        (sound.replace('水', "\0").into_bytes(), false),
        (sound.replace('水', "\\u0000").into_bytes(), true),
        (sound.replace('水', "\\ud800").into_bytes(), false),
        (sound.replace('水', "\\udc00\\ud800").into_bytes(), false),
        (sound.replace('水', "\\ud83d\\ude00").into_bytes(), true),
        (sound.replace('水', "\u{7f}\u{85}\u{2028}\u{202e}\u{fffe}\u{10ffff}").into_bytes(), true),
        ([sound.as_bytes(), &[0]].concat(), false),
        ([sound.as_bytes(), b" \r\n\t "].concat(), true),
        ([sound.as_bytes(), sound.as_bytes()].concat(), false),
        ([b"\x1f\x8b\x08\x00".as_slice(), sound.as_bytes()].concat(), false),
        ([b"PK\x03\x04".as_slice(), sound.as_bytes()].concat(), false),
        (Vec::new(), false),
        (vec![0; 1_000_000], false),
        (vec![b' '; 1_000_000], false),
        (vec![b'['; 1_000_000], false),
        (b"{\"a\":".repeat(200_000), false),
        (b"[1,".repeat(300_000), false),
        (vec![b'9'; 1_000_000], false),
        ([b"\"".as_slice(), &vec![b'\\'; 1_000_000]].concat(), false),
    ] {
        let read = tried(&bytes);
        let sound = read.as_ref().is_ok_and(|archive| archive.problems.is_empty());
        assert_eq!(sound, takes, "{:?} {read:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(200)]));
    }
}

#[test]
fn a_number_of_any_size_is_no_number_of_ours() {
    let huge = "9".repeat(100_000);
    for number in [
        "1e400",
        "-1e400",
        "1e-400",
        "0.1",
        "-0",
        "-0.0",
        "1E+2",
        "123456789012345678901234567890",
        "-1",
        "4294967296",
        "18446744073709551616",
        "9223372036854775808",
        huge.as_str(),
    ] {
        let unknown = tried(case(&format!(r#"{{"size":{number}}}"#)).as_bytes());
        assert!(unknown.is_err() || unknown.is_ok_and(|archive| archive.problems.len() <= 1));
        for change in [
            format!(r#"{{"set":"process","to":{{"id":"P1","version":{number}}}}}"#),
            format!(r#"{{"set":"told","to":{number}}}"#),
        ] {
            let read = tried(case(&change).as_bytes());
            assert!(read.is_err() || read.is_ok_and(|archive| archive.records.0.is_empty()), "{number:.40}");
        }
    }
}

#[test]
fn stamps_at_the_ends_of_time_are_kept() {
    for (stamp, takes) in [
        ("000000000000-000000-k3v9q2x7ma", true),
        ("ffffffffffff-ffffff-zzzzzzzzzz", true),
        ("FFFFFFFFFFFF-000000-k3v9q2x7ma", false),
        ("1000000000000-000000-k3v9q2x7ma", false),
        ("01a1f7fcc3e0-000000-../../../a", false),
        ("01a1f7fcc3e0-000000-k3v9q2x7m客", false),
        ("01a1f7fcc3e0-000000", false),
        ("", false),
    ] {
        let text = case(r#"{"event":"opened"},{"set":"told","to":"noon"}"#).replace(STAMP, stamp);
        assert_eq!(taken(&text).len(), usize::from(takes), "{stamp}");
    }
}

#[test]
fn a_key_twice_is_never_a_choice() {
    for change in [
        r#"{"event":"note","text":"a","text":"b"}"#,
        r#"{"event":"note","event":"opened","text":"b"}"#,
        r#"{"set":"told","to":"a","\u0074o":"b"}"#,
        r#"{"new":{"__proto__":1,"__proto__":2}}"#,
    ] {
        assert!(matches!(tried(case(change).as_bytes()), Err(Refusal::DuplicateKey { .. })), "{change}");
    }
    let one = record("case", "k1", r#"{"event":"note","text":"one"}"#);
    let archive =
        tried(file(&format!("{one},{}", one.replace("one", "two"))).as_bytes()).expect("a sound frame");
    assert_eq!((archive.records.0.len(), archive.problems.len()), (1, 1));
}

/// The `n`th stamp.
fn stamp(n: usize) -> String {
    format!("{n:012x}-000000-k3v9q2x7ma")
}

/// A case of so many entries, each with this change.
fn crowd(entries: usize, change: impl Fn(usize) -> String) -> String {
    let mut all = String::new();
    for n in 0..entries {
        let comma = if n > 0 { "," } else { "" };
        write!(all, r#"{comma}{{"stamp":"{}","changes":[{}]}}"#, stamp(n), change(n)).expect("text");
    }
    file(&format!(r#"{{"record":"case","id":"k1","entries":[{all}]}}"#))
}

#[test]
fn as_many_entries_as_may_be_stall_nothing() {
    const MOST: usize = 50_000;
    const MANY: usize = 10_000;
    let begun = Instant::now();
    let replacing =
        |n: usize, seen: usize| format!(r#"{{"set":"told","to":"{n}","replaces":["{}"]}}"#, stamp(seen));
    for text in [
        // Undone one after the other, in a ring, and all by the first.
        crowd(MANY, |n| format!(r#"{{"undo":"{}"}}"#, stamp(n.saturating_sub(1)))),
        crowd(MOST, |n| format!(r#"{{"undo":"{}"}}"#, stamp((n + 1) % MOST))),
        crowd(MANY, |n| format!(r#"{{"undo":"{}"}}"#, stamp(n ^ 1))),
        // Nobody saw the others; each saw the next, or the last, in a ring too.
        crowd(MANY, |n| format!(r#"{{"set":"told","to":"{n}"}}"#)),
        crowd(MANY, |n| replacing(n, n.saturating_sub(1))),
        crowd(MANY, |n| replacing(n, (n + 1) % MANY)),
        crowd(MOST, |n| replacing(n, MOST - 1 - n)),
        crowd(MANY, |n| format!(r#"{{"set":"task","task":"t{n}","to":{{"kind":"tick"}}}}"#)),
    ] {
        let archive = tried(text.as_bytes()).expect("a sound frame");
        let length = archive.records.0.values().map(Record::len).sum::<usize>();
        assert!(length == MOST || length == MANY, "{length}");
    }
    let more =
        tried(crowd(MOST + 1, |_| r#"{"event":"opened"}"#.to_owned()).as_bytes()).expect("a sound frame");
    assert_eq!((more.records.0.len(), more.problems.len()), (0, 1));
    println!("eight records of up to {MOST} entries: {} s", begun.elapsed().as_secs());
}

#[test]
fn a_hundred_thousand_records_are_read() {
    let one = |n: usize| record("case", &format!("k{n}"), r#"{"event":"opened"}"#);
    let all: Vec<String> = (0..20_000).map(one).collect();
    assert_eq!(taken(&file(&all.join(","))).len(), 20_000);
    let none: Vec<String> = (0..100_000).map(|_| "{}".to_owned()).collect();
    let archive = tried(file(&none.join(",")).as_bytes()).expect("a sound frame");
    assert_eq!((archive.records.0.len(), archive.problems.len()), (0, 100_000));
    figure("of our own");
}
