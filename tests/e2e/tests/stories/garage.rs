//! A car comes for its brakes: booked, received, diagnosed, repaired, inspected by somebody else,
//! paid. The blueprint shows how far it is, and each paper prints.

use casebook_e2e::story::{CORNER, first_run, page};
use casebook_e2e::{
    Home, Paper, Profile, Screen, any_paper, button, checkbox, dialog, field, group, heading, link,
    navigation, radio, region, summary,
};
use thirtyfour::Key;

const OWNER: &str = "周建国";
const PADS: &str = "更换前刹车片";
const DISCS: &str = "刹车片和刹车盘一起换";

#[tokio::test]
async fn garage() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let case = book(&screen, &home).await;
    stands_in(&screen, &home, &case, "booking").await;
    reception(&screen, &home, &case).await;
    diagnosis(&screen, &home, &case).await;
    stands_in(&screen, &home, &case, "work").await;
    work(&screen, &home, &case).await;
    handover(&screen, &home, &case).await;
    blueprint(&screen, &home).await;
    screen.quit().await;
}

fn stage(screen: &Screen, id: &str) -> String {
    screen.words.process(&format!("P11/stages/{id}/name"))
}

/// The words of a task, such as `work/do_job`.
fn task(screen: &Screen, id: &str) -> String {
    let (stage, task) = id.split_once('/').expect("a stage and a task");
    screen.words.process(&format!("P11/stages/{stage}/tasks/{task}/text"))
}

async fn tick(screen: &Screen, ids: &[&str]) {
    for id in ids {
        // A photo is kept elsewhere, and its box says so.
        let target = checkbox(task(screen, id)).roughly();
        screen.press(&target).await;
        screen.until("the task is done", async || screen.is_on(&target).await).await;
    }
}

async fn choose(screen: &Screen, id: &str, choice: &str) {
    let (stage, of) = id.split_once('/').expect("a stage and a task");
    let choice = screen.words.process(&format!("P11/stages/{stage}/tasks/{of}/choices/{choice}"));
    let choice = radio(choice).within(group(task(screen, id)));
    screen.press(&choice).await;
    screen.until("it is chosen", async || screen.is_on(&choice).await).await;
}

async fn write(screen: &Screen, id: &str, words: &str) {
    let text = format!("{} · {}", task(screen, id), screen.words.say("case.ask_text"));
    screen.fill(&field(text), words).await;
}

/// All required tasks are done: nothing is asked on the way to the next stage.
async fn go_on(screen: &Screen, home: &Home, case: &str, to: &str) {
    let next = stage(screen, to);
    screen.open(home, case).await;
    screen.press(&button(screen.words.fill("case.go_on", &[("stage", &next)]))).await;
    screen.find(&heading(next)).await;
    assert!(!screen.has(&dialog(screen.words.say("case.why"))).await, "nothing is asked");
}

/// The blueprint says where the case is, between its two lines.
async fn stands_in(screen: &Screen, home: &Home, case: &str, here: &str) {
    let words = &screen.words;
    screen.open(home, case).await;
    screen.press(&link(words.say("process.see_blueprint"))).await;
    screen.find(&region(words.say("process.blueprint"))).await;
    screen.reads(&words.say("process.line_interaction")).await;
    screen.reads(&words.say("process.line_visibility")).await;
    for lane in ["names.lane_customer", "names.lane_frontstage", "names.lane_backstage"] {
        screen.reads(&words.say(lane)).await;
    }
    let said = casebook_e2e::squash(&screen.page_text().await);
    let marked = [stage(screen, here), words.say("process.here")].concat();
    assert!(said.contains(&casebook_e2e::squash(&marked)), "'{marked}' is not marked:\n{said}");
}

/// Gives a paper out and prints it.
async fn print(screen: &Screen, home: &Home, case: &str, kind: &str) -> Paper {
    let words = &screen.words;
    screen.open(home, &format!("{case}/paper/{kind}")).await;
    screen.find(&any_paper().first()).await;
    screen.script("window.print = () => {}", vec![]).await;
    screen.press(&button(words.say("case.receipt_issue"))).await;
    screen.find(&button(words.say("case.receipt_again"))).await;
    let paper = screen.print().await;
    for said in [CORNER.name, OWNER] {
        paper.must_say(said);
    }
    paper
}

/// A request that follows the blueprint of a garage; the time is agreed. Gives the case's page.
async fn book(screen: &Screen, home: &Home) -> String {
    let words = &screen.words;
    screen.type_keys("n").await;
    screen.find(&heading(words.say("common.new_request"))).await;
    for (key, typed) in [
        ("names.customer_phone", "138 0000 5678"),
        ("names.customer_name", OWNER),
        ("names.asset_label", "小轿车"),
        ("new_request.description", "踩刹车有尖叫声"),
    ] {
        screen.fill(&field(words.say(key)), typed).await;
    }
    screen.tab_to(&field(words.say("new_request.told_own"))).await;
    screen.press(&summary(words.say("process.more"))).await;
    screen.tab_to(&button(words.process("P11/name")).roughly()).await;
    screen.type_keys(Key::Enter).await;
    screen.press(&button(words.say("new_request.submit"))).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    let case = page(&screen.here().await);
    tick(screen, &["booking/customer_calls"]).await;
    screen.open(home, &format!("{case}/visits")).await;
    screen.fill(&field(words.say("visit.date")), "2026-12-16").await;
    screen.fill(&field(words.say("visit.from")), "09:00").await;
    screen.fill(&field(words.say("visit.until")), "10:00").await;
    screen.press(&button(words.say("visit.agree"))).await;
    screen.reads("09:00–10:00").await;
    case
}

