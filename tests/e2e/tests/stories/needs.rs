//! What a customer needs, the agreement that follows, and a result that somebody else reviews.

use casebook_e2e::story::{CORNER, first_run, page};
use casebook_e2e::{
    Home, Profile, Screen, any_field, button, combobox, dialog, field, group, heading, item, link, list,
    navigation, option, radio, region, summary,
};
use thirtyfour::Key;

const FIRST: &str = "六月底能入住";
const SECOND: &str = "总价不超过十二万";

#[tokio::test]
async fn needs() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let case = take_decoration(&screen).await;
    what_is_on_record_is_done(&screen, &home, &case).await;
    rank_expectations(&screen).await;
    judge(&screen, &home, &case).await;
    agree(&screen, &home, &case).await;
    review(&screen, &home, &case).await;
    screen.quit().await;
}

/// A request that follows the process of a decoration; gives the case's page.
async fn take_decoration(screen: &Screen) -> String {
    let words = &screen.words;
    screen.type_keys("n").await;
    screen.find(&heading(words.say("common.new_request"))).await;
    screen.fill(&field(words.say("names.customer_phone")), "138 0000 1234").await;
    screen.fill(&field(words.say("names.customer_name")), "陈秀英").await;
    screen.fill(&field(words.say("new_request.description")), "九十平的旧房要翻新").await;
    screen.tab_to(&field(words.say("new_request.told_own"))).await;
    screen.press(&summary(words.say("process.more"))).await;
    // The foot of the form lies over what is only just in view; the keyboard scrolls further.
    screen.tab_to(&button(words.process("P13/name")).roughly()).await;
    screen.type_keys(Key::Enter).await;
    screen.press(&button(words.say("new_request.submit"))).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    page(&screen.here().await)
}

/// A task leads to the needs in one press, and is done once they say something.
async fn what_is_on_record_is_done(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    let task = words.process("P13/stages/enquiry/tasks/home/text");
    let way = link(words.say("needs.title")).within(item(&task).roughly());
    assert!(!screen.text(&item(&task).roughly()).await.contains(&words.say("case.on_record")));
    screen.press(&way).await;
    screen.find(&heading(words.say("needs.title"))).await;
    screen.fill(&field(words.say("work.text_facts")), "两室一厅，厨房漏水半年").await;
    screen.open(home, case).await;
    screen.find(&item(&task).roughly()).await;
    screen.reads(&words.say("case.on_record")).await;
    screen.press(&way).await;
    let facts = field(words.say("work.text_facts"));
    screen.until("the facts are kept", async || screen.value(&facts).await.contains("漏水")).await;
}

/// The customer ranks; what cannot be done is kept with its reason only.
async fn rank_expectations(screen: &Screen) {
    let words = &screen.words;
    let new = field(words.say("needs.expectation_new"));
    for text in [FIRST, SECOND] {
        screen.write(&new, text).await;
        screen.press(&button(words.say("common.add"))).await;
        screen.find(&group(text)).await;
    }
    screen.press(&button(words.fill("needs.up", &[("what", SECOND)]))).await;
    let expectations = || list(words.say("needs.expectations"));
    let first = any_field().within(expectations()).first();
    screen.until("it is ranked first", async || screen.value(&first).await == SECOND).await;

    let cannot = radio(words.say("work.expectation_cannot")).within(group(SECOND));
    screen.press(&cannot).await;
    screen.reads(&words.say("needs.error_reason")).await;
    let reason = field(words.say("work.expectation_reason"));
    screen.fill(&reason, "十二万只够换水电和厨卫").await;
    screen.fill(&field(words.say("work.expectation_alternative")), "分两期做").await;
    screen.reload().await;
    screen.until("no is kept with its reason", async || screen.is_on(&cannot).await).await;
    assert_eq!(screen.value(&reason).await, "十二万只够换水电和厨卫");
    assert_eq!(screen.value(&first).await, SECOND, "the order is kept");
}

