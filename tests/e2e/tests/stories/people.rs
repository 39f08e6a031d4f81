//! One person with two records on two devices, and a person who wants to be forgotten.

use casebook_e2e::story::{CORNER, Request, WASHER, export, first_run, import, page, take_request};
use casebook_e2e::{
    Home, Profile, Screen, any_button, any_link, button, dialog, field, file_input, heading, link, list,
    radio,
};
use std::path::Path;

/// The same person calls from another number, and says another name.
const AGAIN: Request = Request {
    phone: "139 0000 5678",
    name: "陈 秀英",
    item: "冰箱",
    description: "冷藏室不凉",
    told: "下午回电话",
};

#[tokio::test]
async fn two_records_of_one_person() {
    let home = Home::site();
    let (counter, owner) = (Profile::chromium("zh-CN"), Profile::chromium("zh-CN"));
    let one = counter.open().await;
    one.open(&home, "").await;
    first_run(&one, &CORNER, "王小明").await;
    take_request(&one, &WASHER).await;
    one.open(&home, "#/").await;
    take_request(&one, &AGAIN).await;

    // Merged: one in the list, found by both numbers, with all their cases.
    let words = &one.words;
    one.open(&home, "#/customers").await;
    one.press(&link(words.say("people.maybe_one"))).await;
    one.find(&heading(words.say("people.same_title"))).await;
    one.press(&radio(AGAIN.phone)).await;
    one.press(&button(words.say("people.merge"))).await;
    one.reads(&words.say("people.same_none")).await;
    for typed in [WASHER.phone, AGAIN.phone] {
        one.open(&home, "#/customers").await;
        one.fill(&field(words.say("common.search")), typed).await;
        one.reads(&words.say("customers.count_one")).await;
    }
    open_first(&one, &home).await;
    one.reads(WASHER.item).await;
    one.reads(AGAIN.item).await;
    one.find(&heading(words.say("people.merged_records"))).await;

    // The other device learns of it; both go on; then they are two people after all.
    let two = owner.open().await;
    join(&two, &home, &export(&one, &home, &counter, "merged").await).await;
    open_first(&two, &home).await;
    two.find(&heading(words.say("people.merged_records"))).await;
    two.fill(&field(words.say("names.customer_address")), "和平路 8 号").await;
    open_first(&one, &home).await;
    one.fill(&field(words.say("names.customer_email")), "chen@example.org").await;
    import(&one, &home, &export(&two, &home, &owner, "two").await).await;
    open_first(&one, &home).await;
    one.press(&button(words.say("people.take_apart"))).await;
    one.gone(&heading(words.say("people.merged_records"))).await;
    import(&two, &home, &export(&one, &home, &counter, "parted").await).await;
    for screen in [&one, &two] {
        screen.open(&home, "#/customers").await;
        // What was typed into the search is forgotten by that.
        screen.reload().await;
        screen.reads(&words.fill("customers.count", &[("count", "2")])).await;
        assert!(!screen.has(&link(words.say("people.maybe_one"))).await, "nobody asks again");
    }
    two.quit().await;
    one.quit().await;
}

async fn open_first(screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/customers").await;
    screen.press(&any_link().within(list(words.say("common.customers"))).first()).await;
    screen.find(&heading(words.say("customers.details"))).await;
}

/// The second device takes the first one's file over.
async fn join(screen: &Screen, home: &Home, file: &Path) {
    let words = &screen.words;
    screen.open(home, "").await;
    screen.find(&heading(words.say("first_run.welcome"))).await;
    screen.choose_file(&file_input(words.say("first_run.file")), file).await;
    screen.press(&button(words.say("data.take_over"))).await;
    screen.press(&radio("李娜")).await;
    screen.press(&button(words.say("first_run.begin"))).await;
    screen.find(&heading(words.say("common.today"))).await;
}

