//! Files that should not be taken: each gets one sentence, nothing is stored, the app goes on.

mod hostile;
mod names;

use casebook_e2e::story::{
    CORNER, Counts, WASHER, begin_with_samples, expect_counts, export, first_run, offer, pages,
};
use casebook_e2e::story::{stored_rows, take_over, take_request};
use casebook_e2e::{
    Archive, Home, Profile, Scratch, Screen, any_alert, any_heading, button, file_input, heading,
};
use serde_json::{Value, json};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// More than is read, in bytes. The file is sparse: it takes no room.
const TOO_LARGE: u64 = 300 * 1024 * 1024;

#[tokio::test]
async fn bad_files() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("zh-CN"), Scratch::new("bad"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    let own =
        std::fs::read_to_string(export(&screen, &home, &profile, "own").await).expect("the export is text");
    let rows = stored_rows(&screen).await;

    screen.open(&home, "#/data").await;
    for (name, content, key) in refused_files(&own) {
        let file = scratch.file(&format!("{name}.json"));
        std::fs::write(&file, content).expect("the file can be written");
        is_refused(&screen, &file, key).await;
        assert_eq!(stored_rows(&screen).await, rows, "{name} left something behind");
    }
    let heavy = scratch.file("brackets.json");
    std::fs::write(&heavy, names::brackets(&origin())).expect("the file can be written");
    is_refused(&screen, &heavy, "data.refusal_too_deep").await;
    assert_eq!(stored_rows(&screen).await, rows, "the brackets left something behind");
    is_refused(&screen, &too_large(&scratch), "data.refusal_too_large").await;
    assert_eq!(stored_rows(&screen).await, rows, "the large file left something behind");

    for (name, archive, key) in files_with_refused_records(&own) {
        let file = scratch.file(&format!("{name}.json"));
        archive.write(&file);
        let begun = Instant::now();
        offer(&screen, &home, &file).await;
        let unchanged = Archive::parse(&own).records().len() - usize::from(name == "long text");
        expect_counts(&screen, Counts { unchanged, refused: 1, ..Counts::default() }).await;
        screen.tells(key).await;
        println!("{name}: said after {} ms", begun.elapsed().as_millis());
        assert_eq!(stored_rows(&screen).await, rows, "{name} left something behind");
    }
    for (name, archive) in names::with_wrong_ids(&own) {
        let file = scratch.file(&format!("{name}.json"));
        archive.write(&file);
        offer(&screen, &home, &file).await;
        let unchanged = Archive::parse(&own).records().len();
        expect_counts(&screen, Counts { unchanged, refused: 1, ..Counts::default() }).await;
        screen.tells("data.fault_form").await;
        assert_eq!(stored_rows(&screen).await, rows, "{name} left something behind");
    }
    take_request_after_all(&screen, &home).await;
    let hostile = refused_files(&own).len()
        + files_with_refused_records(&own).len()
        + 2
        + names::with_wrong_ids(&own).len();
    println!("FIGURE hostile files tried on the page: {hostile}");
    screen.quit().await;
}

/// Names that mean something to a script are ids like any other.
#[tokio::test]
async fn ids_like_prototypes() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("zh-CN"), Scratch::new("names"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let own =
        std::fs::read_to_string(export(&screen, &home, &profile, "own").await).expect("the export is text");
    let archive = names::with(&own, &names::PROTOTYPES);
    let file = scratch.file("names.json");
    archive.write(&file);
    offer(&screen, &home, &file).await;
    let unchanged = Archive::parse(&own).records().len();
    let new = names::PROTOTYPES.len() * 3;
    expect_counts(&screen, Counts { new, unchanged, ..Counts::default() }).await;
    take_over(&screen).await;
    for id in names::PROTOTYPES {
        screen.open(&home, &format!("#/case/{id}")).await;
        screen.find(&heading(words.say("case.timeline"))).await;
        screen.reads(&format!("N-{id}")).await;
        screen.reads(&format!("客户{id}")).await;
        screen.open(&home, &format!("#/customer/{id}")).await;
        screen.reads(&format!("N-{id}")).await;
        screen.open(&home, &format!("#/asset/{id}")).await;
        screen.reads(&format!("设备{id}")).await;
    }
    screen.reload().await;
    screen.open(&home, "#/cases").await;
    for id in names::PROTOTYPES {
        screen.reads(&format!("N-{id}")).await;
    }
    let again = Archive::read(&export(&screen, &home, &profile, "again").await);
    for record in archive.records() {
        let (kind, id) =
            (record["record"].as_str().unwrap_or_default(), record["id"].as_str().unwrap_or_default());
        assert_eq!(again.record(kind, id)["entries"], record["entries"], "{kind}/{id}");
    }
    screen.quit().await;
}

