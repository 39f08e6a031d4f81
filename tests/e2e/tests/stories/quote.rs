//! Two options with their quotes; the customer chooses one, a deposit is agreed and paid.

use casebook_e2e::story::{
    CORNER, WASHER, add_option, cell as the, first_run, option_card as option, page, price,
    quote_line as line, take_request,
};
use casebook_e2e::{Axe, Home, Profile, Screen, Target, button, dialog, field, group, heading, link, radio};
use thirtyfour::Key;

#[tokio::test]
async fn quote() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);

    screen.open(&home, &format!("{case}/options")).await;
    screen.find(&heading(words.say("options.title"))).await;
    add_option(&screen, "更换排水泵").await;
    screen.press(&button(words.say("options.add_line")).within(option(&screen, 1))).await;
    screen.until("the cursor is in the new line", async || is_in(&screen, 1, 1).await).await;
    let cells = [("text", "排水泵"), ("quantity", "2"), ("unit", "个"), ("discount", "10"), ("tax", "6")];
    for (cell, text) in cells {
        screen.fill(&the(&screen, 1, 1, cell), text).await;
    }
    screen.fill(&price(&screen, 1, 1), "150").await;
    // 2 × 150 less a tenth is 270; 6 % of it are 16.20.
    totals(&screen, 1, ["¥270.00", "¥16.20", "¥286.20"]).await;

    // Enter in the last cell begins the next line.
    screen.write(&the(&screen, 1, 1, "tax"), "6").await;
    screen.type_keys(Key::Enter).await;
    screen.until("the cursor is in the next line", async || is_in(&screen, 1, 2).await).await;
    screen.type_keys("人工").await;
    screen.fill(&price(&screen, 1, 2), "80").await;
    totals(&screen, 1, ["¥350.00", "¥16.20", "¥366.20"]).await;

    // What cannot be read stays, with a sentence; the line counts as before.
    let quantity = the(&screen, 1, 1, "quantity");
    for (typed, key) in [("-2", "options.error_negative"), ("两个", "common.error_number")] {
        screen.fill(&quantity, typed).await;
        screen.reads(&words.say(key)).await;
        assert_eq!(screen.value(&quantity).await, typed, "what was typed stays");
        totals(&screen, 1, ["¥350.00", "¥16.20", "¥366.20"]).await;
    }
    screen.fill(&price(&screen, 1, 1), "150.005").await;
    screen.reads(&words.fill("options.error_decimals", &[("digits", "2")])).await;
    let axe = Axe::fetched();
    assert_eq!(axe.violations(&screen).await, Vec::<String>::new(), "a quote with errors in it");
    screen.fill(&price(&screen, 1, 1), "150").await;
    screen.fill(&quantity, "1").await;
    totals(&screen, 1, ["¥215.00", "¥8.10", "¥223.10"]).await;

    reorder_lines(&screen).await;
    add_option(&screen, "清洗管路").await;
    screen.press(&button(words.say("options.add_line")).within(option(&screen, 2))).await;
    screen.fill(&the(&screen, 2, 1, "text"), "清洗").await;
    screen.fill(&price(&screen, 2, 1), "1,200").await;
    totals(&screen, 2, ["¥1,200.00", "¥0.00", "¥1,200.00"]).await;

    screen.press(&button(words.say("options.choose")).within(option(&screen, 1))).await;
    let asks = dialog(words.fill("options.choose_title", &[("title", "更换排水泵")]));
    let who = field(words.say("options.choose_who")).within(asks);
    assert_eq!(screen.value(&who).await, WASHER.name, "mostly it is the customer");
    screen.press(&button(words.say("options.choose_now"))).await;
    screen.reads(&words.fill("options.chosen_by", &[("who", WASHER.name)])).await;

    screen.press(&link(words.say("options.to_payments"))).await;
    screen.find(&heading(words.say("payments.title"))).await;
    sums(&screen, ["¥223.10", "¥0.00", "¥223.10"]).await;
    agree(&screen, "100").await;
    agree(&screen, "").await;
    let last = group(words.say("work.term_final"));
    screen
        .until("the rest was put down", async || {
            screen.value(&amount(&screen).within(last.clone())).await == "123.10"
        })
        .await;

    let receive = form(&screen);
    let paid = amount(&screen).within(receive.clone());
    screen.until("what is due next is asked for", async || screen.value(&paid).await == "100.00").await;
    screen.fill(&paid, "0").await;
    let take = button(words.say("payments.take"));
    screen.press(&take).await;
    screen.reads(&words.say("payments.error_nothing")).await;
    screen.write(&paid, "300").await;
    screen.reads(&words.fill("payments.over", &[("amount", "¥76.90")])).await;
    screen.fill(&paid, "100").await;
    screen.press(&radio(words.say("work.method_wechat"))).await;
    screen.press(&take).await;
    sums(&screen, ["¥223.10", "¥100.00", "¥123.10"]).await;
    screen.reads(&words.say("payments.term_paid")).await;
    screen.until("the rest is asked for", async || screen.value(&paid).await == "123.10").await;

    assert_eq!(axe.violations(&screen).await, Vec::<String>::new(), "terms and a payment");

    // It was kept, with who settled it; and it can be taken back.
    screen.reload().await;
    sums(&screen, ["¥223.10", "¥100.00", "¥123.10"]).await;
    screen.reads(&words.fill("payments.by", &[("who", "王小明")])).await;
    let back = words.fill("payments.take_back_this", &[("amount", "¥100.00")]);
    screen.press(&button(back)).await;
    let asks = dialog(words.fill("payments.take_back_title", &[("amount", "¥100.00")]));
    screen.press(&button(words.say("payments.take_back")).within(asks)).await;
    sums(&screen, ["¥223.10", "¥0.00", "¥223.10"]).await;
    screen.reads(&words.say("payments.history_none")).await;
    screen.quit().await;
}

