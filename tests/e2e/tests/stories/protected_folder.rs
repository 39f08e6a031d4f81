//! A folder that a passphrase protects: what one device writes, nobody reads who has not the passphrase;
//! another device is let in once and for all.

use crate::shared_folder::{Files, copy_in, data, exchange, files, open, put};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use casebook_e2e::story::{CORNER, KETTLE, WASHER, export, first_run, import, stored_rows, take_request};
use casebook_e2e::{Axe, Browser, Home, Profile, Scratch, Screen, button, field, file_input, heading, link};
use serde_json::json;
use std::path::PathBuf;

const WORDS: &str = "three Hammers sleep 42";

#[tokio::test]
async fn protected_folder() {
    let (home, scratch) = (Home::site(), Scratch::new("protected-folder"));
    let (counter, office) = (Profile::chromium("zh-CN"), Profile::chromium("zh-CN"));
    let first = open(&counter, &home).await;
    let words = &first.words;
    first_run(&first, &CORNER, "王小明").await;
    let shop = export(&first, &home, &counter, "shop").await;
    take_request(&first, &WASHER).await;
    data(&first, &home).await;
    first.press(&button(words.say("folder.choose"))).await;
    first.press(&button(words.say("folder.share_start"))).await;
    exchange(&first, &home).await;
    let plain = files(&first).await;
    assert!(readable(&plain).count() > 1, "a copy and what is shared: {:?}", plain.keys());

    protect(&first).await;
    exchange(&first, &home).await;
    let sealed = files(&first).await;
    assert_eq!(readable(&sealed).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(sealed.keys().all(|name| name.ends_with(".age")), "{:?}", sealed.keys());
    assert!(copy_in(&first).await.ends_with(".json.age"));

    let second = open(&office, &home).await;
    first_run(&second, &CORNER, "李娜").await;
    import(&second, &home, &shop).await;
    let_in(&second, &home, &sealed).await;

    // What either writes from now on reaches the other, and nobody else.
    take_request(&second, &KETTLE).await;
    exchange(&second, &home).await;
    let all = files(&second).await;
    assert_eq!(readable(&all).collect::<Vec<_>>(), Vec::<&String>::new());
    put(&first, json!(all)).await;
    exchange(&first, &home).await;
    first.open(&home, "#/customers").await;
    first.find(&link(KETTLE.name).roughly()).await;

    change(&first, &home).await;
    let after = files(&first).await;
    first.quit().await;
    second.quit().await;
    by_hand(&after, &scratch).await;
}

/// The files in which the first customer can be read.
fn readable(files: &Files) -> impl Iterator<Item = &String> {
    let names = [WASHER.name, KETTLE.name, CORNER.name];
    files.iter().filter_map(move |(name, content)| {
        let content = BASE64_STANDARD.decode(content).expect("base 64");
        let has = |word: &str| content.windows(word.len()).any(|part| part == word.as_bytes());
        names.into_iter().any(has).then_some(name)
    })
}

fn key_file(files: &Files) -> (String, String) {
    let mut keys = files.iter().filter(|(name, _)| name.starts_with("casebook-key-"));
    let key = keys.next().expect("a key file");
    assert_eq!(keys.next(), None, "one key file");
    (key.0.clone(), key.1.clone())
}

async fn protect(screen: &Screen) {
    let words = &screen.words;
    screen.press(&button(words.say("folder.protect"))).await;
    screen.write(&field(words.say("protect.passphrase")), WORDS).await;
    screen.write(&field(words.say("protect.again")), "three hammers").await;
    screen.press(&button(words.say("folder.protect_now"))).await;
    screen.reads(&words.say("protect.error_differs")).await;
    let checked =
        "return [...document.querySelectorAll('[type=password]')].some((field) => field.spellcheck)";
    assert_eq!(screen.script(checked, vec![]).await, json!(false), "no spelling service reads it");
    assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "the protection");
    screen.write(&field(words.say("protect.again")), WORDS).await;
    screen.press(&button(words.say("folder.protect_now"))).await;
    screen.reads(&words.say("folder.is_protected")).await;
}

