//! Somebody was erased on one device; another has not heard of it and goes on writing. Whatever is
//! exchanged, how often and in which order, the person stays erased everywhere.

use casebook_e2e::story::{
    CORNER, WASHER, erase_only_customer, export, export_is_without, first_run, import, join, no_page_says,
    offer, open_first_customer, page, take_request,
};
use casebook_e2e::{Home, Profile, Screen, button, field};

const NOTE: &str = "晚上六点以后在家，门口有狗";
const LATER: &str = "和平路八号三单元";
const PERSONAL: [&str; 6] = [WASHER.name, WASHER.phone, WASHER.description, WASHER.told, NOTE, LATER];

#[tokio::test]
async fn erased() {
    let home = Home::site();
    let (counter, owner) = (Profile::chromium("zh-CN"), Profile::chromium("zh-CN"));
    let one = counter.open().await;
    one.open(&home, "").await;
    first_run(&one, &CORNER, "王小明").await;
    take_request(&one, &WASHER).await;
    let case = page(&one.here().await);
    let old = export(&one, &home, &counter, "old").await;
    let two = owner.open().await;
    join(&two, &home, &old).await;

    // One erases; the other, who knows nothing of it, writes more.
    erase_only_customer(&one, &home).await;
    open_first_customer(&two, &home).await;
    two.fill(&field(two.words.say("names.customer_address")), LATER).await;
    two.open(&home, &case).await;
    two.fill(&field(two.words.say("case.note")), NOTE).await;
    two.press(&button(two.words.say("case.add_note"))).await;
    two.reads(NOTE).await;

    // What the other wrote comes in, twice, and the old file again: nothing of it is taken.
    let newer = export(&two, &home, &owner, "newer").await;
    import(&one, &home, &newer).await;
    for file in [&newer, &old] {
        offer(&one, &home, file).await;
        one.reads(&one.words.say("data.nothing_new")).await;
    }
    is_forgotten(&one, &home, &counter, &case).await;

    // The other hears of it, and then gets the old file, and its own of before.
    let erased = export(&one, &home, &counter, "erased").await;
    import(&two, &home, &erased).await;
    for file in [&old, &newer, &erased] {
        offer(&two, &home, file).await;
        two.reads(&two.words.say("data.nothing_new")).await;
    }
    is_forgotten(&two, &home, &owner, &case).await;

    // A third device that gets the old file first, and then the news.
    let third = Profile::chromium("zh-CN");
    let three = third.open().await;
    join(&three, &home, &newer).await;
    import(&three, &home, &erased).await;
    is_forgotten(&three, &home, &third, &case).await;
    for screen in [one, two, three] {
        screen.quit().await;
    }
}

/// No page, no export and no row of the database has a word of them.
async fn is_forgotten(screen: &Screen, home: &Home, profile: &Profile, case: &str) {
    no_page_says(screen, home, &[case, "#/customers", "#/cases", "#/"], &PERSONAL).await;
    screen.open(home, "#/").await;
    export_is_without(&export(screen, home, profile, "after").await, &PERSONAL);
    let rows = "
        const done = (request) => new Promise((yes, no) => {
            request.onsuccess = () => yes(request.result);
            request.onerror = () => no(request.error);
        });
        const database = await done(indexedDB.open('casebook'));
        let all = '';
        for (const name of database.objectStoreNames) {
            all += JSON.stringify(await done(database.transaction(name).objectStore(name).getAll()));
        }
        database.close();
        return all + JSON.stringify({ ...localStorage });";
    let rows = screen.script_async(rows, vec![]).await.to_string();
    PERSONAL.iter().for_each(|word| assert!(!rows.contains(word), "the browser keeps {word}"));
}
