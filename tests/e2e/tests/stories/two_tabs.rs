//! Two tabs of one browser: what one writes the other shows.

use casebook_e2e::story::{CORNER, WASHER, first_run, page, take_request};
use casebook_e2e::{Home, Profile, any_option, combobox, field, heading, link, list, option};

#[tokio::test]
async fn two_tabs() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    let first = screen.new_tab().await;
    screen.open(&home, "").await;
    screen.find(&heading(words.say("first_run.welcome"))).await;
    let second = screen.go_to_tab(first.clone()).await;
    first_run(&screen, &CORNER, "王小明").await;

    // The other tab learns that the shop is named, and of the case.
    screen.go_to_tab(second.clone()).await;
    screen.find(&heading(words.say("common.today"))).await;
    screen.open(&home, "#/cases").await;
    screen.reads(&words.say("cases.none_yet")).await;
    screen.go_to_tab(first.clone()).await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    screen.go_to_tab(second.clone()).await;
    screen.find(&link(&number).roughly().within(list(words.say("common.cases")))).await;

    // An open case follows what the other tab changes.
    screen.open(&home, &case).await;
    screen.fill(&field(words.say("names.field_description")), "改成上门取件").await;
    screen.go_to_tab(first).await;
    screen.reads("改成上门取件").await;
    let description = field(words.say("names.field_description"));
    screen.until("the field follows", async || screen.value(&description).await == "改成上门取件").await;
    let people = || combobox(words.say("names.field_assignee"));
    screen.find(&any_option().within(people()).first()).await;
    screen.press(&option("李娜").within(people())).await;
    screen.go_to_tab(second).await;
    screen.reads(&words.fill("story.assigned", &[("new", "李娜")])).await;
    screen.quit().await;
}
