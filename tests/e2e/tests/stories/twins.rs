//! A number that was given twice, by a copied profile: both cases can be told apart, one gets a
//! number of its own, and this device another name.

use casebook_e2e::story::{CORNER, WASHER, export, first_run, import, page, take_request};
use casebook_e2e::{Archive, Home, Profile, Scratch, button, field, heading, link, list};
use serde_json::json;

const OTHER: &str = "热水器不点火";

#[tokio::test]
async fn twins() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("zh-CN"), Scratch::new("twins"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    let own = export(&screen, &home, &profile, "own").await;

    // What the copy wrote in this device's name, and under the same number.
    let mut file = Archive::read(&own);
    let records = file.0["records"].as_array_mut().expect("a list of records");
    records.retain(|record| record["record"] == "case");
    let text = serde_json::to_string(&records[0]).expect("JSON");
    let mut twin: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    twin["id"] = json!("the-other");
    let changes = twin["entries"][0]["changes"].as_array_mut().expect("a list of changes");
    let said = changes.iter_mut().find(|change| change["set"] == "description").expect("a description");
    said["to"] = json!(OTHER);
    records[0] = twin;
    let copy = scratch.file("copy.json");
    file.write(&copy);
    import(&screen, &home, &copy).await;

    // Lists show both, and the page of each leads to the other.
    screen.open(&home, "#/cases").await;
    screen.fill(&field(words.say("common.search")), &number).await;
    let cases = || list(words.say("common.cases"));
    screen.find(&link(OTHER).roughly().within(cases())).await;
    screen.find(&link(WASHER.description).roughly().within(cases())).await;
    screen.open(&home, &case).await;
    screen.tells("twins.same_number").await;
    screen.press(&link(OTHER).roughly()).await;
    screen.find(&link(WASHER.description).roughly()).await;

    // This one gets a number of its own, with the code of another device.
    screen.press(&button(words.say("twins.renumber"))).await;
    let gone = words.say("twins.same_number");
    screen.until("the note goes", async || !screen.page_text().await.contains(&gone)).await;
    screen.open(&home, "#/cases").await;
    screen.fill(&field(words.say("common.search")), &number).await;
    screen.find(&link(OTHER).roughly().within(cases())).await;
    screen.find(&link(WASHER.description).roughly().within(cases())).await;
    let after = Archive::read(&export(&screen, &home, &profile, "after").await);
    let told = after.record("case", "the-other").to_string();
    let numbers: Vec<&str> = told.split("\"set\":\"number\",\"to\":\"").skip(1).collect();
    let new = numbers.iter().filter_map(|rest| rest.split('"').next()).find(|found| *found != number);
    let new = new.expect("a new number");
    assert_ne!(new[..3], number[..3], "the code is another device's");
    assert_ne!(after.0["exported"]["device"], Archive::read(&own).0["exported"]["device"]);

    // It can be taken back.
    screen.open(&home, "#/case/the-other").await;
    screen.find(&heading(new)).await;
    screen.press(&button(words.say("case.undo_last").split('{').next().unwrap_or_default()).roughly()).await;
    screen.find(&heading(&number)).await;
    screen.quit().await;
}
