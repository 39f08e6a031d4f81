//! After the job: the plan by the shop's own rule, a follow-up that finds a problem and opens a
//! case for it, the record on paper, and a message with its words filled in.

use casebook_e2e::story::{CORNER, Followed, WASHER, accept_result, first_run, page, take_request};
use casebook_e2e::{
    Axe, Home, Profile, Screen, any_heading, button, dialog, field, heading, link, radio, summary,
};

const PROBLEM: &str = "门封有点漏水";

#[tokio::test]
async fn follow_up() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    own_rule(&screen, &home).await;

    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    let followed = Followed::new(&screen, &home, &case, "P1");
    followed.open_page("follow-ups").await;
    screen.reads(&words.say("care.not_delivered")).await;
    followed.open_page("acceptance").await;
    accept_result(&screen).await;

    // The plan is offered on the case, and made by one press.
    followed.open().await;
    screen.press(&button(words.fill("care.offer_all", &[("count", "2")]))).await;
    screen.gone(&heading(words.say("care.offer_title"))).await;
    followed.open_page("follow-ups").await;
    screen.find(&heading(words.say("care.title")).first()).await;
    let axe = Axe::fetched();
    assert_eq!(axe.violations(&screen).await, Vec::<String>::new(), "two follow-ups");
    first_call(&screen).await;

    // A new problem opens a case in one press, with nothing typed twice.
    screen.press(&link(words.say("care.open_case"))).await;
    screen.find(&heading(words.say("common.new_request"))).await;
    let described = field(words.say("new_request.description"));
    screen.until("what they said is there", async || screen.value(&described).await == PROBLEM).await;
    screen.reads(WASHER.name).await;
    screen.press(&button(words.say("new_request.submit"))).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    let linked = screen.text(&any_heading().first()).await;
    assert_ne!(linked, number);
    screen.press(&link(words.fill("care.arisen_from", &[("number", &number)]))).await;
    screen.find(&heading(&number)).await;
    screen.press(&link(words.fill("care.follow_up_link", &[("number", &linked)]))).await;
    screen.find(&heading(&linked)).await;

    let record = followed.give_out("follow_up_record").await;
    assert_eq!(record.pages, 1, "{}", record.text);
    for said in [number.as_str(), WASHER.name, "声音小多了", PROBLEM] {
        record.must_say(said);
    }
    message(&screen, followed, &number).await;
    screen.quit().await;
}

/// Customers who came once are asked after five days and two months; what cannot be is told.
async fn own_rule(screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/settings").await;
    screen.press(&summary(words.say("care.rules_open"))).await;
    let occasional = field(words.say("care.importance_occasional"));
    for (typed, key) in
        [("0 天", "care.error_not_ahead"), ("20 年", "care.error_too_far"), ("很快", "care.error_interval")]
    {
        screen.fill(&occasional, typed).await;
        screen.reads(&words.fill(key, &[("part", typed)])).await;
        assert_eq!(screen.value(&occasional).await, typed, "what was typed stays");
    }
    screen.fill(&occasional, "5天，2个月").await;
    screen.until("the rule is kept", async || screen.value(&occasional).await == "5 天、2 个月").await;
    // Keys are no shortcuts while somebody types.
    screen.open(home, "#/").await;
    screen.find(&heading(words.say("common.today"))).await;
}

/// The customer is reached at the first follow-up, and has a problem.
async fn first_call(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("care.note_call")).first()).await;
    let save = button(words.say("care.call_save"));
    screen.press(&save).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.press(&radio(words.say("care.reached_no"))).await;
    screen.find(&field(words.say("care.next_day"))).await;
    screen.press(&radio(words.say("care.reached_yes"))).await;
    screen.fill(&field(words.say("care.words")), "声音小多了").await;
    screen.fill(&field(words.say("care.problem")), PROBLEM).await;
    screen.press(&save).await;
    screen.gone(&save).await;
    screen.reads(&words.say("care.state_done")).await;
}

/// The words are made from the case, copied, and noted as sent by hand.
async fn message(screen: &Screen, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    case.open().await;
    screen.press(&button(words.say("message.open"))).await;
    let asks = dialog(words.say("message.title"));
    let text = field(words.say("message.text")).within(asks.clone());
    screen.until("the number is filled in", async || screen.value(&text).await.contains(number)).await;
    let said = screen.value(&text).await;
    for part in [WASHER.name, CORNER.name, CORNER.phone, WASHER.item] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains(['{', '[']), "{said}");
    let clipboard = "Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: \
                     text => { window.copied = text; return Promise.resolve(); }}})";
    screen.script(clipboard, vec![]).await;
    screen.press(&button(words.say("message.copy"))).await;
    screen.reads(&words.say("message.copied")).await;
    assert_eq!(screen.script("return window.copied", vec![]).await.as_str(), Some(said.as_str()));

    // Where the browser refuses, the text is selected, and it is said.
    let refused = "Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: \
                   () => Promise.reject(new Error('no'))}})";
    screen.script(refused, vec![]).await;
    screen.press(&button(words.say("message.copy"))).await;
    screen.reads(&words.say("message.copy_refused")).await;
    let selected = "const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd)";
    assert_eq!(screen.script(selected, vec![]).await.as_str(), Some(said.as_str()));

    let links =
        screen.script("return [...document.querySelectorAll('dialog[open] a')].map(a => a.href)", vec![]);
    let links = links.await.to_string();
    assert!(links.contains("mailto:?subject=") && links.contains("sms:13800001234?body="), "{links}");
    screen.press(&button(words.say("message.note_sent"))).await;
    screen.gone(&asks).await;
    screen.tells("message.told_sent").await;
}
