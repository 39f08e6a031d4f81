//! The one file, opened as if somebody had double-clicked it, and again the next day.

use casebook_e2e::story::{CORNER, WASHER, first_run, issue, page, take_request};
use casebook_e2e::{
    Browser, Home, Profile, Screen, Target, any_heading, any_link, button, heading, link, list, navigation,
};

#[tokio::test]
async fn single_file() {
    let (home, profile) = (Home::one_file(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let case = first_day(&screen, &home).await;
    let words = &screen.words;
    screen.press(&button(words.say("case.new_letter"))).await;
    let number = issue(&screen).await;
    let letter = page(&screen.here().await);
    let paper = screen.print().await;
    assert_eq!(paper.pages, 1, "{}", paper.text);
    paper.must_say(&format!("编号 {number} · 核验码"));

    screen.back().await;
    screen.find(&heading(words.say("case.timeline"))).await;
    assert_eq!(page(&screen.here().await), case, "back leads to the case");
    screen.reload().await;
    screen.find(&heading(words.say("case.timeline"))).await;
    screen.press(&menu(&screen, "common.cases")).await;
    screen.press(&any_link().within(list(words.say("common.cases")))).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    screen.quit().await;

    let screen = profile.open().await;
    next_day(&screen, &home, &case).await;
    screen.open(&home, &letter).await;
    screen.find(&button(screen.words.say("common.print"))).await;
    assert_eq!(screen.print().await.text, paper.text, "the letter prints the same the next day");
    screen.quit().await;
}

#[tokio::test]
async fn firefox_single_file() {
    let (home, profile) = (Home::one_file(), Profile::new(Browser::Firefox, "zh-CN"));
    let screen = profile.open().await;
    let case = first_day(&screen, &home).await;
    screen.reload().await;
    screen.find(&heading(screen.words.say("case.timeline"))).await;
    screen.quit().await;
    let screen = profile.open().await;
    next_day(&screen, &home, &case).await;
    screen.quit().await;
}

/// A link of the main menu.
fn menu(screen: &Screen, key: &str) -> Target {
    link(screen.words.say(key)).within(navigation(screen.words.say("common.main_menu")))
}

/// The first run and a request; gives the address of its case.
async fn first_day(screen: &Screen, home: &Home) -> String {
    screen.open(home, "").await;
    first_run(screen, &CORNER, "王小明").await;
    let number = take_request(screen, &WASHER).await;
    let shown = screen.text(&any_heading().first()).await;
    assert_eq!(shown, number);
    page(&screen.here().await)
}

/// All is there again.
async fn next_day(screen: &Screen, home: &Home, case: &str) {
    screen.open(home, "").await;
    screen.find(&heading(screen.words.say("common.today"))).await;
    screen.reads(CORNER.name).await;
    screen.open(home, case).await;
    screen.reads(WASHER.name).await;
    screen.reads(WASHER.description).await;
}
