//! The customer wants more after quote and agreement were given out: the change walks through
//! its five stages, and both papers are issued again, naming what they replace and what changed.

use casebook_e2e::story::{CORNER, WASHER, first_run, page, take_request};
use casebook_e2e::{
    Axe, Home, Paper, Profile, Screen, Target, any_paper, button, checkbox, dialog, field, group, heading,
    link, region,
};

const WISH: &str = "另装一块静音垫";

#[tokio::test]
async fn change_request() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);

    quote(&screen, &home, &case).await;
    for (kind, mark) in [("quote", "Q1"), ("agreement", "A1")] {
        screen.open(&home, &format!("{case}/paper/{kind}")).await;
        let paper = issue(&screen).await;
        paper.must_say(&format!("{number}-{mark}"));
        paper.must_say("¥150.00");
        assert!(!paper.text.contains(&words.say("papers.amended_replaces")[..6]), "{}", paper.text);
    }

    let work = format!("{case}/work");
    screen.open(&home, &work).await;
    note(&screen).await;
    plan(&screen, &home, &work).await;
    prices(&screen, &home, &work).await;
    confirm(&screen, &home, &work, &number).await;
    again(&screen, &home, &work, &number).await;
    track(&screen).await;
    let axe = Axe::fetched();
    assert_eq!(axe.violations(&screen).await, Vec::<String>::new(), "a finished change");

    screen.open(&home, &case).await;
    let check = task(&screen, "track/tasks/check");
    screen.reads(&words.fill("story.change_task_done", &[("task", &check), ("change", WISH)])).await;
    screen.tells("story.issued_revision").await;
    screen.quit().await;
}

/// An option with one line, which the customer chose.
async fn quote(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    screen.open(home, &format!("{case}/options")).await;
    screen.fill(&field(words.say("options.new_title")), "更换排水泵").await;
    screen.press(&button(words.say("options.add"))).await;
    add_line(screen, 1, "排水泵", "150").await;
    screen.press(&button(words.say("options.choose"))).await;
    screen.find(&dialog(words.fill("options.choose_title", &[("title", "更换排水泵")]))).await;
    screen.press(&button(words.say("options.choose_now"))).await;
    screen.reads(&words.fill("options.chosen_by", &[("who", WASHER.name)])).await;
}

async fn add_line(screen: &Screen, row: usize, text: &str, price: &str) {
    let words = &screen.words;
    let option = region(words.fill("options.number", &[("n", "1")]));
    let line = group(words.fill("options.line", &[("n", &row.to_string())])).within(option.clone());
    screen.press(&button(words.say("options.add_line")).within(option)).await;
    screen.fill(&field(words.say("options.line_text")).within(line.clone()), text).await;
    screen.fill(&field(words.fill("options.line_price", &[("sign", "¥")])).within(line), price).await;
}

/// Gives the paper on the screen out, and prints it.
async fn issue(screen: &Screen) -> Paper {
    let words = &screen.words;
    screen.find(&any_paper()).await;
    screen.script("window.print = () => {}", vec![]).await;
    screen.press(&button(words.say("case.receipt_issue"))).await;
    screen.find(&button(words.say("case.receipt_again"))).await;
    screen.print().await
}

/// A text of the process of changes.
fn task(screen: &Screen, path: &str) -> String {
    screen.words.process(&format!("P15/stages/{path}/text"))
}

async fn next(screen: &Screen, path: &str) {
    let words = &screen.words;
    screen.reads(&words.fill("change.next", &[("task", &task(screen, path))])).await;
}

/// The box of a task.
fn tick(screen: &Screen, path: &str) -> Target {
    checkbox(task(screen, path))
}

async fn stands_at(screen: &Screen, number: &str, stage: &str) {
    let stage = screen.words.process(&format!("P15/stages/{stage}/name"));
    screen.reads(&screen.words.fill("change.course_at", &[("number", number), ("stage", &stage)])).await;
}

