//! The clocks of a case: measured by the letter in force, explained span by span, kept, paused, and
//! broken: then the remedy is written down, an apology printed and an improvement begun. The
//! browser's clock and zone are set.

use casebook_e2e::story::{
    CORNER, Followed, Request, WASHER, first_run, issue, new_standing_letter, page, take_request,
};
use casebook_e2e::{
    Axe, Home, Profile, Screen, Target, button, combobox, dialog, field, heading, item, link, option, radio,
};
use serde_json::{Value, json};

/// Thursday, twenty to six in Shanghai; the shop closes at six and is open on Friday.
const BEGIN: &str = "2026-03-12T17:40:00+08:00";
const REMEDY: &str = "免收本次上门费";

#[tokio::test]
async fn promise_clock() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    set_clock(&screen).await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;

    // Nothing is promised yet, and the counter is told so.
    screen.open(&home, "#/new").await;
    screen.reads(&words.say("promise.intake_none")).await;
    // The foot of the form lies over what is only just in view; the keyboard scrolls further.
    screen.tab_to(&link(words.say("promise.intake_letters"))).await;
    new_standing_letter(&screen, &home).await;
    let letter = issue(&screen).await;
    screen.open(&home, "#/new").await;
    screen.find(&link(letter.as_str()).roughly()).await;
    screen.open(&home, "#/").await;
    screen.find(&heading(words.say("common.today"))).await;

    // Five to six: two hours of service time do not end at the close.
    at(&screen, &home, "2026-03-12T17:55:00+08:00", "#/").await;
    screen.find(&heading(words.say("common.today"))).await;
    // Who is told at once what to expect has had the first answer; this customer is not.
    let number = take_request(&screen, &Request { told: "", ..WASHER }).await;
    let case = page(&screen.here().await);
    explained(&screen).await;
    paused(&screen, &home, &case).await;
    kept(&screen, &home, &case).await;
    broken(&screen, &home, &case, &number, &letter).await;
    screen.quit().await;
}

/// The browser is in Shanghai, and its clock goes ahead by what the page's own note says.
async fn set_clock(screen: &Screen) {
    screen.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": "Asia/Shanghai" })).await;
    let script = format!(
        "(() => {{ const real = Date.now.bind(Date);
            const note = 'test-clock-ahead';
            if (localStorage.getItem(note) === null) localStorage.setItem(note, Date.parse('{BEGIN}') - real());
            Date.now = () => real() + Number(localStorage.getItem(note)); }})()"
    );
    screen.before_each_page(&script).await;
}

/// Opens a page at another time.
async fn at(screen: &Screen, home: &Home, time: &str, hash: &str) {
    let put = "localStorage.setItem('test-clock-ahead',
        Number(localStorage.getItem('test-clock-ahead')) + Date.parse(arguments[0]) - Date.now())";
    screen.script(put, vec![Value::from(time)]).await;
    screen.open(home, hash).await;
    screen.reload().await;
}

/// The row of a promise on the page of the case.
fn row(screen: &Screen, promise: &str) -> Target {
    item(screen.words.say(&format!("due.{promise}"))).roughly().first()
}

async fn explained(screen: &Screen) {
    let words = &screen.words;
    let first = words.say("due.first_response");
    screen.press(&button(format!("{} {first}", words.say("promise.why")))).await;
    let why = dialog(words.fill("promise.why_title", &[("promise", &first)]));
    screen.find(&why).await;
    screen
        .until("the rest goes on in the morning", async || {
            let said = screen.text(&why).await;
            ["17:55–18:00", "09:00–10:55", "到 18:00 收工时还没用完"].iter().all(|part| said.contains(part))
        })
        .await;
    screen.press(&button(words.say("common.close")).within(why.clone())).await;
    screen.gone(&why).await;
    let axe = Axe::fetched();
    assert_eq!(axe.violations(screen).await, Vec::<String>::new(), "a case with promises");
}

