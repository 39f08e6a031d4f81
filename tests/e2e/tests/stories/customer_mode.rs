//! The screen in a customer's hands: whatever they try, they see nothing of the shop.

use casebook_e2e::story::{CORNER, Followed, KETTLE, WASHER, export, first_run, page, take_request};
use casebook_e2e::{
    Home, Profile, Screen, any_dialog, any_link, any_navigation, button, field, heading, radio, summary,
};
use serde_json::json;
use std::path::Path;
use thirtyfour::Key;

const CODE: &str = "4711";
const HOUR: u64 = 60 * 60 * 1000;
/// Where the shop's pages are.
const ADDRESSES: [&str; 14] = [
    "#/",
    "#/cases",
    "#/board",
    "#/calendar",
    "#/new",
    "#/customers",
    "#/customers/same",
    "#/letters",
    "#/promises",
    "#/processes",
    "#/improvements",
    "#/settings",
    "#/data",
    "#/nowhere",
];

#[tokio::test]
async fn customer_mode() {
    for home in [Home::site(), Home::one_file()] {
        tried(&home).await;
    }
}

async fn tried(home: &Home) {
    let profile = Profile::chromium("zh-CN");
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &KETTLE).await;
    let other = page(&screen.here().await);
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    let file = export(&screen, home, &profile, "shop").await;
    screen.open(home, "#/customers").await;
    Followed::new(&screen, home, &case, "P1").open_page("survey").await;
    screen.press(&button(words.say("survey.ask_screen"))).await;
    screen.write(&field(words.say("survey.mode_code")), CODE).await;
    screen.press(&button(words.say("survey.mode_start"))).await;
    screen.find(&heading(words.say("survey.welcome"))).await;
    let secret = Secret { home, number: &number };
    secret.is_kept(&screen, "the beginning").await;

    secret.by_address(&screen, &[&other, &case]).await;
    secret.by_history(&screen).await;
    secret.by_keys(&screen).await;
    secret.by_file(&screen, &file).await;
    secret.by_tab(&screen).await;
    secret.by_wrong_codes(&screen).await;
    screen.quit().await;

    // The browser is closed, and opened again some hours later.
    let screen = profile.open().await;
    screen.set_later(7 * HOUR).await;
    for address in ["", "#/cases", "#/data"] {
        screen.open(home, address).await;
        secret.is_kept(&screen, "the browser that was opened again").await;
    }
    // Only the code leads out, and to where the screen was handed over.
    let words = &screen.words;
    screen.press(&button(words.say("survey.staff"))).await;
    let leave = button(words.say("survey.leave"));
    screen.write(&field(words.say("survey.code")), CODE).await;
    screen
        .until("the pause is over", async || screen.find(&leave).await.is_enabled().await.unwrap_or(false))
        .await;
    screen.press(&leave).await;
    screen.find(&heading(words.say("survey.ask"))).await;

    // A code that was forgotten does not lock the shop out for ever.
    screen.press(&button(words.say("survey.ask_screen"))).await;
    screen.reads(&words.say("survey.mode_forgotten")).await;
    screen.write(&field(words.say("survey.mode_code")), CODE).await;
    screen.press(&button(words.say("survey.mode_start"))).await;
    secret.is_kept(&screen, "it was handed over again").await;
    screen.press(&button(words.say("survey.staff"))).await;
    screen.press(&summary(words.say("survey.forgotten"))).await;
    screen.reads(&words.say("survey.forgotten_about")).await;
    screen.quit().await;
    let screen = profile.open().await;
    screen.set_later((7 + 9) * HOUR).await;
    screen.open(home, "#/cases").await;
    screen.find(&heading(screen.words.say("common.cases"))).await;
    screen.quit().await;
}

/// What nobody may see.
#[derive(Clone, Copy)]
struct Secret<'a> {
    home: &'a Home,
    number: &'a str,
}

