use crate::{Screen, button, radio, region};

/// The stage's result is submitted, and somebody else than the worker approves it, who then
/// stays at the device.
pub async fn approve(screen: &Screen, reviewer: &str) {
    let words = &screen.words;
    let review = || region(words.say("review.title"));
    screen.press(&button(words.say("review.submit")).within(review())).await;
    screen.press(&radio(reviewer).within(review())).await;
    screen.press(&button(words.say("review.approve"))).await;
    screen.reads(&words.fill("review.approved", &[("name", reviewer)])).await;
}
