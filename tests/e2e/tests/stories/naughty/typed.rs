//! A share of the strings is typed on the screen.

use super::seen::{insert, is_only_text, plain, unseen};
use super::written::cut;
use casebook_e2e::{Home, Screen, Target, button, field, heading, status};
use thirtyfour::Key;

/// Every so many strings one is typed.
const EVERY: usize = 16;
/// The pages and their fields: `c1`, `a1` and `k1` are of the file.
const FIELDS: [(&str, &str); 7] = [
    ("#/customer/c1", "names.customer_name"),
    ("#/customer/c1", "names.customer_address"),
    ("#/customer/c1", "names.customer_note"),
    ("#/asset/a1", "names.asset_label"),
    ("#/case/k1", "names.field_description"),
    ("#/settings", "names.shop_name"),
    ("#/settings", "names.shop_address"),
];

/// Types them; gives how many fields they were typed into.
pub(crate) async fn strings(screen: &Screen, home: &Home, strings: &[String]) -> usize {
    let words = &screen.words;
    // What is nothing but white space says nothing: fields and notes do without it.
    let share: Vec<String> = strings
        .iter()
        .step_by(EVERY)
        .filter(|text| !text.trim().is_empty())
        .map(|text| cut(text, 150))
        .collect();
    screen.open(home, "#/case/k2").await;
    screen.find(&heading(words.say("case.timeline"))).await;
    for text in &share {
        write(screen, &field(words.say("case.note")), text).await;
        screen.press(&button(words.say("case.add_note"))).await;
        seen(screen, text).await;
    }
    is_only_text(screen, "a case with notes").await;
    for (at, (address, name)) in FIELDS.into_iter().enumerate() {
        screen.open(home, address).await;
        for text in share.iter().skip(at).step_by(FIELDS.len()) {
            let field = field(words.say(name));
            write(screen, &field, text).await;
            screen.type_keys(Key::Tab).await;
            screen.find(&status(words.say("common.saved")).roughly()).await;
            screen.reload().await;
            screen.until(text, async || plain(&screen.value(&field).await) == plain(text)).await;
            is_only_text(screen, name).await;
        }
    }
    FIELDS.len() + 1
}

async fn seen(screen: &Screen, text: &str) {
    let text = [text.to_owned()];
    screen.until("the note stands in the timeline", async || unseen(screen, &text).await.is_empty()).await;
}

async fn write(screen: &Screen, field: &Target, text: &str) {
    screen.press(field).await;
    screen.chord(Key::Control, "a").await;
    screen.type_keys(Key::Delete).await;
    insert(screen, text).await;
}
