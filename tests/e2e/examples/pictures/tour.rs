use crate::album::{AT_DESK, Album};
use casebook_e2e::story::{begin_with_samples, open_on_case};
use casebook_e2e::{
    Archive, Home, Profile, Screen, any_heading, any_link, any_option, button, checkbox, combobox, dialog,
    field, file_input, heading, list, option, paper, region,
};
use serde_json::json;

/// Goes through every page of a shop with sample data.
pub(crate) async fn take(album: &Album, lang: &str) {
    let (home, profile) = (Home::site(), Profile::chromium(lang));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    screen.look(AT_DESK).await;
    first_run(album, &screen).await;
    begin_with_samples(&screen).await;
    album.whole(&screen, "today").await;
    intake(album, &screen, &home).await;
    let case = cases(album, &screen, &home).await;
    far_along(album, &screen, &home).await;
    processes(album, &screen, &home).await;
    letters(album, &screen, &home, &case).await;
    customers(album, &screen, &home).await;
    data(album, &screen, &home, &profile, &case).await;
    screen.open(&home, "#/settings").await;
    album.whole(&screen, "settings").await;
    screen.open(&home, "#/nowhere").await;
    album.window(&screen, "not-found").await;
    screen.quit().await;
}

async fn first_run(album: &Album, screen: &Screen) {
    let words = &screen.words;
    album.whole(screen, "first-run").await;
    screen.press(&button(words.say("first_run.begin"))).await;
    screen.write(&field(words.say("names.shop_phone")), "12").await;
    screen.fill(&field(words.say("first_run.names")), "王小明\n李娜\nKim").await;
    album.whole(screen, "first-run-errors").await;
    screen.write(&field(words.say("names.shop_phone")), "").await;
}

async fn intake(album: &Album, screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/customers").await;
    let first = any_link().within(list(words.say("common.customers"))).first();
    let phone: String = screen.text(&first).await.chars().filter(char::is_ascii_digit).take(5).collect();
    screen.open(home, "#/new").await;
    album.whole(screen, "new-request").await;
    screen.press(&button(words.say("new_request.submit"))).await;
    album.whole(screen, "new-request-errors").await;
    screen.write(&field(words.say("names.customer_phone")), &phone).await;
    album.whole(screen, "new-request-offers").await;
    screen.press(&casebook_e2e::any_button().within(list(words.say("new_request.known"))).first()).await;
    screen.fill(&field(words.say("new_request.description")), "屏幕碎了 / screen broken").await;
    album.whole(screen, "new-request-known").await;
}

/// The list, and a case with its dialogs; gives the case's address.
async fn cases(album: &Album, screen: &Screen, home: &Home) -> String {
    let words = &screen.words;
    screen.open(home, "#/cases").await;
    album.window(screen, "cases").await;
    screen.write(&field(words.say("common.search")), "qqqq").await;
    album.window(screen, "cases-none").await;
    screen.write(&field(words.say("common.search")), "").await;
    screen.press(&any_link().within(list(words.say("common.cases"))).first()).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    let here = screen.here().await;
    let case = here.rsplit_once('#').map(|(_, hash)| format!("#{hash}")).unwrap_or_default();
    album.whole(screen, "case").await;
    screen.press(&button(words.say("case.withdraw"))).await;
    screen.find(&dialog(words.say("case.withdraw"))).await;
    album.window(screen, "case-dialog").await;
    screen.press(&button(words.say("common.cancel"))).await;
    open_on_case(screen, "case.receipt").await;
    screen.find(&heading(words.say("case.receipt"))).await;
    album.whole(screen, "receipt").await;
    album.paper(screen, "receipt-paper").await;
    case
}

/// The pages and papers of a case that is nearly delivered; board and calendar.
async fn far_along(album: &Album, screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/board").await;
    let stage = words.process("P1/stages/delivery/name");
    let column = region(&stage);
    screen.find(&any_link().within(column.clone()).first()).await;
    album.whole(screen, "board").await;
    screen.press(&any_link().within(column).first()).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    let case = casebook_e2e::story::page(&screen.here().await);
    album.whole(screen, "far-case").await;
    for part in ["needs", "options", "agreement", "visits", "work", "acceptance", "payments", "blueprint"] {
        screen.open(home, &format!("{case}/{part}")).await;
        screen.find(&any_heading().first()).await;
        album.whole(screen, part).await;
    }
    for kind in [
        "needs_record",
        "quote",
        "agreement",
        "work_order",
        "progress_report",
        "acceptance_report",
        "fee_statement",
        "thank_you",
    ] {
        screen.open(home, &format!("{case}/paper/{kind}")).await;
        screen.find(&any_heading().first()).await;
        album.window(screen, &format!("page-{kind}")).await;
        album.paper(screen, &format!("paper-{kind}")).await;
    }
    screen.open(home, "#/calendar").await;
    screen.find(&heading(words.say("common.cases"))).await;
    album.whole(screen, "calendar").await;
}

