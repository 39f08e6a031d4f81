//! A special service (P9), from the application to the end of its free maintenance.

use casebook_e2e::story::{
    Followed, Request, Shop, accept_result, add_line, add_option, agree_term, approve, choose_option,
    first_run, pass_test, receive, sign, take_request_of,
};
use casebook_e2e::{Home, Profile, Screen, any_heading, button, field, form, heading, item, link, radio};

const SHOP: Shop =
    Shop {
        name: "同舟设备服务", phone: "021-5550 0155", address: "工业路 61 号", staff: &["方卉", "老段"]
    };

const OVEN: Request = Request {
    phone: "138 0000 1357",
    name: "何师傅面包房",
    item: "双层烤箱",
    description: "想给烤箱加装定时断电和超温报警",
    told: "后天给出评估结果",
};

const GOAL: &str = "超过 280 度自动断电，并响铃";

#[tokio::test]
async fn special() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &SHOP, SHOP.staff[0]).await;
    let page = take_request_of(&screen, &OVEN, "P9").await;
    let number = screen.text(&any_heading().first()).await;
    let case = Followed::new(&screen, &home, &page, "P9");
    apply(&screen, case).await;
    assess(&screen, case, &number).await;
    agree(&screen, case, &number).await;
    carry_out(&screen, case, &number).await;
    hand_over(&screen, case, &number).await;
    maintain(&screen, case, &number).await;
    screen.quit().await;
}

async fn apply(screen: &Screen, case: Followed<'_>) {
    let words = &screen.words;
    case.follow("application/form", "needs.title").await;
    screen.fill(&field(words.say("work.text_facts")), "夜里无人看守，去年烤糊过一炉").await;
    case.are_on_record(&["application/form"]).await;
    case.follow("application/goal", "agreement.title").await;
    screen.fill(&field(words.say("work.text_goals")), GOAL).await;
    case.are_on_record(&["application/goal"]).await;
    case.tick(&["application/clear_up"]).await;
    case.go_on("assessment").await;
}

/// Somebody else reviews whether it can be done before it is promised.
async fn assess(screen: &Screen, case: Followed<'_>, number: &str) {
    case.choose("assessment/feasible", "yes").await;
    case.answer("assessment/people", "text", "老段，周三全天").await;
    case.answer("assessment/material", "text", "温控器一只，断路器一只，到货三天").await;
    case.answer("assessment/fee", "number", "1800").await;
    case.open_page("options").await;
    add_option(screen, "加装温控断电").await;
    add_line(screen, 1, 1, ("温控器和断路器", "1", "1100")).await;
    add_line(screen, 1, 2, ("安装调试", "1", "700")).await;
    choose_option(screen, 1).await;
    let quote = case.give_out("quote").await;
    assert_eq!(quote.pages, 1, "{}", quote.text);
    for said in [number, OVEN.name, "温控器和断路器", "1,800.00"] {
        quote.must_say(said);
    }
    case.are_on_record(&["assessment/quote"]).await;
    approve(screen, SHOP.staff[1]).await;
    case.go_on("agreement").await;
}

async fn agree(screen: &Screen, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    case.open_page("payments").await;
    agree_term(screen, "work.term_deposit", "800").await;
    agree_term(screen, "work.term_final", "").await;
    receive(screen, "800").await;
    case.open_page("agreement").await;
    screen.fill(&field(words.say("work.day_agreed_start")), "2027-04-05").await;
    screen.fill(&field(words.say("work.day_agreed_end")), "2027-04-12").await;
    let agreement = case.give_out("agreement").await;
    for said in [number, SHOP.name, OVEN.name, GOAL, "800.00", "1,000.00", "2027年4月12日"] {
        agreement.must_say(said);
    }
    assert!((2..=3).contains(&agreement.pages), "{} pages: {}", agreement.pages, agreement.text);
    sign(screen, OVEN.name, "work.signer_customer").await;
    case.are_on_record(&["agreement/draw_up", "agreement/sign", "agreement/advance"]).await;
    case.tick(&["agreement/open_points"]).await;
    case.go_on("execution").await;
}

