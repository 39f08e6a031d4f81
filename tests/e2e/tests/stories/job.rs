//! A job is done and accepted: what goes wrong, what is reported, what is to be changed, tests
//! with a second round, the customer's word and signature. The timeline tells all of it.

use casebook_e2e::story::{CORNER, WASHER, export, first_run, import, open_on_case, page, take_request};
use casebook_e2e::{
    Home, Profile, Screen, Target, any_item, any_option, any_picture, button, checkbox, combobox, dialog,
    field, form, group, heading, link, option, picture, radio,
};
use serde_json::json;

const TEST: &str = "脱水运转";

#[tokio::test]
async fn job() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);

    open_on_case(&screen, "job.title").await;
    screen.find(&heading(words.say("job.title"))).await;
    work_order(&screen).await;
    trouble(&screen).await;
    progress(&screen).await;
    escalation(&screen).await;
    interim(&screen).await;
    change(&screen).await;
    screen.open(&home, &case).await;
    for told in [
        words.fill("story.progress_reported", &[("done", "拆下旧电机")]),
        words.fill("story.trouble_met", &[("kind", &words.say("work.trouble_delay")), ("words", "电机缺货")]),
        words.fill("story.escalated", &[("name", "李娜")]),
        words.fill("story.reason", &[("reason", "报价超出权限")]),
        words.fill("story.interim_agreed", &[("what", "先借备用机")]),
        words.fill("story.trouble_answered", &[("trouble", "电机缺货"), ("answer", "改用同型号旧电机")]),
        words.fill("story.interim_answered", &[("what", "先借备用机"), ("words", "周五装新电机")]),
        words.say("job.answer_replan"),
        words.say("work.change_confirmed"),
    ] {
        screen.reads(&told).await;
    }
    screen.tells("story.work_order_received").await;

    open_on_case(&screen, "acceptance.title").await;
    screen.find(&heading(words.say("acceptance.title"))).await;
    handover(&screen).await;
    tests(&screen).await;
    correction(&screen).await;
    verdict(&screen).await;
    let maintained = field(words.say("work.day_maintenance_end"));
    screen.fill(&maintained, "2099-06-30").await;
    screen.open(&home, &case).await;
    screen.reads(&words.fill("story.accepted", &[("name", WASHER.name)])).await;
    screen.reads(TEST).await;
    screen.reads("2099年6月30日").await;

    later_visits(&screen, &home, &case).await;
    paper(&screen, &home, &profile, &case, &number).await;
    sign(&screen, &number).await;
    screen.open(&home, &case).await;
    screen.tells("story.signed").await;
    let role = words.say("work.signer_member");
    let on_paper = [("name", "王小明"), ("role", &role), ("paper", &format!("{number}-T1"))];
    screen.reads(&words.fill("signing.on_paper_note", &on_paper)).await;
    screen.quit().await;
}

/// What is to be done is kept as it is typed; who took it on is written down.
async fn work_order(screen: &Screen) {
    let words = &screen.words;
    screen.fill(&field(words.say("work.text_work")), "更换电机").await;
    screen.fill(&field(words.say("work.text_materials")), "电机一台").await;
    screen.press(&button(words.say("job.receipt_add"))).await;
    screen.fill(&field(words.say("job.receipt_time")), "").await;
    screen.press(&button(words.say("job.receipt_add"))).await;
    screen.reads(&words.say("job.error_moment")).await;
    screen.fill(&field(words.say("job.receipt_time")), "09:30").await;
    screen.press(&button(words.say("job.receipt_add"))).await;
    screen.find(&any_item().within(section(screen, "job.receipt_title"))).await;
    screen.reload().await;
    let work = field(words.say("work.text_work"));
    screen.until("the work order is kept", async || screen.value(&work).await == "更换电机").await;
}