async fn processes(album: &Album, screen: &Screen, home: &Home) {
    for (name, address) in [
        ("processes", "#/processes"),
        ("process", "#/process/P11"),
        ("process-poster", "#/process/P11/poster"),
        ("process-checklist", "#/process/P8/checklist"),
    ] {
        screen.open(home, address).await;
        screen.find(&any_heading().first()).await;
        album.whole(screen, name).await;
    }
}

async fn letters(album: &Album, screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    screen.open(home, case).await;
    screen.press(&button(words.say("case.new_letter"))).await;
    issue(album, screen, "letter-case").await;
    screen.open(home, "#/letters").await;
    screen.press(&button(words.say("letter.new_standing"))).await;
    screen.find(&checkbox(words.clause("sections/integrity/clauses/ethics/label"))).await;
    album.whole(screen, "letter-editor").await;
    issue(album, screen, "letter-issued").await;
    screen.press(&button(words.say("letter.make_revision"))).await;
    screen.find(&button(words.say("letter.issue"))).await;
    album.window(screen, "letter-revision").await;
    screen.open(home, "#/letters").await;
    album.whole(screen, "letters").await;
}

async fn issue(album: &Album, screen: &Screen, name: &str) {
    let words = &screen.words;
    screen.press(&button(words.say("letter.issue"))).await;
    screen.find(&dialog(words.say("letter.ask_title"))).await;
    if name == "letter-issued" {
        album.window(screen, "letter-dialog").await;
    }
    screen.press(&button(words.say("letter.issue_now"))).await;
    screen.find(&button(words.say("common.print"))).await;
    screen.find(&paper("").roughly()).await;
    album.whole(screen, name).await;
    album.paper(screen, &format!("{name}-paper")).await;
}

async fn customers(album: &Album, screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/customers").await;
    album.window(screen, "customers").await;
    screen.press(&button(words.say("customers.add"))).await;
    screen.find(&dialog(words.say("customers.add"))).await;
    album.window(screen, "customers-add").await;
    screen.press(&button(words.say("common.close"))).await;
    screen.press(&any_link().within(list(words.say("common.customers"))).first()).await;
    screen.find(&heading(words.say("customers.details"))).await;
    album.whole(screen, "customer").await;
}

/// Export, a preview with two values for a field, the same on the case, a file refused.
async fn data(album: &Album, screen: &Screen, home: &Home, profile: &Profile, case: &str) {
    let words = &screen.words;
    screen.open(home, "#/data").await;
    album.whole(screen, "data").await;
    screen.press(&button(words.say("data.export"))).await;
    let file = profile.take_download("everything").await;
    let id = case.rsplit('/').next().unwrap_or_default();
    let mut archive = Archive::read(&file);
    archive.set_elsewhere("case", id, "urgency", json!("emergency"));
    archive.set_elsewhere(
        "case",
        id,
        "description",
        json!("另一台设备上的说法 / what the other device says"),
    );
    archive.write(&file);

    screen.open(home, case).await;
    let urgency = || combobox(words.say("names.field_urgency"));
    screen.find(&any_option().within(urgency()).first()).await;
    screen.press(&option(words.say("names.urgency_low")).within(urgency())).await;
    screen
        .fill(&field(words.say("names.field_description")), "这台设备上的说法 / what this device says")
        .await;
    screen.open(home, "#/data").await;
    screen.choose_file(&file_input(words.say("data.choose")), &file).await;
    screen.find(&button(words.say("data.take_over"))).await;
    album.whole(screen, "data-preview").await;
    screen.press(&button(words.say("data.take_over"))).await;
    screen.find(&heading(words.say("data.done_title"))).await;
    album.whole(screen, "data-done").await;
    screen.open(home, case).await;
    screen.find(&button(words.head("conflict.keep_value")).roughly().first()).await;
    album.whole(screen, "case-conflict").await;

    std::fs::write(&file, "{\"format\":\"casebook\",\"version\":1,").expect("the file can be written");
    screen.open(home, "#/data").await;
    screen.choose_file(&file_input(words.say("data.choose")), &file).await;
    screen.find(&heading(words.say("data.failed_title"))).await;
    album.whole(screen, "data-refused").await;
}
