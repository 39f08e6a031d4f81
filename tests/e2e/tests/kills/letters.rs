//! Letters are issued one after the other.

use crate::moments::Moments;
use crate::stored::{is_calm, opens};
use casebook_e2e::story::{CORNER, first_run, issue, new_standing_letter, page};
use casebook_e2e::{Home, Profile, Screen, any_heading, any_paper, button};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Instant;

/// How many letters are issued at most before the kill.
const LETTERS: u32 = 8;

/// The letters that were begun: each with its number once the screen said that it is issued.
type Letters = BTreeMap<String, Option<String>>;

pub(crate) async fn survives(home: &Home, moments: &mut Moments, kills: u32) {
    let profile = Profile::chromium("zh-CN");
    let screen = profile.open().await;
    screen.open(home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let begun = Instant::now();
    new_standing_letter(&screen, home).await;
    let mut numbers = vec![issue(&screen).await];
    let span = begun.elapsed() * LETTERS;
    screen.quit().await;

    for _ in 0..kills {
        let screen = profile.open().await;
        opens(&screen, home).await;
        let letters = RefCell::default();
        let at = moments.draw(span);
        let within = Screen::until_struck(at, issue_all(&screen, home, &letters)).await;
        screen.kill(&profile);
        let letters: Letters = letters.into_inner();
        let said = letters.values().flatten().count();
        moments.struck("letters", at, within, &format!("{said} of {} said to be issued", letters.len()));
        are_whole(home, &profile, &letters, &mut numbers).await;
    }
}

async fn issue_all(screen: &Screen, home: &Home, letters: &RefCell<Letters>) {
    loop {
        new_standing_letter(screen, home).await;
        let letter = page(&screen.here().await);
        letters.borrow_mut().insert(letter.clone(), None);
        let number = issue(screen).await;
        letters.borrow_mut().insert(letter, Some(number));
    }
}

/// A letter that was said to be issued has its number and its paper; any other is a draft still,
/// or was issued as a whole.
async fn are_whole(home: &Home, profile: &Profile, letters: &Letters, numbers: &mut Vec<String>) {
    let screen = profile.open().await;
    let words = &screen.words;
    opens(&screen, home).await;
    for (letter, said) in letters {
        screen.open(home, letter).await;
        screen.find(&any_heading().first()).await;
        let (draft, issued) = (button(words.say("letter.issue")), button(words.say("common.print")));
        let missing = words.say("letter.missing");
        screen
            .until("a letter, or none", async || {
                screen.has(&draft).await
                    || screen.has(&issued).await
                    || screen.page_text().await.contains(&missing)
            })
            .await;
        is_calm(&screen).await;
        if let Some(number) = said {
            assert!(screen.has(&issued).await, "{number} was said to be issued, and is not");
        }
        if screen.has(&issued).await {
            screen.find(&any_paper()).await;
            let title = screen.script("return document.title", vec![]).await;
            let number =
                title.as_str().and_then(|title| title.rsplit(' ').next()).unwrap_or_default().to_owned();
            assert!(said.as_ref().is_none_or(|said| *said == number), "{said:?} became {number}");
            screen.reads(&number).await;
            assert!(!numbers.contains(&number), "{number} was given twice");
            numbers.push(number);
        }
    }
    screen.quit().await;
}
