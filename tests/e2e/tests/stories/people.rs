//! One person with two records on two devices, and a person who wants to be forgotten.

use casebook_e2e::story::{
    CORNER, Request, WASHER, erase_only_customer, export, export_is_without, first_run, import, join,
    no_page_says, offer, open_first_customer, page, take_request,
};
use casebook_e2e::{Home, Profile, any_button, button, field, heading, link, list, radio};

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
    open_first_customer(&one, &home).await;
    one.reads(WASHER.item).await;
    one.reads(AGAIN.item).await;
    one.find(&heading(words.say("people.merged_records"))).await;

    // The other device learns of it; both go on; then they are two people after all.
    let two = owner.open().await;
    join(&two, &home, &export(&one, &home, &counter, "merged").await).await;
    open_first_customer(&two, &home).await;
    two.find(&heading(words.say("people.merged_records"))).await;
    two.fill(&field(words.say("names.customer_address")), "和平路 8 号").await;
    open_first_customer(&one, &home).await;
    one.fill(&field(words.say("names.customer_email")), "chen@example.org").await;
    import(&one, &home, &export(&two, &home, &owner, "two").await).await;
    open_first_customer(&one, &home).await;
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
    open_first_customer(&screen, &home).await;

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
    erase_only_customer(&screen, &home).await;
    // The old file has nothing that is new.
    offer(&screen, &home, &old).await;
    screen.reads(&words.say("data.nothing_new")).await;
    let forgotten = [WASHER.name, WASHER.phone, WASHER.description, WASHER.told];
    no_page_says(&screen, &home, &[case.as_str(), "#/customers", "#/cases"], &forgotten).await;
    export_is_without(&export(&screen, &home, &profile, "after").await, &forgotten);
    screen.quit().await;
}