/// The wish first, then the reason and the effects, as the next line asks for them.
async fn note(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("job.change_add"))).await;
    screen.fill(&field(words.say("job.change_what")), WISH).await;
    screen.press(&button(words.say("job.change_save"))).await;
    stands_at(screen, "1", "talk").await;
    next(screen, "talk/tasks/reason").await;
    screen.press(&button(words.say("change.fill_in"))).await;
    screen.fill(&field(words.say("work.change_reason")), "楼下嫌吵").await;
    screen.press(&button(words.say("job.change_save"))).await;
    next(screen, "talk/tasks/no_promise").await;
    screen.press(&tick(screen, "talk/tasks/no_promise")).await;
    stands_at(screen, "2", "assess").await;
    next(screen, "assess/tasks/effect_time").await;
    screen.press(&button(words.say("change.fill_in"))).await;
    for (key, text) in [
        ("work.change_on_time", "多半小时"),
        ("work.change_on_cost", "加 60 元"),
        ("work.change_on_quality", "噪声更小"),
    ] {
        screen.fill(&field(words.say(key)), text).await;
    }
    screen.press(&button(words.say("job.change_save"))).await;
    stands_at(screen, "3", "adjust").await;
    assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "a change on its way");
}

async fn plan(screen: &Screen, home: &Home, work: &str) {
    let words = &screen.words;
    next(screen, "adjust/tasks/plan").await;
    screen.press(&link(words.say("agreement.title"))).await;
    screen.fill(&field(words.say("work.day_agreed_end")), "2099-12-01").await;
    screen.open(home, work).await;
}

async fn prices(screen: &Screen, home: &Home, work: &str) {
    let words = &screen.words;
    next(screen, "adjust/tasks/quote").await;
    screen.press(&link(words.say("options.title"))).await;
    screen.find(&heading(words.say("options.title"))).await;
    add_line(screen, 2, "静音垫", "60").await;
    screen.reads("¥210.00").await;
    screen.open(home, work).await;
    stands_at(screen, "4", "confirm").await;
}

/// The paper of the change has both totals; what is not confirmed stands in no other paper.
async fn confirm(screen: &Screen, home: &Home, work: &str, number: &str) {
    let words = &screen.words;
    next(screen, "confirm/tasks/explain").await;
    screen.press(&tick(screen, "confirm/tasks/explain")).await;
    next(screen, "confirm/tasks/request").await;
    screen.press(&link(words.say("papers.name_change_request"))).await;
    let paper = issue(screen).await;
    for said in [&format!("{number}-C1"), WISH, "楼下嫌吵", "加 60 元", "¥150.00", "¥210.00"] {
        paper.must_say(said);
    }
    screen.open(home, work).await;
    screen.reads(&words.say("change.next_decide")).await;
    screen.press(&button(words.say("job.change_confirm"))).await;
    stands_at(screen, "5", "track").await;
}

/// Quote and agreement are given out again under their numbers.
async fn again(screen: &Screen, home: &Home, work: &str, number: &str) {
    let words = &screen.words;
    for (name, mark) in [("papers.name_quote", "Q1"), ("papers.name_agreement", "A1")] {
        let name = words.say(name);
        screen.reads(&words.fill("change.next_again", &[("paper", &name)])).await;
        screen.press(&link(name)).await;
        screen.press(&button(words.say("paper_page.anew"))).await;
        let paper = issue(screen).await;
        let second = words.fill(
            "papers.number_revision_line",
            &[("number", &format!("{number}-{mark}")), ("revision", "2")],
        );
        let replaces = words.fill("papers.amended_replaces", &[("revision", "1")]);
        for said in [second.as_str(), &replaces, &format!("{WISH}（客户于"), "¥210.00"] {
            paper.must_say(said);
        }
        screen.open(home, work).await;
    }
}

async fn track(screen: &Screen) {
    for path in ["tell_team", "carry_out", "check"] {
        let path = format!("track/tasks/{path}");
        next(screen, &path).await;
        screen.press(&tick(screen, &path)).await;
    }
    screen.reads(&screen.words.say("change.finished")).await;
    screen.reload().await;
    screen.reads(&screen.words.say("change.finished")).await;
}
