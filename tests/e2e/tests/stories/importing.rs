//! Taking over what is wanted of a file, and taking that back; tables and address books.

mod duplicates;

use casebook_e2e::story::{
    CORNER, Counts, Request, WASHER, expect_counts, export, first_run, offer, take_over, take_request,
};
use casebook_e2e::{
    Home, Profile, Scratch, Screen, any_link, button, checkbox, combobox, field, file_input, group, heading,
    link, list, option, radio,
};
use std::path::{Path, PathBuf};

const OTHER: Request = Request {
    phone: "139 0000 5678",
    name: "林志强",
    item: "冰箱",
    description: "冷藏室不凉",
    told: "下午回电话",
};

#[tokio::test]
async fn choose_take_over_and_undo() {
    let home = Home::site();
    let (there, here) = (Profile::chromium("zh-CN"), Profile::chromium("zh-CN"));
    let screen = there.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    screen.open(&home, "#/").await;
    take_request(&screen, &OTHER).await;
    let file = export(&screen, &home, &there, "there").await;
    screen.quit().await;

    let screen = here.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    // The second tab follows all of it.
    let first = screen.new_tab().await;
    screen.open(&home, "#/customers").await;
    let second = screen.go_to_tab(first.clone()).await;

    offer(&screen, &home, &file).await;
    show(&screen, "import.show_changes").await;
    // What would change is said in the row, and whole when it is opened.
    screen
        .reads(
            &words
                .fill("import.set", &[("field", &words.say("names.customer_name")), ("after", WASHER.name)]),
        )
        .await;
    screen.press(&button(words.fill("import.look", &[("name", &named(&WASHER))]))).await;
    screen.find(&heading(named(&WASHER))).await;
    screen.reads(&words.say("names.customer_phone")).await;
    screen.press(&button(words.say("common.close"))).await;

    // One customer is left out; their case and thing are told to speak of them.
    let box_of_other = checkbox(words.fill("import.take", &[("name", &named(&OTHER))]));
    screen.press(&box_of_other).await;
    screen.tells("import.left_out").await;
    screen.tells("import.lacking").await;
    screen.press(&button(words.say("import.take_along"))).await;
    screen
        .until("nothing is lacking", async || !screen.has(&button(words.say("import.take_along"))).await)
        .await;
    assert!(screen.is_on(&box_of_other).await, "taken along");
    take_over(&screen).await;
    for tab in [second.clone(), first.clone()] {
        screen.go_to_tab(tab).await;
        screen.open(&home, "#/customers").await;
        for one in [&WASHER, &OTHER] {
            screen.find(&customer(&screen, one)).await;
        }
    }

    // Something is done on one of them; then the import is taken back from the list.
    screen.press(&customer(&screen, &WASHER)).await;
    screen.fill(&field(words.say("names.customer_email")), "chen@example.org").await;
    screen.open(&home, "#/data").await;
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    screen.press(&button(words.fill("import.earlier_undo", &[("name", &name)]))).await;
    screen.tells("import.back_worked_on").await;
    assert!(screen.is_on(&checkbox(words.say("import.back_keep"))).await, "kept unless it is said otherwise");
    screen.press(&button(words.say("import.back_accept"))).await;
    screen.tells("import.back_done").await;
    for tab in [first, second] {
        screen.go_to_tab(tab).await;
        screen.open(&home, "#/customers").await;
        screen.find(&customer(&screen, &WASHER)).await;
        screen.gone(&customer(&screen, &OTHER)).await;
    }
    // The same file brings it again.
    offer(&screen, &home, &file).await;
    take_over(&screen).await;
    screen.open(&home, "#/customers").await;
    screen.find(&customer(&screen, &OTHER)).await;
    screen.quit().await;
}

/// What the preview calls a customer.
fn named(request: &Request) -> String {
    [request.name, request.phone].join(" ")
}

fn customer(screen: &Screen, request: &Request) -> casebook_e2e::Target {
    link(request.name).roughly().within(list(screen.words.say("common.customers")))
}

/// Lists another part of the file.
async fn show(screen: &Screen, key: &str) {
    let words = &screen.words;
    let named = words.say(key);
    screen.press(&option(&named).roughly().within(combobox(words.say("import.show")))).await;
}

/// A sheet as a spreadsheet program in mainland China writes it: 客户,手机号,备忘.
const SHEET: &[u8] = b"\xbf\xcd\xbb\xa7,\xca\xd6\xbb\xfa\xba\xc5,\xb1\xb8\xcd\xfc\n\
\xb3\xc2\xd0\xe3\xd3\xa2,138 0000 1234,\xc0\xcf\xbf\xcd\xbb\xa7\n\
\xc1\xd6\xd6\xbe\xc7\xbf,139 0000 5678,\n";
const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Meyer;Anna;;;\r\nFN:Anna Meyer\r\nTEL;TYPE=CELL:+49 170 5550123\r\nEND:VCARD\r\n";
const EVENTS: &str = "case,activity,time,person\n\
R-1,收件,2025-10-01 09:00,李师傅\nR-1,检测,2025-10-01 10:30,李师傅\nR-2,收件,2025-10-02 09:15,\nR-1,交付,2025-10-03 16:00,李师傅\n";

async fn choose(screen: &Screen, home: &Home, file: &Path) {
    screen.open(home, "#/").await;
    screen.open(home, "#/data").await;
    screen.choose_file(&file_input(screen.words.say("data.choose")), file).await;
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    let title = if name.ends_with(".vcf") { "import.cards_title" } else { "import.table_title" };
    screen.find(&heading(screen.words.fill(title, &[("name", &name)]))).await;
}

fn written(scratch: &Scratch, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let file = scratch.file(name);
    std::fs::write(&file, content).expect("the file can be written");
    file
}

