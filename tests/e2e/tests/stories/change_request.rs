//! The customer wants more after quote and agreement were given out: the change walks through
//! its five stages, and both papers are issued again, naming what they replace and what changed.

use casebook_e2e::story::{
    CORNER, Change, Followed, WASHER, Wish, add_line, add_option, choose_option, first_run, page,
    take_request,
};
use casebook_e2e::{Axe, Home, Profile};

const WISH: Wish = Wish {
    what: "另装一块静音垫",
    reason: "楼下嫌吵",
    on_time: "多半小时",
    on_cost: "加 60 元",
    on_quality: "噪声更小",
    line: (2, "静音垫", "60"),
    totals: ["¥150.00", "¥210.00"],
    end: "2099-12-01",
};

#[tokio::test]
async fn change_request() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let number = take_request(&screen, &WASHER).await;
    let page = page(&screen.here().await);
    let case = Followed::new(&screen, &home, &page, "P1");

    case.open_page("options").await;
    add_option(&screen, "更换排水泵").await;
    add_line(&screen, 1, 1, ("排水泵", "1", "150")).await;
    choose_option(&screen, 1).await;
    for (kind, mark) in [("quote", "Q1"), ("agreement", "A1")] {
        let paper = case.give_out(kind).await;
        paper.must_say(&format!("{number}-{mark}"));
        paper.must_say(WISH.totals[0]);
        assert!(!words.is_said("papers.amended_replaces", &paper.text), "{}", paper.text);
    }

    let axe = Axe::fetched();
    let change = Change::new(&screen, &home, (&page, &number), WISH);
    change.note().await;
    assert_eq!(axe.violations(&screen).await, Vec::<String>::new(), "a change on its way");
    change.adjust().await;
    change.confirm().await;
    change.give_out_again().await;
    change.track().await;
    assert_eq!(axe.violations(&screen).await, Vec::<String>::new(), "a finished change");

    case.open().await;
    let check = words.process("P15/stages/track/tasks/check/text");
    screen.reads(&words.fill("story.change_task_done", &[("task", &check), ("change", WISH.what)])).await;
    screen.tells("story.issued_revision").await;
    screen.quit().await;
}
