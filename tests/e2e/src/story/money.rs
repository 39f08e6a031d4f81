use crate::{Screen, Target, button, field, form, radio};

/// Agrees on a term of payment, on the page of payments: of which kind, and how much. No amount
/// is the rest.
pub async fn agree_term(screen: &Screen, kind: &str, amount: &str) {
    let words = &screen.words;
    screen.press(&button(words.say("payments.plan"))).await;
    let plan = form(words.say("payments.plan"));
    screen.press(&radio(words.say(kind)).within(plan.clone())).await;
    screen.fill(&the_amount(screen).within(plan.clone()), amount).await;
    screen.press(&button(words.say("payments.keep_term"))).await;
    screen.gone(&plan).await;
}

/// Writes down that money came in, for what is due next.
pub async fn receive(screen: &Screen, amount: &str) {
    let words = &screen.words;
    let form = form(words.say("payments.receive"));
    screen.fill(&the_amount(screen).within(form), amount).await;
    screen.press(&radio(words.say("work.method_cash"))).await;
    screen.press(&button(words.say("payments.take"))).await;
}

fn the_amount(screen: &Screen) -> Target {
    field(screen.words.head("payments.amount")).roughly()
}