/// While the customer is waited for, the clocks stand still; the answer that is owed does, too.
async fn paused(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    at(screen, home, "2026-03-13T09:30:00+08:00", case).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    let waits = combobox(words.say("waiting.waiting"));
    screen.press(&option(words.say("waiting.customer")).within(waits)).await;
    screen.reads(&words.say("promise.clocks_stand")).await;
    let first = row(screen, "first_response");
    let still = words.say("promise.state_paused");
    screen.until("it stands still", async || screen.text(&first).await.contains(&still)).await;
    at(screen, home, "2026-03-13T10:30:00+08:00", case).await;
    screen.press(&button(words.say("waiting.go_on"))).await;
    // 35 minutes were used before: an hour of waiting moved the due time by an hour.
    screen.until("an hour later", async || screen.text(&first).await.contains("11:55")).await;
}

async fn kept(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    at(screen, home, "2026-03-13T11:00:00+08:00", case).await;
    let keep = button(words.say("promise.keep_first_response"));
    screen.press(&keep).await;
    let asks =
        dialog(words.fill("promise.keep_title", &[("what", &words.say("promise.keep_first_response"))]));
    let save = button(words.say("promise.save")).within(asks.clone());
    let (date, time) = (field(words.say("promise.date")), field(words.say("promise.time")));
    screen.write(&date, "2026-03-11").await;
    screen.press(&save).await;
    screen.reads(&words.say("promise.error_before")).await;
    screen.write(&date, "2026-03-13").await;
    screen.write(&time, "11:30").await;
    screen.press(&save).await;
    screen.reads(&words.say("promise.error_ahead")).await;
    screen.write(&time, "10:45").await;
    screen.press(&radio(words.say("names.channel_phone")).within(asks.clone())).await;
    screen.write(&field(words.say("promise.words")).within(asks.clone()), "明天上午来看").await;
    screen.press(&save).await;
    screen.gone(&asks).await;
    screen.gone(&keep).await;
    screen.reads("明天上午来看").await;
}

/// Three weeks later the plan is overdue: it is told on the first page and made up for.
async fn broken(screen: &Screen, home: &Home, case: &str, number: &str, letter: &str) {
    let words = &screen.words;
    let plan = words.say("due.plan");
    at(screen, home, "2026-04-01T10:00:00+08:00", "#/").await;
    screen.reads(&words.fill("due.over", &[("promise", &plan)])).await;
    screen.open(home, case).await;
    let lies = row(screen, "plan");
    let over = words.say("promise.state_breached");
    screen.until("it is broken", async || screen.text(&lies).await.contains(&over)).await;

    let done = button(format!("{} {plan}", words.say("promise.remedy_done")));
    screen.press(&done).await;
    let asks = dialog(words.fill("promise.remedy_title", &[("promise", &plan)]));
    screen.press(&radio(words.say("promise.way_otherwise")).within(asks.clone())).await;
    let save = button(words.say("promise.save")).within(asks.clone());
    screen.press(&save).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&field(words.say("promise.remedy_words")), REMEDY).await;
    screen.press(&save).await;
    screen.gone(&asks).await;
    screen.gone(&done).await;
    screen.reads(REMEDY).await;

    let paper = Followed::new(screen, home, case, "P1").give_out("apology").await;
    assert_eq!(paper.pages, 1, "{}", paper.text);
    for said in [number, letter, plan.as_str(), REMEDY, WASHER.name, CORNER.name] {
        paper.must_say(said);
    }

    screen.open(home, case).await;
    screen.press(&link(words.say("promise.improve")).first()).await;
    screen.find(&heading(words.say("improvement.new"))).await;
    assert!(screen.is_on(&radio(words.say("improvement.origin_promise"))).await, "the origin is known");
    let occasion = field(words.say("improvement.occasion"));
    screen.until("which promise", async || screen.value(&occasion).await.contains(&plan)).await;
    screen.fill(&field(words.say("improvement.name")), "报价当天给").await;
    screen.press(&button(words.say("improvement.begin"))).await;
    screen.find(&heading("报价当天给")).await;
}
