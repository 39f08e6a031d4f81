//! Rows of a table whose customers are here already, or stand further up in it.

use super::{OTHER, choose, customer, written};
use casebook_e2e::story::{CORNER, Counts, WASHER, expect_counts, first_run, take_over, take_request};
use casebook_e2e::{
    Home, Profile, Scratch, Screen, Target, button, combobox, field, group, heading, option, radio,
};
use std::fmt::Write as _;

/// Somebody who is here, somebody who may be, and somebody twice.
const SHEET: &str = "姓名,手机,邮箱,地址,备忘\n\
陈秀英,13800001234,chen@example.org,,常客\n\
陈太太,13800001234,,和平路 2 号,\n\
林志强,139 0000 5678,,,\n\
林志强,139 0000 5678,lin@example.org,,\n";

/// A choice for one row.
fn row(screen: &Screen, line: usize, name: &str, doing: &str) -> Target {
    let what = screen.words.fill("import.alike_what", &[("line", &line.to_string()), ("name", name)]);
    radio(screen.words.say(doing)).within(group(what))
}

async fn preview(screen: &Screen) {
    screen.press(&button(screen.words.say("import.preview"))).await;
}

#[tokio::test]
async fn rows_of_who_is_here_are_left_out_added_or_new() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("zh-CN"), Scratch::new("duplicates"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;

    let file = written(&scratch, "later.csv", SHEET);
    choose(&screen, &home, &file).await;
    let note = combobox("备忘");
    screen.press(&option(words.say("import.col_note")).within(note.clone())).await;
    preview(&screen).await;
    let asked = heading(words.fill("import.alike_title", &[("name", "later.csv")]));
    screen.find(&asked).await;
    // What the row says stands beside what is here.
    screen.reads(&format!("chen@example.org {}", words.say("import.alike_missing"))).await;
    screen.reads(&format!("陈太太 {}", words.say("import.alike_differs"))).await;
    assert!(screen.is_on(&row(&screen, 2, "陈秀英", "import.doing_leave")).await);
    assert!(screen.is_on(&row(&screen, 3, "陈太太", "import.doing_new")).await);

    // All at once, then one of them otherwise.
    let all = group(words.fill("import.alike_sure", &[("count", "2")]));
    screen.press(&radio(words.say("import.doing_add")).within(all)).await;
    assert!(screen.is_on(&row(&screen, 2, "陈秀英", "import.doing_add")).await);
    assert!(screen.is_on(&row(&screen, 3, "陈太太", "import.doing_new")).await, "of another group");
    screen.press(&row(&screen, 5, "林志强", "import.doing_leave")).await;
    screen.press(&row(&screen, 3, "陈太太", "import.doing_add")).await;

    // Back to the rows, to the columns and to the file: what was said is kept.
    preview(&screen).await;
    screen.find(&heading(words.say("data.plan_title"))).await;
    expect_counts(&screen, Counts { new: 1, changed: 1, ..Counts::default() }).await;
    screen.press(&button(words.say("common.back"))).await;
    screen.find(&asked).await;
    assert!(screen.is_on(&row(&screen, 5, "林志强", "import.doing_leave")).await);
    screen.press(&button(words.say("common.back"))).await;
    assert_eq!(screen.value(&note).await, "note");
    preview(&screen).await;
    screen.find(&asked).await;
    assert!(screen.is_on(&row(&screen, 3, "陈太太", "import.doing_add")).await);
    preview(&screen).await;
    take_over(&screen).await;

    screen.open(&home, "#/customers").await;
    screen.find(&customer(&screen, &OTHER)).await;
    screen.press(&customer(&screen, &WASHER)).await;
    let says = async |key: &str, text: &str| {
        let at = field(words.say(key));
        screen.until(key, async || screen.value(&at).await == text).await;
    };
    for (key, text) in [
        ("names.customer_name", WASHER.name),
        ("names.customer_phone", WASHER.phone),
        ("names.customer_email", "chen@example.org"),
        ("names.customer_address", "和平路 2 号"),
        ("names.customer_note", "常客"),
    ] {
        says(key, text).await;
    }

    // Taken back, they are as before.
    screen.open(&home, "#/data").await;
    screen.press(&button(words.fill("import.earlier_undo", &[("name", "later.csv")]))).await;
    screen.press(&button(words.say("import.back_accept"))).await;
    screen.tells("import.back_done").await;
    screen.open(&home, "#/customers").await;
    screen.gone(&customer(&screen, &OTHER)).await;
    screen.press(&customer(&screen, &WASHER)).await;
    says("names.customer_name", WASHER.name).await;
    says("names.customer_email", "").await;
    says("names.customer_address", "").await;

    // Another file instead.
    choose(&screen, &home, &file).await;
    screen.press(&button(words.say("import.another_file"))).await;
    screen.find(&casebook_e2e::file_input(words.say("data.choose"))).await;
    screen.quit().await;
}

#[tokio::test]
async fn hundreds_of_them_are_said_at_once() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("en"), Scratch::new("hundreds"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let sheet = |email: bool| {
        let mut text = String::from("name,mobile,email\n");
        for n in 0..600 {
            let email = if email { format!("c{n}@example.org") } else { String::new() };
            let _ = writeln!(text, "Customer {n},1380000{n:04},{email}");
        }
        text
    };
    choose(&screen, &home, &written(&scratch, "first.csv", sheet(false))).await;
    preview(&screen).await;
    take_over(&screen).await;

    choose(&screen, &home, &written(&scratch, "second.csv", sheet(true))).await;
    preview(&screen).await;
    screen.find(&heading(words.fill("import.alike_sure", &[("count", "600")]))).await;
    let line = |line: usize| {
        heading(words.fill(
            "import.alike_row",
            &[("line", &line.to_string()), ("name", &format!("Customer {}", line - 2))],
        ))
    };
    screen.find(&line(21)).await;
    assert!(!screen.has(&line(22)).await, "only some are shown");
    screen.press(&button(words.fill("import.alike_more", &[("count", "20")]))).await;
    screen.find(&line(41)).await;
    let all = group(words.fill("import.alike_sure", &[("count", "600")]));
    screen.press(&radio(words.say("import.doing_add")).within(all)).await;
    assert!(screen.is_on(&row(&screen, 40, "Customer 38", "import.doing_add")).await);
    preview(&screen).await;
    screen.find(&heading(words.say("data.plan_title"))).await;
    expect_counts(&screen, Counts { changed: 600, ..Counts::default() }).await;
    take_over(&screen).await;
    screen.quit().await;
}
