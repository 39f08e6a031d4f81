//! The papers of a case: what is typed stands on them, and what was issued is in the file.

use casebook_e2e::story::{CORNER, WASHER, issue, open_on_case};
use casebook_e2e::{Archive, Paper, Screen, any_paper, button, field, group};
use serde_json::Value;

const OWN_CLAUSE: &str = "旧电机免费代为回收。";

/// A letter for the case, with a parameter and a clause of its own; gives its number and print.
pub(crate) async fn write_letter(screen: &Screen, case: &str) -> (String, Paper) {
    let words = &screen.words;
    screen.press(&button(words.say("case.new_letter"))).await;
    let hours = words.clause("sections/response/clauses/first_response/label");
    let hours = field(hours).roughly().first();
    screen.fill(&hours, "0").await;
    screen.reads(&words.fill("common.error_range", &[("min", "1"), ("max", "720")])).await;
    screen.fill(&hours, "3").await;
    let care = words.clause("sections/aftercare/title");
    screen.press(&button(words.say("letter.own_add")).within(group(care))).await;
    screen.fill(&field(words.say("letter.own_new")), OWN_CLAUSE).await;
    screen.until("the preview follows", async || screen.text(&any_paper()).await.contains(OWN_CLAUSE)).await;
    let number = issue(screen).await;
    let paper = screen.print().await;
    assert_eq!(paper.pages, 1, "a letter of the usual length is one page:\n{}", paper.text);
    assert!(paper.size.contains("A4"), "{}", paper.size);
    paper.must_say(&format!("尊敬的{}：", WASHER.name));
    paper.must_say("服务时间内 3 小时");
    paper.must_say(OWN_CLAUSE);
    paper.must_say(case);
    paper.must_say(CORNER.name);
    (number, paper)
}

/// The receipt is issued, and printed at once.
pub(crate) async fn print_receipt(screen: &Screen) -> Paper {
    let words = &screen.words;
    open_on_case(screen, "case.receipt").await;
    screen.press(&button(words.say("case.receipt_issue"))).await;
    screen.find(&button(words.say("case.receipt_again"))).await;
    let printed = async || screen.script("return window.printed ?? 0", vec![]).await == 1;
    screen.until("the browser is asked to print, once", printed).await;
    screen.print().await
}

/// Everything the file says of the letter stands on the paper.
pub(crate) fn check_letter(archive: &Archive, number: &str, paper: &Paper) {
    let issued = issued(archive, "letter", |issued| issued["number"] == number);
    let hash = issued["hash"].as_str().expect("a hash");
    let grouped: Vec<&str> = [&hash[..4], &hash[4..8], &hash[8..]].to_vec();
    paper.must_say(&format!("编号 {number} · 核验码 {}", grouped.join(" ")));
    let title = issued["document"]["blocks"]
        .as_array()
        .expect("blocks")
        .iter()
        .find(|block| block["kind"] == "title");
    assert_eq!(title.expect("a title")["text"], "服务承诺书");
    must_say_all(&issued["document"]["blocks"], paper);
}

pub(crate) fn check_receipt(archive: &Archive, case: &str, paper: &Paper, number: &str) {
    let id = case.rsplit('/').next().expect("an id");
    let issued = issued(archive, "case", |issued| issued["number"] == number);
    assert!(archive.record("case", id).to_string().contains("paper_issued"), "the case lists its receipt");
    assert_eq!(paper.pages, 1, "{}", paper.text);
    must_say_all(&issued["document"]["blocks"], paper);
    for words in [WASHER.name, WASHER.item, WASHER.description, WASHER.told, number] {
        paper.must_say(words);
    }
}

/// The paper that was issued in a record of a kind.
fn issued(archive: &Archive, kind: &str, fits: impl Fn(&Value) -> bool) -> Value {
    let records = archive.records().iter().filter(|record| record["record"] == kind);
    let entries = records.flat_map(|record| record["entries"].as_array().into_iter().flatten());
    let changes = entries.flat_map(|entry| entry["changes"].as_array().into_iter().flatten());
    let found = changes.filter_map(|change| change.get("issued")).find(|issued| fits(issued));
    found.unwrap_or_else(|| panic!("no {kind} was issued")).clone()
}

/// Every text of a document, but for its drawn clock and its kinds.
fn must_say_all(value: &Value, paper: &Paper) {
    match value {
        Value::String(text) => text.split('⏱').for_each(|part| paper.must_say(part)),
        Value::Array(all) => all.iter().for_each(|value| must_say_all(value, paper)),
        Value::Object(all) => {
            let texts = all.iter().filter(|(key, _)| !["kind", "logo"].contains(&key.as_str()));
            texts.for_each(|(_, value)| must_say_all(value, paper));
        }
        _ => {}
    }
}
