//! Notifications on this device: wished for in the settings, one when a promise begins to warn and one when it
//! is broken, none twice, and each leads to its case. The browser's clock and its notifications are made up.

use casebook_e2e::story::{CORNER, WASHER, first_run, issue, new_standing_letter, page, take_request};
use casebook_e2e::{Home, Profile, Screen, heading, radio};
use serde_json::Value;

/// Thursday morning in Shanghai.
const BEGIN: &str = "2026-03-12T09:10:00+08:00";
/// Notifications are noted instead of shown, the clock goes ahead by a note, and whoever looks now and
/// then looks often.
const MADE_UP: &str = "(() => {
    if (!location.protocol.startsWith('http')) return;
    const note = (name, usual) => JSON.parse(localStorage.getItem(name) ?? JSON.stringify(usual));
    const keep = (name, value) => localStorage.setItem(name, JSON.stringify(value));
    const real = Date.now.bind(Date);
    if (note('test-ahead', null) === null) keep('test-ahead', Date.parse('BEGIN') - real());
    Date.now = () => real() + note('test-ahead', 0);
    window.Notification = class {
        static permission = note('test-permission', 'default');
        static async requestPermission() {
            keep('test-permission', Notification.permission = note('test-answer', 'granted'));
            return Notification.permission;
        }
        constructor(title, options) {
            keep('test-told', [...note('test-told', []), [title, options.body]]);
            window.lastNotice = this;
        }
        close() {}
    };
    const every = window.setInterval.bind(window);
    window.setInterval = (what, ms, ...more) => every(what, Math.min(ms, 500), ...more);
})()";

#[tokio::test]
async fn notices() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.set_zone("Asia/Shanghai").await;
    screen.before_each_page(&MADE_UP.replace("BEGIN", BEGIN)).await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    wish(&screen, &home).await;
    new_standing_letter(&screen, &home).await;
    issue(&screen).await;
    screen.open(&home, "#/").await;
    screen.find(&heading(words.say("common.today"))).await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);

    // A plan was promised within two working days: nothing is said on the first, and something on the second.
    at(&screen, &home, "2026-03-13T09:30:00+08:00").await;
    assert_eq!(told(&screen).await.len(), 1, "only how they look");
    at(&screen, &home, "2026-03-16T15:00:00+08:00").await;
    let warns = words.fill("hours.notice_warns", &[("promise", &words.say("due.plan"))]);
    heard(&screen, &warns, &number).await;
    // Not again, neither by waiting nor by opening the page anew.
    at(&screen, &home, "2026-03-16T15:30:00+08:00").await;
    assert_eq!(told(&screen).await.len(), 2);
    at(&screen, &home, "2026-03-17T09:30:00+08:00").await;
    let broken = words.fill("hours.notice_broken", &[("promise", &words.say("due.plan"))]);
    heard(&screen, &broken, &number).await;
    screen.script("window.lastNotice.onclick()", vec![]).await;
    screen.until("it leads to the case", async || page(&screen.here().await) == case).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    screen.quit().await;
}

/// Refused at first, which is said; then granted.
async fn wish(screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/settings").await;
    screen.script("localStorage.setItem('test-answer', '\"denied\"')", vec![]).await;
    screen.press(&radio(words.say("hours.notify_all"))).await;
    screen.reads(&words.say("hours.notify_refused")).await;
    assert!(screen.is_on(&radio(words.say("hours.notify_off"))).await);
    screen.script("localStorage.setItem('test-answer', '\"granted\"')", vec![]).await;
    screen.press(&radio(words.say("hours.notify_all"))).await;
    screen.until("they are on", async || told(screen).await.len() == 1).await;
    assert_eq!(told(screen).await[0].0, words.say("hours.notify_begin"));
}

/// Begins the page anew at another time, and waits until it has looked a few times.
async fn at(screen: &Screen, home: &Home, time: &str) {
    let put = "localStorage.setItem('test-ahead',
        Number(localStorage.getItem('test-ahead')) + Date.parse(arguments[0]) - Date.now())";
    screen.script(put, vec![Value::from(time)]).await;
    screen.open(home, "#/").await;
    screen.reload().await;
    screen.find(&heading(screen.words.say("common.today"))).await;
    screen.script_async("await new Promise((later) => setTimeout(later, 3000))", vec![]).await;
}

/// What was told so far: title and words.
async fn told(screen: &Screen) -> Vec<(String, String)> {
    let all = screen.script("return JSON.parse(localStorage.getItem('test-told') ?? '[]')", vec![]).await;
    serde_json::from_value(all).unwrap_or_default()
}

/// Waits until the last that was told is this, about this case.
async fn heard(screen: &Screen, title: &str, number: &str) {
    screen
        .until("a notification", async || {
            told(screen).await.last().is_some_and(|(said, about)| said == title && about.contains(number))
        })
        .await;
}