/// Files of which nothing is taken, with the sentence that says why.
fn refused_files(own: &str) -> Vec<(&'static str, String, &'static str)> {
    let file = |records: &str| {
        format!(r#"{{"format":"casebook","version":1,"exported":{},"records":{records}}}"#, origin())
    };
    let half = own.char_indices().nth(own.chars().count() / 2).map_or(0, |(at, _)| at);
    vec![
        ("no json", "今天天气不错".to_owned(), "data.refusal_not_json"),
        ("empty", String::new(), "data.refusal_truncated"),
        ("truncated", own[..half].to_owned(), "data.refusal_truncated"),
        (
            "other format",
            r#"{"format":"ledger","version":1,"rows":[]}"#.to_owned(),
            "data.refusal_other_format",
        ),
        ("newer", own.replacen(r#""version":1"#, r#""version":2"#, 1), "data.refusal_newer"),
        ("nested", file(&format!("{}{}", "[".repeat(1000), "]".repeat(1000))), "data.refusal_too_deep"),
        (
            "a key twice",
            file(r#"[{"record":"staff","record":"staff","id":"s1","entries":[]}]"#),
            "data.refusal_duplicate_key",
        ),
        ("wrong type", file(r#"{"a":1}"#), "data.refusal_shape"),
    ]
}

fn origin() -> Value {
    json!({ "at": "2026-11-21T20:00:00Z", "device": "k3v9q2", "app": "0.1.0" })
}

/// Files of which one record is not taken.
fn files_with_refused_records(own: &str) -> Vec<(&'static str, Archive, &'static str)> {
    let changed = |change: &dyn Fn(&mut Vec<Value>)| {
        let mut archive = Archive::parse(own);
        change(archive.0["records"].as_array_mut().expect("a list of records"));
        archive
    };
    let customer =
        |records: &[Value]| records.iter().position(|record| record["record"] == "customer").expect("one");
    vec![
        (
            "an id twice",
            changed(&|records| records.push(records[customer(records)].clone())),
            "data.fault_duplicate_id",
        ),
        (
            "wrong type in a record",
            changed(&|records| records.push(json!({ "record": "customer", "id": "c-wrong", "entries": 7 }))),
            "data.fault_type",
        ),
        (
            "long text",
            changed(&|records| {
                let at = customer(records);
                records[at]["entries"][0]["changes"][0]["to"] = Value::from("长".repeat(10_000_000 / 3));
            }),
            "data.fault_too_long",
        ),
    ]
}

fn too_large(scratch: &Scratch) -> PathBuf {
    let path = scratch.file("large.json");
    let file = File::create(&path).expect("the file can be made");
    file.set_len(TOO_LARGE).expect("a sparse file takes no room");
    path
}

/// One sentence on the screen, and the word that nothing was stored.
async fn is_refused(screen: &Screen, file: &Path, key: &str) {
    let words = &screen.words;
    let input = match screen.has(&heading(words.say("data.failed_title"))).await {
        true => "data.another",
        false => "data.choose",
    };
    screen.choose_file(&file_input(words.say(input)), file).await;
    screen
        .until(&format!("{}: {key}", file.display()), async || {
            let said = screen.all(&any_alert()).await;
            let Some(said) = said.first() else { return false };
            let said = said.text().await.unwrap_or_default();
            words.is_said(key, &said) && said.contains(&words.say("data.nothing_stored"))
        })
        .await;
}

async fn take_request_after_all(screen: &Screen, home: &Home) {
    screen.open(home, "#/").await;
    take_request(screen, &WASHER).await;
    screen.reads(WASHER.description).await;
}

/// Script in every text: it is shown, and does nothing.
#[tokio::test]
async fn script_in_every_text() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("zh-CN"), Scratch::new("script"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    begin_with_samples(&screen).await;
    let mut archive = Archive::read(&export(&screen, &home, &profile, "samples").await);
    let texts = hostile::fill(&mut archive);
    println!("script put into {texts} texts");
    let file = scratch.file("script.json");
    archive.write(&file);
    screen.quit().await;

    let profile = Profile::chromium("zh-CN");
    let screen = profile.open().await;
    screen.open(&home, "").await;
    let words = &screen.words;
    screen.choose_file(&file_input(words.say("first_run.file")), &file).await;
    expect_counts(&screen, Counts { new: archive.records().len(), ..Counts::default() }).await;
    take_over(&screen).await;
    screen.press(&button(words.say("first_run.begin"))).await;
    for (name, address) in pages(&screen, &home).await {
        screen.open(&home, &address).await;
        screen.find(&any_heading().first()).await;
        if ["today", "cases", "customers", "case", "customer", "settings", "issued letter"].contains(&name) {
            screen.reads(hostile::MARK).await;
        }
        assert_eq!(
            screen.script("return window.hacked ?? null", vec![]).await,
            Value::Null,
            "it ran on {name}"
        );
    }
    screen.quit().await;
}
