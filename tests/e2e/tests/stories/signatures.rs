//! An agreement is signed on the screen; it changes, and the next revision asks again.

use casebook_e2e::story::{CORNER, WASHER, first_run, page, take_request};
use casebook_e2e::{
    Axe, Home, Profile, Screen, any_picture, any_radio, button, dialog, field, heading, item, picture, radio,
};

const STROKE: &[(i64, i64)] = &[(-60, -20), (20, 40), (30, -50), (40, 30)];

#[tokio::test]
async fn signatures() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    screen.open(&home, &format!("{case}/agreement")).await;
    screen.find(&heading(words.say("agreement.title"))).await;
    screen.fill(&field(words.say("work.text_scope")), "更换排水泵").await;
    kept(&screen, "work.text_scope", "更换排水泵").await;

    let (paper, agreement) = (format!("{case}/paper/agreement"), format!("{number}-A1"));
    screen.open(&home, &paper).await;
    screen.script("window.print = () => {}", vec![]).await;
    screen.press(&button(words.say("case.receipt_issue"))).await;
    screen.find(&button(words.say("case.receipt_again"))).await;
    screen.reads(&open(&screen, &["work.signer_customer", "work.signer_shop"])).await;
    sign(&screen, &agreement).await;

    // What was drawn stands on the sheet, and prints with the name and the time.
    screen.find(&picture(WASHER.name)).await;
    screen.reads(&open(&screen, &["work.signer_shop"])).await;
    let time = signed_at(&screen).await;
    let printed = screen.print().await;
    printed.must_say(WASHER.name);
    printed.must_say(&time);
    assert!(!screen.has(&button(words.fill("paper_page.give_revision", &[("revision", "2")]))).await);
    assert_eq!(Axe::fetched().violations(&screen).await, Vec::<String>::new(), "a signed paper");

    revise(&screen, &home, &case, &paper).await;
    look_back(&screen, &agreement, &time).await;
    screen.quit().await;
}

/// Until a field was kept.
async fn kept(screen: &Screen, key: &str, text: &str) {
    screen.reload().await;
    let kept = field(screen.words.say(key));
    screen.until("the text is kept", async || screen.value(&kept).await == text).await;
}

fn open(screen: &Screen, roles: &[&str]) -> String {
    let words = &screen.words;
    let roles: Vec<_> = roles.iter().map(|role| words.say(role)).collect();
    words.fill("signing.still_open", &[("roles", &roles.join(&words.say("common.comma")))])
}

/// Not without a name, not without a signature; the customer first, nobody whom the paper does
/// not ask.
async fn sign(screen: &Screen, agreement: &str) {
    let words = &screen.words;
    let asked = dialog(words.fill("signing.sign_number", &[("number", agreement)]));
    let finish = button(words.say("signing.finish"));
    screen.press(&button(words.say("signing.sign"))).await;
    screen.find(&any_radio().within(asked.clone()).first()).await;
    assert!(screen.is_on(&radio(words.say("work.signer_customer"))).await);
    assert!(!screen.has(&radio(words.say("work.signer_member"))).await, "it has no place for them");
    let name = field(words.say("signing.name"));
    assert_eq!(screen.value(&name).await, WASHER.name, "mostly it is the customer");
    screen.press(&radio(words.say("work.signer_shop"))).await;
    assert_eq!(screen.value(&name).await, "王小明", "for the shop, who is at this device");
    screen.press(&radio(words.say("work.signer_customer"))).await;
    screen.press(&finish).await;
    screen.reads(&words.say("signing.error_empty")).await;
    screen.fill(&name, "").await;
    screen.press(&finish).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&name, WASHER.name).await;
    screen.draw(&any_picture().within(asked.clone()), &[STROKE]).await;
    screen.find(&picture(words.fill("signing.pad_drawn", &[("count", "1")]))).await;
    screen.press(&finish).await;
    screen.gone(&asked).await;
}

/// When the customer signed, as the page says it.
async fn signed_at(screen: &Screen) -> String {
    let words = &screen.words;
    let role = words.say("work.signer_customer");
    let who = words.fill("signing.signed_by", &[("name", WASHER.name), ("role", &role)]);
    let said = screen.text(&item(&who).roughly()).await;
    said.rsplit(['）', ' ']).next().expect("a time").trim().to_owned()
}

/// The agreement is changed: the page says so, and the next revision is unsigned.
async fn revise(screen: &Screen, home: &Home, case: &str, paper: &str) {
    let words = &screen.words;
    screen.open(home, &format!("{case}/agreement")).await;
    screen.fill(&field(words.say("work.text_scope")), "更换排水泵和门封").await;
    kept(screen, "work.text_scope", "更换排水泵和门封").await;
    screen.open(home, paper).await;
    let revision = [("revision", "2")];
    screen.reads(&words.fill("paper_page.changed_signed", &revision)).await;
    screen.find(&picture(WASHER.name)).await;
    screen.press(&button(words.fill("paper_page.give_revision", &revision))).await;
    screen.gone(&picture(WASHER.name)).await;
    screen.reads(&open(screen, &["work.signer_customer", "work.signer_shop"])).await;
    screen.reads("更换排水泵和门封").await;
    assert!(!screen.has(&button(words.fill("paper_page.give_revision", &[("revision", "3")]))).await);
}

/// The first revision can be looked at and printed as it was signed; it is not signed any more.
async fn look_back(screen: &Screen, agreement: &str, time: &str) {
    let words = &screen.words;
    let revision =
        |revision| words.fill("paper_page.revision", &[("number", agreement), ("revision", revision)]);
    screen.press(&button(revision("1")).roughly()).await;
    screen.find(&picture(WASHER.name)).await;
    screen.reads(&words.fill("paper_page.replaced", &[("revision", "2")])).await;
    assert!(!screen.has(&button(words.say("signing.sign"))).await);
    let printed = screen.print().await;
    printed.must_say(time);
    assert!(!printed.says("门封"), "{}", printed.text);
    screen.press(&button(words.say("paper_page.see_newest"))).await;
    screen.gone(&picture(WASHER.name)).await;
    screen.find(&button(words.say("signing.sign"))).await;
}
