use crate::{Screen, button, field, group, radio};

/// Tests a result, on the page of the acceptance; it passes.
pub async fn pass_test(screen: &Screen, what: &str) {
    let words = &screen.words;
    screen.press(&button(words.say("acceptance.test_add"))).await;
    screen.fill(&field(words.say("acceptance.test_what")), what).await;
    screen.press(&button(words.say("acceptance.add"))).await;
    screen.press(&button(words.say("common.cancel"))).await;
    let result = group(words.fill("acceptance.test_result_of", &[("what", what)]));
    screen.press(&radio(words.say("work.result_pass")).within(result)).await;
}

/// The customer accepts the result.
pub async fn accept_result(screen: &Screen) {
    let words = &screen.words;
    let save = button(words.say("acceptance.verdict_save"));
    screen.press(&button(words.say("acceptance.verdict_add"))).await;
    screen.press(&save).await;
    screen.gone(&save).await;
}
