//! The satisfaction survey: the printed form comes back and is typed in, the customer answers on
//! the shop's screen and sees nothing else of the shop, and a low score leads on.

use casebook_e2e::story::{CORNER, Followed, KETTLE, WASHER, first_run, page, take_request};
use casebook_e2e::{
    Axe, Home, Profile, Screen, Words, any_heading, any_navigation, any_radio, button, field, group, heading,
    item, link, radio,
};

const WORDS: &str = "等得太久，没人说明原因";

#[tokio::test]
async fn survey() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let other = take_request(&screen, &KETTLE).await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    let followed = Followed::new(&screen, &home, &case, "P1");

    let form = followed.give_out("satisfaction_form").await;
    assert_eq!(form.pages, 1, "{}", form.text);
    for said in [number.as_str(), CORNER.name, WASHER.name] {
        form.must_say(said);
    }
    for key in ["survey.paper_title", "survey.reliability", "survey.expected", "survey.words_question"] {
        form.must_say(&words.say(key));
    }
    followed.open_page("survey").await;
    screen.reads(&words.say("survey.none")).await;
    typed_in(&screen).await;
    on_the_screen(&screen, &home, &case, [&other, &number]).await;
    low_score(&screen, followed, &number).await;
    screen.quit().await;
}

fn scale(words: &Words, dimension: &str, what: &str) -> casebook_e2e::Target {
    let dimension = words.say(&format!("survey.{dimension}"));
    let what = words.say(&format!("survey.{what}"));
    group([dimension, words.say("common.colon"), what].concat())
}

/// What came back on paper is typed in; nothing of it is lost over a reload.
async fn typed_in(screen: &Screen) {
    let words = &screen.words;
    let open = button(words.say("survey.ask_form"));
    let keep = button(words.say("survey.keep"));
    screen.press(&open).await;
    screen.press(&keep).await;
    screen.reads(&words.say("survey.error_nothing")).await;
    let expected = scale(words, "responsiveness", "expected");
    screen.press(&radio("3").within(expected.clone())).await;
    screen.press(&radio("3").within(expected.clone())).await;
    screen
        .until("a mark is taken back", async || !screen.is_on(&radio("3").within(expected.clone())).await)
        .await;
    screen.press(&radio("5").within(expected)).await;
    screen.press(&radio("2").within(scale(words, "responsiveness", "perceived"))).await;
    screen.write(&field(words.say("survey.words_question")), WORDS).await;
    screen.reload().await;
    screen.press(&open).await;
    screen.reads(&words.say("survey.draft_back")).await;
    assert_eq!(screen.value(&field(words.say("survey.words_question"))).await, WORDS);
    let overall = group(words.say("survey.overall_question"));
    screen.press(&radio("4").within(overall)).await;
    screen.press(&keep).await;
    screen.gone(&keep).await;
    screen
        .reads(&words.fill("survey.gap_below", &[("expected", "5"), ("perceived", "2"), ("count", "3")]))
        .await;
    screen.reads(WORDS).await;
    screen.tells("survey.low_line").await;
    assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "an answer");
}

