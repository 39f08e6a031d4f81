use crate::{Home, Screen, any_paper, button, dialog};

/// Begins a letter to all customers.
pub async fn new_standing_letter(screen: &Screen, home: &Home) {
    screen.open(home, "#/letters").await;
    screen.press(&button(screen.words.say("letter.new_standing"))).await;
    screen.find(&button(screen.words.say("letter.issue"))).await;
}

/// Issues the letter on the screen; gives its number.
pub async fn issue(screen: &Screen) -> String {
    let words = &screen.words;
    screen.press(&button(words.say("letter.issue"))).await;
    screen.find(&dialog(words.say("letter.ask_title"))).await;
    screen.press(&button(words.say("letter.issue_now"))).await;
    screen.find(&button(words.say("common.print"))).await;
    screen.find(&any_paper()).await;
    // The page is named after the letter, so that its PDF is.
    let title = screen.script("return document.title", vec![]).await;
    title.as_str().and_then(|title| title.rsplit(' ').next()).unwrap_or_default().to_owned()
}
