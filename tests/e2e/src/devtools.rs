//! What WebDriver's client has no words for: the accessibility of an element, Chromium's tools.

use crate::screen::{answered, squash};
use crate::{Screen, Target};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebElement};

/// A command of the protocol by its path.
#[derive(Debug)]
struct Raw {
    path: String,
    body: Option<Value>,
}

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("session/{session}/{}", self.path);
        match &self.body {
            Some(body) => RequestData::new(Method::POST, path).add_body(body.clone()),
            None => RequestData::new(Method::GET, path),
        }
    }
}

/// How large a window is, and which colours its user prefers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they say it")]
pub struct Look {
    pub width: u32,
    pub height: u32,
    pub dark: bool,
}

impl Screen {
    async fn raw(&self, path: String, body: Option<Value>) -> Value {
        let said = self.driver.cmd(Raw { path: path.clone(), body }).await;
        answered(&path, said.and_then(|said| said.value_json()))
    }

    /// Checks that the browser itself tells assistive technology what the locator found.
    pub(crate) async fn confirm(&self, element: &WebElement, target: &Target) {
        let ask = |what: &str| Raw { path: format!("element/{}/{what}", element.element_id()), body: None };
        let role = self.driver.cmd(ask("computedrole")).await.and_then(|said| said.value::<String>());
        let label = self.driver.cmd(ask("computedlabel")).await.and_then(|said| said.value::<String>());
        // It may just have been drawn anew; the press or the typing will tell.
        if let (Ok(role), Ok(label)) = (role, label) {
            let agrees = target.accepts(&role, &squash(&label));
            assert!(agrees, "the browser calls {target} a {role} '{label}'");
        }
    }

    /// Asks Chromium's tools for something.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.raw("goog/cdp/execute".to_owned(), Some(json!({ "cmd": command, "params": parameters }))).await
    }

    /// Gives the window a size and its user a taste.
    pub async fn look(&self, look: Look) {
        let Look { width, height, dark } = look;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = if dark { "dark" } else { "light" };
        let taste = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", taste).await;
        self.settled().await;
    }

    /// Waits until what was changed is drawn, and nothing moves or fades any more.
    pub async fn settled(&self) {
        // A page that is not drawn at all has no frames to wait for.
        let settle =
            "const soon = (hoped) => Promise.race([hoped, new Promise((late) => setTimeout(late, 1000))]);
            for (let frame = 0; frame < 3; frame += 1) await soon(new Promise(requestAnimationFrame));
            await soon(Promise.allSettled(document.getAnimations().map((moving) => moving.finished)));
            await soon(new Promise(requestAnimationFrame));";
        self.script_async(settle, vec![]).await;
    }

    /// Runs a script in every page before its own.
    pub async fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// What the console said since it was last asked: level and message.
    pub async fn console(&self) -> Vec<(String, String)> {
        let lines = self.driver.browser_log().await;
        answered("the console", lines).into_iter().map(|line| (line.level, line.message)).collect()
    }

    /// The addresses that were asked for since this was last called, in whatever way.
    pub async fn requests(&self) -> Vec<String> {
        let lines = answered("the log of requests", self.driver.get_log("performance").await);
        let request = |line: thirtyfour::BrowserLogEntry| {
            let line: Value = serde_json::from_str(&line.message).ok()?;
            let message = line.get("message")?;
            let url = match message.get("method")?.as_str()? {
                "Network.requestWillBeSent" => "/params/request/url",
                "Network.webSocketCreated" | "Network.webTransportCreated" => "/params/url",
                _ => return None,
            };
            message.pointer(url).and_then(Value::as_str).map(str::to_owned)
        };
        lines.into_iter().filter_map(request).collect()
    }

    /// A picture of the window.
    pub async fn picture(&self) -> Vec<u8> {
        answered("a picture", self.driver.screenshot_as_png().await)
    }
}
