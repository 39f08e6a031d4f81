//! Files that are wrong, by accident or on purpose.

use crate::{EVERY, case, file, problem, refused, taken};
use casebook::archive::{Fault, MAX_ARCHIVE_BYTES, Problem, Refusal, read, read_bytes, read_entries, write};
use casebook::domain::record::{RecordKey, RecordKind};
use serde_json::{Value, json};

const STAMP: &str = "01a1f7fcc3e0-000000-k3v9q2x7ma";

#[test]
fn what_is_no_file_of_ours_is_said_to_be_none() {
    let not_json = |line, column| Refusal::NotJson { line, column };
    for (text, why) in [
        ("", Refusal::Truncated { line: 1, column: 0 }),
        ("hello", not_json(1, 1)),
        ("<html><body>Not found</body></html>", not_json(1, 1)),
        ("客户,电话\n王,138\n", not_json(1, 1)),
        ("null", Refusal::OtherFormat),
        ("42", Refusal::OtherFormat),
        ("[]", Refusal::OtherFormat),
        ("{}", Refusal::OtherFormat),
        (r#"{"type":"FeatureCollection","features":[]}"#, Refusal::OtherFormat),
        (r#"{"format":"notebook","version":1}"#, Refusal::OtherFormat),
        (r#"{"format":1}"#, Refusal::OtherFormat),
        (r#"{"version":1,"format":"casebook"}"#, Refusal::OtherFormat),
        ("{\"format\":\"casebook\",\n \"version\":1, 王}", not_json(2, 15)),
        ("{\"format\":\"王王王\u{0}\"}", not_json(1, 15)),
        (r#"{"format":"casebook","version":1e999}"#, not_json(1, 36)),
        (r#"{"format":"\ud800"}"#, not_json(1, 18)),
    ] {
        assert_eq!(refused(text), why, "{text}");
    }
    assert_eq!(refused(&format!("{}x", file(""))), not_json(1, file("").len() + 1));
}

#[test]
fn the_frame_must_be_as_it_is_written() {
    let shape = |place: &str, what: &str| (place.to_owned(), what.to_owned());
    let number = "must be a whole number from 0 to 4294967295";
    let moment = "must be a moment in UTC such as 2026-11-21T20:00:00Z";
    for (from, to, place, what) in [
        (r#""version":1,"#, "", "version", "is missing"),
        (r#""version":1"#, r#""version":"1""#, "version", number),
        (r#""version":1"#, r#""version":0"#, "version", number),
        (r#""version":1"#, r#""version":1.0"#, "version", number),
        (r#""records":[]"#, r#""records":{}"#, "records", "must be a list"),
        (r#""records":[]"#, r#""records":null"#, "records", "must be a list"),
        (r#","records":[]"#, "", "records", "is missing"),
        (r#""exported":{"#, r#""exported":7,"x":{"#, "exported", "must be an object"),
        (r#""at":"2026-11-21T20:00:00Z","#, "", "exported.at", "is missing"),
        ("2026-11-21T20:00:00Z", "yesterday", "exported.at", moment),
        ("2026-11-21T20:00:00Z", "2026-11-21T20:00:00+08:00", "exported.at", moment),
        ("2026-11-21T20:00:00Z", "2026-11-21T24:00:00Z", "exported.at", moment),
        ("2026-11-21T20:00:00Z", "2026-02-30T20:00:00Z", "exported.at", moment),
        ("k3v9q2", "../etc", "exported.device", "must be 1 to 64 letters a to z, digits, '-' or '_'"),
    ] {
        let text = file("").replacen(from, to, 1);
        let Refusal::WrongShape { place: found, what: fault } = refused(&text) else { panic!("{text}") };
        assert_eq!((found, fault.to_string()), shape(place, what), "{text}");
    }
}

#[test]
fn a_file_cut_anywhere_is_said_to_be_cut() {
    let text =
        case(r#"{"set":"description","to":"漏水 \"\u738b\""},{"event":"opened"},{"set":"asset","to":null}"#);
    for length in 0..text.len() {
        match read_bytes(&text.as_bytes()[..length]) {
            Err(Refusal::Truncated { line: 1, column }) => assert!(column <= length, "{length}"),
            other => panic!("{length}: {other:?}"),
        }
    }
    assert!(read_bytes(text.as_bytes()).is_ok());
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let utf16: Vec<u8> = "{\"format\"".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        &b"\xff\xfe"[..],
        b"{\"format\":\"\xc3\x28\"}",
        b"\x89PNG\r\n\x1a\n",
        &[b"\xff\xfe", utf16.as_slice()].concat(),
    ] {
        assert_eq!(read_bytes(bytes), Err(Refusal::NotText));
    }
    // Cut within a character that ends what would be a whole file.
    let mut whole = file("").into_bytes();
    whole.push(0xe7);
    assert_eq!(read_bytes(&whole), Err(Refusal::NotText));
}

#[test]
fn a_file_beyond_all_bounds_is_not_looked_at() {
    let bytes = MAX_ARCHIVE_BYTES + 1;
    let zeros = vec![0; usize::try_from(bytes).expect("a size")];
    assert_eq!(read_bytes(&zeros), Err(Refusal::TooLarge { bytes, max: MAX_ARCHIVE_BYTES }));
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        for depth in [100, 1000, 100_000] {
            let deep = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            assert_eq!(refused(&file(&deep)), Refusal::TooDeep);
            assert_eq!(refused(&case(&deep)), Refusal::TooDeep);
            assert_eq!(refused(&format!(r#"{{"format":{deep}}}"#)), Refusal::TooDeep);
            assert_eq!(read_entries(&RecordKind::Case, &deep).map_err(|p| p.what), Err(Fault::Damaged));
        }
    }
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let twice = |key: &str| key.replacen(':', ":0,", 1) + key;
    for (text, place) in [
        (file("").replacen(r#""records""#, r#""version":1,"records""#, 1), "version"),
        (file("").replacen(r#""records""#, r#""records":[],"records""#, 1), "records"),
        (file("").replacen(r#""device""#, r#""at":"","device""#, 1), "exported.at"),
        (file(r#"{"record":"case","id":"k1","id":"k2","entries":[]}"#), "records[0].id"),
        (case(r#"{"event":"note","text":"a","text":"a"}"#), "records[0].entries[0].changes[0].text"),
        (case(r#"{"new":[{"a":1,"\u0061":2}]}"#), "records[0].entries[0].changes[0].new[0].a"),
        (case(&twice(r#""x y":"#)), "nowhere"),
    ] {
        match refused(&text) {
            Refusal::DuplicateKey { place: found } => assert_eq!(found, place),
            Refusal::NotJson { .. } => assert_eq!(place, "nowhere"),
            other => panic!("{other}"),
        }
    }
}

#[test]
fn a_record_that_stands_twice_is_taken_once() {
    let [one, two] = ["a", "b"].map(|text| {
        format!(
            r#"{{"record":"case","id":"k1","entries":[{{"stamp":"{STAMP}","changes":[{{"set":"told","to":"{text}"}}]}}]}}"#
        )
    });
    let archive = taken(&file(&format!("{one},{two}")));
    assert_eq!(archive.records, taken(&file(&one)).records);
    let place = "records[1]".to_owned();
    let record = Some(RecordKey::new(RecordKind::Case, "k1"));
    assert_eq!(archive.problems, [Problem { place, record, what: Fault::DuplicateId }]);
    // Another kind may have the same id.
    let other = two.replacen("case", "weather", 1);
    assert_eq!(taken(&file(&format!("{one},{other}"))).records.0.len(), 2);
}

#[test]
fn what_is_wrong_has_its_place_and_its_reason() {
    let id = "must be 1 to 64 letters a to z, digits, '-' or '_'";
    let at = |rest: &str| format!("records[0].entries[0].changes[0]{rest}");
    for (change, place, what) in [
        ("7", at(""), "must be an object"),
        (r#"{"set":7}"#, at(".set"), "must be text"),
        (r#"{"set":"<b>","to":1}"#, at(".set"), id),
        (r#"{"set":"told"}"#, at(".to"), "is missing"),
        (r#"{"set":"told","to":null}"#, at(".to"), "must be text"),
        (r#"{"set":"customer","to":"../x"}"#, at(".to"), id),
        (r#"{"set":"channel","to":"walk in"}"#, at(".to"), id),
        (r#"{"set":"process","to":{"id":"P1"}}"#, at(".to.version"), "is missing"),
        (
            r#"{"set":"process","to":{"id":"P1","version":-1}}"#,
            at(".to.version"),
            "must be a whole number from 0 to 4294967295",
        ),
        (r#"{"set":"task","task":"t1","to":{"kind":"text"}}"#, at(".to.value"), "is missing"),
        (
            r#"{"set":"task","task":"t1","to":{"kind":"number","value":"1e9"}}"#,
            at(".to.value"),
            "must be a decimal number of at most 15 digits",
        ),
        (
            r#"{"set":"task","task":"t1","to":{"kind":"date","value":"2026-02-30"}}"#,
            at(".to.value"),
            "must be a date such as 2026-11-21, from 1900 to 2199",
        ),
        (
            r#"{"set":"told","to":"","replaces":["x"]}"#,
            at(".replaces[0]"),
            "must be a stamp such as 0193f1a2b3c4-000001-k3v9q2x7ma",
        ),
        (r#"{"undo":"x"}"#, at(".undo"), "must be a stamp such as 0193f1a2b3c4-000001-k3v9q2x7ma"),
        (r#"{"event":"note"}"#, at(".text"), "is missing"),
        (
            r#"{"size":1.5}"#,
            at(""),
            "must be without numbers that have a fraction or are very large: write those as text",
        ),
        (
            r#"{"size":[18446744073709551615]}"#,
            at(""),
            "must be without numbers that have a fraction or are very large: write those as text",
        ),
    ] {
        assert_eq!(problem(&case(change)), (place, what.to_owned()), "{change}");
    }
    let record = |text: &str| problem(&file(text));
    assert_eq!(record("[]"), ("records[0]".to_owned(), "must be an object".to_owned()));
    assert_eq!(record(r#"{"record":"case"}"#), ("records[0].id".to_owned(), "is missing".to_owned()));
    assert_eq!(
        record(r#"{"record":"a b","id":"x","entries":[]}"#),
        ("records[0].record".to_owned(), id.to_owned())
    );
    assert_eq!(
        record(r#"{"record":"case","id":"","entries":[]}"#),
        ("records[0].id".to_owned(), id.to_owned())
    );
    assert_eq!(
        taken(&case("7")).problems[0].to_string(),
        "records[0].entries[0].changes[0] (case/k1): must be an object"
    );
}

#[test]
fn a_paper_altered_after_issue_is_refused() {
    let altered = EVERY.replacen("We answer within 2 hours.", "We answer within 9 hours.", 1);
    let (place, what) = problem(&altered);
    assert_eq!(place, "records[7].entries[2].changes[0].issued.document");
    assert_eq!(what, Fault::Altered.to_string());
    assert_eq!(taken(&altered).records.0.len(), taken(EVERY).records.0.len() - 1);
}

#[test]
fn one_bad_record_does_not_spoil_the_others() {
    let text = EVERY.replace("\"138 0000 1234\"},", "\"call me\"},");
    let (place, what) = problem(&text);
    assert_eq!(
        (place.as_str(), what.as_str()),
        ("records[0].entries[0].changes[1].to", "must be a phone number")
    );
    assert_eq!(taken(&text).records.0.len(), taken(EVERY).records.0.len() - 1);
}

#[test]
fn ten_megabytes_in_one_text_are_refused() {
    let long = "王".repeat(10_000_000 / 3);
    let at = |rest: &str| format!("records[0].entries[0].changes[0]{rest}");
    for (change, place, what) in [
        (format!(r#"{{"set":"told","to":"{long}"}}"#), at(".to"), "is longer than 20000 characters"),
        (format!(r#"{{"set":"number","to":"{long}"}}"#), at(".to"), "is longer than 200 characters"),
        (format!(r#"{{"event":"note","text":"{long}"}}"#), at(".text"), "is longer than 20000 characters"),
        (format!(r#"{{"new":"{long}"}}"#), at(""), "is longer than 1000000 characters"),
        (
            format!(r#"{{"{long}":1.5}}"#),
            at(""),
            "must be without numbers that have a fraction or are very large: write those as text",
        ),
    ] {
        assert_eq!(problem(&case(&change)), (place, what.to_owned()));
    }
    let Refusal::WrongShape { place, .. } =
        refused(&file("").replacen("\"records\"", &format!("\"{long}\":1,\"records\""), 1))
    else {
        panic!("taken")
    };
    assert!(place.len() < 200);
}

#[test]
fn more_entries_than_people_make_are_refused() {
    let entry = format!(r#"{{"stamp":"{STAMP}","changes":[]}}"#);
    let entries = vec![entry.as_str(); 50_001].join(",");
    let (place, what) = problem(&file(&format!(r#"{{"record":"case","id":"k1","entries":[{entries}]}}"#)));
    assert_eq!((place.as_str(), what.as_str()), ("records[0].entries", "has more than 50000 items"));
}

#[test]
fn markup_and_script_are_text_like_any_other() {
    let markup = "<img src=x onerror=\"alert('1')\"></script><!-- &amp; ]]>\u{202e}";
    let quoted = json!(markup).to_string();
    let mut kept = 0;
    for mutant in mutants(&[json!(markup)]) {
        let archive = taken(&mutant);
        if archive.problems.is_empty() {
            let text = write(&archive.records, &archive.exported);
            assert!(text.contains(&quoted), "{text}");
            assert_eq!(taken(&text).records, archive.records);
            kept += 1;
        } else {
            let what = archive.problems[0].to_string();
            assert!(!what.contains('<'), "{what}");
        }
    }
    assert!(kept > 30, "{kept}");
}

#[test]
fn every_value_may_be_of_every_type() {
    let values = [
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(""),
        json!("x"),
        json!("2026-02-30"),
        json!([]),
        json!({}),
        json!({"kind": "x"}),
    ];
    for mutant in mutants(&values).into_iter().chain(reshaped()) {
        let archive = taken(&mutant);
        let text = write(&archive.records, &archive.exported);
        let again = taken(&text);
        assert_eq!(again.records, archive.records);
        assert_eq!(again.problems, []);
        assert!(archive.problems.iter().all(|problem| problem.place.starts_with("records[0]")));
    }
}

#[test]
fn the_store_reads_with_the_same_care() {
    let read = |text: &str| read_entries(&RecordKind::Case, text).map_err(|problem| problem.to_string());
    let entry = |change: &str| format!(r#"[{{"stamp":"{STAMP}","changes":[{change}]}}]"#);
    assert!(read(&entry(r#"{"event":"opened"}"#)).is_ok());
    for (text, why) in [
        ("", "entries: is damaged: it is not JSON"),
        ("[", "entries: is damaged: it is not JSON"),
        ("[] []", "entries: is damaged: it is not JSON"),
        (r#"[{"a":1,"a":1}]"#, "entries: is damaged: it is not JSON"),
        ("{}", "entries: must be a list"),
        (entry("7").as_str(), "entries[0].changes[0]: must be an object"),
    ] {
        assert_eq!(read(text), Err(why.to_owned()), "{text}");
    }
}

/// The records of the example, one a file, with one value at a time replaced by each of these.
pub(crate) fn mutants(values: &[Value]) -> Vec<String> {
    mutate(|found| values.iter().filter(|value| *value != found).cloned().collect())
}

/// The same, with a key more or a key less in one object at a time.
pub(crate) fn reshaped() -> Vec<String> {
    mutate(|found| {
        let Value::Object(members) = found else { return Vec::new() };
        let mut more = members.clone();
        more.insert("more".to_owned(), json!(1));
        let less = members.keys().map(|key| {
            let mut less = members.clone();
            less.remove(key);
            less
        });
        less.chain([more]).map(Value::Object).collect()
    })
}

fn mutate(others: impl Fn(&Value) -> Vec<Value>) -> Vec<String> {
    let every: Value = serde_json::from_str(EVERY).expect("JSON");
    let mut mutants = Vec::new();
    for record in every["records"].as_array().expect("a list") {
        for place in places(record) {
            for other in record.pointer(&place).map(&others).unwrap_or_default() {
                let mut mutant = record.clone();
                mutant.pointer_mut(&place).into_iter().for_each(|found| *found = other.clone());
                mutants.push(file(&mutant.to_string()));
            }
        }
    }
    mutants
}

/// Where in a value something stands, as JSON pointers.
fn places(value: &Value) -> Vec<String> {
    let within: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        Value::Object(members) => members.iter().map(|(key, value)| (key.clone(), value)).collect(),
        _ => Vec::new(),
    };
    let deeper = within
        .into_iter()
        .flat_map(|(step, value)| places(value).into_iter().map(move |rest| format!("/{step}{rest}")));
    std::iter::once(String::new()).chain(deeper).collect()
}

#[test]
fn any_bytes_are_read_or_refused() {
    // Each byte of a small file turned into others: never a panic.
    let text = case(r#"{"set":"asset","to":null}"#);
    for at in 0..text.len() {
        for byte in [0, b'"', b'}', b'[', b'9', b'\\', 0x80, 0xff] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = byte;
            if let Ok(archive) = read_bytes(&bytes) {
                assert!(read(&write(&archive.records, &archive.exported)).is_ok());
            }
        }
    }
}
