use crate::{Screen, link, summary};

/// Unfolds what the case in view does not need yet.
pub async fn open_more(screen: &Screen) {
    screen.press(&summary(screen.words.say("overview.more"))).await;
}

/// Goes from the page of a case to a part or a paper of it that it does not need yet.
pub async fn open_on_case(screen: &Screen, name: &str) {
    open_more(screen).await;
    screen.press(&link(screen.words.say(name)).roughly().first()).await;
}
