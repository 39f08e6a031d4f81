use crate::driver::Listener;
use crate::screen::answered;
use crate::{GLANCE, PATIENCE, Scratch, Screen, Words};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, WebDriver};

/// How long one command may take: a large file is taken over while it waits.
const LONGEST: Duration = Duration::from_secs(120);

/// Which browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are well known")]
pub enum Browser {
    Chromium,
    Firefox,
}

/// A browser's memory: what it keeps when it is closed and opened again. It is one device
/// of the shop.
#[derive(Debug)]
pub struct Profile {
    browser: Browser,
    lang: String,
    watched: bool,
    prefers: Vec<(&'static str, Value)>,
    memory: Scratch,
    downloads: Scratch,
    taken: Scratch,
}

impl Profile {
    /// A fresh one whose user reads a language.
    #[must_use]
    pub fn new(browser: Browser, lang: &str) -> Self {
        Self {
            browser,
            lang: lang.to_owned(),
            watched: false,
            prefers: Vec::new(),
            memory: Scratch::new("profile"),
            downloads: Scratch::new("downloads"),
            taken: Scratch::new("taken"),
        }
    }

    /// A fresh one in Chromium.
    #[must_use]
    pub fn chromium(lang: &str) -> Self {
        Self::new(Browser::Chromium, lang)
    }

    /// Another device whose browser remembers the same. This one must not be open.
    #[must_use]
    pub fn copy(&self) -> Self {
        let copy = Self::new(self.browser, &self.lang);
        let contents = format!("{}/.", self.memory().display());
        let copied = Command::new("cp").arg("-a").arg(contents).arg(copy.memory()).status();
        assert!(copied.is_ok_and(|status| status.success()), "the profile can be copied");
        copy
    }

    /// Where the browser keeps what it remembers.
    #[must_use]
    pub fn memory(&self) -> &Path {
        self.memory.path()
    }

    /// The same, with its console and its requests written down.
    #[must_use]
    pub fn watched(self) -> Self {
        Self { watched: true, ..self }
    }

    /// The same, with one of Firefox's settings changed.
    #[must_use]
    pub fn prefer(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.prefers.push((name, value.into()));
        self
    }

    /// Opens the browser, with no page in it.
    pub async fn open(&self) -> Screen {
        let (mut command, words) = match self.browser {
            Browser::Chromium => (Command::new("chromedriver"), "started successfully on port "),
            Browser::Firefox => (Command::new("geckodriver"), "Listening on 127.0.0.1:"),
        };
        let process = Listener::start(command.arg("--port=0"), words);
        let driver = WebDriver::builder(format!("http://127.0.0.1:{}", process.port()), self.capabilities())
            .request_timeout(LONGEST)
            .connect()
            .await;
        let driver = answered("the browser does not start", driver);
        answered("the script's limit", driver.set_script_timeout(LONGEST).await);
        Screen::new(driver, process, Words::of(&self.lang))
    }

    fn capabilities(&self) -> Capabilities {
        let (memory, downloads) = (self.memory.path(), self.downloads.path());
        let all = match self.browser {
            Browser::Chromium => chromium(&self.lang, self.watched, memory, downloads),
            Browser::Firefox => firefox(&self.lang, &self.prefers, memory, downloads),
        };
        serde_json::from_value(all).expect("these are capabilities")
    }

    /// The files that were downloaded so far.
    #[must_use]
    pub fn downloaded(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.downloads.path()).expect("the folder is there").flatten();
        // Chromium first puts an empty file where the download will be.
        let finished = |path: &PathBuf| {
            path.extension().is_some_and(|extension| {
                ["json", "csv", "ics", "age", "html"].iter().any(|known| extension == *known)
            }) && path.metadata().is_ok_and(|file| file.len() > 0)
        };
        entries.map(|entry| entry.path()).filter(finished).collect()
    }

    /// Waits for a download, and takes it out of the folder under a name of its own.
    pub async fn take_download(&self, name: &str) -> PathBuf {
        let begun = Instant::now();
        loop {
            if let Some(path) = self.downloaded().into_iter().next() {
                let kept = self.taken.file(name).with_extension(path.extension().unwrap_or_default());
                std::fs::rename(path, &kept).expect("the download can be moved");
                return kept;
            }
            assert!(begun.elapsed() < PATIENCE, "nothing was downloaded");
            tokio::time::sleep(GLANCE).await;
        }
    }
}

fn chromium(lang: &str, watched: bool, memory: &Path, downloads: &Path) -> Value {
    let mut all = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": which(&["chromium", "chromium-browser", "google-chrome"]),
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--window-size=1280,900",
                format!("--lang={lang}"), format!("--accept-lang={lang}"),
                format!("--user-data-dir={}", memory.display()),
            ],
            "prefs": {
                "intl.accept_languages": lang,
                "download.default_directory": downloads,
                "download.prompt_for_download": false,
            },
        },
    });
    if watched {
        all["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
    }
    all
}

fn firefox(lang: &str, prefers: &[(&str, Value)], memory: &Path, downloads: &Path) -> Value {
    let mut all = json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": which(&["firefox-esr", "firefox"]),
            "args": ["-headless", "-profile", memory],
            "prefs": {
                "intl.accept_languages": lang,
                "browser.download.folderList": 2,
                "browser.download.dir": downloads,
                // As outside of tests: a page from a file has a storage of its own.
                "security.fileuri.strict_origin_policy": true,
            },
        },
    });
    for (name, value) in prefers {
        all["moz:firefoxOptions"]["prefs"][name] = value.clone();
    }
    all
}

/// The first of some programs that is installed.
fn which(names: &[&str]) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let found = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|p| p.is_file());
    found.unwrap_or_else(|| panic!("there is none of {names:?}. Run tools/setup.sh test."))
}