/// A neighbour who is the same person after all, though nothing says so.
const NEIGHBOUR: Request = Request {
    phone: "137 0000 9012",
    name: "陈女士",
    item: "油烟机",
    description: "吸力变小",
    told: "下午回电话",
};

#[tokio::test]
async fn records_that_nobody_suggested_are_merged() {
    let home = Home::site();
    let profile = Profile::chromium("zh-CN");
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    screen.open(&home, "#/").await;
    take_request(&screen, &NEIGHBOUR).await;
    screen.open(&home, "#/customers").await;
    assert!(!screen.has(&link(words.say("people.maybe_one"))).await, "nothing is alike");
    open_first(&screen, &home).await;

    // With itself: a sentence, and nothing happens.
    screen.press(&button(words.say("people.merge_with"))).await;
    let search = field(words.say("people.merge_search"));
    let found = list(words.say("people.merge_found"));
    screen.fill(&search, NEIGHBOUR.phone).await;
    screen.press(&any_button().within(found.clone())).await;
    screen.press(&button(words.say("people.merge"))).await;
    screen.reads(&words.say("people.error_itself")).await;

    screen.fill(&search, WASHER.phone).await;
    screen.press(&any_button().within(found)).await;
    screen.press(&radio(NEIGHBOUR.name)).await;
    screen.press(&button(words.say("people.merge"))).await;
    screen.find(&heading(words.say("people.merged_records"))).await;
    screen.find(&heading(NEIGHBOUR.name)).await;
    for said in [WASHER.item, NEIGHBOUR.item] {
        screen.reads(said).await;
    }
    screen.press(&button(words.say("people.take_apart"))).await;
    screen.gone(&heading(words.say("people.merged_records"))).await;

    // A further number is changed in its place, and found.
    screen.press(&button(words.say("people.contact_add"))).await;
    let value = field(words.say("people.contact_value"));
    screen.fill(&value, "0755 0000 1111").await;
    screen.press(&button(words.say("people.contact_add"))).await;
    screen.until("it is kept", async || screen.value(&value).await == "0755 0000 1111").await;
    screen.fill(&value, "0755 0000 2222").await;
    screen.fill(&field(words.say("people.tag_new")), "老街坊").await;
    screen.press(&button(words.say("common.add"))).await;
    screen.find(&button(words.fill("people.tag_remove", &[("tag", "老街坊")]))).await;
    for typed in ["0000 2222", "老街坊"] {
        screen.open(&home, "#/customers").await;
        screen.fill(&field(words.say("common.search")), typed).await;
        screen.reads(&words.say("customers.count_one")).await;
    }
    screen.quit().await;
}

#[tokio::test]
async fn a_person_is_erased_for_good() {
    let home = Home::site();
    let profile = Profile::chromium("zh-CN");
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    let old = export(&screen, &home, &profile, "old").await;
    let words = &screen.words;
    open_first(&screen, &home).await;
    screen.press(&button(words.say("people.erase"))).await;
    screen.find(&dialog(words.say("people.erase_title"))).await;
    screen.press(&button(words.say("people.erase_now"))).await;
    screen.reads(&words.say("customers.none_yet")).await;
    // The old file has nothing that is new.
    casebook_e2e::story::offer(&screen, &home, &old).await;
    screen.reads(&words.say("data.nothing_new")).await;
    for address in [case.as_str(), "#/customers", "#/cases"] {
        screen.open(&home, address).await;
        screen.reload().await;
        let text = screen.page_text().await;
        for word in [WASHER.name, WASHER.phone, WASHER.description, WASHER.told] {
            assert!(!text.contains(word), "{address} says {word}");
        }
    }
    let file = export(&screen, &home, &profile, "after").await;
    let text = std::fs::read_to_string(file).expect("the export is text");
    for word in [WASHER.name, WASHER.phone, WASHER.description, WASHER.told] {
        assert!(!text.contains(word), "the export says {word}");
    }
    assert!(text.contains(r#"{"erased":true}"#) && text.contains("\"number\""), "the figures stay");
    screen.quit().await;
}
