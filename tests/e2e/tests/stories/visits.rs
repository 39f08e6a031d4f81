//! A visit to somebody who is not at home, booked again; its papers; the calendar and the board.

use casebook_e2e::story::{CORNER, WASHER, export, first_run, import, page, take_request};
use casebook_e2e::{Archive, Home, Profile, Screen, any_paper, button, checkbox, field, heading, item, link};
use serde_json::json;
use thirtyfour::Key;

#[tokio::test]
async fn visits() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    missed_and_booked_again(&screen, &home, &case).await;
    papers(&screen, &home, &case, &number).await;
    papers_of_another_visit(&screen, &home, &case, &number).await;
    two_values(&screen, &home, &profile).await;
    calendar(&screen, &home).await;
    board(&screen, &home, &number).await;
    screen.quit().await;
}

/// Agrees on a visit at these hours of the day that the form proposes.
async fn agree(screen: &Screen, from: &str, until: &str) {
    let words = &screen.words;
    screen.write(&field(words.say("visit.from")), from).await;
    screen.write(&field(words.say("visit.until")), until).await;
    if !screen.is_on(&checkbox("李娜")).await {
        screen.press(&checkbox("李娜")).await;
    }
    screen.press(&button(words.say("visit.agree"))).await;
}

async fn missed_and_booked_again(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    screen.open(home, &format!("{case}/visits")).await;
    screen.find(&heading(words.say("visit.title"))).await;
    agree(screen, "11:00", "10:00").await;
    screen.reads(&words.say("visit.error_order")).await;
    agree(screen, "11:00", "12:00").await;
    screen.reads("11:00–12:00").await;
    screen.press(&button(words.say("visit.nobody"))).await;
    screen.press(&button(words.say("case.confirm"))).await;
    screen.reads(&words.say("visit.nobody_home")).await;
    screen.press(&button(words.say("visit.again"))).await;
    agree(screen, "15:00", "16:00").await;
    screen.reads("15:00–16:00").await;
}

/// Each paper fills itself, is issued once, and prints as it was previewed.
async fn papers(screen: &Screen, home: &Home, case: &str, number: &str) {
    let words = &screen.words;
    for (kind, pages, says) in [
        ("missed_visit", 1, vec!["11:00", "15:00"]),
        ("work_order", 3, vec!["班组联", "存档联", "财务联", "李娜", "陈秀英"]),
        ("appointment", 1, vec!["15:00", "李娜"]),
    ] {
        screen.open(home, &format!("{case}/paper/{kind}")).await;
        screen.find(&any_paper()).await;
        screen.script("window.print = () => {}", vec![]).await;
        screen.press(&button(words.say("case.receipt_issue"))).await;
        screen.find(&button(words.say("case.receipt_again"))).await;
        let paper = screen.print().await;
        assert_eq!(paper.pages, pages, "{kind}: {}", paper.text);
        paper.must_say(number);
        says.iter().for_each(|words| paper.must_say(words));
    }
    // A quote has nothing to say yet: the page leads to where it is written.
    screen.open(home, &format!("{case}/paper/quote")).await;
    screen.reads(&words.say("paper_page.lacking")).await;
    screen.press(&link(words.say("options.title"))).await;
    screen.find(&heading(words.say("options.title"))).await;
}

/// What is given out for another visit has a number of its own; the first keeps its paper.
async fn papers_of_another_visit(screen: &Screen, home: &Home, case: &str, number: &str) {
    let words = &screen.words;
    screen.open(home, &format!("{case}/visits")).await;
    screen.find(&item("15:00–16:00").roughly()).await;
    screen.press(&button(words.say("visit.plan"))).await;
    agree(screen, "17:00", "18:00").await;
    screen.reads("17:00–18:00").await;
    let paper = |visit: &str| link(words.say("papers.name_appointment")).within(item(visit).roughly());
    screen.press(&paper("17:00–18:00")).await;
    screen.find(&any_paper()).await;
    screen.script("window.print = () => {}", vec![]).await;
    screen.press(&button(words.say("case.receipt_issue"))).await;
    screen.find(&button(words.say("case.receipt_again"))).await;
    let printed = screen.print().await;
    printed.must_say(&format!("{number}-V2"));
    printed.must_say("17:00");
    screen.open(home, &format!("{case}/visits")).await;
    screen.press(&paper("15:00–16:00")).await;
    screen.find(&button(words.say("case.receipt_again"))).await;
    let printed = screen.print().await;
    printed.must_say(&format!("{number}-V1"));
    printed.must_say("15:00");
}

/// Another device says otherwise how long the way is: the first page leads to the visit, where
/// one press settles it.
async fn two_values(screen: &Screen, home: &Home, profile: &Profile) {
    let words = &screen.words;
    let file = export(screen, home, profile, "visits").await;
    let mut archive = Archive::read(&file);
    let visit = archive.records().iter().find(|record| record["record"] == "visit");
    let id = visit.and_then(|visit| visit["id"].as_str()).expect("a visit").to_owned();
    archive.happen_elsewhere("visit", &id, json!({ "set": "travel", "to": 25 }));
    let other = file.with_file_name("elsewhere.json");
    archive.write(&other);
    import(screen, home, &other).await;
    screen.open(home, "#/").await;
    screen.press(&link(words.say("names.record_visit")).roughly()).await;
    let title = words.fill("conflict.title", &[("field", &words.say("work.visit_travel"))]);
    screen.find(&heading(&title)).await;
    let far = words.fill("story.minutes", &[("minutes", "25")]);
    screen.press(&button(words.fill("conflict.keep_value", &[("value", &far)]))).await;
    screen.gone(&heading(&title)).await;
}

/// The keys move the visit by a quarter of an hour; it stays so.
async fn calendar(screen: &Screen, home: &Home) {
    screen.open(home, "#/calendar").await;
    let visit = link("15:00–16:00").roughly();
    screen.find(&visit).await;
    screen.tab_to(&visit).await;
    screen.chord(Key::Shift, Key::Down).await;
    let moved = link("15:15–16:15").roughly();
    screen.find(&moved).await;
    screen.until("the cursor stays on the visit", async || screen.is_at(&moved).await).await;
    screen.reload().await;
    screen.find(&moved).await;
}

/// The keys move the case on, with the reason for what is left open.
async fn board(screen: &Screen, home: &Home, number: &str) {
    let words = &screen.words;
    screen.open(home, "#/board").await;
    let card = link(number).roughly();
    screen.tab_to(&card).await;
    screen.chord(Key::Shift, Key::Right).await;
    screen.write(&field(words.say("case.reason")), "客户急用，先安排").await;
    screen.press(&button(words.say("case.confirm"))).await;
    let stage = words.process("P1/stages/execution/name");
    screen.find(&button(words.fill("board.move_to", &[("number", number), ("stage", &stage)]))).await;
    screen.until("the cursor stays on the card", async || screen.is_at(&card).await).await;
}
