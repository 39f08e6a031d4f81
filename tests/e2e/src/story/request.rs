use crate::{Screen, any_heading, field, heading, radio};
use thirtyfour::Key;

/// What a customer wants, as it is typed.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "they say it")]
pub struct Request {
    pub phone: &'static str,
    pub name: &'static str,
    pub item: &'static str,
    pub description: &'static str,
    pub told: &'static str,
}

/// A washing machine that somebody calls about.
pub const WASHER: Request = Request {
    phone: "138 0000 1234",
    name: "陈秀英",
    item: "洗衣机",
    description: "脱水时响声很大，洗到一半停了",
    told: "明天上午十点前电话答复",
};

/// Somebody else's kettle.
pub const KETTLE: Request = Request {
    phone: "139 0000 5678",
    name: "赵国强",
    item: "电水壶",
    description: "不通电",
    told: "今天下午答复",
};

/// Takes a request that came by phone, with the keyboard alone; gives the case's number.
pub async fn take_request(screen: &Screen, request: &Request) -> String {
    let words = &screen.words;
    screen.type_keys("n").await;
    screen.find(&heading(words.say("common.new_request"))).await;
    let phone = field(words.say("names.customer_phone"));
    screen.until("the cursor begins at the phone number", async || screen.is_at(&phone).await).await;
    screen.type_keys(request.phone).await;
    for (key, text) in [
        ("names.customer_name", request.name),
        ("names.asset_label", request.item),
        ("new_request.description", request.description),
    ] {
        screen.tab_to(&field(words.say(key))).await;
        screen.type_keys(text).await;
    }
    screen.tab_to(&radio(words.say("names.channel_walk_in"))).await;
    screen.type_keys(Key::Right).await;
    assert!(
        screen.is_on(&radio(words.say("names.channel_phone"))).await,
        "the arrow goes to the next channel"
    );
    screen.tab_to(&field(words.say("new_request.told_own"))).await;
    screen.type_keys(request.told).await;
    screen.chord(Key::Control, Key::Enter).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    screen.text(&any_heading().first()).await
}
