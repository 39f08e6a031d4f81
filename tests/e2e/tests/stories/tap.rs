//! A tap is mended at a customer's home (P10). Nobody is home the first time; the visit is booked
//! again; the customer accepts and signs, and the fee is settled. In each language.

use casebook_e2e::story::{
    Followed, Request, Shop, accept_result, agree_term, first_run, pass_test, receive, sign, take_request_of,
};
use casebook_e2e::{Home, Profile, Screen, any_heading, button, checkbox, field, heading};

/// What is typed in a language.
struct Tongue {
    lang: &'static str,
    shop: Shop,
    request: Request,
    door: &'static str,
    job: &'static str,
    test: &'static str,
    /// The sum as it prints.
    sum: &'static str,
}

#[tokio::test]
async fn simplified() {
    mend(&Tongue {
        lang: "zh-CN",
        shop: Shop {
            name: "安居家政维修",
            phone: "021-5550 0177",
            address: "槐安路 5 号",
            staff: &["周敏", "老梁"],
        },
        request: Request {
            phone: "138 0000 5678",
            name: "林晓燕",
            item: "厨房水龙头",
            description: "水龙头关不紧，一直滴水",
            told: "今天下午安排师傅上门",
        },
        door: "3 号楼 602 室",
        job: "更换厨房水龙头阀芯",
        test: "开关十次不滴水",
        sum: "¥120.00",
    })
    .await;
}

#[tokio::test]
async fn traditional() {
    mend(&Tongue {
        lang: "zh-TW",
        shop: Shop {
            name: "安居水電行",
            phone: "02-5550 0177",
            address: "松江路 5 號",
            staff: &["周敏", "阿良"],
        },
        request: Request {
            phone: "0912 345 678",
            name: "林曉燕",
            item: "廚房水龍頭",
            description: "水龍頭關不緊，一直滴水",
            told: "今天下午安排師傅到府",
        },
        door: "B 棟 6 樓之 2",
        job: "更換廚房水龍頭閥芯",
        test: "開關十次不滴水",
        sum: "NT$120",
    })
    .await;
}

#[tokio::test]
async fn english() {
    mend(&Tongue {
        lang: "en",
        shop: Shop {
            name: "Homeward Repairs",
            phone: "+44 20 7946 0177",
            address: "5 Elder Row",
            staff: &["Ruth", "Sam"],
        },
        request: Request {
            phone: "+44 20 7946 0123",
            name: "J. Abbott",
            item: "kitchen tap",
            description: "The tap does not close and keeps dripping",
            told: "Somebody comes this afternoon",
        },
        door: "Block 3, flat 602",
        job: "Replace the cartridge of the kitchen tap",
        test: "Opened and closed ten times without a drip",
        sum: "120.00",
    })
    .await;
}

async fn mend(tongue: &Tongue) {
    let (home, profile) = (Home::site(), Profile::chromium(tongue.lang));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &tongue.shop, tongue.shop.staff[0]).await;
    let page = take_request_of(&screen, &tongue.request, "P10").await;
    let number = screen.text(&any_heading().first()).await;
    let case = Followed::new(&screen, &home, &page, "P10");
    request(&screen, tongue, case).await;
    dispatch(&screen, tongue, case, &number).await;
    visit(&screen, tongue, case, &number).await;
    accept(&screen, tongue, case, &number).await;
    settle(&screen, tongue, case, &number).await;
    case.go_on("filing").await;
    case.tick(&["filing/copy_team", "filing/copy_archive", "filing/copy_finance"]).await;
    case.close().await;
    screen.quit().await;
}

async fn request(screen: &Screen, tongue: &Tongue, case: Followed<'_>) {
    case.tick(&["request/note_request"]).await;
    case.follow("request/door_number", "overview.customer").await;
    screen.fill(&field(screen.words.say("names.customer_address")), tongue.door).await;
    case.open().await;
    case.tick(&["request/door_number"]).await;
    case.follow("request/first_quote", "payments.title").await;
    agree_term(screen, "work.term_final", "120").await;
    case.are_on_record(&["request/first_quote"]).await;
    case.follow("request/agree_time", "visit.title").await;
    book(screen, tongue, "10:00", "11:00").await;
    case.are_on_record(&["request/agree_time"]).await;
    case.go_on("dispatch").await;
}

/// Agrees on a visit of the second of the shop's people.
async fn book(screen: &Screen, tongue: &Tongue, from: &str, until: &str) {
    let words = &screen.words;
    screen.find(&heading(words.say("visit.title"))).await;
    screen.write(&field(words.say("visit.from")), from).await;
    screen.write(&field(words.say("visit.until")), until).await;
    let member = checkbox(tongue.shop.staff[1]);
    if !screen.is_on(&member).await {
        screen.press(&member).await;
    }
    screen.press(&button(words.say("visit.agree"))).await;
    screen.reads(&format!("{from}–{until}")).await;
}