/// Another device of the shop: it writes nothing before it has the passphrase, and asks for it once.
async fn let_in(screen: &Screen, home: &Home, sealed: &Files) {
    let words = &screen.words;
    let (key, content) = key_file(sealed);
    // It has made copies here, too, before anybody protected them.
    data(screen, home).await;
    screen.press(&button(words.say("folder.choose"))).await;
    let own = copy_in(screen).await;
    let mut carried = sealed.clone();
    carried.insert(key.clone(), content[..content.len() / 8 * 4].to_owned());
    put(screen, json!(carried)).await;
    screen.press(&button(words.say("folder.now"))).await;
    screen.reads(&words.fill("folder.asked", &[("name", "our-shop")])).await;
    let (passphrase, unlock) = (field(words.say("protect.passphrase")), button(words.say("folder.unlock")));
    screen.write(&passphrase, WORDS).await;
    screen.press(&unlock).await;
    screen.reads(&words.say("folder.key_on_the_way")).await;
    put(screen, json!({ key: content })).await;
    screen.write(&passphrase, "three hammers").await;
    screen.press(&unlock).await;
    screen.reads(&words.say("folder.key_wrong")).await;
    assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "the question");
    let mut there = files(screen).await;
    assert!(there.remove(&own).is_some());
    assert_eq!(&there, sealed, "nothing was written");

    screen.write(&passphrase, WORDS).await;
    screen.press(&unlock).await;
    screen.reads(&words.say("folder.is_protected")).await;
    screen.until("its own copies are sealed", async || readable(&files(screen).await).next().is_none()).await;
    screen.press(&button(words.say("folder.share_start"))).await;
    exchange(screen, home).await;
    screen.open(home, "#/customers").await;
    screen.find(&link(WASHER.name).roughly()).await;
}

/// The passphrase is changed: the old key file goes, and the same key lies there under the new words.
async fn change(screen: &Screen, home: &Home) {
    let words = &screen.words;
    let before = key_file(&files(screen).await);
    data(screen, home).await;
    screen.press(&button(words.say("folder.protect_change"))).await;
    screen.write(&field(words.say("protect.passphrase")), "another 7 words").await;
    screen.write(&field(words.say("protect.again")), "another 7 words").await;
    screen.press(&button(words.say("folder.protect_change"))).await;
    screen.tells("folder.protect_changed").await;
    assert_ne!(key_file(&files(screen).await), before);
}

/// A new device, which takes over a copy from the folder by hand, with the key's file.
async fn by_hand(files: &Files, scratch: &Scratch) {
    let written = |name: &str, content: &str| -> PathBuf {
        let path = scratch.path().join(name);
        std::fs::write(&path, BASE64_STANDARD.decode(content).expect("base 64")).expect("written");
        path
    };
    let (key, content) = key_file(files);
    let key = written(&key, &content);
    let (copy, content) = files.iter().find(|(name, _)| name.starts_with("casebook-2")).expect("a copy");
    let copy = written(copy, content);

    let (home, profile) = (Home::site(), Profile::new(Browser::Firefox, "zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    screen.choose_file(&file_input(words.say("first_run.file")), &copy).await;
    screen.find(&heading(words.say("folder.key_title"))).await;
    let (passphrase, opens) = (field(words.say("protect.passphrase")), button(words.say("protect.open")));
    screen.write(&passphrase, "another 7 words").await;
    screen.press(&opens).await;
    screen.reads(&words.say("folder.key_none")).await;
    screen.choose_file(&file_input(words.say("folder.key_choose")), &copy).await;
    screen.press(&opens).await;
    screen.reads(&words.say("folder.key_no_key")).await;
    screen.choose_file(&file_input(words.say("folder.key_choose")), &key).await;
    screen.write(&passphrase, WORDS).await;
    screen.press(&opens).await;
    screen.reads(&words.say("folder.key_wrong")).await;
    assert_eq!(stored_rows(&screen).await, 0, "nothing is stored");
    screen.write(&passphrase, "another 7 words").await;
    screen.press(&opens).await;
    screen.find(&heading(words.say("data.plan_title"))).await;
    screen.quit().await;
}
