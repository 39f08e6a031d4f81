//! A trouble on a case becomes an improvement: planned, done, checked by the figure before and
//! after, with a coaching note; what two devices judged apart is settled.

use casebook_e2e::story::{CORNER, WASHER, export, first_run, import, open_on_case, page, take_request};
use casebook_e2e::{
    Archive, Axe, Home, Profile, Screen, any_heading, button, checkbox, combobox, field, form, group,
    heading, link, option, radio, summary,
};
use serde_json::json;

const TROUBLE: &str = "水泵缺货，等了五天";
const TITLE: &str = "常用配件备一套";
const STEP: &str = "列出十种配件";

#[tokio::test]
async fn improvement() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;

    // Nothing yet: a sentence that teaches, and one button.
    screen.open(&home, "#/improvements").await;
    screen.reads(&words.say("improvement.empty")).await;
    screen.find(&link(words.say("improvement.new"))).await;

    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    begin(&screen, &number).await;
    let address = page(&screen.here().await);
    plan(&screen).await;
    carry_out(&screen).await;
    coaching(&screen).await;
    let axe = Axe::fetched();
    assert_eq!(axe.violations(&screen).await, Vec::<String>::new(), "an improvement");

    // The case tells of it, and leads to it after the browser was closed.
    screen.open(&home, &case).await;
    screen.reload().await;
    screen.reads(&words.fill("improvement.news_begun", &[("title", TITLE)])).await;
    screen.reads(&words.fill("improvement.news_coached", &[("title", TITLE)])).await;
    screen.press(&link(words.say("improvement.fact_one")).roughly()).await;
    screen.press(&link(TITLE).roughly()).await;
    screen.find(&heading(TITLE)).await;

    check(&screen).await;
    let file = export(&screen, &home, &profile, "casebook").await;
    two_devices(&screen, &home, &file, &address).await;
    decide(&screen).await;
    screen.open(&home, &case).await;
    screen.reads(&words.fill("improvement.news_checked", &[("title", TITLE)])).await;

    // Whoever was coached finds it with their name.
    screen.open(&home, "#/settings").await;
    let member = group("李娜");
    screen.press(&summary(words.say("improvement.coaching_title")).roughly().within(member.clone())).await;
    screen.find(&link(words.fill("improvement.staff_open", &[("title", TITLE)])).within(member)).await;
    screen.quit().await;
}

/// From the trouble, in one press; what happened is not typed twice.
async fn begin(screen: &Screen, number: &str) {
    let words = &screen.words;
    open_on_case(screen, "job.title").await;
    screen.find(&heading(words.say("job.title"))).await;
    screen.press(&button(words.say("job.trouble_add"))).await;
    screen.fill(&field(words.say("job.trouble_words")), TROUBLE).await;
    screen.press(&button(words.say("job.trouble_save"))).await;
    screen.gone(&button(words.say("job.trouble_save"))).await;
    screen.press(&link(words.say("improvement.improve_this"))).await;
    screen.find(&heading(words.say("improvement.new"))).await;
    screen.find(&link(number)).await;
    assert!(screen.is_on(&radio(words.say("improvement.origin_trouble"))).await, "the origin is known");
    let occasion = field(words.say("improvement.occasion"));
    screen.until("what happened is there", async || screen.value(&occasion).await == TROUBLE).await;
    screen.press(&button(words.say("improvement.begin"))).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&field(words.say("improvement.name")), TITLE).await;
    screen.press(&button(words.say("improvement.begin"))).await;
    screen.find(&heading(TITLE)).await;
    screen.find(&link(words.fill("improvement.from_case", &[("number", number)]))).await;
}

/// Each thing that is missing is the one next step.
async fn plan(screen: &Screen) {
    let words = &screen.words;
    screen.reads(&words.say("improvement.next_why")).await;
    screen.fill(&field(words.say("improvement.why")), "抽屉空了才去订").await;
    screen.reads(&words.say("improvement.next_measure")).await;
    choose(screen, "improvement.measure", &words.say("improvement.measure_promises")).await;
    screen.reads(&words.say("improvement.next_before")).await;
    let (before, goal) = (field(words.say("improvement.before")), field(words.say("improvement.goal")));
    screen.fill(&before, "八成").await;
    assert_eq!(screen.value(&before).await, "八成", "what was typed stays");
    screen.fill(&before, "82").await;
    screen.reads(&words.say("improvement.next_goal")).await;
    screen.fill(&goal, "82").await;
    screen.reads(&words.say("improvement.error_no_change")).await;
    screen.fill(&goal, "95").await;
    screen.reads(&words.say("improvement.next_owner")).await;
    choose(screen, "improvement.owner", "王小明").await;
    screen.reads(&words.say("improvement.next_due")).await;
    let due = field(words.say("improvement.due"));
    screen.fill(&due, "2020-01-01").await;
    screen.reads(&words.say("improvement.error_past_due")).await;
    screen.fill(&due, "2099-12-01").await;
    screen.reads(&words.say("improvement.next_steps")).await;
}

