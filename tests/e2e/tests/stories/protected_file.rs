//! A file that a passphrase protects: made here, opened there with the right words alone; and what a person is handed
//! of their own.

use casebook_e2e::story::{CORNER, KETTLE, WASHER, first_run, page, stored_rows, take_request};
use casebook_e2e::{
    Axe, Browser, Home, Paper, Profile, Screen, button, checkbox, field, file_input, heading, link, radio,
};
use std::path::{Path, PathBuf};

const WORDS: &str = "three Hammers sleep 42";

#[tokio::test]
async fn protected_file() {
    carried_sealed([Browser::Chromium, Browser::Firefox]).await;
}

#[tokio::test]
async fn firefox_protected_file() {
    carried_sealed([Browser::Firefox, Browser::Chromium]).await;
}

async fn carried_sealed([from, to]: [Browser; 2]) {
    let (home, profile) = (Home::site(), Profile::new(from, "zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    let file = sealed(&screen, &home, &profile).await;
    screen.quit().await;

    let bytes = std::fs::read(&file).expect("the file is there");
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "any program of the format opens it");
    for word in [WASHER.name, WASHER.phone, CORNER.name, "casebook"] {
        assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} can be read");
    }
    opened(to, &file).await;
}

/// Exports with a passphrase, which must be typed twice alike.
async fn sealed(screen: &Screen, home: &Home, profile: &Profile) -> PathBuf {
    let words = &screen.words;
    let (passphrase, again) = (field(words.say("protect.passphrase")), field(words.say("protect.again")));
    let export = button(words.say("data.export"));
    screen.open(home, "#/data").await;
    screen.press(&checkbox(words.say("protect.protect"))).await;
    screen.reads(&words.say("protect.warning")).await;
    screen.press(&export).await;
    screen.reads(&words.say("protect.error_empty")).await;
    screen.write(&passphrase, "12345").await;
    screen.reads(&words.say("protect.strength_weak")).await;
    screen.write(&passphrase, WORDS).await;
    screen.reads(&words.say("protect.strength_strong")).await;
    screen.write(&again, "three hammers sleep 42").await;
    screen.press(&export).await;
    screen.reads(&words.say("protect.error_differs")).await;
    assert!(profile.downloaded().is_empty(), "nothing was handed out");
    assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "the protection");
    screen.write(&again, WORDS).await;
    screen.press(&export).await;
    let file = profile.take_download("sealed").await;
    screen.tells("safety.export_done").await;
    file
}

/// Another device: wrong words and a damaged file are told, and nothing is stored; the right ones open it.
async fn opened(browser: Browser, file: &Path) {
    let (home, profile) = (Home::site(), Profile::new(browser, "zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    screen.find(&heading(words.say("first_run.welcome"))).await;
    let (passphrase, open) = (field(words.say("protect.passphrase")), button(words.say("protect.open")));

    let mut bytes = std::fs::read(file).expect("the file is there");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let damaged = file.with_file_name("damaged.json.age");
    std::fs::write(&damaged, bytes).expect("the file can be written");
    screen.choose_file(&file_input(words.say("first_run.file")), &damaged).await;
    screen.write(&passphrase, WORDS).await;
    screen.press(&open).await;
    screen.reads(&words.say("protect.open_damaged")).await;
    screen.reads(&words.say("data.nothing_stored")).await;

    screen.choose_file(&file_input(words.say("data.another")), file).await;
    for wrong in ["three hammers sleep 42", "x"] {
        screen.write(&passphrase, wrong).await;
        screen.press(&open).await;
        screen.reads(&words.say("protect.open_wrong")).await;
    }
    assert_eq!(stored_rows(&screen).await, 0, "nothing is stored");
    assert_eq!(Axe::fetched().violations(&screen).await, Vec::<String>::new(), "the question");
    screen.write(&passphrase, WORDS).await;
    screen.press(&open).await;
    screen.find(&heading(words.say("data.plan_title"))).await;
    assert_eq!(stored_rows(&screen).await, 0, "nothing is stored yet");
    screen.press(&button(words.say("data.take_over"))).await;
    screen.press(&radio("李娜")).await;
    screen.press(&button(words.say("first_run.begin"))).await;
    screen.find(&heading(words.say("common.today"))).await;
    screen.open(&home, "#/customers").await;
    screen.reads(WASHER.name).await;
    screen.quit().await;
}

#[tokio::test]
async fn a_person_is_handed_their_own_data() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let other = take_request(&screen, &KETTLE).await;
    let number = take_request(&screen, &WASHER).await;
    screen.open(&home, "#/customers").await;
    screen.press(&link(WASHER.name).roughly()).await;
    screen.find(&heading(words.say("people.personal"))).await;
    // The page as it is printed from the app, and the one that is handed out.
    let theirs = [WASHER.name, WASHER.phone, WASHER.item, &number];
    let others = [KETTLE.name, KETTLE.phone, KETTLE.item, KETTLE.description, &other, "李娜"];
    let said_of = |paper: &Paper, what: &str| {
        assert!(!paper.pdf.is_empty() && paper.size.contains("A4"), "{what}: {}", paper.size);
        theirs.iter().for_each(|word| paper.must_say(word));
        others.iter().for_each(|word| assert!(!paper.says(word), "{what} says {word}"));
    };
    let customer = page(&screen.here().await);
    said_of(&screen.print().await, "the customer's page");
    for (key, extension) in [("protect.handout", "html"), ("people.hand_out", "json")] {
        screen.press(&button(words.say(key))).await;
        let file = profile.take_download("own").await;
        assert_eq!(file.extension().and_then(|it| it.to_str()), Some(extension));
        let text = std::fs::read_to_string(&file).expect("it is text");
        for word in theirs.into_iter().chain([WASHER.description]) {
            assert!(text.contains(word), "the {extension} does not say {word}");
        }
        others.iter().for_each(|word| assert!(!text.contains(word), "the {extension} says {word}"));
        if extension == "html" {
            screen.open(&Home::file(&file), "").await;
            let paper = screen.print().await;
            said_of(&paper, "the page that is handed out");
            // Where the line breaks, the moment beside it comes in between.
            paper.must_say(WASHER.description.split('，').next().expect("a part"));
            screen.open(&home, &customer).await;
            screen.find(&heading(words.say("people.personal"))).await;
        }
    }
    screen.quit().await;
}
