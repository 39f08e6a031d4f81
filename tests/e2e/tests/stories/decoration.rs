//! A flat is to be decorated: the enquiry (P13) becomes a contract in stages (P2), and what the
//! customer wants besides becomes a change (P15) with a second revision of quote and agreement.

use casebook_e2e::story::{
    Change, Followed, Request, Shop, Wish, accept_result, add_line, add_option, agree_term, approve,
    choose_option, first_run, pass_test, receive, sign, take_request_of,
};
use casebook_e2e::{Home, Profile, Screen, any_heading, button, combobox, field, heading, option, summary};

const SHOP: Shop =
    Shop {
        name: "青禾装饰", phone: "021-5550 0166", address: "临江路 27 号", staff: &["沈岚", "高师傅"]
    };

const CLOSET: Wish = Wish {
    what: "主卧加做一组衣柜",
    reason: "原来的柜子放不下",
    on_time: "多五天",
    on_cost: "加 6800 元",
    on_quality: "与地板同色",
    line: (3, "衣柜", "6800"),
    totals: ["¥92,000.00", "¥98,800.00"],
    end: "2027-06-25",
};

const FLAT: Request = Request {
    phone: "138 0000 2468",
    name: "孙可欣",
    item: "两室一厅旧房",
    description: "九十平的旧房要翻新，想先了解做法和费用",
    told: "设计师明天联系您",
};

#[tokio::test]
async fn decoration() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &SHOP, SHOP.staff[0]).await;
    let page = take_request_of(&screen, &FLAT, "P13").await;
    let number = screen.text(&any_heading().first()).await;
    let enquiry = Followed::new(&screen, &home, &page, "P13");
    understand(&screen, enquiry, &number).await;
    measure(&screen, enquiry).await;
    plan(&screen, enquiry, &number).await;
    go_on_as_contract(&screen, enquiry).await;
    let project = Followed::new(&screen, &home, &page, "P2");
    contract(&screen, project, &number).await;
    carry_out(project, Change::new(&screen, &home, (&page, &number), CLOSET)).await;
    hand_over(&screen, project, &number).await;
    screen.quit().await;
}

async fn understand(screen: &Screen, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    case.tick(&["enquiry/answer"]).await;
    case.answer("enquiry/style", "text", "简洁，浅木色").await;
    case.answer("enquiry/budget", "number", "120000").await;
    case.follow("enquiry/home", "needs.title").await;
    screen.fill(&field(words.say("work.text_facts")), "两室一厅，厨房漏水半年").await;
    screen.fill(&field(words.say("work.text_latent_needs")), "孩子明年上学，想要书桌位").await;
    case.are_on_record(&["enquiry/home"]).await;
    case.go_on("needs_proposal").await;
    case.answer("needs_proposal/designer", "text", "沈岚").await;
    let proposal = case.give_out("needs_record").await;
    assert_eq!(proposal.pages, 1, "{}", proposal.text);
    for said in [number, FLAT.name, "厨房漏水半年", "书桌位"] {
        proposal.must_say(said);
    }
    case.are_on_record(&["needs_proposal/proposal"]).await;
    case.choose("needs_proposal/model_visit", "accepted").await;
    case.tick(&["needs_proposal/walk_through"]).await;
    case.go_on("measuring").await;
}

async fn measure(screen: &Screen, case: Followed<'_>) {
    let words = &screen.words;
    case.follow("measuring/appointment", "visit.title").await;
    screen.write(&field(words.say("visit.from")), "09:30").await;
    screen.write(&field(words.say("visit.until")), "11:00").await;
    screen.press(&button(words.say("visit.agree"))).await;
    screen.reads("09:30–11:00").await;
    case.open_page("payments").await;
    agree_term(screen, "work.term_deposit", "500").await;
    receive(screen, "500").await;
    screen.reads(&words.say("payments.term_paid")).await;
    case.are_on_record(&["measuring/appointment", "measuring/deposit"]).await;
    case.tick(&["measuring/fee_list", "measuring/measure"]).await;
    case.go_on("plan").await;
}

