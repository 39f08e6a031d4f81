//! A letter that needs more than one page: each says which it is, and no clause is cut in two.

use casebook_e2e::story::{CORNER, first_run, issue, new_standing_letter};
use casebook_e2e::{Home, Profile, button, field, group, squash};

/// Enough clauses for a second page.
const CLAUSES: usize = 14;

#[tokio::test]
async fn long_letter() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    new_standing_letter(&screen, &home).await;
    let words = &screen.words;
    for number in 1..=CLAUSES {
        let section = group(words.clause("sections/quality/title"));
        screen.press(&button(words.say("letter.own_add")).within(section)).await;
        screen.fill(&field(words.say("letter.own_new")), &clause(number)).await;
        screen.find(&field(words.fill("letter.own", &[("number", &number.to_string())]))).await;
    }
    issue(&screen).await;
    let paper = screen.print().await;
    assert!(paper.pages > 1, "the letter fits one page:\n{}", paper.text);
    let total = paper.pages.to_string();
    let pages: Vec<&str> = paper.text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert_eq!(pages.len(), paper.pages, "an empty page was printed");
    for (at, page) in (1..).zip(&pages) {
        let number = words.fill("paper.page_of", &[("page", &at.to_string()), ("pages", &total)]);
        assert!(squash(page).contains(&squash(&number)), "page {at} does not say '{number}':\n{page}");
    }
    for number in 1..=CLAUSES {
        let whole = squash(&clause(number));
        let uncut = pages.iter().filter(|page| squash(page).contains(&whole)).count();
        assert_eq!(uncut, 1, "clause {number} is not whole on one page:\n{}", paper.text);
    }
    screen.quit().await;
}

fn clause(number: usize) -> String {
    let digits = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅", "卯"];
    let mark = digits[number - 1];
    format!(
        "本店自拟条款{mark}：凡在本店维修的电器，自交付之日起，无论何种原因需要再次检查，均由原维修人员免费上门一次，并当面说明检查结果和后续建议，由客户确认后方可离开（{mark}）。"
    )
}