/// A usual answer is taken with one press, beside words of one's own.
async fn trouble(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("job.trouble_add"))).await;
    screen.find(&button(words.say("job.answer_hire"))).await;
    screen.press(&button(words.say("job.trouble_save"))).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.press(&radio(words.say("work.trouble_delay"))).await;
    screen.gone(&button(words.say("job.answer_hire"))).await;
    screen.fill(&field(words.say("job.trouble_words")), "电机缺货").await;
    screen.fill(&field(words.say("work.trouble_answer")), "已向厂家催货。").await;
    screen.press(&button(words.say("job.answer_replan"))).await;
    let both = format!("已向厂家催货。\n{}", words.say("job.answer_replan"));
    let answer = field(words.say("work.trouble_answer"));
    screen.until("the answer stands behind", async || screen.value(&answer).await == both).await;
    screen.press(&button(words.say("job.trouble_save"))).await;
    screen.gone(&button(words.say("job.trouble_save"))).await;
    screen.reads(&both).await;
    screen.press(&button(words.say("job.trouble_reply_change"))).await;
    screen.until("the form begins with what is said", async || screen.value(&answer).await == both).await;
    screen.fill(&answer, "改用同型号旧电机").await;
    screen.press(&button(words.say("job.trouble_reply_save"))).await;
    screen.gone(&button(words.say("job.trouble_reply_save"))).await;
    screen.reads("改用同型号旧电机").await;
}

/// A day that cannot be is told; the report is kept once it is mended.
async fn progress(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("job.progress_add"))).await;
    let open = form(words.say("job.progress_title"));
    screen.fill(&field(words.say("job.progress_done")).within(open.clone()), "拆下旧电机").await;
    let by = field(words.say("job.progress_by"));
    screen.press(&by).await;
    screen.type_keys("1").await;
    screen.press(&button(words.say("job.progress_save"))).await;
    screen.reads(&words.say("common.error_date")).await;
    screen.fill(&by, "2099-12-01").await;
    screen.fill(&field(words.say("work.report_next")), "装新电机").await;
    choose(screen, "work.report_told", &words.say("names.channel_phone")).await;
    screen.press(&button(words.say("job.progress_save"))).await;
    screen.gone(&open).await;
    screen.reads("2099年12月1日").await;
}

/// To somebody, to somebody else, and with a reason.
async fn escalation(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("job.escalation_add"))).await;
    screen.press(&button(words.say("job.escalation_save"))).await;
    screen.reads(&words.say("job.error_nobody")).await;
    choose(screen, "job.escalation_to", "王小明").await;
    screen.press(&button(words.say("job.escalation_save"))).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&field(words.say("job.escalation_why")), "报价超出权限").await;
    screen.press(&button(words.say("job.escalation_save"))).await;
    screen.reads(&words.say("job.error_to_self")).await;
    choose(screen, "job.escalation_to", "李娜").await;
    screen.press(&button(words.say("job.escalation_save"))).await;
    screen.reads(&words.fill("job.escalation_row", &[("name", "李娜")])).await;
}

/// The final answer is due at a time that exists and has not passed.
async fn interim(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("job.interim_add"))).await;
    let save = button(words.say("job.interim_save"));
    screen.press(&save).await;
    screen.reads(&words.say("job.error_moment")).await;
    screen.fill(&field(words.say("job.interim_date")), "2020-02-28").await;
    screen.fill(&field(words.say("job.interim_time")), "09:00").await;
    screen.press(&save).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&field(words.say("job.interim_what")), "先借备用机").await;
    screen.press(&save).await;
    screen.reads(&words.say("job.error_past_due")).await;
    screen.fill(&field(words.say("job.interim_date")), "2099-02-28").await;
    screen.press(&save).await;
    screen.gone(&save).await;
    screen.reads("2099年2月28日").await;
    screen.press(&button(words.say("job.interim_answer"))).await;
    screen.press(&button(words.say("job.interim_answer_save"))).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&field(words.say("job.interim_answered")), "周五装新电机").await;
    screen.fill(&field(words.say("job.interim_answer_date")), "2099-02-01").await;
    screen.press(&button(words.say("job.interim_answer_save"))).await;
    screen.reads(&words.say("job.error_not_yet")).await;
    screen.fill(&field(words.say("job.interim_answer_date")), "2020-02-01").await;
    screen.press(&button(words.say("job.interim_answer_save"))).await;
    screen.reads(&words.say("job.interim_kept")).await;
}

/// A change is proposed, put otherwise, and confirmed.
async fn change(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("job.change_add"))).await;
    screen.press(&button(words.say("job.change_save"))).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&field(words.say("job.change_what")), "换静音电机").await;
    screen.fill(&field(words.say("work.change_on_cost")), "加 80 元").await;
    screen.press(&button(words.say("job.change_save"))).await;
    screen.press(&button(words.say("change.fill_in"))).await;
    screen.fill(&field(words.say("work.change_on_cost")), "加 90 元").await;
    screen.press(&button(words.say("job.change_save"))).await;
    screen.reads("加 90 元").await;
    screen.press(&button(words.say("job.change_confirm"))).await;
    screen.gone(&button(words.say("job.change_confirm"))).await;
    screen.reads(&words.say("work.change_confirmed")).await;
}

