//! Promises of forty days ago: the report counts them and opens their cases, a file holds its figures, and the
//! next letter prints them, in each language. A customer with a letter of their own goes by that.

use casebook_e2e::story::{
    CORNER, Request, WASHER, export, first_run, import, issue, new_standing_letter, take_request,
};
use casebook_e2e::{
    Archive, Axe, Home, Paper, Profile, Screen, Words, button, combobox, dialog, field, group, heading, link,
    list, option, radio,
};
use serde_json::json;

/// The browser's clock shows a time so many days ago, once that is noted.
const CLOCK: &str = "const now = Date.now.bind(Date);
    Date.now = () => now() - Number(localStorage.getItem('days-back') ?? 0) * 86400000;";
const DAYS: u64 = 40;
const DAY_MS: u64 = 86_400_000;

const FRIDGE: Request = Request {
    phone: "139 0000 5678",
    name: "林建国",
    item: "冰箱",
    description: "冷藏室不凉",
    told: "下午回电话",
};
const FAN: Request =
    Request {
        phone: "137 0000 2468", name: "周敏", item: "电扇", description: "不转了", told: "等配件"
    };

/// Forty days ago a letter was issued and three requests came, each answered at once: one got its
/// written plan in time, one ten days later, one never. Gives the cases' numbers.
async fn forty_days(screen: &Screen, home: &Home, profile: &Profile) -> [String; 3] {
    let words = &screen.words;
    screen.before_each_page(CLOCK).await;
    screen.open(home, "").await;
    screen.find(&heading(words.say("first_run.welcome"))).await;
    turn_back(screen, DAYS).await;
    first_run(screen, &CORNER, "王小明").await;
    screen.open(home, "#/promises").await;
    screen.tells("promise_report.none").await;
    new_standing_letter(screen, home).await;
    issue(screen).await;
    let mut numbers = Vec::new();
    for request in [&WASHER, &FRIDGE, &FAN] {
        screen.open(home, "#/").await;
        numbers.push(take_request(screen, request).await);
    }
    let file = export(screen, home, profile, "forty-days").await;
    let mut archive = Archive::read(&file);
    plan(&mut archive, &numbers[0], 60_000);
    plan(&mut archive, &numbers[1], 10 * DAY_MS);
    archive.write(&file);
    turn_back(screen, 0).await;
    import(screen, home, &file).await;
    numbers.try_into().expect("three numbers")
}

async fn turn_back(screen: &Screen, days: u64) {
    screen.script("localStorage.setItem('days-back', arguments[0])", vec![json!(days.to_string())]).await;
    screen.reload().await;
}

/// A request got its written plan so long after it came.
fn plan(archive: &mut Archive, number: &str, after_ms: u64) {
    let records = archive.0["records"].as_array_mut().expect("records");
    let says = |record: &serde_json::Value| {
        record["record"] == "case" && record["entries"].to_string().contains(&format!("\"{number}\""))
    };
    let case = records.iter_mut().find(|record| says(record)).expect("the case is there");
    let entries = case["entries"].as_array_mut().expect("entries");
    let first = entries[0]["stamp"].as_str().expect("a stamp");
    let opened = u64::from_str_radix(&first[..12], 16).expect("a stamp begins with a time");
    let kept = json!({ "promise": "plan", "at": null, "channel": "phone", "words": "" });
    entries.push(json!({
        "stamp": format!("{:012x}-000000-zzzzzzzzzz", opened + after_ms),
        "changes": [{ "event": "promise_kept", "kept": kept }],
    }));
}

/// A figure of the table by clause.
fn figure(words: &Words, key: &str, value: &str) -> casebook_e2e::Target {
    let (group, figure) = (words.say("due.plan"), words.say(key));
    link(
        words.fill("promise_report.figure_name", &[("group", &group), ("figure", &figure), ("value", value)]),
    )
}

