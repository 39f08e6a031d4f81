//! What the day begins with: what a case waits for and since when, whose work it is, and a day on
//! which nothing is to be done.

use casebook_e2e::story::{CORNER, WASHER, first_run, page, take_request};
use casebook_e2e::{Axe, Home, Profile, Screen, button, combobox, field, heading, link, option};

#[tokio::test]
async fn today() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    screen.reads(&words.say("today.first_case")).await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);

    choose(&screen, "names.field_assignee", "李娜").await;
    choose(&screen, "waiting.waiting", &words.say("waiting.parts")).await;
    screen.fill(&field(words.say("waiting.what_for")), "进水阀").await;
    let waits =
        words.fill("waiting.with_words", &[("reason", &words.say("waiting.parts")), ("words", "进水阀")]);
    screen.reads(&waits).await;
    screen.reload().await;
    screen.reads(&waits).await;

    screen.open(&home, "#/").await;
    screen.find(&heading(words.say("today.waiting")).roughly()).await;
    let row = link(&number).roughly();
    let since = words.say("waiting.row_parts");
    screen
        .until("the row says what is waited for", async || {
            screen.text(&row.clone().first()).await.contains(&since)
        })
        .await;
    assert_eq!(Axe::fetched().violations(&screen).await, Vec::<String>::new(), "the first page");

    // Her day has it, his has nothing.
    choose(&screen, "today.whose", "李娜").await;
    screen.find(&heading(words.say("today.waiting")).roughly()).await;
    choose(&screen, "today.whose", "王小明").await;
    screen.reads(&words.fill("today.calm_person", &[("name", "王小明")])).await;
    assert!(!screen.has(&heading(words.say("today.waiting")).roughly()).await);

    screen.open(&home, &case).await;
    screen.press(&button(words.say("waiting.go_on"))).await;
    screen.reads(&words.say("waiting.goes_on")).await;
    screen.gone(&button(words.say("waiting.go_on"))).await;
    screen.open(&home, "#/").await;
    screen.find(&heading(words.say("common.today"))).await;
    choose(&screen, "today.whose", &words.say("today.everybody")).await;
    screen.find(&heading(words.say("today.new")).roughly()).await;
    assert!(!screen.has(&heading(words.say("today.waiting")).roughly()).await);
    screen.quit().await;
}

async fn choose(screen: &Screen, list: &str, what: &str) {
    let list = combobox(screen.words.say(list));
    screen.press(&option(what).within(list)).await;
}
