//! A browser that keeps nothing, and one that runs out of room: said plainly, and the data
//! can still be exported.

use casebook_e2e::story::{CORNER, WASHER, first_run, page, take_request};
use casebook_e2e::{Archive, Browser, Home, Profile, Screen, button, heading};
use serde_json::json;

#[tokio::test]
async fn storage_refused() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let refuse = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";
    screen.before_each_page(refuse).await;
    screen.open(&home, "").await;
    screen.reads(&screen.words.say("safety.refused")).await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    screen.reads(&screen.words.say("safety.refused")).await;
    screen.tells("safety.unsaved").await;
    exported_whole(&screen, &profile).await;
    // What is not stored is worth a question before the page is left.
    screen.script("window.onbeforeunload = null", vec![]).await;
    screen.quit().await;
}

/// A Firefox whose user lets no page keep anything.
#[tokio::test]
async fn firefox_storage_refused() {
    let home = Home::site();
    let profile = Profile::new(Browser::Firefox, "zh-CN").prefer("network.cookie.cookieBehavior", 2);
    let screen = profile.open().await;
    screen.open(&home, "").await;
    screen.reads(&screen.words.say("safety.refused")).await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    screen.tells("safety.unsaved").await;
    exported_whole(&screen, &profile).await;
    screen.quit().await;
}

/// How many bytes the app may keep, and the most requests that could fit.
const ROOM: u64 = 12_000;
const REQUESTS: usize = 20;

#[tokio::test]
async fn storage_full() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    // Before the first write: what the browser has allotted it does not take back.
    quota(&screen, &home, Some(ROOM)).await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let full = screen.words.say("safety.full");
    let mut number = take_request(&screen, &WASHER).await;
    let mut taken = 1;
    while !screen.page_text().await.contains(&full) {
        assert!(taken < REQUESTS, "{taken} requests were stored in {ROOM} bytes");
        screen.open(&home, "#/").await;
        number = take_request(&screen, &WASHER).await;
        taken += 1;
    }
    println!("{ROOM} bytes were full with {taken} requests");
    screen.tells("safety.unsaved").await;
    exported_whole(&screen, &profile).await;

    quota(&screen, &home, None).await;
    screen.press(&button(screen.words.say("safety.try_again"))).await;
    screen.until("the banner goes", async || !screen.page_text().await.contains(&full)).await;
    let case = page(&screen.here().await);
    screen.reload().await;
    screen.open(&home, &case).await;
    screen.find(&heading(number)).await;
    screen.reads(WASHER.description).await;
    screen.quit().await;
}

#[tokio::test]
async fn storage_full_from_the_start() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    quota(&screen, &home, Some(1)).await;
    screen.open(&home, "").await;
    let full = screen.words.say("safety.full");
    screen.reads(&full).await;
    first_run(&screen, &CORNER, "王小明").await;
    let number = take_request(&screen, &WASHER).await;
    screen.reads(&full).await;
    exported_whole(&screen, &profile).await;

    quota(&screen, &home, None).await;
    screen.press(&button(screen.words.say("safety.try_again"))).await;
    screen.until("the banner goes", async || !screen.page_text().await.contains(&full)).await;
    let case = page(&screen.here().await);
    screen.reload().await;
    screen.open(&home, &case).await;
    screen.find(&heading(number)).await;
    screen.quit().await;
}

/// How many bytes the app may keep.
async fn quota(screen: &Screen, home: &Home, bytes: Option<u64>) {
    let origin = home.address("").trim_end_matches('/').to_owned();
    let limit = match bytes {
        Some(bytes) => json!({ "origin": origin, "quotaSize": bytes }),
        None => json!({ "origin": origin }),
    };
    screen.devtools("Storage.overrideQuotaForOrigin", limit).await;
}

/// The export that the banner offers has what could not be stored.
async fn exported_whole(screen: &Screen, profile: &Profile) {
    screen.press(&button(screen.words.say("safety.export_now"))).await;
    let archive = Archive::read(&profile.take_download("unsaved").await);
    let text = archive.0.to_string();
    for words in [CORNER.name, "王小明", WASHER.name, WASHER.description] {
        assert!(text.contains(words), "the export lacks '{words}'");
    }
}
