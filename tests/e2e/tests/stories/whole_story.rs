//! From the first run to two devices that agree again.

mod devices;
mod papers;

use casebook_e2e::story::{CORNER, WASHER, export, first_run, page, take_request};
use casebook_e2e::{
    Archive, Home, Profile, Screen, any_button, archive_program, button, checkbox, dialog, field, group,
    heading, link, list, navigation, radio,
};
use devices::{disagree, exchange, join};
use papers::{check_letter, check_receipt, print_receipt, write_letter};
use std::ffi::OsStr;
use std::time::Instant;
use thirtyfour::Key;

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
    assert!(text.starts_with(r#"{"format":"casebook","version":1,"#), "the first keys are others");
    archive_program([OsStr::new("validate"), file.as_os_str()]);
    let archive = Archive::parse(&text);
    check_letter(&archive, &letter_number, &letter);
    check_receipt(&archive, &case, &receipt, &number);

    let two = owner.open().await;
    join(&two, &home, &file, archive.records().len()).await;
    let copy =
        std::fs::read_to_string(export(&two, &home, &owner, "copy").await).expect("the export is text");
    assert_eq!(records(&copy), records(&text), "what was taken over is given out the same");
    disagree(&one, &two, &home, &case).await;
    exchange(&one, &two, &home, (&counter, &owner), &case).await;
    one.quit().await;
    two.quit().await;
}

/// What of a file does not depend on when and where it was made.
fn records(text: &str) -> &str {
    text.split_once("\"records\":").map_or("", |(_, records)| records)
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

    screen.press(&checkbox(task("solution/tasks/draw_up_options"))).await;
    let text = format!("{} · {}", task("solution/tasks/involve_department"), words.say("case.ask_text"));
    screen.fill(&field(&text), "请维修组看一看").await;
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
