use crate::driver::Listener;
use crate::{GLANCE, Home, PATIENCE, Target, Words};
use serde_json::Value;
use std::path::Path;
use std::time::Instant;
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};
use thirtyfour::{Key, WebDriver, WebElement, WindowHandle};

/// A browser window with the app in it.
#[derive(Debug)]
pub struct Screen {
    pub(crate) driver: WebDriver,
    process: Listener,
    /// What the app says in the language that it is used in.
    pub words: Words,
}

impl Screen {
    pub(crate) fn new(driver: WebDriver, process: Listener, words: Words) -> Self {
        Self { driver, process, words }
    }

    /// Goes to a page, such as `#/cases`, as if its address had been typed.
    pub async fn open(&self, home: &Home, hash: &str) {
        self.driver.goto(home.address(hash)).await.expect("the address opens");
    }

    /// Leaves the app.
    pub async fn blank(&self) {
        answered("an empty page", self.driver.goto("about:blank").await);
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page loads again");
    }

    /// Goes back as with the browser's button.
    pub async fn back(&self) {
        self.driver.back().await.expect("there is a page to go back to");
    }

    /// Opens another tab and goes there; gives the one that was left.
    pub async fn new_tab(&self) -> WindowHandle {
        let left = answered("this tab", self.driver.window().await);
        let tab = answered("a new tab", self.driver.new_tab().await);
        self.go_to_tab(tab).await;
        left
    }

    /// Goes to another tab; gives the one that was left.
    pub async fn go_to_tab(&self, tab: WindowHandle) -> WindowHandle {
        let left = answered("this tab", self.driver.window().await);
        answered("another tab", self.driver.switch_to_window(tab).await);
        left
    }

    /// The address of the page.
    pub async fn here(&self) -> String {
        self.driver.current_url().await.map(|url| url.to_string()).unwrap_or_default()
    }

    /// Closes the browser, as somebody does at the end of the day.
    pub async fn quit(self) {
        answered("the browser does not close", self.driver.clone().quit().await);
    }

    /// Presses a button, follows a link, ticks a box, takes a choice.
    pub async fn press(&self, target: &Target) {
        let begun = Instant::now();
        loop {
            let element = self.find(target).await;
            self.confirm(&element, target).await;
            match self.pressable(&element).await.click().await {
                Ok(()) => return,
                Err(error) if begun.elapsed() < PATIENCE && passing(&error) => {
                    tokio::time::sleep(GLANCE).await
                }
                Err(error) => panic!("{target} cannot be pressed: {error}"),
            }
        }
    }

    /// Where a finger would press: a control that is drawn by its label is pressed there.
    async fn pressable(&self, element: &WebElement) -> WebElement {
        let script = "const [e] = arguments, small = e.getBoundingClientRect().width < 2;\
            return small && e.labels?.[0] || e";
        let found = self.driver.execute(script, vec![element.to_json().expect("an element")]).await;
        found.and_then(|found| found.element()).unwrap_or_else(|_| element.clone())
    }

    /// Writes into a field in place of what it says, and leaves it.
    pub async fn fill(&self, target: &Target, text: &str) {
        self.write(target, text).await;
        self.type_keys(Key::Tab).await;
    }

    /// Writes into a field in place of what it says, and stays there.
    pub async fn write(&self, target: &Target, text: &str) {
        let element = self.find(target).await;
        self.confirm(&element, target).await;
        if matches!(element.attr("type").await.ok().flatten().as_deref(), Some("date" | "time")) {
            return self.set_moment(&element, text).await;
        }
        let said = element.value().await.ok().flatten().unwrap_or_default();
        if !said.is_empty() {
            element.send_keys(Key::Control + "a").await.expect("the text can be chosen");
            element.send_keys(Key::Delete).await.expect("the text can be removed");
        }
        element.send_keys(text).await.unwrap_or_else(|error| panic!("{target} takes no text: {error}"));
    }

    /// Sets a date or a time as the browser's calendar does: in which order their parts are typed
    /// depends on the machine.
    async fn set_moment(&self, element: &WebElement, moment: &str) {
        let script = "const [field, moment] = arguments; field.focus(); field.value = moment;\
            for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";
        self.script(script, vec![element.to_json().expect("an element"), moment.into()]).await;
    }

    /// Chooses a file.
    pub async fn choose_file(&self, target: &Target, file: &Path) {
        let element = self.find(target).await;
        element.send_keys(file.to_string_lossy()).await.unwrap_or_else(|error| panic!("{target}: {error}"));
    }

    /// What a field says.
    pub async fn value(&self, target: &Target) -> String {
        self.find(target).await.value().await.ok().flatten().unwrap_or_default()
    }

    /// Whether a box is ticked, or a choice taken.
    pub async fn is_on(&self, target: &Target) -> bool {
        self.find(target).await.is_selected().await.unwrap_or_default()
    }

    /// The words of something, as drawn.
    pub async fn text(&self, target: &Target) -> String {
        self.find(target).await.text().await.unwrap_or_default()
    }

    /// All words of the page, as drawn.
    pub async fn page_text(&self) -> String {
        let text = self.driver.execute("return document.body.innerText", Vec::new()).await;
        text.ok().and_then(|text| text.json().as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until the page says something; white space does not count.
    pub async fn reads(&self, words: &str) {
        let wanted = squash(words);
        let begun = Instant::now();
        while !squash(&self.page_text().await).contains(&wanted) {
            if begun.elapsed() > PATIENCE {
                panic!("{} does not say '{words}', but:\n{}", self.here().await, self.page_text().await);
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits until the page says a text, whatever stands in its blanks.
    pub async fn tells(&self, key: &str) {
        let text = self.words.say(key);
        self.until(&text, async || self.words.is_said(key, &self.page_text().await)).await;
    }

    /// Waits until something holds.
    pub async fn until(&self, what: &str, holds: impl AsyncFn() -> bool) {
        let begun = Instant::now();
        while !holds().await {
            assert!(
                begun.elapsed() < PATIENCE,
                "{what}: not so on {}\n{}",
                self.here().await,
                self.page_text().await
            );
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Runs a script that gives a value.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let value = self.driver.execute(script, arguments).await;
        value.unwrap_or_else(|error| panic!("the script failed: {error}\n{script}")).json().clone()
    }

    /// Runs a script that gives a promise.
    pub async fn script_async(&self, body: &str, arguments: Vec<Value>) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             (async () => {{ {body} }})().then(done, error => done({{ failed: String(error) }}))"
        );
        let value = self.driver.execute_async(script, arguments).await;
        let value = value.unwrap_or_else(|error| panic!("the script failed: {error}\n{body}")).json().clone();
        assert!(value.get("failed").is_none(), "the script failed: {value}\n{body}");
        value
    }
}

impl Drop for Screen {
    /// Closes the browser also where a test ends early. The client's own way would wait for
    /// the test's runtime, which is on its way out.
    fn drop(&mut self) {
        if self.driver.clone().leak().is_ok() {
            let _ = self.process.delete(&format!("/session/{}", self.driver.session_id()));
        }
    }
}

/// Whether what went wrong may be over in a moment: the page was just drawn anew, or a
/// message stood in the way.
fn passing(error: &thirtyfour::error::WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::StaleElementReference(_)
            | WebDriverErrorInner::ElementClickIntercepted(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
    )
}

/// A text without white space: where lines break is the browser's business.
#[must_use]
pub fn squash(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What a driver answered, or the end of the test.
pub(crate) fn answered<T>(what: &str, answer: WebDriverResult<T>) -> T {
    answer.unwrap_or_else(|error| panic!("{what}: {error}"))
}