impl Secret<'_> {
    /// The questions are there, and nothing of the shop but its name.
    async fn is_kept(self, screen: &Screen, after: &str) {
        screen.find(&heading(screen.words.say("survey.welcome"))).await;
        let html = "return document.title + document.documentElement.outerHTML
            + [...document.querySelectorAll('input, textarea')].map((field) => field.value).join()";
        let html = screen.script(html, vec![]).await.to_string();
        for hidden in [
            self.number,
            WASHER.name,
            WASHER.item,
            WASHER.phone,
            KETTLE.name,
            KETTLE.item,
            KETTLE.phone,
            "王小明",
            "李娜",
        ] {
            assert!(!html.contains(hidden), "after {after} the page says {hidden}");
        }
        assert!(!screen.has(&any_navigation()).await, "after {after} there is a menu");
        assert!(!screen.has(&any_link()).await, "after {after} there is a link");
        assert!(!screen.has(&any_dialog()).await, "after {after} there is a dialog");
    }

    async fn by_address(self, screen: &Screen, cases: &[&str]) {
        let parts = cases
            .iter()
            .flat_map(|case| ["", "/receipt", "/photos", "/paper/quote"].map(|part| format!("{case}{part}")));
        for address in ADDRESSES.map(str::to_owned).into_iter().chain(parts) {
            screen.open(self.home, &address).await;
            self.is_kept(screen, &address).await;
        }
        screen.reload().await;
        self.is_kept(screen, "a reload").await;
    }

    async fn by_history(self, screen: &Screen) {
        for _ in 0..8 {
            screen.back().await;
            self.is_kept(screen, "going back").await;
        }
        for _ in 0..3 {
            screen.script("history.forward()", vec![]).await;
            self.is_kept(screen, "going forward").await;
        }
    }

    async fn by_keys(self, screen: &Screen) {
        for key in ["n", "/", "t", "?"] {
            screen.type_keys(key).await;
            self.is_kept(screen, key).await;
        }
        for then in "tcpklsd".chars() {
            screen.type_keys("g").await;
            screen.type_keys(then.to_string()).await;
            self.is_kept(screen, "g and a letter").await;
        }
        for key in [Key::Escape, Key::F5, Key::Home, Key::Backspace] {
            screen.type_keys(key).await;
            self.is_kept(screen, "a key").await;
        }
        screen.chord(Key::Control, Key::Enter).await;
        screen.chord(Key::Control, "z").await;
        self.is_kept(screen, "a chord").await;
        // What is printed is what is seen.
        let paper = screen.print().await;
        for hidden in [self.number, WASHER.name, KETTLE.name] {
            assert!(!paper.says(hidden), "the print says {hidden}");
        }
    }

    /// A file is dropped onto the page, or pasted.
    async fn by_file(self, screen: &Screen, file: &Path) {
        let text = std::fs::read_to_string(file).expect("the export is text");
        let hand = "
            const file = new File([arguments[0]], 'shop.json', { type: 'application/json' });
            const data = new DataTransfer();
            data.items.add(file);
            for (const kind of ['dragenter', 'dragover', 'drop']) {
                document.querySelector('main').dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
            }
            document.querySelector('main').dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: data }));";
        screen.script(hand, vec![json!(text)]).await;
        screen.settled().await;
        self.is_kept(screen, "a file").await;
    }

    async fn by_tab(self, screen: &Screen) {
        let first = screen.new_tab().await;
        for address in ["", "#/customers", "#/settings"] {
            screen.open(self.home, address).await;
            self.is_kept(screen, "a new tab").await;
        }
        screen.go_to_tab(first).await;
        self.is_kept(screen, "the first tab").await;
    }

    async fn by_wrong_codes(self, screen: &Screen) {
        let words = &screen.words;
        screen.press(&button(words.say("survey.staff"))).await;
        let code = field(words.say("survey.code"));
        for wrong in ["0000", "", "471", "47111"] {
            screen.write(&code, wrong).await;
            screen.type_keys(Key::Enter).await;
            self.is_kept(screen, "a wrong code").await;
        }
        // What is answered is kept, and that does not lead out either.
        screen.press(&radio("4").within(casebook_e2e::group(words.say("survey.overall_question")))).await;
        screen.reload().await;
        self.is_kept(screen, "a reload").await;
    }
}
