//! What the store does while nobody looks, and what the page says when the store is another's.

use casebook_e2e::story::{CORNER, WASHER, begin_with_samples, first_run, page, stored_rows, take_request};
use casebook_e2e::{Axe, Home, Profile, Screen, button, field, heading, link};
use std::time::{Duration, Instant};

/// How long a message from tab to tab may take.
const SOON: Duration = Duration::from_secs(1);
/// How often somebody writes: more than a record may have rows.
const OFTEN: usize = 28;

#[tokio::test]
async fn many_rows_become_one_while_nobody_works() {
    let (home, profile) = (Home::site(), Profile::chromium("en"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    screen.open(&home, &case).await;
    let description = field(screen.words.say("names.field_description"));
    screen.find(&description).await;
    let before = stored_rows(&screen).await;
    for n in 1..=OFTEN {
        screen.fill(&description, &format!("The drum does not turn ({n})")).await;
        screen.until("it is saved", async || stored_rows(&screen).await >= before + n as u64).await;
    }
    // Nobody does anything now.
    screen.until("the rows of the case are one", async || stored_rows(&screen).await <= before).await;
    screen.reload().await;
    for n in [1, OFTEN / 2, OFTEN] {
        screen.reads(&format!("The drum does not turn ({n})")).await;
    }
    screen.quit().await;
}

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    let (home, profile) = (Home::site(), Profile::chromium("en"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    let rows = stored_rows(&screen).await;
    let upgrade = "await new Promise((yes, no) => {
            const request = indexedDB.open('casebook', 99);
            request.onsuccess = () => { request.result.close(); yes(); };
            request.onerror = request.onblocked = () => no(request.error);
        });";
    screen.script_async(upgrade, vec![]).await;
    screen.reads(&screen.words.say("safety.closed")).await;
    // Trying again does not take the words away as long as it is so.
    screen.press(&button(screen.words.say("safety.try_again"))).await;
    screen.settled().await;
    screen.reads(&screen.words.say("safety.closed")).await;

    // Neither the shop nor the form of a new one is shown, and nothing is written.
    screen.reload().await;
    screen.reads(&screen.words.say("safety.newer")).await;
    screen.find(&button(screen.words.say("safety.try_again"))).await;
    let text = screen.page_text().await;
    for absent in ["first_run.welcome", "common.starting", "safety.export_now"] {
        assert!(!text.contains(&screen.words.say(absent)), "{absent}: {text}");
    }
    assert_eq!(stored_rows(&screen).await, rows);
    screen.quit().await;
}

#[tokio::test]
async fn what_one_tab_removes_goes_from_the_other() {
    removed_in_the_other("").await;
}

#[tokio::test]
async fn tabs_without_a_channel_hear_each_other() {
    removed_in_the_other("delete window.BroadcastChannel;").await;
}

async fn removed_in_the_other(script: &str) {
    let (home, profile) = (Home::site(), Profile::chromium("en"));
    let screen = profile.open().await;
    without(&screen, script).await;
    screen.open(&home, "").await;
    begin_with_samples(&screen).await;
    let first = screen.new_tab().await;
    without(&screen, script).await;
    screen.open(&home, "#/cases").await;
    screen.reads("SAM-0060").await;
    let second = screen.go_to_tab(first).await;
    screen.press(&button(screen.words.say("safety.sample_remove"))).await;
    screen.find(&heading(screen.words.say("first_run.welcome"))).await;
    // Heard while it was hidden, so that it need not look when it is shown.
    tokio::time::sleep(SOON).await;
    let begun = Instant::now();
    screen.go_to_tab(second).await;
    screen.find(&heading(screen.words.say("first_run.welcome"))).await;
    println!("gone from the other tab {} ms after it was shown", begun.elapsed().as_millis());
    screen.quit().await;
}

async fn without(screen: &Screen, script: &str) {
    if !script.is_empty() {
        screen.before_each_page(script).await;
    }
}

/// A row that cannot be read is told on the first page, handed out as it is, and in nobody's way.
#[tokio::test]
async fn a_damaged_row_is_told_and_handed_out() {
    const TORN: &str = r#"[{ "at": "18f-torn-in-the-mid"#;
    let (home, profile) = (Home::site(), Profile::chromium("en"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    let tear = "const open = indexedDB.open('casebook');
        const database = await new Promise((done) => { open.onsuccess = () => done(open.result) });
        const rows = database.transaction('batches', 'readwrite').objectStore('batches');
        rows.put(arguments[0], 'staff/s1/torn');
        await new Promise((done) => { rows.transaction.oncomplete = done });
        database.close();";
    screen.script_async(tear, vec![TORN.into()]).await;
    screen.open(&home, "#/").await;
    screen.reload().await;
    screen.reads(&words.fill("safety.damaged_rows", &[("count", "1")])).await;
    assert_eq!(Axe::fetched().violations(&screen).await, Vec::<String>::new(), "the line");
    screen.press(&link(words.say("safety.damaged_look"))).await;
    screen.find(&heading(words.say("data.damaged_title"))).await;
    screen.press(&button(words.say("data.damaged_save"))).await;
    let file = std::fs::read_to_string(profile.take_download("damaged").await).expect("it is text");
    let kept: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    assert!(kept.to_string().contains("torn-in-the-mid"), "{file}");
    screen.open(&home, &case).await;
    screen.reads(WASHER.description).await;
    screen.quit().await;
}

/// A copy that is due is asked for on the next page, and not again once somebody has put it off.
#[tokio::test]
async fn a_copy_that_is_due_is_asked_for() {
    let (home, profile) = (Home::site(), Profile::chromium("en"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    screen.open(&home, "#/data").await;
    screen.press(&button(words.say("data.export"))).await;
    profile.take_download("copy").await;
    screen.open(&home, "#/").await;
    take_request(&screen, &WASHER).await;
    screen.set_later(40 * 24 * 60 * 60 * 1000).await;
    screen.reload().await;
    screen.find(&heading(words.say("case.timeline"))).await;
    screen.open(&home, "#/cases").await;
    screen.tells("safety.due_old").await;
    screen.press(&button(words.say("safety.later"))).await;
    let asked = async || screen.words.is_said("safety.due_old", &screen.page_text().await);
    screen.until("it is put off", async || !asked().await).await;
    screen.open(&home, "#/").await;
    screen.find(&heading(words.say("common.today"))).await;
    screen.settled().await;
    assert!(!asked().await, "it was put off");
    screen.quit().await;
}
