//! The file: what is written is read again, what is wrong is refused with its place, and
//! nothing that comes in can do harm.

mod bad_input;
mod choosing;
mod commands;
mod files;
mod format;
mod importing;
mod journals;
mod newer;
mod round_trip;

use casebook::archive::{Archive, Exported, Refusal, read};

/// A file that says everything the format can say.
const EVERY: &str = include_str!("../fixtures/every.json");

fn exported() -> Exported {
    Exported { at: "2026-11-21T20:00:00Z".to_owned(), device: "k3v9q2".to_owned(), app: "0.1.0".to_owned() }
}

/// A file around these records.
fn file(records: &str) -> String {
    format!(
        r#"{{"format":"casebook","version":1,"exported":{{"at":"2026-11-21T20:00:00Z","device":"k3v9q2","app":"0.1.0"}},"records":[{records}]}}"#
    )
}

/// A file with one case of one entry with these changes.
fn case(changes: &str) -> String {
    file(&format!(
        r#"{{"record":"case","id":"k1","entries":[{{"stamp":"01a1f7fcc3e0-000000-k3v9q2x7ma","by":"s1","changes":[{changes}]}}]}}"#
    ))
}

/// What a file holds, which has to be sound as a whole.
#[track_caller]
fn taken(text: &str) -> Archive {
    match read(text) {
        Ok(archive) => archive,
        Err(why) => panic!("{why}\n{text}"),
    }
}

/// Why a file is not taken.
#[track_caller]
fn refused(text: &str) -> Refusal {
    match read(text) {
        Ok(archive) => panic!("taken: {archive:?}"),
        Err(why) => why,
    }
}

/// The only problem of a file: its place, and what is wrong there in words.
#[track_caller]
fn problem(text: &str) -> (String, String) {
    match taken(text).problems.as_slice() {
        [problem] => (problem.place.clone(), problem.what.to_string()),
        problems => panic!("{problems:?}"),
    }
}
