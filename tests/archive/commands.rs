//! The program for files, by its commands.

#[path = "../../examples/archive/files.rs"]
mod files;
#[path = "../../examples/archive/letter.rs"]
mod letter;
#[path = "../../examples/archive/merge.rs"]
mod merge;
#[path = "../../examples/archive/show.rs"]
mod show;
#[path = "../../examples/archive/validate.rs"]
mod validate;

use crate::EVERY;
use files::Failure;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// A directory of a test's own, with these files in it.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a directory");
    for (file, text) in files {
        fs::write(folder.join(file), text).expect("a file");
    }
    folder
}

fn path(folder: &std::path::Path, file: &str) -> String {
    folder.join(file).to_string_lossy().into_owned()
}

#[test]
fn validate_says_what_is_in_a_file_or_what_is_wrong() {
    let bad =
        EVERY.replacen("\"id\":\"c1\"", "\"id\":\"<c1>\"", 1).replacen("\"id\":\"l2\"", "\"id\":\"l1\"", 1);
    let folder = folder("validate", &[("good.json", EVERY), ("bad.json", &bad), ("cut.json", &EVERY[..100])]);
    let good = validate::run(&path(&folder, "good.json")).expect("a sound file");
    assert!(good.contains("14 records") && good.contains("case/k1: 5 changes of a newer version"), "{good}");
    for (file, places) in
        [("bad.json", vec!["records[2].id", "records[8] (letter/l1)"]), ("cut.json", vec!["line 1"])]
    {
        match validate::run(&path(&folder, file)) {
            Err(Failure::Problems(text)) => {
                assert_eq!(text.lines().count(), places.len(), "{text}");
                assert!(text.lines().zip(places).all(|(line, place)| line.contains(place)), "{text}");
            }
            other => panic!("{other:?}"),
        }
    }
    let Err(Failure::Machine(text)) = validate::run(&path(&folder, "none.json")) else { panic!("a file") };
    assert!(text.contains("none.json"), "{text}");
}

#[test]
fn merge_gives_the_same_bytes_whatever_the_order() {
    let lines: Vec<&str> = EVERY.lines().collect();
    let head = |at: &str| lines[0].replace("2026-11-21", at);
    let part = |at: &str, records: &[usize]| {
        let records: Vec<_> = records.iter().map(|&line| lines[line].trim_end_matches(',')).collect();
        format!("{}{}]}}", head(at), records.join(","))
    };
    let texts = [
        part("2026-11-20", &[1, 2, 5, 14]),
        part("2026-11-21", &[3, 4, 5, 11, 12, 13]),
        part("2026-11-19", &[6, 7, 8, 9, 10]),
    ];
    let folder = folder("merge", &[("a", &texts[0]), ("b", &texts[1]), ("c", &texts[2])]);
    for order in [["a", "b", "c"], ["c", "b", "a"], ["b", "a", "c"]] {
        let inputs = order.map(|file| path(&folder, file));
        let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
        merge::run(&inputs, &path(&folder, "out")).expect("a merge");
        assert_eq!(fs::read_to_string(folder.join("out")).expect("a file"), EVERY);
    }
    fs::write(folder.join("c"), texts[2].replacen("\"l1\"", "\"l 1\"", 1)).expect("a file");
    let (a, c) = (path(&folder, "a"), path(&folder, "c"));
    assert!(matches!(merge::run(&[&a, &c], &path(&folder, "out2")), Err(Failure::Problems(_))));
    assert!(!folder.join("out2").exists());
}

#[test]
fn show_gives_the_state_as_json() {
    let folder = folder("show", &[("file.json", EVERY)]);
    let file = path(&folder, "file.json");
    let read = |text: Result<String, Failure>| -> Value {
        serde_json::from_str(&text.expect("something to show")).expect("JSON")
    };
    let list = read(show::cases(&file));
    assert_eq!(list[0]["number"], "K3V-0001");
    assert_eq!(list[0]["customer"], "王小明");
    assert_eq!((&list[0]["stage"], &list[0]["status"]), (&json!("solution"), &json!("closed")));

    let shown = read(show::record(&file, "K3V-0001"));
    assert_eq!(shown, read(show::record(&file, "k1")));
    assert_eq!(shown["stage"], "solution");
    assert_eq!(shown["fields"]["stage"]["reason"], "客户不在");
    assert_eq!(shown["tasks"]["t1"], json!({"kind": "tick"}), "the step that took it back was undone");
    assert_eq!(shown["tasks"]["t3"]["value"], "12.5");
    assert_eq!(shown["notes"][0]["text"], "<script>alert(1)</script>");
    assert_eq!(shown["conflicts"][0]["field"], "description");
    let values: Vec<_> =
        shown["conflicts"][0]["values"].as_array().expect("values").iter().map(|v| &v["to"]).collect();
    assert_eq!(values, ["漏水", "脱水时响"]);
    assert_eq!(shown["conflicts"][0]["values"][0]["device"], "7hd2m4");
    assert_eq!(shown["conflicts"][0]["values"][0]["at"], "2026-11-20T08:12:00.000Z");

    let letter = read(show::record(&file, "l1"));
    assert_eq!(letter["fields"]["parameter.first_response.hours"], "2");
    let worked = read(show::record(&file, "k2"));
    assert_eq!(worked["fields"]["solution.o1"]["title"], "换新软管");
    assert_eq!(worked["fields"]["text.scope"], "换软管一根");
    assert_eq!(worked["fields"]["day.agreed_start"], "2026-11-23");
    assert_eq!(worked["events"][1]["payment"]["method"], "wechat");
    assert_eq!(read(show::record(&file, "v1"))["fields"]["state"]["state"], "missed");
    assert_eq!(read(show::record(&file, "own1"))["fields"]["version.1"]["name"], "手表维修");
    assert!(matches!(show::record(&file, "nothing"), Err(Failure::NotFound(_))));
}

#[test]
fn letter_prints_the_text_that_was_issued() {
    let folder = folder("letter", &[("file.json", EVERY)]);
    let file = path(&folder, "file.json");
    let text = letter::run(&file, "K3V-L0001").expect("a letter");
    assert!(text.starts_with("Corner Repairs\n") && text.contains("We answer within 2 hours."), "{text}");
    let Err(Failure::NotFound(text)) = letter::run(&file, "K3V-L0002") else { panic!("a letter") };
    assert!(text.contains("K3V-L0002"), "{text}");
}