async fn reception(screen: &Screen, home: &Home, case: &str) {
    go_on(screen, home, case, "reception").await;
    tick(screen, &["reception/customer_arrives", "reception/receive_car", "reception/walk_round"]).await;
    write(screen, "reception/fault_told", "低速踩刹车时左前轮尖叫").await;
    go_on(screen, home, case, "diagnosis").await;
}

/// Two options; the quote is printed, and the customer takes the cheaper one.
async fn diagnosis(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    write(screen, "diagnosis/diagnose", "前刹车片剩 2 毫米").await;
    screen.open(home, &format!("{case}/options")).await;
    for (place, (title, price)) in [(PADS, "320"), (DISCS, "860")].into_iter().enumerate() {
        screen.fill(&field(words.say("options.new_title")), title).await;
        screen.press(&button(words.say("options.add"))).await;
        let card = || region(words.fill("options.number", &[("n", &(place + 1).to_string())]));
        screen.press(&button(words.say("options.add_line")).within(card())).await;
        let line = || group(words.fill("options.line", &[("n", "1")])).within(card());
        screen.fill(&field(words.say("options.line_text")).within(line()), title).await;
        let cell = field(words.fill("options.line_price", &[("sign", "¥")])).within(line());
        screen.fill(&cell, price).await;
    }
    screen.reads("¥860.00").await;
    let quote = print(screen, home, case, "quote").await;
    assert_eq!(quote.pages, 1, "{}", quote.text);
    for said in [PADS, DISCS, "320.00", "860.00"] {
        quote.must_say(said);
    }
    screen.open(home, &format!("{case}/options")).await;
    let first = region(words.fill("options.number", &[("n", "1")]));
    screen.press(&button(words.say("options.choose")).within(first)).await;
    screen.press(&button(words.say("options.choose_now"))).await;
    screen.reads(&words.fill("options.chosen_by", &[("who", OWNER)])).await;
    screen.open(home, case).await;
    choose(screen, "diagnosis/customer_agrees", "signed").await;
    go_on(screen, home, case, "work").await;
}

/// The work order in three copies; the result is accepted, and approved by somebody else.
async fn work(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    screen.open(home, case).await;
    choose(screen, "work/customer_waits", "waits").await;
    tick(screen, &["work/do_job"]).await;
    let order = print(screen, home, case, "work_order").await;
    assert_eq!(order.pages, 3, "three copies:\n{}", order.text);
    order.must_say(&task(screen, "work/do_job"));
    screen.open(home, &format!("{case}/acceptance")).await;
    screen.press(&button(words.say("acceptance.verdict_add"))).await;
    screen.press(&radio(words.say("work.verdict_accepted"))).await;
    screen.press(&button(words.say("acceptance.verdict_save"))).await;
    screen.gone(&button(words.say("acceptance.verdict_save"))).await;
    let report = print(screen, home, case, "acceptance_report").await;
    assert_eq!(report.pages, 1, "{}", report.text);
    report.must_say(&words.say("work.verdict_accepted"));

    screen.open(home, case).await;
    screen.find(&navigation(words.say("case.stages"))).await;
    let review = || region(words.say("review.title"));
    screen.press(&button(words.say("review.submit")).within(review())).await;
    screen.press(&radio("李娜").within(review())).await;
    screen.press(&button(words.say("review.approve"))).await;
    screen.reads(&words.fill("review.approved", &[("name", "李娜")])).await;
    go_on(screen, home, case, "handover").await;
}

/// The fee is stated and settled; the case is closed.
async fn handover(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    tick(screen, &["handover/tell_customer", "handover/wash", "handover/customer_leaves"]).await;
    screen.open(home, &format!("{case}/payments")).await;
    let receive = casebook_e2e::form(words.say("payments.receive"));
    let paid = field(words.fill("payments.amount", &[("sign", "¥")])).within(receive);
    screen.until("all of it is asked for", async || screen.value(&paid).await == "320.00").await;
    screen.press(&button(words.say("payments.take"))).await;
    screen.reads(&words.say("payments.settled")).await;
    let fee = print(screen, home, case, "fee_statement").await;
    assert_eq!(fee.pages, 1, "{}", fee.text);
    for said in [PADS, "320.00", "叁佰贰拾元"] {
        fee.must_say(said);
    }
    assert!(!fee.says(DISCS), "the other option is not charged:\n{}", fee.text);
    screen.open(home, case).await;
    screen.press(&button(words.say("case.close"))).await;
    screen.gone(&button(words.say("case.close"))).await;
    assert!(!screen.has(&dialog(words.say("case.why"))).await, "all is done");
}

/// The blueprint on paper: lanes, both lines, every step of the customer.
async fn blueprint(screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/process/P11/poster").await;
    screen.find(&button(words.say("process.print"))).await;
    let poster = screen.print().await;
    assert_eq!(poster.pages, 1, "one page:\n{}", poster.text);
    poster.must_say(&words.process("P11/name"));
    poster.must_say(&words.say("papers.blueprint_interaction"));
    poster.must_say(&words.say("papers.blueprint_visibility"));
    for id in ["booking/customer_calls", "diagnosis/customer_agrees", "handover/customer_pays"] {
        poster.must_say(&task(screen, id));
    }
}
