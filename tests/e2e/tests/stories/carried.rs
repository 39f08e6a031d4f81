//! What one browser exports another takes over: Firefox and Chromium, the site and the one file.

use casebook_e2e::story::{
    CORNER, Counts, WASHER, expect_counts, export, first_run, join, offer, page, take_over, take_request,
};
use casebook_e2e::{Archive, Browser, Home, Profile, button, field};

const NOTE: &str = "下午三点以后在家";

#[tokio::test]
async fn carried() {
    let (site, file) = (Home::site(), Home::one_file());
    for (home, from, to) in [
        (&site, Browser::Firefox, Browser::Chromium),
        (&site, Browser::Chromium, Browser::Firefox),
        (&file, Browser::Firefox, Browser::Chromium),
    ] {
        back_and_forth(home, [Profile::new(from, "zh-CN"), Profile::new(to, "zh-CN")]).await;
    }
}

async fn back_and_forth(home: &Home, [from, to]: [Profile; 2]) {
    let one = from.open().await;
    one.open(home, "").await;
    first_run(&one, &CORNER, "王小明").await;
    take_request(&one, &WASHER).await;
    let case = page(&one.here().await);
    let first = export(&one, home, &from, "first").await;

    let two = to.open().await;
    join(&two, home, &first).await;
    two.open(home, &case).await;
    two.reads(WASHER.description).await;
    two.fill(&field(two.words.say("case.note")), NOTE).await;
    two.press(&button(two.words.say("case.add_note"))).await;
    two.reads(NOTE).await;
    let second = export(&two, home, &to, "second").await;
    two.quit().await;

    let records = Archive::read(&second).records().len();
    let changed = records
        - Archive::read(&first)
            .records()
            .iter()
            .filter(|record| Archive::read(&second).records().contains(record))
            .count();
    offer(&one, home, &second).await;
    expect_counts(&one, Counts { changed, unchanged: records - changed, ..Counts::default() }).await;
    take_over(&one).await;
    one.open(home, &case).await;
    one.reads(NOTE).await;
    let third = export(&one, home, &from, "third").await;
    assert_eq!(Archive::read(&third).records(), Archive::read(&second).records(), "both have the same");
    offer(&one, home, &second).await;
    one.reads(&one.words.say("data.nothing_new")).await;
    one.quit().await;
}
