//! Somebody writes into a case: notes, its description, ticks.

use crate::moments::Moments;
use crate::stored::{is_calm, missing, opens};
use casebook_e2e::story::{CORNER, WASHER, first_run, page, take_request};
use casebook_e2e::{Home, Profile, Screen, button, field, heading, status};
use std::cell::RefCell;
use std::time::Instant;

/// How many notes and descriptions somebody writes at most before the kill.
const ROUNDS: u32 = 10;
/// By how many it is measured how long one takes on this machine.
const MEASURED: u32 = 2;

pub(crate) async fn survives(home: &Home, moments: &mut Moments, kills: u32) {
    let profile = Profile::chromium("zh-CN");
    let screen = profile.open().await;
    screen.open(home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    let begun = Instant::now();
    write(&screen, kills, MEASURED, &RefCell::default()).await;
    let span = begun.elapsed() * (ROUNDS / MEASURED);
    screen.quit().await;

    let mut all = Vec::new();
    for round in 0..kills {
        let screen = profile.open().await;
        opens(&screen, home).await;
        screen.open(home, &case).await;
        screen.find(&heading(screen.words.say("case.timeline"))).await;
        let acknowledged = RefCell::new(Vec::new());
        let at = moments.draw(span);
        let within = Screen::until_struck(at, write(&screen, round, u32::MAX, &acknowledged)).await;
        screen.kill(&profile);
        let acknowledged = acknowledged.into_inner();
        moments.struck("typing", at, within, &format!("{} saves acknowledged", acknowledged.len()));
        is_all_there(home, &profile, &case, &acknowledged, &mut all).await;
    }
}

/// Writes so many times; what the screen says to be saved is noted before the next.
async fn write(screen: &Screen, round: u32, times: u32, acknowledged: &RefCell<Vec<String>>) {
    let words = &screen.words;
    let saved = status(words.say("common.saved")).roughly();
    for n in 0..times {
        let (note, wish) = (format!("第{round}回记下的第{n}条。"), format!("第{round}回改的第{n}次说明。"));
        screen.fill(&field(words.say("case.note")), &note).await;
        screen.press(&button(words.say("case.add_note"))).await;
        until_kept(screen, &saved, &note).await;
        acknowledged.borrow_mut().push(note);
        screen.fill(&field(words.say("names.field_description")), &wish).await;
        until_kept(screen, &saved, &wish).await;
        acknowledged.borrow_mut().push(wish);
    }
}

/// Waits until the timeline has it, and the page says that it is saved.
async fn until_kept(screen: &Screen, saved: &casebook_e2e::Target, text: &str) {
    screen
        .until("it is saved", async || screen.page_text().await.contains(text) && screen.has(saved).await)
        .await;
}

async fn is_all_there(home: &Home, profile: &Profile, case: &str, now: &[String], all: &mut Vec<String>) {
    let screen = profile.open().await;
    opens(&screen, home).await;
    all.extend(now.iter().cloned());
    let lost = missing(&screen, all).await;
    assert!(lost.is_empty(), "acknowledged, and lost: {lost:?}");
    screen.open(home, case).await;
    screen.find(&heading(screen.words.say("case.timeline"))).await;
    is_calm(&screen).await;
    if let Some(last) = now.last() {
        screen.reads(last).await;
    }
    screen.quit().await;
}