#[tokio::test]
async fn tables_and_address_books() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("zh-CN"), Scratch::new("tables"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;

    // A sheet in GB18030: the encoding is found, the last column is told by hand.
    let sheet = written(&scratch, "客户.csv", SHEET);
    choose(&screen, &home, &sheet).await;
    assert_eq!(screen.value(&combobox(words.say("import.encoding"))).await, "gb18030");
    assert_eq!(screen.value(&combobox("手机号")).await, "mobile");
    screen.press(&option(words.say("import.col_note")).within(combobox("备忘"))).await;
    screen.press(&button(words.say("import.preview"))).await;
    screen.find(&heading(words.say("data.plan_title"))).await;
    expect_counts(&screen, Counts { new: 2, ..Counts::default() }).await;
    take_over(&screen).await;
    screen.open(&home, "#/customers").await;
    screen.press(&customer(&screen, &WASHER)).await;
    screen
        .until("the note is kept", async || {
            screen.value(&field(words.say("names.customer_note"))).await == "老客户"
        })
        .await;

    // The same sheet again changes nothing.
    choose(&screen, &home, &sheet).await;
    screen.press(&option(words.say("import.col_note")).within(combobox("备忘"))).await;
    screen.press(&button(words.say("import.preview"))).await;
    screen.find(&heading(words.fill("import.alike_title", &[("name", "客户.csv")]))).await;
    screen.press(&button(words.say("import.preview"))).await;
    screen.tells("import.rows_same").await;
    screen.reads(&words.say("data.nothing_new")).await;

    // An address book.
    let cards = written(&scratch, "contacts.vcf", CARDS);
    choose(&screen, &home, &cards).await;
    screen.reads(&words.fill("import.cards_found", &[("count", "1"), ("names", "Anna Meyer")])).await;
    screen.press(&button(words.say("import.preview"))).await;
    screen.find(&heading(words.say("data.plan_title"))).await;
    expect_counts(&screen, Counts { new: 1, ..Counts::default() }).await;
    take_over(&screen).await;
    screen.open(&home, "#/customers").await;
    screen.find(&link("Anna Meyer").roughly()).await;

    // A list of events becomes cases with their history.
    let events = written(&scratch, "events.csv", EVENTS);
    choose(&screen, &home, &events).await;
    assert!(screen.is_on(&radio(words.say("import.kind_events"))).await, "the rows are events");
    let system = field(words.say("import.source"));
    assert_eq!(screen.value(&system).await, "events.csv");
    screen.fill(&system, "旧系统").await;
    let closes = checkbox("交付").within(group(words.say("import.closed_by")));
    screen.press(&closes).await;
    screen.press(&button(words.say("import.preview"))).await;
    screen.find(&heading(words.say("data.plan_title"))).await;
    // One step back all is as it was said.
    screen.press(&button(words.say("common.back"))).await;
    assert_eq!(screen.value(&system).await, "旧系统");
    assert!(screen.is_on(&closes).await, "what closes a case is kept");
    screen.press(&button(words.say("import.preview"))).await;
    take_over(&screen).await;
    screen.open(&home, "#/cases").await;
    screen.find(&link("R-2").roughly().within(list(words.say("common.cases")))).await;
    screen.gone(&link("R-1").roughly().within(list(words.say("common.cases")))).await;
    screen.press(&any_link().within(list(words.say("common.cases"))).first()).await;
    screen.reads(&words.fill("tables.told_recorded", &[("activity", "收件")])).await;

    // A longer list of the same origin goes on with the same cases.
    let longer = format!("{EVENTS}R-2,检测,2025-10-04 09:00,李师傅\n");
    choose(&screen, &home, &written(&scratch, "longer.csv", longer)).await;
    screen.fill(&system, "旧系统").await;
    screen.press(&closes).await;
    screen.press(&button(words.say("import.preview"))).await;
    screen.find(&heading(words.say("data.plan_title"))).await;
    expect_counts(&screen, Counts { changed: 1, unchanged: 1, ..Counts::default() }).await;
    screen.quit().await;
}

#[tokio::test]
async fn lists_for_other_programs() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    screen.open(&home, "#/data").await;
    for (key, says) in [
        ("import.list_customers", WASHER.name),
        ("import.list_cases", WASHER.description),
        ("import.list_events", "\u{feff}"),
        ("import.list_calendar", "BEGIN:VCALENDAR"),
    ] {
        screen.press(&button(words.say(key))).await;
        let text = std::fs::read_to_string(profile.take_download("list").await).expect("it is text");
        assert!(text.contains(says), "{key}: {text}");
        screen.tells("import.list_done").await;
    }
    screen.quit().await;
}

#[tokio::test]
async fn files_that_are_none() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("zh-CN"), Scratch::new("none"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    for (name, content, key) in [
        ("book.xlsx", "PK\u{3}\u{4}".to_owned(), "import.spreadsheet"),
        ("empty.csv", String::new(), "import.table_empty"),
        ("open.csv", "name,phone\n\"Ann,1".to_owned(), "import.table_quote"),
        ("wide.csv", format!("name\n{}", ",".repeat(1000)), "import.table_columns"),
    ] {
        let file = written(&scratch, name, content);
        screen.open(&home, "#/").await;
        screen.open(&home, "#/data").await;
        screen.choose_file(&file_input(words.say("data.choose")), &file).await;
        screen.tells(key).await;
    }
    // No card at all.
    let file = written(&scratch, "none.vcf", "hello");
    choose(&screen, &home, &file).await;
    screen.press(&button(words.say("import.preview"))).await;
    screen.tells("import.table_no_cards").await;
    screen.reads(&words.say("data.nothing_stored")).await;
    screen.quit().await;
}
