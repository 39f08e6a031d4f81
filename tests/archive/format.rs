//! The description of the format and its schema say what the program does.

use crate::bad_input::{mutants, reshaped};
use crate::journals::{shops, union};
use crate::{EVERY, case, exported, taken};
use casebook::archive::{Fault, unknown_changes, write};
use casebook::domain::record::Records;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../../public/archive.schema.json");
const FORMAT: &str = include_str!("../../docs/archive-format.md");

fn schema() -> Validator {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    jsonschema::meta::validate(&schema).expect("a schema");
    jsonschema::validator_for(&schema).expect("a schema")
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The file in the description.
fn example() -> &'static str {
    let (_, rest) = FORMAT.split_once("```json\n").expect("an example");
    rest.split_once("```").expect("the example's end").0
}

#[test]
fn the_example_is_a_file() {
    let archive = taken(example());
    assert_eq!(archive.problems, []);
    assert_eq!(archive.records.0.values().map(unknown_changes).sum::<usize>(), 1, "one shows what is kept");
    let written = write(&archive.records, &archive.exported);
    let again = taken(&written);
    assert_eq!(again, archive);
    assert_eq!(parse(&written), parse(example()), "the example is in the program's own order");
}

#[test]
fn the_examples_and_their_exports_validate() {
    let schema = schema();
    for text in [EVERY, example(), &write(&Records::default(), &exported())] {
        let errors: Vec<_> = schema.iter_errors(&parse(text)).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_export_validates(shops in shops()) {
        let text = write(&shops.into_iter().fold(Records::default(), union), &exported());
        let errors: Vec<_> = schema().iter_errors(&parse(&text)).map(|error| error.to_string()).collect();
        prop_assert!(errors.is_empty(), "{:?}", errors);
    }
}

/// An answer to the survey in which something is spelt otherwise.
fn survey(right: &str, wrong: &str) -> String {
    let marks = r#"{"expected":null,"perceived":5}"#;
    let five = ["tangibles", "empathy", "assurance", "responsiveness", "reliability"];
    let five: String = five.iter().map(|name| format!("\"{name}\":{marks},")).collect();
    let answer = format!(r#"{{"by":"form",{five}"overall":4,"recommend":9,"words":""}}"#);
    let text = format!(r#"{{"event":"survey_answered","answer":{answer}}}"#);
    assert!(text.contains(right));
    assert_eq!(taken(&case(&text)).problems, []);
    text.replacen(right, wrong, 1)
}

#[test]
fn what_the_program_refuses_does_not_validate() {
    let schema = schema();
    for change in [
        r#"7"#,
        r#"{"set":"told","to":null}"#,
        r#"{"set":"told"}"#,
        r#"{"set":"customer","to":"../x"}"#,
        r#"{"set":"channel","to":"walk in"}"#,
        r#"{"set":"process","to":{"id":"P1","version":-1}}"#,
        r#"{"set":"task","task":"t1","to":{"kind":"text"}}"#,
        r#"{"set":"task","task":"t1","to":{"kind":"number","value":"1e9"}}"#,
        r#"{"set":"task","task":"t1","to":{"kind":"number","value":"1234567890123456"}}"#,
        r#"{"set":"told","to":"","replaces":["x"]}"#,
        r#"{"undo":"x"}"#,
        r#"{"event":"note"}"#,
        r#"{"size":1.5}"#,
        r#"{"event":"survey_answered"}"#,
        &survey(r#""overall":4,"#, r#""overall":6,"#),
        &survey(r#""overall":4,"#, r#""overall":0,"#),
        &survey(r#""overall":4,"#, ""),
        &survey(r#""recommend":9"#, r#""recommend":11"#),
        &survey(r#""perceived":5"#, r#""perceived":6"#),
        &survey(r#""by":"form""#, r#""by":"the form""#),
    ] {
        let text = case(change);
        assert!(!schema.is_valid(&parse(&text)), "{change}");
        assert_eq!(taken(&text).problems.len(), 1, "{change}");
    }
    for (key, value) in
        [("version", json!(2)), ("format", json!("notebook")), ("records", json!({})), ("more", json!(1))]
    {
        let mut file = parse(EVERY);
        file[key] = value;
        assert!(!schema.is_valid(&file), "{key}");
    }
}

#[test]
fn what_validates_is_taken() {
    let schema = schema();
    let mut valid = 0;
    let values =
        [json!(null), json!(true), json!(7), json!(-1), json!("x"), json!("a b"), json!([]), json!({})];
    for text in mutants(&values).into_iter().chain(reshaped()) {
        if schema.is_valid(&parse(&text)) {
            valid += 1;
            // A hash is beyond what a schema can say.
            let problems = taken(&text).problems;
            assert!(problems.iter().all(|problem| problem.what == Fault::Altered), "{problems:?}\n{text}");
        }
    }
    assert!(valid > 100, "{valid}");
}

#[test]
fn every_word_of_the_format_is_described() {
    let mut words = Vec::new();
    collect(&parse(EVERY), &mut words);
    let described = FORMAT.rsplit("```").next().unwrap_or_default();
    // The kinds, fields, events and choices that only a newer version would know.
    let made_up = ["weather", "sky", "photo_taken", "colour", "hologram"];
    for word in words.into_iter().filter(|word| !made_up.contains(&word.as_str())) {
        let spelt = [format!("`{word}`"), format!("\"{word}\"")];
        assert!(spelt.iter().any(|word| described.contains(word)), "{word} is not described");
    }
}

/// All kinds of records, fields, events, evidence, blocks and purposes in a file.
fn collect(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Object(members) => {
            for (key, value) in members {
                if ["record", "set", "event", "kind", "paper"].contains(&key.as_str()) {
                    words.extend(value.as_str().map(str::to_owned));
                }
                collect(value, words);
            }
        }
        _ => {}
    }
}