async fn carry_out(screen: &Screen, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    let order = case.give_out("work_order").await;
    assert_eq!(order.pages, 3, "{}", order.text);
    case.are_on_record(&["execution/assign"]).await;
    case.tick(&["execution/carry_out", "execution/keep_talking"]).await;
    case.go_on("monitoring").await;
    case.answer("monitoring/rhythm", "date", "2027-04-08").await;
    case.open_page("work").await;
    screen.press(&button(words.say("job.progress_add"))).await;
    let report = form(words.say("job.progress_title"));
    screen.fill(&field(words.say("job.progress_done")).within(report.clone()), "断路器已装，通电正常").await;
    screen.fill(&field(words.say("work.report_next")), "接温控器，试烧两炉").await;
    screen.press(&button(words.say("job.progress_save"))).await;
    screen.gone(&report).await;
    let progress = case.give_out("progress_report").await;
    assert_eq!(progress.pages, 1, "{}", progress.text);
    for said in [number, "断路器已装，通电正常", "试烧两炉"] {
        progress.must_say(said);
    }
    case.are_on_record(&["monitoring/report"]).await;
    case.tick(&["monitoring/compare"]).await;
    case.go_on("acceptance").await;
}

async fn hand_over(screen: &Screen, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    case.follow("acceptance/check_together", "acceptance.title").await;
    pass_test(screen, "升到 285 度断电响铃").await;
    accept_result(screen).await;
    screen.fill(&field(words.say("work.day_maintenance_end")), "2099-04-12").await;
    let report = case.give_out("acceptance_report").await;
    assert_eq!(report.pages, 1, "{}", report.text);
    for said in [number, "升到 285 度断电响铃", "2099年4月12日"] {
        report.must_say(said);
    }
    case.open_page("payments").await;
    receive(screen, "1000").await;
    screen.reads(&words.say("payments.settled")).await;
    let receipt = case.give_out("fee_statement").await;
    assert_eq!(receipt.pages, 1, "{}", receipt.text);
    receipt.must_say("1,800.00");
    case.are_on_record(&["acceptance/check_together", "acceptance/report_acceptance"]).await;
    // The advance spoke for the first payment that was asked for; this one is said by hand.
    case.tick(&["acceptance/settle"]).await;
    approve(screen, SHOP.staff[0]).await;
    case.go_on("maintenance").await;
}

async fn maintain(screen: &Screen, case: Followed<'_>, number: &str) {
    case.are_on_record(&["maintenance/until"]).await;
    let thanks = case.give_out("thank_you").await;
    assert_eq!(thanks.pages, 1, "{}", thanks.text);
    for said in [number, OVEN.name, "2099年4月12日"] {
        thanks.must_say(said);
    }
    later_visits(screen, case).await;
    case.are_on_record(&["maintenance/explain"]).await;
    case.tick(&["maintenance/follow_up"]).await;
    case.close().await;
}

/// A visit on the last day is covered; one on the day after is charged, and leads to the payments.
async fn later_visits(screen: &Screen, case: Followed<'_>) {
    let words = &screen.words;
    case.open_page("visits").await;
    for (day, from, coverage) in
        [("2099-04-12", "09:00", "work.coverage_covered"), ("2099-04-13", "14:00", "work.coverage_charged")]
    {
        let date = field(words.say("visit.date"));
        if !screen.has(&date).await {
            screen.press(&button(words.say("visit.plan"))).await;
        }
        screen.write(&date, day).await;
        screen.write(&field(words.say("visit.from")), from).await;
        screen.write(&field(words.say("visit.until")), &from.replace(":00", ":45")).await;
        let suggested = radio(words.say(coverage));
        screen.until(coverage, async || screen.is_on(&suggested).await).await;
        screen.press(&button(words.say("visit.agree"))).await;
        screen.find(&item(from).roughly()).await;
    }
    let record = case.give_out("appointment").await;
    assert_eq!(record.pages, 1, "{}", record.text);
    record.must_say(&words.fill("papers.visit_covered", &[("day", "2099年4月12日")]));
    case.open_page("visits").await;
    screen.press(&link(words.say("visit.charge_pay")).within(item("14:00").roughly())).await;
    screen.find(&heading(words.say("payments.title"))).await;
}
