use crate::{Screen, Target, button, field, group, region};

/// The card of an option.
#[must_use]
pub fn option_card(screen: &Screen, number: usize) -> Target {
    region(screen.words.fill("options.number", &[("n", &number.to_string())]))
}

/// A line of an option's quote.
#[must_use]
pub fn quote_line(screen: &Screen, number: usize, row: usize) -> Target {
    group(screen.words.fill("options.line", &[("n", &row.to_string())])).within(option_card(screen, number))
}

/// A cell of such a line.
#[must_use]
pub fn cell(screen: &Screen, number: usize, row: usize, cell: &str) -> Target {
    field(screen.words.say(&format!("options.line_{cell}"))).within(quote_line(screen, number, row))
}

/// The price in such a line, in yuan.
#[must_use]
pub fn price(screen: &Screen, number: usize, row: usize) -> Target {
    field(screen.words.fill("options.line_price", &[("sign", "¥")])).within(quote_line(screen, number, row))
}

/// Adds an option.
pub async fn add_option(screen: &Screen, title: &str) {
    screen.fill(&field(screen.words.say("options.new_title")), title).await;
    screen.press(&button(screen.words.say("options.add"))).await;
}

/// Adds a line to an option: what, how many, at which price.
pub async fn add_line(
    screen: &Screen,
    number: usize,
    row: usize,
    (what, quantity, each): (&str, &str, &str),
) {
    screen.press(&button(screen.words.say("options.add_line")).within(option_card(screen, number))).await;
    screen.fill(&cell(screen, number, row, "text"), what).await;
    screen.fill(&cell(screen, number, row, "quantity"), quantity).await;
    screen.fill(&price(screen, number, row), each).await;
}

/// The customer chooses an option.
pub async fn choose_option(screen: &Screen, number: usize) {
    let words = &screen.words;
    screen.press(&button(words.say("options.choose")).within(option_card(screen, number))).await;
    screen.press(&button(words.say("options.choose_now"))).await;
    screen.tells("options.chosen_by").await;
}
