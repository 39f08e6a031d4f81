use crate::{Screen, button, field, heading, radio};

/// What somebody types on the first page.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "they say it")]
pub struct Shop {
    pub name: &'static str,
    pub phone: &'static str,
    pub address: &'static str,
    pub staff: &'static [&'static str],
}

/// A shop on a corner.
pub const CORNER: Shop = Shop {
    name: "街角电器维修",
    phone: "021-5550 0188",
    address: "梧桐路 18 号",
    staff: &["王小明", "李娜"],
};

/// Names the shop and its people, and begins as one of them.
pub async fn first_run(screen: &Screen, shop: &Shop, me: &str) {
    let words = &screen.words;
    screen.find(&heading(words.say("first_run.welcome"))).await;
    screen.fill(&field(words.say("names.shop_name")), shop.name).await;
    screen.fill(&field(words.say("names.shop_phone")), shop.phone).await;
    screen.fill(&field(words.say("names.shop_address")), shop.address).await;
    screen.fill(&field(words.say("first_run.names")), &shop.staff.join("\n")).await;
    screen.press(&radio(me)).await;
    screen.press(&button(words.say("first_run.begin"))).await;
    screen.find(&heading(words.say("common.today"))).await;
}

/// Begins in the made-up shop.
pub async fn begin_with_samples(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("first_run.sample"))).await;
    screen.find(&button(words.say("safety.sample_remove"))).await;
    screen.find(&heading(words.say("common.today"))).await;
}