/// The customer has the screen, in two tabs even: each answer is kept, and only the code leads out.
async fn on_the_screen(screen: &Screen, home: &Home, case: &str, numbers: [&str; 2]) {
    let words = &screen.words;
    let english = Words::of("en");
    let code = field(words.say("survey.mode_code"));
    screen.press(&button(words.say("survey.ask_screen"))).await;
    screen.write(&code, "471").await;
    screen.press(&button(words.say("survey.mode_start"))).await;
    screen.reads(&words.say("survey.mode_error_code")).await;
    screen.write(&code, "4711").await;
    screen.press(&button(words.say("survey.mode_start"))).await;

    let welcome = heading(words.say("survey.welcome"));
    screen.find(&welcome).await;
    let shows_nothing_else = async |screen: &Screen| {
        let html = screen.script("return document.documentElement.outerHTML", vec![]).await.to_string();
        for hidden in numbers.into_iter().chain([WASHER.name, WASHER.item, KETTLE.name, "王小明", WORDS]) {
            assert!(!html.contains(hidden), "{hidden} is on the page");
        }
        assert!(!screen.has(&any_navigation()).await);
        assert!(screen.page_text().await.contains(CORNER.name));
    };
    shows_nothing_else(screen).await;
    assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "the questions");
    screen.press(&radio("2").within(group(words.say("survey.overall_question")))).await;
    screen.write(&field(words.say("survey.words_question")), "很干净").await;

    // Neither a reload nor another address, the way back, a key or a new tab leads out.
    screen.reload().await;
    screen.find(&welcome).await;
    assert!(screen.is_on(&radio("2").within(group(words.say("survey.overall_question")))).await);
    assert_eq!(screen.value(&field(words.say("survey.words_question"))).await, "很干净");
    shows_nothing_else(screen).await;
    for address in ["#/cases", case, "#/data", ""] {
        screen.open(home, address).await;
        screen.find(&welcome).await;
        shows_nothing_else(screen).await;
    }
    screen.back().await;
    screen.find(&welcome).await;
    screen.press(&radio("2").within(group(words.say("survey.recommend_question")))).await;
    for key in ["n", "/", "g", "c"] {
        screen.type_keys(key).await;
    }
    shows_nothing_else(screen).await;
    let first = screen.new_tab().await;
    screen.open(home, "#/customers").await;
    screen.find(&welcome).await;
    shows_nothing_else(screen).await;

    // The second tab answers in English, and then the first one in Chinese.
    screen.press(&radio("English")).await;
    screen.find(&heading(english.say("survey.welcome"))).await;
    screen.press(&radio("5").within(group(english.say("survey.overall_question")))).await;
    screen.press(&radio("5").within(scale(&english, "empathy", "expected"))).await;
    screen.press(&radio("4").within(scale(&english, "empathy", "perceived"))).await;
    screen.press(&radio("9").within(group(english.say("survey.recommend_question")))).await;
    screen.press(&button(english.say("survey.send"))).await;
    screen.reads(&english.say("survey.thanks_text")).await;
    shows_nothing_else(screen).await;
    let second = screen.go_to_tab(first).await;
    screen.press(&button(words.say("survey.send"))).await;
    screen.reads(&words.say("survey.thanks_text")).await;
    screen.reload().await;
    screen.find(&heading(english.say("survey.thanks"))).await;
    assert!(!screen.has(&any_radio().within(group(words.say("survey.overall_question")))).await);
    assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "the thanks");

    // Only the code leads out, and a wrong one takes time.
    screen.press(&button(english.say("survey.staff"))).await;
    let (code, leave) = (field(english.say("survey.code")), button(english.say("survey.leave")));
    screen.write(&code, "0000").await;
    screen.press(&leave).await;
    let told = ["survey.wrong_code", "survey.wait"];
    screen
        .until("a wrong code takes time", async || {
            let page = screen.page_text().await;
            told.iter().all(|key| english.is_said(key, &page))
        })
        .await;
    screen.write(&code, "4711").await;
    screen
        .until("the pause is over", async || screen.find(&leave).await.is_enabled().await.unwrap_or(false))
        .await;
    screen.press(&leave).await;
    screen.find(&heading(words.say("survey.answers"))).await;
    assert!(screen.here().await.ends_with("/survey"));
    // The other tab is the shop's again, where it was.
    screen.go_to_tab(second).await;
    screen.find(&heading(words.say("common.customers"))).await;
    screen.open(home, &format!("{case}/survey")).await;

    // All three stand side by side, and that two came together is told.
    let answers = item(words.say("survey.answer_of").replace("{when}", "")).roughly();
    screen.until("three answers", async || screen.all(&answers).await.len() == 3).await;
    for said in ["很干净", WORDS] {
        screen.reads(said).await;
    }
    screen.reads(&words.say("survey.close_together")).await;
}

/// A low score opens a complaint in one press, with nothing typed twice.
async fn low_score(screen: &Screen, case: Followed<'_>, number: &str) {
    let words = &screen.words;
    let complaint = link(words.say("survey.low_complaint"));
    screen.until("two low scores", async || screen.all(&complaint).await.len() == 2).await;
    // The newest is seen, the oldest leads to a complaint.
    screen.press(&button(words.say("survey.low_seen")).first()).await;
    screen.until("one is seen", async || screen.all(&complaint).await.len() == 1).await;
    screen.press(&complaint).await;
    screen.find(&heading(words.say("common.new_request"))).await;
    let described = field(words.say("new_request.description"));
    screen.until("what they wrote is there", async || screen.value(&described).await.contains(WORDS)).await;
    screen.reads(WASHER.name).await;
    screen.press(&button(words.say("new_request.submit"))).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    screen.reads(&words.process("P14/name")).await;
    let linked = screen.text(&any_heading().first()).await;
    assert_ne!(linked, number);
    case.open_page("survey").await;
    let way = link(words.fill("care.follow_up_link", &[("number", &linked)]));
    screen.find(&way.first()).await;
    assert!(!screen.has(&complaint).await);

    // It can be printed as it was answered.
    screen.press(&link(words.say("survey.print_answer")).first()).await;
    screen.find(&heading(words.say("survey.paper_answered")).first()).await;
    let paper = screen.print().await;
    paper.must_say(number);
    paper.must_say("很干净");
    case.open().await;
    screen.tells("survey.told_scores").await;
}