async fn handover(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("acceptance.handover_add"))).await;
    let open = form(words.say("acceptance.handover_title"));
    for thing in ["说明书", "旧电机", "误记"] {
        screen.fill(&field(words.say("acceptance.handover_what")), thing).await;
        screen.press(&button(words.say("acceptance.add"))).await;
        screen.find(&button(words.fill("acceptance.remove", &[("what", thing)]))).await;
    }
    screen.press(&button(words.say("common.cancel")).within(open)).await;
    let mistaken = button(words.fill("acceptance.remove", &[("what", "误记")]));
    screen.press(&mistaken).await;
    screen.gone(&mistaken).await;
}

/// One test fails, is repeated in a second round, and passes; the other is not made again.
async fn tests(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("acceptance.test_add"))).await;
    screen.press(&button(words.say("acceptance.add"))).await;
    screen.reads(&words.say("common.error_empty")).await;
    for (kind, what) in [("work.test_function", TEST), ("work.test_safety", "外壳接地")] {
        screen.press(&radio(words.say(kind))).await;
        screen.fill(&field(words.say("acceptance.test_what")), what).await;
        screen.fill(&field(words.say("work.test_expected")), "正常").await;
        screen.press(&button(words.say("acceptance.add"))).await;
        screen.find(&result(screen, what)).await;
    }
    screen.press(&button(words.say("common.cancel"))).await;
    let (pass, fail) = (words.say("work.result_pass"), words.say("work.result_fail"));
    screen.press(&radio(&fail).within(result(screen, TEST))).await;
    screen.press(&radio(&pass).within(result(screen, "外壳接地"))).await;
    let repeat = button(words.say("acceptance.test_repeat"));
    screen.press(&repeat).await;
    screen.find(&heading(words.fill("acceptance.test_round", &[("number", "2")]))).await;
    screen.gone(&repeat).await;
    screen.gone(&result(screen, "外壳接地")).await;
    let again = radio(&pass).within(result(screen, TEST));
    screen.press(&again).await;
    screen.until("it passed", async || screen.is_on(&again).await).await;
    screen.gone(&repeat).await;
}

/// A correction stands open, is told where the verdict is written down, and is ticked.
async fn correction(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("acceptance.correction_add"))).await;
    screen.fill(&field(words.say("acceptance.correction_what")), "擦净外壳").await;
    screen.press(&button(words.say("acceptance.add"))).await;
    screen.press(&button(words.say("common.cancel"))).await;
    screen.press(&button(words.say("acceptance.verdict_add"))).await;
    screen.reads(&words.say("acceptance.not_ready")).await;
    screen.press(&checkbox("擦净外壳")).await;
    screen.reads(&words.say("work.correction_done")).await;
    let page = screen.page_text().await;
    assert!(!page.contains(&words.say("acceptance.not_ready")), "nothing is open any more:\n{page}");
}

async fn verdict(screen: &Screen) {
    let words = &screen.words;
    let save = button(words.say("acceptance.verdict_save"));
    let name = field(words.say("acceptance.verdict_name"));
    assert_eq!(screen.value(&name).await, WASHER.name, "mostly it is the customer");
    screen.fill(&name, "").await;
    screen.press(&save).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&name, WASHER.name).await;
    screen.press(&radio(words.say("work.verdict_refused"))).await;
    screen.press(&save).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.press(&radio(words.say("work.verdict_accepted"))).await;
    screen.press(&save).await;
    screen.gone(&save).await;
    screen.find(&any_item().within(section(screen, "acceptance.verdict_title"))).await;
}

