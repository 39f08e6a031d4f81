//! The main job, measured: a standing letter promises a first answer and a plan; a request comes on the Friday
//! before a make-up Saturday. The due time names that Saturday, stands still while the customer is waited for, and is kept.
//! A second request is not: it is made up for, and something is improved. The report counts both, and the next letter prints
//! it in three languages.

use casebook_e2e::story::{
    CORNER, Request, WASHER, first_run, issue, new_standing_letter, page, take_request,
};
use casebook_e2e::{
    Home, Profile, Screen, Target, Words, any_heading, button, combobox, dialog, field, group, heading, item,
    link, option, radio,
};

/// Friday 13 February 2026; the Saturday after it is worked, as the Spring Festival's week is free.
const FRIDAY: &str = "2026-02-13T16:00:00+08:00";
const SATURDAY: &str = "2月14日";
const REMEDY: &str = "免收本次上门费";
const TIGHTER: &str = "中午留人值班接单";

const WASHER_UNTOLD: Request = Request { told: "", ..WASHER };
const FRIDGE: Request =
    Request {
        phone: "139 0000 5678", name: "林建国", item: "冰箱", description: "冷藏室不凉", told: ""
    };

async fn at(screen: &Screen, home: &Home, time: &str, hash: &str) {
    screen.set_clock(time).await;
    screen.open(home, hash).await;
    screen.reload().await;
    screen.find(&any_heading().first()).await;
}

/// The row of a promise on the page of its case.
fn row(words: &Words, promise: &str) -> Target {
    item(words.say(&format!("due.{promise}"))).roughly().first()
}

#[tokio::test]
async fn make_up_day() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.set_zone("Asia/Shanghai").await;
    screen.set_clock(FRIDAY).await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;

    new_standing_letter(&screen, &home).await;
    // Two hours in service hours, half a day outside them, a plan in two working days: as letters begin.
    let hours = words.clause("sections/response/clauses/first_response/label");
    assert_eq!(screen.value(&field(hours).roughly().first()).await, "2");
    let letter = issue(&screen).await;

    at(&screen, &home, "2026-02-13T16:30:00+08:00", "#/").await;
    take_request(&screen, &WASHER_UNTOLD).await;
    let case = page(&screen.here().await);
    screen.reads(&letter).await;
    explained(&screen, "first_response", &["16:30–18:00", "09:00–09:30", SATURDAY]).await;
    explained(&screen, "plan", &[SATURDAY, "2月15日", "2月24日", "18:00"]).await;
    paused_and_kept(&screen, &home, &case).await;

    at(&screen, &home, "2026-02-14T10:00:00+08:00", "#/").await;
    let second = take_request(&screen, &FRIDGE).await;
    let second_page = page(&screen.here().await);
    broken(&screen, &home, &second_page).await;
    reported(&screen, &home, &second).await;
    printed(&screen, &home).await;
    screen.quit().await;
}

/// Opens why a promise is due when it is; it must say this.
async fn explained(screen: &Screen, promise: &str, parts: &[&str]) {
    let words = &screen.words;
    let name = words.say(&format!("due.{promise}"));
    screen.press(&button(format!("{} {name}", words.say("promise.why")))).await;
    let why = dialog(words.fill("promise.why_title", &[("promise", &name)]));
    screen
        .until(&format!("why {promise}"), async || {
            let said = screen.text(&why).await;
            parts.iter().all(|part| said.contains(part))
        })
        .await;
    let said = screen.text(&why).await;
    // The span is said to be a make-up day, in the words that the page has for it.
    let pattern = words.say("promise.span_make_up_like");
    let marked =
        pattern.split(['{', '}']).nth(2).unwrap_or_default().trim_matches(['（', '，', ' ']).to_owned();
    assert!(said.contains(&marked), "'{marked}' in:\n{said}");
    screen.press(&button(words.say("common.close")).within(why.clone())).await;
    screen.gone(&why).await;
}