/// The priority comes of urgency and extent, and of the shop's own matrix.
async fn judge(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    screen.reads(&words.say("needs.priority_none")).await;
    let extent = words.say("work.extent_part");
    screen.press(&radio(&extent).within(group(words.say("work.field_extent")))).await;
    let says = |key: &str| words.fill("needs.priority", &[("priority", &words.say(key))]);
    screen.reads(&says("work.priority_normal")).await;

    screen.open(home, "#/settings").await;
    screen.press(&summary(words.say("needs.matrix_change"))).await;
    let urgency = words.say("names.urgency_normal");
    let cell = words.fill("needs.matrix_cell", &[("urgency", &urgency), ("extent", &extent)]);
    screen.press(&option(words.say("work.priority_top")).within(combobox(cell))).await;
    screen.find(&button(words.say("needs.matrix_usual"))).await;
    screen.open(home, &format!("{case}/needs")).await;
    screen.reads(&says("work.priority_top")).await;
}

/// An agreement cannot end before it starts; what was typed wrong stays until it is right.
async fn agree(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    screen.open(home, &format!("{case}/agreement")).await;
    let usual = words.say("papers.agreement_changes_text");
    screen.reads(&usual).await;
    screen.fill(&field(words.say("work.text_changes")), "改动须双方在微信里确认").await;
    screen
        .until("own words take the place of the usual ones", async || {
            !screen.page_text().await.contains(&usual)
        })
        .await;
    let (start, end) = (field(words.say("work.day_agreed_start")), field(words.say("work.day_agreed_end")));
    screen.fill(&start, "2027-03-10").await;
    screen.fill(&end, "2027-03-01").await;
    screen.reads(&words.say("agreement.error_order")).await;
    assert_eq!(screen.value(&end).await, "2027-03-01", "it stays in its field");
    screen.fill(&end, "2027-06-20").await;
    screen
        .until("it is right", async || {
            !screen.page_text().await.contains(&words.say("agreement.error_order"))
        })
        .await;
    screen.reload().await;
    screen.until("both days are kept", async || screen.value(&end).await == "2027-06-20").await;
    assert_eq!(screen.value(&start).await, "2027-03-10");
}

/// One submits the plan, another wants changes and then approves it; nobody their own.
async fn review(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    let plan = words.process("P13/stages/plan/name");
    screen.open(home, case).await;
    screen.press(&button(&plan).roughly().within(navigation(words.say("case.stages")))).await;
    screen.press(&button(words.fill("case.go_on", &[("stage", &plan)]))).await;
    give_reason(screen).await;
    let review = || region(words.say("review.title"));
    let (approve, want) = (button(words.say("review.approve")), button(words.say("review.want")));
    screen.press(&button(words.say("review.submit")).within(review())).await;
    screen.reads(&words.say("review.own")).await;
    assert!(!screen.has(&approve).await, "nobody approves their own work");

    // The stage is not left without the review, or with a reason.
    let on = words.process("P13/stages/discussion/name");
    screen.press(&button(words.fill("case.go_on", &[("stage", &on)]))).await;
    let why = dialog(words.say("case.why"));
    let lacks = words.fill("review.lacks", &[("stage", &plan)]);
    assert!(screen.text(&why).await.contains(&lacks), "the dialog names the review");
    screen.press(&button(words.say("common.cancel"))).await;

    screen.press(&radio("李娜").within(review())).await;
    screen.press(&want).await;
    screen.reads(&words.say("review.error_words")).await;
    screen.fill(&field(words.say("review.words")), "厨房的防水没有算进去").await;
    screen.press(&want).await;
    screen.reads(&words.fill("review.changes", &[("name", "李娜")])).await;
    screen.reads("厨房的防水没有算进去").await;
    become_member(screen, home, case, "王小明").await;
    screen.press(&button(words.say("review.again"))).await;
    screen.press(&radio("李娜").within(review())).await;
    screen.press(&approve).await;
    screen.reads(&words.fill("review.approved", &[("name", "李娜")])).await;
    screen.press(&button(words.fill("case.go_on", &[("stage", &on)]))).await;
    assert!(!screen.text(&why).await.contains(&lacks), "the review is done");
    screen.press(&button(words.say("common.cancel"))).await;
}

async fn give_reason(screen: &Screen) {
    let words = &screen.words;
    screen.fill(&field(words.say("case.reason")), "图纸先画").await;
    screen.press(&button(words.say("case.confirm"))).await;
    screen.gone(&dialog(words.say("case.why"))).await;
}

/// Somebody else sits down at the device.
async fn become_member(screen: &Screen, home: &Home, case: &str, name: &str) {
    screen.open(home, "#/settings").await;
    screen.press(&radio(name)).await;
    screen.open(home, case).await;
}