/// After acceptance the date says who pays; another choice needs a reason, and leads to the till.
async fn later_visits(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    screen.open(home, &format!("{case}/visits")).await;
    screen.find(&heading(words.say("visit.title"))).await;
    for (key, moment) in [("visit.date", "2099-06-30"), ("visit.from", "09:00"), ("visit.until", "10:00")] {
        screen.fill(&field(words.say(key)), moment).await;
    }
    let (covered, charged) = (words.say("work.coverage_covered"), words.say("work.coverage_charged"));
    screen.until("the last day is free", async || screen.is_on(&radio(&covered)).await).await;
    screen.fill(&field(words.say("visit.date")), "2099-07-01").await;
    screen.until("the day after is not", async || screen.is_on(&radio(&charged)).await).await;
    screen.fill(&field(words.say("visit.date")), "2099-06-30").await;
    screen.until("the choice follows", async || screen.is_on(&radio(&covered)).await).await;
    screen.press(&radio(&charged)).await;
    screen.press(&button(words.say("visit.agree"))).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&field(words.say("visit.charge_reason")), "人为损坏").await;
    screen.press(&button(words.say("visit.agree"))).await;
    screen.reads("人为损坏").await;
    screen.press(&button(words.say("visit.charge_cover"))).await;
    screen.find(&button(words.say("visit.charge_bill"))).await;
    screen.press(&button(words.say("visit.charge_bill"))).await;
    screen.write(&field(words.say("case.reason")), "进水").await;
    screen.press(&button(words.say("case.confirm"))).await;
    screen.reads("进水").await;
    screen.press(&link(words.say("visit.charge_pay"))).await;
    screen.find(&heading(words.say("payments.title"))).await;
    screen.open(home, case).await;
    screen.reads(&format!("{charged}：进水")).await;
}

/// An acceptance report that another device issued comes with a file.
async fn paper(screen: &Screen, home: &Home, profile: &Profile, case: &str, number: &str) {
    let file = export(screen, home, profile, "job").await;
    let mut archive = casebook_e2e::Archive::read(&file);
    let id = case.rsplit('/').next().expect("an id");
    let blocks = [
        json!({ "kind": "title", "text": "验收报告" }),
        json!({ "kind": "paragraph", "text": "洗衣机维修完毕，运转正常。" }),
    ];
    let issued = json!({
        "number": format!("{number}-T1"), "revision": 1, "date": "2026-11-22", "hash": "9467D58A92CB",
        "document": { "paper": "acceptance_report", "lang": "zh-CN", "blocks": blocks },
    });
    archive.happen_elsewhere("case", id, json!({ "event": "paper_issued", "issued": issued }));
    let other = file.with_file_name("with-report.json");
    archive.write(&other);
    import(screen, home, &other).await;
    screen.open(home, &format!("{case}/acceptance")).await;
}

/// With the mouse; not twice; and on paper.
async fn sign(screen: &Screen, number: &str) {
    let words = &screen.words;
    let asked = dialog(words.fill("signing.sign_number", &[("number", &format!("{number}-T1"))]));
    let (sign, finish) = (button(words.say("signing.sign")), button(words.say("signing.finish")));
    let pad = || any_picture().within(asked.clone());
    let stroke: &[(i64, i64)] = &[(-60, -20), (20, 40), (30, -50), (40, 30)];
    screen.press(&sign).await;
    screen.reads("9467 D58A 92CB").await;
    screen.press(&finish).await;
    screen.reads(&words.say("signing.error_empty")).await;
    screen.draw(&pad(), &[stroke]).await;
    screen.press(&button(words.say("signing.clear"))).await;
    screen.find(&picture(words.say("signing.pad_empty"))).await;
    screen.draw(&pad(), &[stroke, &[(0, 30)]]).await;
    screen.find(&picture(words.fill("signing.pad_drawn", &[("count", "2")]))).await;
    screen.press(&finish).await;
    screen.gone(&asked).await;
    let role = words.say("work.signer_customer");
    screen.reads(&words.fill("signing.signed_by", &[("name", WASHER.name), ("role", &role)])).await;

    screen.press(&sign).await;
    screen.press(&radio(words.say("work.signer_customer"))).await;
    screen.draw(&pad(), &[stroke]).await;
    screen.press(&finish).await;
    screen.reads(&words.say("signing.error_already")).await;
    screen.press(&radio(words.say("work.signer_member"))).await;
    screen.fill(&field(words.say("signing.name")), "王小明").await;
    screen.press(&checkbox(words.say("signing.on_paper"))).await;
    screen.gone(&pad()).await;
    screen.press(&finish).await;
    screen.gone(&asked).await;
}

async fn choose(screen: &Screen, list: &str, what: &str) {
    let list = combobox(screen.words.say(list));
    screen.find(&any_option().within(list.clone()).first()).await;
    screen.press(&option(what).within(list)).await;
}

/// Where the result of a test is chosen.
fn result(screen: &Screen, what: &str) -> Target {
    group(screen.words.fill("acceptance.test_result_of", &[("what", what)]))
}

/// A section of the page.
fn section(screen: &Screen, key: &str) -> Target {
    casebook_e2e::region(screen.words.say(key))
}
