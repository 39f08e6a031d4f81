//! What a newer version says is kept and passed on, or refused where it would be lost.

use crate::{case, exported, file, problem, refused, taken};
use casebook::archive::{Fault, Refusal, unknown_changes, write};
use casebook::domain::case::{Case, CaseKind};

#[test]
fn changes_of_a_newer_version_are_kept_to_the_byte() {
    for change in [
        r#"{"colour":"red"}"#,
        r#"{"event":"photo_taken","photo":{"bytes":[1,-2,9223372036854775807],"note":"a\u0000b"}}"#,
        r#"{"set":"colour","to":{"a":{},"b":[],"c":null,"d":true}}"#,
        // A part or a word of a complaint that is not known.
        r#"{"part":"colour","set":"complaint","to":{"a":1}}"#,
        r#"{"part":"mood","set":"complaint","to":"glad"}"#,
        // A known name with a word, or with a key at any depth, that is not known.
        r#"{"set":"channel","to":"hologram"}"#,
        r#"{"event":"note","mood":"glad","text":"hm"}"#,
        r#"{"by_hand":true,"set":"told","to":"tomorrow"}"#,
        r#"{"set":"stage","to":{"mood":"glad","reason":"","stage":"s1"}}"#,
        r#"{"set":"task","task":"t1","to":{"kind":"photo","value":{"id":"p1"}}}"#,
        r#"{"set":"task","task":"t1","to":{"kind":"tick","twice":true}}"#,
        r#"{"note":"why","undo":"01a1f7fcc3e0-000000-k3v9q2x7ma"}"#,
        r#"{"event":"paper_issued","issued":{"date":"2026-11-21","document":{"blocks":[{"kind":"chart"}],"lang":"ja","paper":"poster"},"hash":"000000000000","number":"1","revision":1}}"#,
    ] {
        let archive = taken(&case(change));
        assert_eq!(archive.problems, [], "{change}");
        assert_eq!(archive.records.0.values().map(unknown_changes).sum::<usize>(), 1, "{change}");
        assert!(write(&archive.records, &exported()).contains(&format!("[{change}]")), "{change}");
    }
}

#[test]
fn changes_of_a_newer_version_have_one_spelling() {
    let archive = taken(&case("{ \"b\" : [ 1 , \"\\u738b\\/\" ], \"a\" : 0 }"));
    assert!(write(&archive.records, &exported()).contains(r#"[{"a":0,"b":[1,"王/"]}]"#));
}

#[test]
fn a_change_of_a_newer_version_has_no_effect() {
    let archive = taken(&case(r#"{"set":"told","to":"noon"},{"set":"told","to":"one","sure":true}"#));
    let folded = Case::of(&archive.records.journal::<CaseKind>("k1"));
    assert_eq!(folded.told().map(String::as_str), Some("noon"));
}

#[test]
fn a_record_of_a_newer_version_is_kept_to_the_byte() {
    let line = r#"{"record":"weather","id":"w1","entries":[{"stamp":"01a1f7fcc3e0-000000-k3v9q2x7ma","by":"s1","changes":[{"set":"sky","to":"blue"},{"undo":"01a1f7fcc3e0-000000-k3v9q2x7ma"}]}]}"#;
    let archive = taken(&file(line));
    assert_eq!(archive.problems, []);
    assert_eq!(write(&archive.records, &exported()).lines().nth(1), Some(line));
}

#[test]
fn a_key_that_would_be_lost_is_refused() {
    let stamp = r#""stamp":"01a1f7fcc3e0-000000-k3v9q2x7ma""#;
    for (text, place) in [
        (file(r#"{"record":"case","id":"k1","entries":[],"tag":1}"#), "records[0].tag"),
        (
            file(&format!(r#"{{"record":"case","id":"k1","entries":[{{{stamp},"changes":[],"mood":1}}]}}"#)),
            "records[0].entries[0].mood",
        ),
    ] {
        assert_eq!(problem(&text), (place.to_owned(), Fault::UnknownKey.to_string()));
    }
    let more = file("").replacen(r#""records""#, r#""shops":[],"records""#, 1);
    assert_eq!(refused(&more), Refusal::WrongShape { place: "shops".to_owned(), what: Fault::UnknownKey });
}

#[test]
fn what_else_an_export_says_of_itself_is_not_looked_at() {
    let more = file("").replacen(r#""app""#, r#""weather":"fine","app""#, 1);
    assert_eq!(taken(&more).exported, exported());
}

#[test]
fn a_newer_version_is_refused_whatever_follows() {
    for version in ["2", "2,\"rest\":[broken", "9007199254740993"] {
        let text = format!(r#"{{"format":"casebook","version":{version}"#);
        assert!(matches!(refused(&text), Refusal::NewerVersion(2 | 9_007_199_254_740_993)), "{version}");
    }
}