#[tokio::test]
async fn promise_report() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    let [planned, late, never] = forty_days(&screen, &home, &profile).await;

    // From the letters to the report; another time is chosen.
    screen.open(&home, "#/letters").await;
    screen.press(&link(words.say("promise_report.title"))).await;
    screen.find(&heading(words.say("promise_report.title"))).await;
    screen.press(&radio(words.say("promise_report.unit_all"))).await;
    screen.find(&heading(words.say("promise_report.by_clause"))).await;
    for (key, value) in [
        ("promise_report.made", "3"),
        ("promise_report.kept", "1"),
        ("promise_report.late", "1"),
        ("promise_report.broken", "1"),
        ("promise_report.percent_head", "33%"),
    ] {
        screen.find(&figure(words, key, value)).await;
    }
    assert_eq!(Axe::fetched().violations(&screen).await, Vec::<String>::new(), "the report");

    // Each figure opens its cases, and the way back leads to the report.
    for (key, value, numbers) in [
        ("promise_report.made", "3", vec![&planned, &late, &never]),
        ("promise_report.kept", "1", vec![&planned]),
        ("promise_report.late", "1", vec![&late]),
        ("promise_report.broken", "1", vec![&never]),
    ] {
        screen.press(&figure(words, key, value)).await;
        screen.find(&heading(words.say(key))).await;
        screen.reads(&words.fill("promise_report.list_count", &[("count", value)])).await;
        for number in &numbers {
            screen.find(&link(number.as_str()).roughly()).await;
        }
        for other in [&planned, &late, &never] {
            let listed = screen.has(&link(other.as_str()).roughly()).await;
            assert_eq!(listed, numbers.contains(&other), "{key} lists {other}");
        }
        screen.back().await;
        screen.find(&heading(words.say("promise_report.by_clause"))).await;
    }
    screen.press(&figure(words, "promise_report.broken", "1")).await;
    screen.press(&link(never.as_str()).roughly()).await;
    screen.find(&heading(never.as_str())).await;
    screen.back().await;
    screen.press(&link(words.say("promise_report.back"))).await;
    screen.find(&heading(words.say("promise_report.by_clause"))).await;

    // The file has the same figures.
    screen.press(&button(words.say("promise_report.csv"))).await;
    let file = std::fs::read_to_string(profile.take_download("report").await).expect("the file is text");
    let file = file.strip_prefix('\u{feff}').expect("spreadsheets know it by its mark");
    let (table, plan) = (words.say("promise_report.by_clause"), words.say("due.plan"));
    let line = format!("{table},{plan},3,1,1,1,33,0,");
    assert!(file.lines().any(|read| read.starts_with(&line)), "{line}:\n{file}");

    // One promise alone; of a time in which there was none, the page says so.
    let clause = combobox(words.say("promise_report.clause"));
    screen.press(&option(words.say("due.plan")).within(clause)).await;
    screen.until("one promise alone", async || screen.here().await.contains("clause=written_plan")).await;
    screen.find(&figure(words, "promise_report.made", "3")).await;
    screen.open(&home, "#/promises/2001").await;
    screen.tells("promise_report.none_here").await;
    screen.press(&link(words.say("promise_report.see_all"))).await;
    screen.find(&figure(words, "promise_report.made", "3")).await;
    screen.quit().await;
}

#[tokio::test]
async fn letter_with_record() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    forty_days(&screen, &home, &profile).await;

    let mut standing = String::new();
    for (lang, name, some) in [
        ("zh-CN", "简体中文", "6 次中兑现 4 次（66%）"),
        ("zh-TW", "繁體中文", "6 次中兌現 4 次（66%）"),
        ("en", "English", "4 of 6 kept (66 %)"),
    ] {
        new_standing_letter(&screen, &home).await;
        screen.press(&radio(name).within(group(words.say("letter.lang")))).await;
        let period = radio(words.say("promise.period_to_date"));
        screen.press(&period.within(group(words.say("promise_report.record_field")))).await;
        let there = Words::of(lang);
        screen.reads(&there.say("promise_report.record_title")).await;
        standing = issue(&screen).await;
        let paper = screen.print().await;
        keep(&paper, lang);
        paper.must_say(&there.say("promise_report.record_title"));
        paper.must_say(some);
        // The row may stand on the next page, below the table's head.
        paper.must_say(&there.say("due.plan"));
        paper.must_say(&format!("3 1 {}", there.fill("promise_report.percent", &[("number", "33")])));
    }

    // New cases go by the letter that was issued last, but for a customer with one of their own.
    screen.open(&home, "#/letters").await;
    screen.reads(&words.say("letter.counts")).await;
    screen.reads(&standing).await;
    screen.press(&button(words.say("letter.new_for_customer"))).await;
    let asks = dialog(words.say("letter.choose_customer"));
    screen.fill(&field(words.say("letter.customer_search")).within(asks.clone()), WASHER.name).await;
    screen.press(&button(WASHER.name).roughly().within(asks)).await;
    screen.find(&button(words.say("letter.issue"))).await;
    screen.find(&link(WASHER.name)).await;
    let hours = words.clause("sections/response/clauses/first_response/label");
    screen.fill(&field(hours.clone()).roughly().first(), "1").await;
    let own = issue(&screen).await;
    let paper = screen.print().await;
    paper.must_say(&words.clause("frame/case_salutation").replace("{name}", WASHER.name));
    for (name, number) in [(WASHER.name, &own), (FAN.name, &standing)] {
        screen.open(&home, "#/customers").await;
        screen.press(&link(name).roughly().within(list(words.say("common.customers"))).first()).await;
        screen.find(&heading(words.say("customers.details"))).await;
        if name == WASHER.name {
            screen.find(&link(own.as_str()).roughly()).await;
        }
        screen.press(&link(words.say("customers.new_request"))).await;
        screen.fill(&field(words.say("new_request.description")), "再来一次").await;
        screen.press(&button(words.say("new_request.submit"))).await;
        screen.find(&heading(words.say("case.timeline"))).await;
        screen.reads(&words.fill("promise.told_promised", &[("number", number)])).await;
    }
    screen.open(&home, "#/letters").await;
    screen.find(&heading(words.say("letter.of_customers"))).await;

    // Two letters to all that promise different things: the page says which one counts.
    new_standing_letter(&screen, &home).await;
    screen.fill(&field(hours).roughly().first(), "3").await;
    let other = issue(&screen).await;
    screen.open(&home, "#/letters").await;
    let promises = words.say("due.first_response");
    screen.reads(&words.fill("letter.two_differ", &[("promises", &promises), ("number", &other)])).await;
    screen.quit().await;
}

/// To look at it: CASEBOOK_PAPERS names a folder that keeps what was printed.
fn keep(paper: &Paper, lang: &str) {
    if let Some(folder) = std::env::var_os("CASEBOOK_PAPERS") {
        let name = format!("record-{lang}.pdf");
        std::fs::write(std::path::Path::new(&folder).join(name), &paper.pdf).expect("a paper");
    }
}