/// The lines change places, by the keyboard and by the button, and it is kept.
async fn reorder_lines(screen: &Screen) {
    let words = &screen.words;
    let first = the(screen, 1, 1, "text");
    screen.press(&the(screen, 1, 2, "text")).await;
    screen.chord(Key::Alt, Key::Up).await;
    screen.until("the second line is the first", async || screen.value(&first).await == "人工").await;
    screen.until("the cursor goes with it", async || screen.is_at(&line(screen, 1, 1)).await).await;
    screen.reload().await;
    screen.until("it is kept", async || screen.value(&first).await == "人工").await;
    let second = words.fill("options.line", &[("n", "2")]);
    let up = button(words.fill("process.move_up", &[("what", &second)])).within(option(screen, 1));
    screen.press(&up).await;
    screen.until("it is as before", async || screen.value(&first).await == "排水泵").await;
}

async fn is_in(screen: &Screen, number: usize, row: usize) -> bool {
    screen.is_at(&the(screen, number, row, "text")).await
}

/// Checks what an option comes to: before tax, the tax, all.
async fn totals(screen: &Screen, number: usize, sums: [&str; 3]) {
    let keys = ["options.net", "options.tax", "options.total"];
    let said: String = keys.iter().zip(sums).map(|(key, sum)| screen.words.say(key) + sum).collect();
    let card = option(screen, number);
    let said = casebook_e2e::squash(&said);
    screen.until(&said, async || casebook_e2e::squash(&screen.text(&card).await).contains(&said)).await;
}

/// Checks what was agreed, received, and is outstanding.
async fn sums(screen: &Screen, sums: [&str; 3]) {
    let [agreed, received, outstanding] = sums;
    let words = &screen.words;
    let from = words.fill("payments.agreed_option", &[("title", "更换排水泵")]);
    screen
        .reads(&format!(
            "{}{agreed}{from}{}{received}{}{outstanding}",
            words.say("payments.agreed"),
            words.say("payments.received"),
            words.say("payments.outstanding"),
        ))
        .await;
}

fn amount(screen: &Screen) -> Target {
    field(screen.words.fill("payments.amount", &[("sign", "¥")]))
}

/// Where a payment is written down.
fn form(screen: &Screen) -> Target {
    casebook_e2e::form(screen.words.say("payments.receive"))
}

/// Puts a term down; no amount is the rest.
async fn agree(screen: &Screen, typed: &str) {
    let words = &screen.words;
    screen.press(&button(words.say("payments.plan"))).await;
    let plan = casebook_e2e::form(words.say("payments.plan"));
    screen.fill(&amount(screen).within(plan), typed).await;
    screen.press(&button(words.say("payments.keep_term"))).await;
}
