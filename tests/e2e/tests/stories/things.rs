//! A car over two cases: as it came in, what was replaced, and found again by its plate.

use casebook_e2e::story::{CORNER, Followed, Request, first_run, page, take_request_of};
use casebook_e2e::{
    Home, Profile, Screen, any_heading, any_link, button, field, group, heading, item, link, list, radio,
    summary,
};

const CAR: Request = Request {
    phone: "138 0000 1234",
    name: "陈秀英",
    item: "灰色两厢车",
    description: "刹车时右前轮有尖叫声",
    told: "明早九点到店检查",
};
const PLATE: &str = "粤B·12345";

#[tokio::test]
async fn a_thing_is_found_with_its_history() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let first = take_request_of(&screen, &CAR, "P11").await;
    let number = screen.text(&any_heading().first()).await;

    // As it came in, where the task asks for it.
    let case = Followed::new(&screen, &home, &first, "P11");
    case.open_page("thing").await;
    screen.fill(&field(words.say("names.asset_serial")), PLATE).await;
    screen.fill(&field(words.say("asset.text_condition")), "左后门有划痕").await;
    screen.press(&button(words.say("asset.part_add"))).await;
    let save = button(words.say("asset.part_save"));
    screen.press(&save).await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&field(words.say("asset.part_what")), "右前刹车片").await;
    screen.fill(&field(words.say("asset.old_serial")), "BP-0817").await;
    screen.fill(&field(words.say("asset.new_serial")), "BP-2231").await;
    screen.press(&save).await;
    let part = group("右前刹车片");
    screen.find(&part).await;
    screen.fill(&field(words.say("asset.new_serial")).within(part), "BP-2232").await;
    case.open().await;
    screen.reads("BP-2232").await;

    // The same car comes again.
    open_customer(&screen, &home).await;
    screen.press(&link(words.say("customers.new_request"))).await;
    screen.press(&radio([CAR.item, PLATE].join(" "))).await;
    screen.fill(&field(words.say("new_request.description")), "空调不冷").await;
    screen.press(&button(words.say("new_request.submit"))).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    let again = screen.text(&any_heading().first()).await;

    // Found by the plate, and by the number of what was taken out of it.
    screen.open(&home, "#/cases").await;
    screen.fill(&field(words.say("common.search")), "bp-0817").await;
    screen.reads(&words.say("cases.count_one")).await;
    screen.fill(&field(words.say("common.search")), "12345").await;
    screen.press(&any_link().within(list(words.say("asset.found")))).await;
    screen.find(&heading([CAR.item, PLATE].join(" "))).await;
    let cases = list(words.say("asset.cases"));
    for number in [&number, &again] {
        screen.until(number, async || screen.text(&cases).await.contains(number.as_str())).await;
    }
    screen.press(&summary(&number).roughly()).await;
    let condition = field(words.say("asset.text_condition")).within(item(&number).roughly());
    screen.until("how it came in", async || screen.value(&condition).await == "左后门有划痕").await;
    screen.reads("BP-2232").await;
    assert!(page(&screen.here().await).starts_with("#/asset/"));
    screen.quit().await;
}

async fn open_customer(screen: &Screen, home: &Home) {
    screen.open(home, "#/customers").await;
    screen.press(&any_link().within(list(screen.words.say("common.customers"))).first()).await;
    screen.find(&heading(screen.words.say("customers.details"))).await;
}
