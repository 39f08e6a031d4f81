//! From the first run to two devices that agree again.

use casebook_e2e::story::{
    CORNER, Counts, WASHER, expect_counts, export, first_run, import, issue, offer, page, take_over,
    take_request,
};
use casebook_e2e::{
    Archive, Home, Paper, Profile, Screen, any_button, any_option, any_paper, button, checkbox, combobox,
    dialog, field, file_input, group, heading, link, list, navigation, option, radio,
};
use serde_json::Value;
use std::path::Path;
use std::time::Instant;
use thirtyfour::Key;

const OWN_CLAUSE: &str = "旧电机免费代为回收。";

#[tokio::test]
async fn on_the_site() {
    whole_story(Home::site()).await;
}

#[tokio::test]
async fn in_the_one_file() {
    whole_story(Home::one_file()).await;
}

async fn whole_story(home: Home) {
    let (counter, owner) = (Profile::chromium("zh-CN"), Profile::chromium("zh-CN"));
    let one = counter.open().await;
    one.before_each_page("window.print = () => { window.printed = (window.printed ?? 0) + 1; }").await;
    one.open(&home, "").await;
    first_run(&one, &CORNER, "王小明").await;

    let begun = Instant::now();
    let number = take_request(&one, &WASHER).await;
    println!("a request taken with the keyboard in {} ms", begun.elapsed().as_millis());
    let case = page(&one.here().await);
    work_the_stages(&one).await;
    let (letter_number, letter) = write_letter(&one, &number).await;
    one.open(&home, &case).await;
    let receipt = print_receipt(&one).await;
    known_customer(&one).await;

    let file = export(&one, &home, &counter, "first").await;
    let text = std::fs::read_to_string(&file).expect("the export is text");
    assert!(text.starts_with(r#"{"format":"casebook","version":1,"#), "the first keys: {}", &text[..60]);
    let archive = Archive::read(&file);
    check_letter(&archive, &letter_number, &letter);
    check_receipt(&archive, &case, &receipt, &number);

    let two = owner.open().await;
    join(&two, &home, &file, archive.records().len()).await;
    disagree(&one, &two, &home, &case).await;
    exchange(&one, &two, &home, (&counter, &owner), &case).await;
    one.quit().await;
    two.quit().await;
}

/// Evidence of several kinds; on with a reason, back, and the last action undone.
async fn work_the_stages(screen: &Screen) {
    let words = &screen.words;
    let (intake, solution) =
        (words.process("P1/stages/intake/name"), words.process("P1/stages/solution/name"));
    let task = |id: &str| words.process(&format!("P1/stages/{id}/text"));
    for id in ["intake/tasks/greet", "intake/tasks/listen", "intake/tasks/record_request"] {
        screen.press(&checkbox(task(id))).await;
        screen.until("the task is done", async || screen.is_on(&checkbox(task(id))).await).await;
    }
    let answer = task("intake/tasks/answer_or_route");
    let told = words.process("P1/stages/intake/tasks/answer_or_route/choices/procedure_told");
    screen.press(&radio(told).within(group(answer))).await;
    let date = format!("{} · {}", task("intake/tasks/promise_answer"), words.say("case.ask_date"));
    screen.fill(&field(&date), "2026-12-01").await;
    assert_eq!(screen.value(&field(&date)).await, "2026-12-01", "a date is kept as evidence");
    screen.press(&button(words.fill("case.go_on", &[("stage", &solution)]))).await;
    screen.find(&heading(&solution)).await;

    let number = format!("{} · {}", task("solution/tasks/draw_up_options"), words.say("case.ask_number"));
    screen.fill(&field(&number), "两个").await;
    screen.reads(&words.say("common.error_number")).await;
    screen.fill(&field(&number), "2").await;
    let text = format!("{} · {}", task("solution/tasks/separate_needs"), words.say("case.ask_text"));
    screen.fill(&field(&text), "明天要用").await;
    leave_with_open_tasks(screen, &task("solution/tasks/ask_further")).await;

    screen.press(&button(&solution).roughly().within(navigation(words.say("case.stages")))).await;
    screen.press(&button(words.fill("case.go_back", &[("stage", &solution)]))).await;
    screen.write(&field(words.say("case.reason")), "客户又提出新要求").await;
    screen.press(&button(words.say("case.confirm"))).await;
    screen.find(&heading(&solution)).await;
    screen.press(&button(words.head("case.undo_last")).roughly()).await;
    screen.find(&heading(words.process("P1/stages/execution/name"))).await;
    screen.reads(&words.say("case.undone")).await;
    screen.fill(&field(words.say("case.note")), "客户晚上六点后方便接电话").await;
    screen.press(&button(words.say("case.add_note"))).await;
    screen.reads("客户晚上六点后方便接电话").await;
    assert!(
        screen.has(&button(&intake).roughly().within(navigation(words.say("case.stages")))).await,
        "the stages stay in sight"
    );
}

/// A stage with open required tasks is left only with a reason, and it is kept.
async fn leave_with_open_tasks(screen: &Screen, open: &str) {
    let words = &screen.words;
    let next = words.process("P1/stages/execution/name");
    screen.press(&button(words.fill("case.go_on", &[("stage", &next)]))).await;
    let why = dialog(words.say("case.why"));
    let said = screen.text(&why).await;
    assert!(said.contains(open), "the dialog names '{open}': {said}");
    screen.press(&button(words.say("case.confirm"))).await;
    screen.reads(&words.say("case.error_reason")).await;
    screen.write(&field(words.say("case.reason")), "客户着急，先开工").await;
    screen.type_keys(Key::Enter).await;
    screen.gone(&why).await;
    screen.find(&heading(next)).await;
    screen.reads("客户着急，先开工").await;
}

/// A letter for the case, with a parameter and a clause of its own; gives its number and print.
async fn write_letter(screen: &Screen, case: &str) -> (String, Paper) {
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
async fn print_receipt(screen: &Screen) -> Paper {
    let words = &screen.words;
    screen.press(&link(words.say("case.receipt")).roughly()).await;
    screen.press(&button(words.say("case.receipt_issue"))).await;
    screen.find(&button(words.say("case.receipt_again"))).await;
    let printed = async || screen.script("return window.printed ?? 0", vec![]).await == 1;
    screen.until("the browser is asked to print, once", printed).await;
    screen.print().await
}

/// A second request: the known customer is offered while the number is typed.
async fn known_customer(screen: &Screen) {
    let words = &screen.words;
    screen.type_keys("n").await;
    let phone = field(words.say("names.customer_phone"));
    screen.until("the cursor begins at the phone number", async || screen.is_at(&phone).await).await;
    screen.type_keys("13800").await;
    screen.find(&any_button().within(list(words.say("new_request.known")))).await;
    screen.type_keys(Key::Down).await;
    screen.type_keys(Key::Enter).await;
    screen.reads(WASHER.name).await;
    screen.find(&button(words.say("new_request.other_customer"))).await;
    screen.find(&group(words.say("new_request.known_items"))).await;
    screen.tab_to(&field(words.say("new_request.description"))).await;
    screen.type_keys("遥控器没反应").await;
    screen.chord(Key::Control, Key::Enter).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    screen.find(&link(WASHER.name)).await;
}

/// Everything the file says of the letter stands on the paper.
fn check_letter(archive: &Archive, number: &str, paper: &Paper) {
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

fn check_receipt(archive: &Archive, case: &str, paper: &Paper, number: &str) {
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

/// The second device takes over the file: it sees first what would happen.
async fn join(screen: &Screen, home: &Home, file: &Path, records: usize) {
    let words = &screen.words;
    screen.open(home, "").await;
    for accepted in [false, true] {
        screen.find(&heading(words.say("first_run.welcome"))).await;
        screen.choose_file(&file_input(words.say("first_run.file")), file).await;
        expect_counts(screen, Counts { new: records, ..Counts::default() }).await;
        if !accepted {
            // Nothing was stored by looking: the next start is a first one again.
            screen.reload().await;
        }
    }
    take_over(screen).await;
    screen.press(&radio("李娜")).await;
    screen.press(&button(words.say("first_run.begin"))).await;
    screen.find(&heading(words.say("common.today"))).await;
}

/// Both devices set the same field before they know of each other.
async fn disagree(one: &Screen, two: &Screen, home: &Home, case: &str) {
    for (screen, urgency) in [(one, "names.urgency_high"), (two, "names.urgency_emergency")] {
        screen.open(home, case).await;
        let list = combobox(screen.words.say("names.field_urgency"));
        screen.find(&any_option().within(list.clone()).first()).await;
        screen.press(&option(screen.words.say(urgency)).within(list)).await;
        screen
            .reads(&screen.words.fill(
                "story.changed",
                &[
                    ("field", &screen.words.say("story.the_urgency")),
                    ("old", &screen.words.say("names.urgency_normal")),
                    ("new", &screen.words.say(urgency)),
                ],
            ))
            .await;
    }
}

/// Files both ways; the conflict is shown on both, settled on one, and both are the same.
async fn exchange(one: &Screen, two: &Screen, home: &Home, profiles: (&Profile, &Profile), case: &str) {
    let words = &one.words;
    let title = words.fill("conflict.title", &[("field", &words.say("names.field_urgency"))]);
    let keep = words.fill("conflict.keep_value", &[("value", &words.say("names.urgency_emergency"))]);
    let from_one = export(one, home, profiles.0, "one").await;
    let from_two = export(two, home, profiles.1, "two").await;
    for (screen, file) in [(two, &from_one), (one, &from_two)] {
        let all = Archive::read(file).records().len();
        offer(screen, home, file).await;
        expect_counts(screen, Counts { unchanged: all - 1, conflict: 1, ..Counts::default() }).await;
        take_over(screen).await;
        screen.open(home, case).await;
        screen.find(&heading(&title)).await;
        let said: String = screen.page_text().await.split_whitespace().collect();
        for who in ["紧急王小明·", "特急李娜·"] {
            assert!(
                said.contains(&format!("{who}刚刚")) || said.contains(&format!("{who}今天")),
                "{who}: {said}"
            );
        }
    }
    one.press(&button(keep)).await;
    one.gone(&heading(&title)).await;
    let settled = export(one, home, profiles.0, "settled").await;
    import(two, home, &settled).await;
    two.open(home, case).await;
    two.find(&heading(words.say("case.timeline"))).await;
    two.gone(&heading(&title)).await;
    let back = export(two, home, profiles.1, "back").await;
    assert_eq!(
        Archive::read(&settled).records(),
        Archive::read(&back).records(),
        "both devices hold the same"
    );

    offer(one, home, &back).await;
    expect_counts(one, Counts { unchanged: Archive::read(&back).records().len(), ..Counts::default() }).await;
    one.reads(&words.say("data.nothing_new")).await;
    assert!(
        !one.has(&button(words.say("data.take_over"))).await,
        "the same file twice has nothing to take over"
    );
}
