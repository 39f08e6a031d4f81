use crate::{Home, Screen, any_link, button, dialog, file_input, heading, list, radio};
use std::path::Path;

/// Goes on with the shop of another device, from its file, as one of its people.
pub async fn join(screen: &Screen, home: &Home, file: &Path) {
    let words = &screen.words;
    screen.open(home, "").await;
    screen.find(&heading(words.say("first_run.welcome"))).await;
    screen.choose_file(&file_input(words.say("first_run.file")), file).await;
    screen.press(&button(words.say("data.take_over"))).await;
    screen.press(&radio("李娜")).await;
    screen.press(&button(words.say("first_run.begin"))).await;
    screen.find(&heading(words.say("common.today"))).await;
}

/// Opens the page of the first customer in the list.
pub async fn open_first_customer(screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/customers").await;
    screen.press(&any_link().within(list(words.say("common.customers"))).first()).await;
    screen.find(&heading(words.say("customers.details"))).await;
}

/// Erases the shop's only customer for good.
pub async fn erase_only_customer(screen: &Screen, home: &Home) {
    let words = &screen.words;
    open_first_customer(screen, home).await;
    screen.press(&button(words.say("people.erase"))).await;
    screen.find(&dialog(words.say("people.erase_title"))).await;
    screen.press(&button(words.say("people.erase_now"))).await;
    screen.reads(&words.say("customers.none_yet")).await;
}

/// Checks that no page, when it is loaded again, has one of these words.
pub async fn no_page_says(screen: &Screen, home: &Home, addresses: &[&str], forgotten: &[&str]) {
    for address in addresses {
        screen.open(home, address).await;
        screen.reload().await;
        screen.find(&crate::any_heading().first()).await;
        let text = screen.page_text().await;
        forgotten.iter().for_each(|word| assert!(!text.contains(word), "{address} says {word}"));
    }
}

/// Checks that an export says that somebody was erased, keeps the figures, and has none of these words.
pub fn export_is_without(file: &Path, forgotten: &[&str]) {
    let text = std::fs::read_to_string(file).expect("the export is text");
    forgotten.iter().for_each(|word| assert!(!text.contains(word), "the export says {word}"));
    assert!(text.contains(r#"{"erased":true}"#) && text.contains("\"number\""), "the figures stay");
}
