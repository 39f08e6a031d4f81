//! The program that asks a calendar, by its commands.

#[path = "../../examples/calendar/answer.rs"]
mod answer;
#[path = "../../examples/calendar/commands.rs"]
mod commands;
#[path = "../../examples/calendar/failure.rs"]
mod failure;
#[path = "../../examples/calendar/options.rs"]
mod options;

use casebook::archive::calendar::write;
use casebook::catalog::schedules::{Region, builtin};
use failure::Failure;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// A file of a test's own.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("calendar");
    fs::create_dir_all(&folder).expect("a directory");
    fs::write(folder.join(name), text).expect("a file");
    folder.join(name).to_string_lossy().into_owned()
}

fn run(line: &str) -> Result<String, Failure> {
    commands::run(&line.split(' ').collect::<Vec<_>>())
}

fn said(line: &str) -> Value {
    serde_json::from_str(&run(line).expect(line)).expect("JSON")
}

#[test]
fn due_tells_when_and_why() {
    assert_eq!(
        said("due --builtin CN --from 2026-02-13T16:30 --minutes 240"),
        json!({"due": "2026-02-14T11:30", "spans": [
            {"date": "2026-02-13", "from": "2026-02-13T16:30", "to": "2026-02-13T18:00", "minutes": 90, "kind": "worked", "day": "usual"},
            {"date": "2026-02-14", "from": "2026-02-14T09:00", "to": "2026-02-14T11:30", "minutes": 150, "kind": "worked", "day": "make_up",
             "like": "friday", "name": "春节调休上班"},
        ]})
    );
    let minutes = |due: &Value| -> u64 {
        due["spans"].as_array().expect("spans").iter().filter_map(|span| span["minutes"].as_u64()).sum()
    };
    for pause in ["2026-02-13T17:00/2026-02-13T17:30", "2026-02-13T17:00/"] {
        let paused = said(&format!("due --builtin CN --from 2026-02-13T16:30 --minutes 240 --pause {pause}"));
        assert_eq!(minutes(&paused), 240, "{paused}");
    }
    let spans = &said("due --builtin CN --from 2026-02-14T18:00 --minutes 1")["spans"];
    assert_eq!(spans[0]["day"], json!("holiday"));
    assert_eq!(spans[0]["to"], json!("2026-02-24T00:00"));
}

#[test]
fn the_other_commands_answer_in_json() {
    for (line, found) in [
        ("between --builtin CN --from 2026-02-13T16:30 --to 2026-02-14T11:30", json!({"minutes": 240})),
        (
            "between --builtin CN --from 2026-02-13T16:30 --to 2026-02-14T11:30 --pause 2026-02-13T17:00/2026-02-13T17:30",
            json!({"minutes": 210}),
        ),
        (
            "between --builtin CN --from 2026-02-13T16:30 --to 2026-02-14T11:30 --pause 2026-02-13T17:00/",
            json!({"minutes": 30}),
        ),
        ("days --builtin CN --from 2026-02-13T16:30 --days 2", json!({"due": "2026-02-24T18:00"})),
        ("opening --builtin HK --from 2026-04-03T10:00", json!({"opening": "2026-04-08T09:00"})),
    ] {
        assert_eq!(said(line), found, "{line}");
    }
    assert_eq!(run("check --builtin TW").expect("fine"), "fine\n");
}

#[test]
fn a_file_is_a_calendar_too() {
    let china = write(&builtin(Region::China));
    assert_eq!(run("show --builtin CN").expect("a file"), china);
    let path = file("china.json", &china);
    assert_eq!(run(&format!("show --calendar {path}")).expect("the same"), china);
    let due = said(&format!("due --calendar {path} --from 2026-02-13T16:30 --minutes 240"));
    assert_eq!(due["due"], json!("2026-02-14T11:30"));
    let odd = file("odd.json", &china.replacen("[],\n[]", "[\"22:00-10:00\"],\n[\"09:00-12:00\"]", 1));
    let Err(Failure::Found(text)) = run(&format!("check --calendar {odd}")) else { panic!("{odd}") };
    assert!(text.starts_with("Saturday 22:00-10:00 runs into Sunday 09:00-12:00"), "{text}");
}

#[test]
fn a_list_is_read() {
    let path = file("list.txt", "2026-02-15~2026-02-23 春节\n2026-02-14 班\nblah\n");
    let list = said(&format!("list {path}"));
    assert_eq!(list["days"].as_array().map(Vec::len), Some(10));
    assert_eq!(list["problems"], json!(["Line 3: there is no date such as 2026-02-15."]));
}

#[test]
fn what_cannot_be_done_is_said_in_a_sentence() {
    let closed = file(
        "closed.json",
        &run("show --builtin CN").expect("a file").replace("\"09:00-12:00\",\"13:00-18:00\"", ""),
    );
    let bad = file("bad.json", "{\"format\":\"casebook-calendar\"}");
    let none = |line: &str| match run(line) {
        Err(Failure::None(text)) => assert!(!text.trim().contains('\n'), "{text}"),
        other => panic!("{line}: {other:?}"),
    };
    none(&format!("due --calendar {closed} --from 2026-02-13T16:30 --minutes 1"));
    none(&format!("days --calendar {closed} --from 2026-02-13T16:30 --days 1"));
    none(&format!("opening --calendar {closed} --from 2026-02-13T16:30"));
    none(&format!("due --calendar {bad} --from 2026-02-13T16:30 --minutes 1"));
    none("show --calendar no-such-file.json");
    none("list no-such-file.txt");
    for line in [
        "due",
        "due --builtin CN",
        "due --builtin XX --from 2026-02-13T16:30 --minutes 1",
        "due --builtin CN --from 2026-02-13 --minutes 1",
        "due --builtin CN --from 1969-12-31T10:00 --minutes 1",
        "due --builtin CN --from 2026-02-13T16:30 --minutes -1",
        "due --builtin CN --from 2026-02-13T16:30 --minutes 4294967296",
        "due --builtin CN --from 2026-02-13T16:30 --minutes",
        "due --builtin CN --from 2026-02-13T16:30 --minutes 1 --pause 2026-02-13T16:30",
        "due --builtin CN --from 2026-02-13T16:30 --minutes 1 --pause /2026-02-13T16:30",
        "due --builtin CN --from 2026-02-13T16:30 --minutes 1 --loud yes",
        "between --builtin CN --from 2026-02-13T16:30",
        "dew --builtin CN",
    ] {
        match run(line) {
            Err(Failure::Usage(text)) => assert!(!text.trim().contains('\n'), "{line}: {text}"),
            other => panic!("{line}: {other:?}"),
        }
    }
    assert!(matches!(commands::run(&[]), Err(Failure::Usage(text)) if text.starts_with("Usage")));
    assert!(run("--help").expect("help").starts_with("Usage"));
}
