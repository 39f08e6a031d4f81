//! The lock of the screen at a counter: after a while, by a key, in all tabs and over a reload nothing of the shop is
//! shown; what was being typed is there afterwards; the customer's screen stays the customer's.

use casebook_e2e::story::{CORNER, WASHER, first_run, page, take_request};
use casebook_e2e::{
    Axe, Browser, Home, Profile, Screen, any_navigation, button, combobox, field, heading, option, summary,
};
use thirtyfour::Key;

const PIN: &str = "0420";
const TYPED: &str = "脱水桶里有硬币的声音";

#[tokio::test]
async fn screen_lock() {
    locked_and_opened(Browser::Chromium).await;
}

#[tokio::test]
async fn firefox_screen_lock() {
    locked_and_opened(Browser::Firefox).await;
}

async fn locked_and_opened(browser: Browser) {
    let (home, profile) = (Home::site(), Profile::new(browser, "zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    let counter = Counter { browser, screen: &screen, home: &home, case: &case, number: &number };
    counter.sets_it_up().await;
    counter.locks_all_tabs().await;
    counter.keeps_what_is_typed().await;
    counter.leaves_the_customers_screen().await;
    counter.opens_the_customers_screen().await;
    counter.closes_what_a_customer_left().await;
    counter.takes_it_off().await;
    screen.quit().await;
}

struct Counter<'a> {
    browser: Browser,
    screen: &'a Screen,
    home: &'a Home,
    case: &'a str,
    number: &'a str,
}

impl Counter<'_> {
    fn say(&self, key: &str) -> String {
        self.screen.words.say(key)
    }

    async fn sets_it_up(&self) {
        let screen = self.screen;
        screen.open(self.home, "#/settings").await;
        screen.press(&button(self.say("protect.lock_begin"))).await;
        screen.press(&button(self.say("protect.lock_set"))).await;
        screen.reads(&self.say("protect.error_empty")).await;
        screen.write(&field(self.say("protect.lock_passphrase")), PIN).await;
        screen.write(&field(self.say("protect.again")), PIN).await;
        let after = combobox(self.say("protect.lock_after"));
        screen.press(&option(self.say("protect.minute")).within(after)).await;
        screen.reads(&self.say("protect.lock_honest")).await;
        assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "the setting");
        screen.press(&button(self.say("protect.lock_set"))).await;
        screen.reads(&self.say("protect.lock_on")).await;
        let notes = screen.script("return JSON.stringify(localStorage)", vec![]).await.to_string();
        assert!(!notes.contains(PIN), "the PIN stands nowhere");
    }

    /// The screen is locked and says nothing of the shop's people and customers.
    async fn is_locked(&self) {
        let screen = self.screen;
        screen.find(&heading(self.say("protect.locked_title"))).await;
        let html = screen.script("return document.documentElement.outerHTML", vec![]).await.to_string();
        for hidden in [self.number, WASHER.name, WASHER.item, WASHER.description, "王小明", TYPED] {
            assert!(!html.contains(hidden), "{hidden} is on the page");
        }
        assert!(!screen.has(&any_navigation()).await);
    }

    async fn unlock(&self) {
        let screen = self.screen;
        screen.write(&field(self.say("protect.passphrase")), PIN).await;
        screen.press(&button(self.say("protect.unlock"))).await;
        screen.gone(&heading(self.say("protect.locked_title"))).await;
    }

    async fn lock_by_key(&self) {
        let keys = self.screen.script(
            "dispatchEvent(new KeyboardEvent('keydown', { key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true }))",
            vec![],
        );
        keys.await;
    }

    /// One tab locks both; a reload, a key or another address opens neither; one opens both.
    async fn locks_all_tabs(&self) {
        let screen = self.screen;
        screen.open(self.home, self.case).await;
        screen.find(&heading(self.say("case.timeline"))).await;
        let first = screen.new_tab().await;
        screen.open(self.home, "#/customers").await;
        screen.find(&heading(self.say("common.customers"))).await;
        screen.press(&button(self.say("protect.lock"))).await;
        self.is_locked().await;
        let second = screen.go_to_tab(first.clone()).await;
        self.is_locked().await;
        assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "the locked screen");
        for address in ["#/cases", "#/data", self.case] {
            screen.open(self.home, address).await;
            self.is_locked().await;
        }
        screen.reload().await;
        self.is_locked().await;

        screen.write(&field(self.say("protect.passphrase")), "0421").await;
        screen.press(&button(self.say("protect.unlock"))).await;
        let told = ["protect.unlock_wrong", "protect.unlock_wait"];
        screen
            .until("a wrong one takes time", async || {
                let page = screen.page_text().await;
                told.iter().all(|key| screen.words.is_said(key, &page))
            })
            .await;
        let unlock = button(self.say("protect.unlock"));
        screen
            .until("the pause is over", async || {
                screen.find(&unlock).await.is_enabled().await.unwrap_or(false)
            })
            .await;
        self.unlock().await;
        screen.find(&heading(self.say("case.timeline"))).await;
        screen.go_to_tab(second).await;
        screen.gone(&heading(self.say("protect.locked_title"))).await;
        screen.find(&heading(self.say("common.customers"))).await;
        screen.go_to_tab(first).await;
    }

    /// A minute and more goes by without anybody.
    async fn a_while_passes(&self) {
        let screen = self.screen;
        if self.browser == Browser::Firefox {
            // Its clock cannot be set: what was noted is older instead.
            return self.age("lock", 0, 70_000).await;
        }
        screen.set_later(70_000).await;
    }

    /// A moment in a note of the browser's lies back by so many milliseconds.
    async fn age(&self, note: &str, field: usize, by: u64) {
        let age = "const [name, field, by] = arguments;
            const note = localStorage.getItem(name);
            if (note === null) return;
            const fields = JSON.parse(note).split('\\u001f');
            fields[field] = String(Number(fields[field]) - by);
            localStorage.setItem(name, JSON.stringify(fields.join('\\u001f')));";
        self.screen.script(age, vec![format!("casebook/{note}").into(), field.into(), by.into()]).await;
    }

    /// What was typed into a form stays in it, and what was typed into a record is kept.
    async fn keeps_what_is_typed(&self) {
        let screen = self.screen;
        screen.open(self.home, "#/new").await;
        screen.find(&heading(self.say("common.new_request"))).await;
        let description = field(self.say("new_request.description"));
        screen.write(&description, TYPED).await;
        self.a_while_passes().await;
        self.is_locked().await;
        for key in ["n", "/", "g", "c"] {
            screen.type_keys(key).await;
        }
        self.is_locked().await;
        // What the keys typed is in the field for the passphrase.
        self.unlock().await;
        assert_eq!(screen.value(&description).await, TYPED);

        screen.open(self.home, self.case).await;
        let description = field(self.say("names.field_description"));
        screen.write(&description, TYPED).await;
        self.lock_by_key().await;
        self.is_locked().await;
        self.unlock().await;
        assert_eq!(screen.value(&description).await, TYPED);
        screen.reload().await;
        screen.until("it was kept", async || screen.value(&description).await == TYPED).await;
    }

    async fn hands_over(&self) {
        let screen = self.screen;
        screen.open(self.home, &format!("{}/survey", self.case)).await;
        screen.press(&button(self.say("survey.ask_screen"))).await;
        screen.reads(&self.say("survey.mode_forgotten_lock")).await;
        screen.write(&field(self.say("survey.mode_code")), "4711").await;
        screen.press(&button(self.say("survey.mode_start"))).await;
        screen.find(&heading(self.say("survey.welcome"))).await;
    }

    /// The code was forgotten: the passphrase of the lock leads back, and no other.
    async fn opens_the_customers_screen(&self) {
        let screen = self.screen;
        self.hands_over().await;
        screen.press(&button(self.say("survey.staff"))).await;
        screen.press(&summary(self.say("survey.forgotten"))).await;
        let back = button(self.say("protect.unlock"));
        screen.write(&field(self.say("protect.passphrase")), "0421").await;
        screen.press(&back).await;
        screen.reads(&self.say("protect.unlock_wrong")).await;
        assert_eq!(Axe::fetched().violations(screen).await, Vec::<String>::new(), "the way back");
        screen
            .until("the pause is over", async || screen.find(&back).await.is_enabled().await.unwrap_or(false))
            .await;
        screen.write(&field(self.say("protect.passphrase")), PIN).await;
        screen.press(&back).await;
        screen.find(&heading(self.say("survey.answers"))).await;
    }

    /// A customer left, and no page was open for long: what comes up then is locked.
    async fn closes_what_a_customer_left(&self) {
        let screen = self.screen;
        self.hands_over().await;
        let first = screen.new_tab().await;
        screen.open(self.home, "#/customers").await;
        screen.find(&heading(self.say("survey.welcome"))).await;
        screen.blank().await;
        let second = screen.go_to_tab(first).await;
        self.age("asking", 6, 9 * 60 * 60 * 1000).await;
        screen.blank().await;
        screen.go_to_tab(second).await;
        let third = screen.new_tab().await;
        screen.open(self.home, "#/customers").await;
        self.is_locked().await;
        self.unlock().await;
        screen.find(&heading(self.say("common.customers"))).await;
        screen.blank().await;
        screen.go_to_tab(third).await;
    }

    /// A customer is not locked out; after them, the screen is locked.
    async fn leaves_the_customers_screen(&self) {
        let screen = self.screen;
        self.hands_over().await;
        self.a_while_passes().await;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        screen.find(&heading(self.say("survey.welcome"))).await;
        screen.reload().await;
        screen.find(&heading(self.say("survey.welcome"))).await;
        screen.press(&button(self.say("survey.staff"))).await;
        screen.write(&field(self.say("survey.code")), "4711").await;
        screen.press(&button(self.say("survey.leave"))).await;
        self.is_locked().await;
        self.unlock().await;
        screen.find(&heading(self.say("survey.answers"))).await;
    }

    async fn takes_it_off(&self) {
        let screen = self.screen;
        screen.open(self.home, "#/settings").await;
        screen.press(&button(self.say("protect.lock_off"))).await;
        screen.find(&button(self.say("protect.lock_begin"))).await;
        self.a_while_passes().await;
        screen.type_keys(Key::Tab).await;
        screen.reload().await;
        screen.find(&heading(self.say("settings.title"))).await;
        assert!(!screen.has(&button(self.say("protect.lock"))).await);
    }
}
