//! The browser is ended without a word, a moment after something was set up. Its own notes may be a minute old
//! then; what keeps others out, and what makes copies, must not be.

use crate::shared_folder;
use casebook_e2e::story::{CORNER, WASHER, first_run, page, take_request};
use casebook_e2e::{Home, Profile, Screen, any_navigation, button, field, heading};

const PIN: &str = "0420";
const CODE: &str = "4711";

async fn shop(screen: &Screen, home: &Home) -> String {
    screen.open(home, "").await;
    first_run(screen, &CORNER, "王小明").await;
    take_request(screen, &WASHER).await;
    page(&screen.here().await)
}

/// Ends the browser, and opens it again.
async fn ended(screen: Screen, profile: &Profile) -> Screen {
    screen.kill(profile);
    profile.open().await
}

#[tokio::test]
async fn a_customers_screen_stays_theirs_when_the_browser_is_ended() {
    for home in [Home::site(), Home::one_file()] {
        let profile = Profile::chromium("zh-CN");
        let screen = profile.open().await;
        let words = &screen.words;
        let case = shop(&screen, &home).await;
        screen.open(&home, &format!("{case}/survey")).await;
        screen.press(&button(words.say("survey.ask_screen"))).await;
        screen.write(&field(words.say("survey.mode_code")), CODE).await;
        screen.press(&button(words.say("survey.mode_start"))).await;
        screen.find(&heading(words.say("survey.welcome"))).await;

        let screen = ended(screen, &profile).await;
        let words = &screen.words;
        screen.open(&home, "#/customers").await;
        screen.find(&heading(words.say("survey.welcome"))).await;
        assert!(!screen.has(&any_navigation()).await);
        screen.press(&button(words.say("survey.staff"))).await;
        screen.write(&field(words.say("survey.code")), CODE).await;
        screen.press(&button(words.say("survey.leave"))).await;
        screen.find(&heading(words.say("survey.answers"))).await;

        // Given back, it stays so.
        screen.reload().await;
        screen.find(&heading(words.say("survey.answers"))).await;
        screen.quit().await;
    }
}

#[tokio::test]
async fn a_lock_holds_when_the_browser_is_ended() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    shop(&screen, &home).await;
    screen.open(&home, "#/settings").await;
    screen.press(&button(words.say("protect.lock_begin"))).await;
    screen.write(&field(words.say("protect.lock_passphrase")), PIN).await;
    screen.write(&field(words.say("protect.again")), PIN).await;
    screen.press(&button(words.say("protect.lock_set"))).await;
    screen.reads(&words.say("protect.lock_on")).await;
    screen.press(&button(words.say("protect.lock"))).await;
    let locked = heading(words.say("protect.locked_title"));
    screen.find(&locked).await;

    let screen = ended(screen, &profile).await;
    screen.open(&home, "#/cases").await;
    screen.find(&locked).await;
    assert!(!screen.has(&any_navigation()).await);
    let words = &screen.words;
    screen.write(&field(words.say("protect.passphrase")), PIN).await;
    screen.press(&button(words.say("protect.unlock"))).await;
    screen.find(&heading(words.say("common.cases"))).await;

    // Whoever looks after the device takes the browser's note away: the lock is off for good.
    screen.script("localStorage.removeItem('casebook/lock')", vec![]).await;
    screen.gone(&button(words.say("protect.lock"))).await;
    screen.reload().await;
    screen.find(&heading(words.say("common.cases"))).await;
    assert!(!screen.has(&button(words.say("protect.lock"))).await);
    screen.quit().await;
}

#[tokio::test]
async fn a_folder_is_looked_after_when_the_browser_is_ended() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = shared_folder::open(&profile, &home).await;
    let words = &screen.words;
    shop(&screen, &home).await;
    shared_folder::data(&screen, &home).await;
    screen.press(&button(words.say("folder.choose"))).await;
    screen.find(&button(words.say("folder.now"))).await;

    screen.kill(&profile);
    let screen = shared_folder::open(&profile, &home).await;
    // As after every start of the browser, it asks first.
    screen.script("localStorage.setItem('test/permission', 'prompt')", vec![]).await;
    screen.reload().await;
    screen.reads(&screen.words.fill("folder.not_asked", &[("name", "our-shop")])).await;
    screen.quit().await;
}