/// Two options with prices, reviewed by somebody else; the customer chooses one, and the fee is paid.
async fn plan(screen: &Screen, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    case.follow("plan/draft", "options.title").await;
    add_option(screen, "整屋翻新").await;
    add_line(screen, 1, 1, ("水电改造", "1", "38000")).await;
    add_line(screen, 1, 2, ("墙地面", "90", "600")).await;
    add_option(screen, "只做厨卫").await;
    add_line(screen, 2, 1, ("厨房", "1", "32000")).await;
    add_line(screen, 2, 2, ("卫生间", "1", "26000")).await;
    case.are_on_record(&["plan/draft"]).await;
    case.answer("plan/calculate", "number", "92000").await;
    case.tick(&["plan/own_check"]).await;
    approve(screen, SHOP.staff[1]).await;
    case.go_on("discussion").await;
    let offer = case.give_out("quote").await;
    for said in [number, "整屋翻新", "只做厨卫", "92,000.00", "58,000.00"] {
        offer.must_say(said);
    }
    assert!((1..=2).contains(&offer.pages), "{} pages: {}", offer.pages, offer.text);
    case.open_page("options").await;
    choose_option(screen, 1).await;
    case.are_on_record(&["discussion/present"]).await;
    case.choose("discussion/agree", "signed").await;
    case.go_on("application_fee").await;
    case.tick(&["application_fee/explain"]).await;
    case.open_page("payments").await;
    agree_term(screen, "work.term_stage", "3000").await;
    receive(screen, "3000").await;
    let receipt = case.give_out("fee_statement").await;
    assert_eq!(receipt.pages, 1, "{}", receipt.text);
    receipt.must_say("3,500.00");
    receipt.must_say(&words.say("papers.fee_title_paid"));
    case.are_on_record(&["application_fee/receipt"]).await;
    // The deposit spoke for the first payment that was asked for; this one is said by hand.
    case.tick(&["application_fee/collect"]).await;
}

/// The case goes on in another process, with all that it knows.
async fn go_on_as_contract(screen: &Screen, case: Followed<'_>) {
    let words = &screen.words;
    case.open().await;
    screen.press(&summary(words.say("overview.more"))).await;
    screen.press(&option(words.process("P2/name")).within(combobox(words.say("process.follow_which")))).await;
    let contract = words.process("P2/stages/contract/name");
    screen.press(&option(&contract).within(combobox(words.say("process.follow_stage")))).await;
    screen.press(&button(words.say("process.follow_go"))).await;
    screen.find(&heading(&contract)).await;
    // What was done before keeps its words.
    screen.reads(&words.process("P13/stages/plan/tasks/own_check/text")).await;
}

/// The agreement has the chosen option, its stages of payment, and the customer's signature.
async fn contract(screen: &Screen, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    case.open_page("payments").await;
    agree_term(screen, "work.term_stage", "50000").await;
    agree_term(screen, "work.term_final", "").await;
    case.open_page("agreement").await;
    screen.fill(&field(words.say("work.day_agreed_start")), "2027-03-01").await;
    screen.fill(&field(words.say("work.day_agreed_end")), "2027-06-20").await;
    let agreement = case.give_out("agreement").await;
    for said in
        [number, SHOP.name, FLAT.name, "整屋翻新", "50,000.00", "38,500.00", "2027年3月1日", "2027年6月20日"]
    {
        agreement.must_say(said);
    }
    assert!((2..=3).contains(&agreement.pages), "{} pages: {}", agreement.pages, agreement.text);
    sign(screen, FLAT.name, "work.signer_customer").await;
    case.are_on_record(&["contract/draw_up", "contract/sign"]).await;
    case.tick(&["contract/go_through"]).await;
    case.go_on("execution").await;
}

async fn carry_out(case: Followed<'_>, change: Change<'_>) {
    case.answer("execution/set_standard", "text", "按图纸，墙面平整度误差不超过 3 毫米").await;
    case.tick(&["execution/assign", "execution/carry_out", "execution/inspect"]).await;
    change.note().await;
    change.adjust().await;
    change.confirm().await;
    change.give_out_again().await;
    change.track().await;
    case.open().await;
    case.go_on("acceptance").await;
}

async fn hand_over(screen: &Screen, case: Followed<'_>, number: &str) {
    case.tick(&["acceptance/confirm_goals", "acceptance/prepare_documents"]).await;
    case.follow("acceptance/test", "acceptance.title").await;
    pass_test(screen, "闭水试验").await;
    accept_result(screen).await;
    let report = case.give_out("acceptance_report").await;
    assert_eq!(report.pages, 1, "{}", report.text);
    report.must_say("闭水试验");
    report.must_say(number);
    case.are_on_record(&["acceptance/test", "acceptance/sign_report"]).await;
    approve(screen, SHOP.staff[0]).await;
    case.go_on("after_sales").await;
    case.choose("after_sales/tell_channels", "phone").await;
    case.go_on("relationship").await;
    case.tick(&["relationship/plan_follow_up"]).await;
    case.go_on("improvement").await;
    case.tick(&["improvement/read_feedback"]).await;
    case.answer("improvement/decide", "text", "下次先测墙体含水率").await;
    case.close().await;
}