/// An hour of service time is waited for the customer: the due time moves by it.
async fn paused_and_kept(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    at(screen, home, "2026-02-13T17:00:00+08:00", case).await;
    let waits = combobox(words.say("waiting.waiting"));
    screen.press(&option(words.say("waiting.customer")).within(waits)).await;
    let first = row(words, "first_response");
    let still = words.say("promise.state_paused");
    screen.until("it stands still", async || screen.text(&first).await.contains(&still)).await;
    // Over night nothing would have run anyway.
    at(screen, home, "2026-02-14T08:30:00+08:00", case).await;
    screen.press(&button(words.say("waiting.go_on"))).await;
    screen.until("an hour later", async || screen.text(&first).await.contains("10:30")).await;

    at(screen, home, "2026-02-14T09:40:00+08:00", case).await;
    let keep = words.say("promise.keep_first_response");
    screen.press(&button(keep.as_str())).await;
    let asks = dialog(words.fill("promise.keep_title", &[("what", &keep)]));
    screen.press(&radio(words.say("names.channel_phone")).within(asks.clone())).await;
    screen.press(&button(words.say("promise.save")).within(asks.clone())).await;
    screen.gone(&asks).await;
    screen.gone(&button(keep.as_str())).await;
}

/// Nobody answered until the afternoon: it is told, made up for, and learned from.
async fn broken(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    at(screen, home, "2026-02-14T14:00:00+08:00", "#/").await;
    let first = words.say("due.first_response");
    screen.reads(&words.fill("due.over", &[("promise", &first)])).await;
    screen.open(home, case).await;
    let lies = row(words, "first_response");
    let over = words.say("promise.state_breached");
    screen.until("it is broken", async || screen.text(&lies).await.contains(&over)).await;

    let done = button(format!("{} {first}", words.say("promise.remedy_done")));
    screen.press(&done).await;
    let asks = dialog(words.fill("promise.remedy_title", &[("promise", &first)]));
    screen.press(&radio(words.say("promise.way_as_promised")).within(asks.clone())).await;
    screen.fill(&field(words.say("promise.remedy_words")), REMEDY).await;
    screen.press(&button(words.say("promise.save")).within(asks.clone())).await;
    screen.gone(&asks).await;
    screen.reads(REMEDY).await;

    screen.press(&link(words.say("promise.improve")).first()).await;
    screen.find(&heading(words.say("improvement.new"))).await;
    let occasion = field(words.say("improvement.occasion"));
    screen.until("which promise", async || screen.value(&occasion).await.contains(&first)).await;
    screen.fill(&field(words.say("improvement.name")), TIGHTER).await;
    screen.press(&button(words.say("improvement.begin"))).await;
    screen.find(&heading(TIGHTER)).await;
}

async fn reported(screen: &Screen, home: &Home, broken: &str) {
    let words = &screen.words;
    screen.open(home, "#/promises").await;
    screen.press(&radio(words.say("promise_report.unit_all"))).await;
    let group = words.say("due.first_response");
    for (figure, value) in [("made", "2"), ("kept", "1"), ("broken", "1"), ("percent_head", "50%")] {
        let figure = words.say(&format!("promise_report.{figure}"));
        let named = [("group", group.as_str()), ("figure", &figure), ("value", value)];
        screen.find(&link(words.fill("promise_report.figure_name", &named))).await;
    }
    let figure = words.say("promise_report.broken");
    let named = [("group", group.as_str()), ("figure", &figure), ("value", "1")];
    screen.press(&link(words.fill("promise_report.figure_name", &named))).await;
    screen.find(&link(broken).roughly()).await;
}

/// The next letter says so on paper, in each language.
async fn printed(screen: &Screen, home: &Home) {
    let words = &screen.words;
    for (lang, name, sentence) in [
        ("zh-CN", "简体中文", "2 次中兑现 1 次"),
        ("zh-TW", "繁體中文", "2 次中兌現 1 次"),
        ("en", "English", "1 of 2 kept"),
    ] {
        new_standing_letter(screen, home).await;
        screen.press(&radio(name).within(group(words.say("letter.lang")))).await;
        let period = radio(words.say("promise.period_to_date"));
        screen.press(&period.within(group(words.say("promise_report.record_field")))).await;
        screen.reads(&Words::of(lang).say("promise_report.record_title")).await;
        issue(screen).await;
        screen.print().await.must_say(sentence);
    }
}