async fn carry_out(screen: &Screen) {
    let words = &screen.words;
    screen.fill(&field(words.say("improvement.step_what")), STEP).await;
    screen.press(&button(words.say("improvement.step_add"))).await;
    screen.reads(&words.say("improvement.next_do_one")).await;
    screen.press(&button(words.say("improvement.finish"))).await;
    screen.reads(&words.say("improvement.error_steps_open")).await;
    screen.press(&checkbox(STEP)).await;
    screen.fill(&field(words.fill("improvement.evidence_of", &[("what", STEP)])), "清单贴在柜门上").await;
    screen.reads(&words.say("improvement.next_finish")).await;
    screen.press(&button(words.say("improvement.finish"))).await;
    screen.tells("improvement.next_after").await;
    screen.find(&field(words.say("improvement.check"))).await;
}

async fn coaching(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("improvement.coaching_add"))).await;
    let open = form(words.say("improvement.coaching_title"));
    screen.press(&button(words.say("improvement.coaching_save"))).await;
    screen.reads(&words.say("improvement.error_nobody")).await;
    choose(screen, "improvement.coaching_whom", "李娜").await;
    screen.fill(&field(words.say("improvement.coaching_practised")), "领用时当场登记").await;
    screen.fill(&field(words.say("improvement.coaching_agreed")), "不留到下班").await;
    screen.press(&button(words.say("improvement.coaching_save"))).await;
    screen.gone(&open).await;
    let row = [("whom", "李娜"), ("by", "王小明")];
    screen.reads(&words.fill("improvement.coaching_row", &row)).await;
    screen.press(&button(words.say("improvement.coaching_observe"))).await;
    screen.fill(&field(words.say("improvement.coaching_observed")), "两周没有遗漏").await;
    screen.press(&button(words.say("improvement.coaching_save"))).await;
    screen.gone(&button(words.say("improvement.coaching_save"))).await;
    screen.reads("两周没有遗漏").await;
}

/// The figure after, beside the one before; what the figures say is offered.
async fn check(screen: &Screen) {
    let words = &screen.words;
    screen.fill(&field(words.say("improvement.after")), "９０").await;
    let figures = [("before", "82 %"), ("after", "90 %"), ("goal", "95 %")];
    screen.reads(&words.fill("improvement.figures", &figures)).await;
    let part = words.say("improvement.effect_in_part");
    screen.reads(&words.fill("improvement.figures_say", &[("effect", &part)])).await;
    screen.until("it is chosen", async || screen.is_on(&radio(&part)).await).await;
    screen.press(&button(words.say("improvement.judge"))).await;
    screen.reads(&words.say("improvement.next_act")).await;
}

/// Another device judged otherwise: both verdicts stand until one is kept.
async fn two_devices(screen: &Screen, home: &Home, file: &std::path::Path, address: &str) {
    let words = &screen.words;
    let mut elsewhere = Archive::read(file);
    let id = address.rsplit('/').next().expect("an id");
    elsewhere.happen_elsewhere("improvement", id, json!({ "set": "verdict", "to": "reached" }));
    elsewhere.write(file);
    import(screen, home, file).await;
    screen.open(home, "#/").await;
    screen.find(&link(TITLE).roughly()).await;
    screen.open(home, address).await;
    screen
        .find(&heading(words.fill("conflict.title", &[("field", &words.say("improvement.verdict"))])))
        .await;
    let part = words.say("improvement.effect_in_part");
    let keep = button(words.fill("conflict.keep_value", &[("value", &part)]));
    screen.press(&keep).await;
    screen.gone(&keep).await;
}

/// It is adjusted and goes round again; that is taken back, and it becomes the standard.
async fn decide(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("improvement.again"))).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&field(words.say("improvement.act_words")), "先备五种").await;
    screen.press(&button(words.say("improvement.again"))).await;
    screen.reads(&words.fill("improvement.round", &[("number", "1")])).await;
    screen.reads(&words.say("improvement.next_due")).await;
    let told = words.fill("improvement.told_round", &[("words", "先备五种")]);
    screen.press(&button(words.fill("case.undo_last", &[("what", &told)]))).await;
    screen.reads(&words.say("improvement.next_act")).await;
    screen.fill(&field(words.say("improvement.act_words")), "写进每周检查").await;
    screen.press(&button(words.say("improvement.keep"))).await;
    screen.reads(&words.say("improvement.next_closed")).await;
    screen.reads("写进每周检查").await;
    screen.press(&link(words.say("improvement.title")).first()).await;
    screen.find(&heading(words.say("improvement.over_title"))).await;
    screen.find(&any_heading().first()).await;
}

async fn choose(screen: &Screen, list: &str, what: &str) {
    let list = || combobox(screen.words.say(list));
    screen.find(&option(what).within(list())).await;
    screen.press(&option(what).within(list())).await;
}
