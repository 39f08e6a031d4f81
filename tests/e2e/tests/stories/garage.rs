//! A car comes to the garage (P11): the blueprint shows where the visit stands, and its papers
//! are printed.

use casebook_e2e::story::{
    Followed, Request, Shop, accept_result, add_line, add_option, approve, choose_option, first_run,
    pass_test, receive, take_request_of,
};
use casebook_e2e::{Home, Profile, Screen, any_heading, button, field, link, region};

const SHOP: Shop = Shop {
    name: "顺路汽车维修",
    phone: "021-5550 0144",
    address: "环城北路 88 号",
    staff: &["赵颖", "孙师傅"],
};

const CAR: Request = Request {
    phone: "138 0000 9753",
    name: "钱立",
    item: "灰色两厢车",
    description: "刹车时右前轮有尖叫声",
    told: "明早九点到店检查",
};

#[tokio::test]
async fn garage() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &SHOP, SHOP.staff[0]).await;
    let page = take_request_of(&screen, &CAR, "P11").await;
    let number = screen.text(&any_heading().first()).await;
    let case = Followed::new(&screen, &home, &page, "P11");
    stands_in(&screen, case, "booking").await;
    receive_car(&screen, case).await;
    diagnose(&screen, case, &number).await;
    work(&screen, case, &number).await;
    stands_in(&screen, case, "handover").await;
    hand_over(&screen, case, &number).await;
    poster(&screen, &home).await;
    screen.quit().await;
}

/// The blueprint marks the stage, between its lanes and their two lines.
async fn stands_in(screen: &Screen, case: Followed<'_>, stage: &str) {
    let words = &screen.words;
    case.open().await;
    screen.press(&link(words.say("process.see_blueprint")).roughly()).await;
    let blueprint = region(words.say("process.blueprint"));
    for said in [
        "names.lane_customer",
        "process.line_interaction",
        "names.lane_frontstage",
        "process.line_visibility",
        "names.lane_backstage",
    ] {
        let said = words.say(said);
        screen.until(&said, async || screen.text(&blueprint).await.contains(&said)).await;
    }
    let here = format!("{}{}", words.process(&format!("P11/stages/{stage}/name")), words.say("process.here"));
    screen.reads(&here).await;
    case.open().await;
}

async fn receive_car(screen: &Screen, case: Followed<'_>) {
    let words = &screen.words;
    case.tick(&["booking/customer_calls"]).await;
    case.follow("booking/confirm_time", "visit.title").await;
    screen.write(&field(words.say("visit.from")), "09:00").await;
    screen.write(&field(words.say("visit.until")), "10:00").await;
    screen.press(&button(words.say("visit.agree"))).await;
    screen.reads("09:00–10:00").await;
    case.are_on_record(&["booking/confirm_time"]).await;
    case.go_on("reception").await;
    case.follow("reception/receive_car", "asset.title").await;
    screen.fill(&field(words.say("asset.text_condition")), "左后门有划痕").await;
    case.are_on_record(&["reception/receive_car"]).await;
    case.tick(&["reception/customer_arrives", "reception/walk_round"]).await;
    case.answer("reception/fault_told", "text", "冷车第一脚刹车最响").await;
    case.go_on("diagnosis").await;
}

async fn diagnose(screen: &Screen, case: Followed<'_>, number: &str) {
    case.answer("diagnosis/diagnose", "text", "右前刹车片磨到极限").await;
    case.follow("diagnosis/estimate", "options.title").await;
    add_option(screen, "只换右前刹车片").await;
    add_line(screen, 1, 1, ("刹车片", "1", "180")).await;
    add_option(screen, "前轮两侧一起换").await;
    add_line(screen, 2, 1, ("刹车片", "2", "180")).await;
    add_line(screen, 2, 2, ("工时", "1", "120")).await;
    choose_option(screen, 2).await;
    let quote = case.give_out("quote").await;
    for said in [number, CAR.name, CAR.item, "只换右前刹车片", "前轮两侧一起换", "480.00"] {
        quote.must_say(said);
    }
    assert!((1..=2).contains(&quote.pages), "{} pages: {}", quote.pages, quote.text);
    case.are_on_record(&["diagnosis/estimate", "diagnosis/hand_estimate"]).await;
    case.choose("diagnosis/customer_agrees", "signed").await;
    case.go_on("work").await;
}

/// Somebody else than who did the job inspects it.
async fn work(screen: &Screen, case: Followed<'_>, number: &str) {
    case.choose("work/customer_waits", "waits").await;
    let order = case.give_out("work_order").await;
    assert_eq!(order.pages, 3, "{}", order.text);
    for said in [number, CAR.item, "480.00"] {
        order.must_say(said);
    }
    case.are_on_record(&["work/schedule"]).await;
    case.tick(&["work/do_job"]).await;
    case.follow("work/inspect", "acceptance.title").await;
    pass_test(screen, "试车十公里无异响").await;
    accept_result(screen).await;
    let report = case.give_out("acceptance_report").await;
    assert_eq!(report.pages, 1, "{}", report.text);
    report.must_say("试车十公里无异响");
    case.are_on_record(&["work/inspect"]).await;
    approve(screen, SHOP.staff[1]).await;
    case.go_on("handover").await;
}

async fn hand_over(screen: &Screen, case: Followed<'_>, number: &str) {
    case.tick(&["handover/tell_customer", "handover/wash"]).await;
    case.open_page("payments").await;
    receive(screen, "480").await;
    screen.reads(&screen.words.say("payments.settled")).await;
    let invoice = case.give_out("fee_statement").await;
    assert_eq!(invoice.pages, 1, "{}", invoice.text);
    for said in [number, "刹车片", "480.00", SHOP.staff[1]] {
        invoice.must_say(said);
    }
    case.are_on_record(&["handover/invoice", "handover/customer_pays"]).await;
    case.tick(&["handover/customer_leaves"]).await;
    case.close().await;
}

/// The poster has all stages on one page.
async fn poster(screen: &Screen, home: &Home) {
    screen.open(home, "#/process/P11/poster").await;
    screen.find(&casebook_e2e::any_paper()).await;
    let poster = screen.print().await;
    assert_eq!(poster.pages, 1, "{}", poster.text);
    for stage in ["booking", "reception", "diagnosis", "work", "handover"] {
        poster.must_say(&screen.words.process(&format!("P11/stages/{stage}/name")));
    }
}
