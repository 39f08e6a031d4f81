//! A case shows what it needs and no more; what is next stands on each of its pages; what was
//! begun and left is found again, or thrown away.

use casebook_e2e::story::{CORNER, first_run, open_on_case, page};
use casebook_e2e::{Home, Profile, Screen, button, dialog, field, heading, link, radio, summary};

#[tokio::test]
async fn on_case() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    begun_and_left(&screen, &home).await;

    // Quick service: nothing but the process and the papers that every case can have.
    screen.find(&summary(words.say("overview.more"))).await;
    for part in ["needs.title", "options.title", "agreement.title", "job.title", "payments.title"] {
        assert!(!screen.has(&link(words.say(part))).await, "{part} is not needed yet");
    }
    let next =
        words.fill("case.next_task", &[("task", &words.process("P8/stages/connect/tasks/greet/text"))]);
    screen.reads(&next).await;
    open_on_case(&screen, "options.title").await;
    screen.find(&heading(words.say("options.title"))).await;
    screen.fill(&field(words.say("options.new_title")), "换屏").await;
    screen.press(&button(words.say("options.add"))).await;
    screen.find(&heading(words.fill("options.number", &[("n", "1")]))).await;
    screen.press(&link(&next)).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    screen.find(&link(words.say("overview.option_one")).roughly()).await;
    discard_a_letter(&screen, &home).await;
    screen.quit().await;
}

/// Half a request survives that its page is left, until it is handed in.
async fn begun_and_left(screen: &Screen, home: &Home) {
    let words = &screen.words;
    let (phone, description) =
        (field(words.say("names.customer_phone")), field(words.say("new_request.description")));
    screen.open(home, "#/new").await;
    screen.fill(&phone, "138 0000 1234").await;
    screen.fill(&description, "手机屏幕碎了").await;
    screen.press(&radio(words.process("P8/name"))).await;
    screen.open(home, "#/").await;
    screen.find(&heading(words.say("common.today"))).await;
    screen.open(home, "#/new").await;
    screen.reads(&words.say("new_request.begun")).await;
    assert_eq!(screen.value(&phone).await, "138 0000 1234");
    assert!(screen.is_on(&radio(words.process("P8/name"))).await, "what was chosen is chosen");

    screen.press(&button(words.say("new_request.begun_drop"))).await;
    screen.until("it is thrown away", async || screen.value(&description).await.is_empty()).await;
    screen.fill(&phone, "138 0000 1234").await;
    screen.fill(&description, "手机屏幕碎了，要换").await;
    screen.press(&radio(words.process("P8/name"))).await;
    screen.press(&button(words.say("new_request.submit"))).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    let case = page(&screen.here().await);
    screen.open(home, "#/new").await;
    screen.find(&heading(words.say("common.new_request"))).await;
    assert_eq!(screen.value(&phone).await, "", "what was handed in is let go");
    screen.open(home, &case).await;
}

/// A letter that was begun for the case is thrown away; the case offers a new one.
async fn discard_a_letter(screen: &Screen, home: &Home) {
    let words = &screen.words;
    let case = page(&screen.here().await);
    screen.press(&button(words.say("case.new_letter"))).await;
    screen.find(&button(words.say("letter.issue"))).await;
    let draft = page(&screen.here().await);
    screen.open(home, "#/letters").await;
    screen.press(&button(words.say("letter.discard"))).await;
    let asks = dialog(words.say("letter.discard_title"));
    screen.press(&button(words.say("letter.discard")).within(asks)).await;
    screen.reads(&words.say("letter.empty")).await;
    screen.open(home, &draft).await;
    screen.reads(&words.say("letter.missing")).await;
    screen.open(home, &case).await;
    screen.find(&button(words.say("case.new_letter"))).await;
}