/// The work order comes of what the case knows, in three copies; the team member signs for it.
async fn dispatch(screen: &Screen, tongue: &Tongue, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    case.open_page("work").await;
    screen.fill(&field(words.say("work.text_work")), tongue.job).await;
    case.open().await;
    case.follow("dispatch/write_form", "papers.name_work_order").await;
    let order = case.give_out("work_order").await;
    assert_eq!(order.pages, 3, "a copy for each: {}", order.text);
    for copy in ["papers.copy_team", "papers.copy_archive", "papers.copy_finance"] {
        order.must_say(&words.say(copy));
    }
    let [name, member] = [tongue.request.name, tongue.shop.staff[1]];
    for said in [number, tongue.job, name, tongue.door, "10:00", "11:00", member, tongue.sum] {
        order.must_say(said);
    }
    sign(screen, tongue.shop.staff[1], "work.signer_member").await;
    let order = screen.print().await;
    assert_eq!(order.pages, 3, "{}", order.text);
    case.are_on_record(&["dispatch/write_form", "dispatch/member_signs"]).await;
    case.tick(&["dispatch/send_to_team"]).await;
    case.go_on("visit").await;
}

/// Nobody is home: a note stays at the door, and the visit is booked again.
async fn visit(screen: &Screen, tongue: &Tongue, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    case.choose("visit/arrive", "nobody_home").await;
    case.open_page("visits").await;
    screen.press(&button(words.say("visit.nobody"))).await;
    screen.press(&button(words.say("case.confirm"))).await;
    screen.reads(&words.say("visit.nobody_home")).await;
    case.open().await;
    case.follow("visit/rearrange", "visit.title").await;
    screen.press(&button(words.say("visit.again"))).await;
    book(screen, tongue, "15:00", "16:00").await;
    let note = case.give_out("missed_visit").await;
    assert_eq!(note.pages, 1, "{}", note.text);
    for said in [number, "10:00", "15:00", tongue.shop.phone] {
        note.must_say(said);
    }
    // The order that was signed names the first visit; the next revision is signed anew.
    case.open_page("paper/work_order").await;
    screen.script("window.print = () => {}", vec![]).await;
    let revision = [("revision", "2")];
    screen.reads(&words.fill("paper_page.changed_signed", &revision)).await;
    screen.press(&button(words.fill("paper_page.give_revision", &revision))).await;
    screen.reads("15:00–16:00").await;
    sign(screen, tongue.shop.staff[1], "work.signer_member").await;
    case.are_on_record(&["visit/missed_visit_note"]).await;
    case.choose("visit/arrive", "on_time").await;
    case.tick(&["visit/show_badge", "visit/do_job"]).await;
    case.go_on("acceptance").await;
}

/// The result is tested and accepted; the customer signs the report on the screen.
async fn accept(screen: &Screen, tongue: &Tongue, case: Followed<'_>, number: &str) {
    case.follow("acceptance/show_work", "acceptance.title").await;
    pass_test(screen, tongue.test).await;
    accept_result(screen).await;
    let report = case.give_out("acceptance_report").await;
    assert_eq!(report.pages, 1, "{}", report.text);
    for said in [number, tongue.test, tongue.request.name] {
        report.must_say(said);
    }
    case.open_page("paper/work_order").await;
    sign(screen, tongue.request.name, "work.signer_customer").await;
    let signed = screen.print().await;
    assert_eq!(signed.pages, 3, "{}", signed.text);
    case.are_on_record(&["acceptance/show_work", "acceptance/customer_signs"]).await;
    case.choose("acceptance/customer_accepts", "accepted").await;
    case.tick(&["acceptance/remind_fee"]).await;
    case.go_on("settlement").await;
}

/// The fee is taken by the cashier, and the receipt says so.
async fn settle(screen: &Screen, tongue: &Tongue, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    case.follow("settlement/settle_fee", "payments.title").await;
    receive(screen, "120").await;
    screen.reads(&words.say("payments.settled")).await;
    let receipt = case.give_out("fee_statement").await;
    assert_eq!(receipt.pages, 1, "{}", receipt.text);
    for said in [number, tongue.sum, tongue.shop.staff[0], &words.say("papers.fee_title_paid")] {
        receipt.must_say(said);
    }
    case.are_on_record(&["settlement/settle_fee", "settlement/give_receipt"]).await;
}
