//! Looking for what is on the screen, and saying what is there instead.

use crate::{GLANCE, PATIENCE, Screen, Target};
use serde_json::Value;
use std::time::Instant;
use thirtyfour::WebElement;

const LOCATE: &str = include_str!("locate.js");
/// The most lines of a page that a failure tells.
const TOLD: usize = 120;

impl Screen {
    /// Everything that fits, now.
    pub async fn all(&self, target: &Target) -> Vec<WebElement> {
        let found = self.driver.execute(LOCATE, vec![target.to_json()]).await;
        found.and_then(|found| found.elements()).unwrap_or_default()
    }

    /// The one that fits, as soon as it is there.
    pub async fn find(&self, target: &Target) -> WebElement {
        let begun = Instant::now();
        loop {
            let mut found = self.all(target).await;
            if found.len() == 1 || target.first && !found.is_empty() {
                return found.swap_remove(0);
            }
            if begun.elapsed() > PATIENCE {
                panic!(
                    "{} of {target} on {}; there is:\n{}",
                    found.len(),
                    self.here().await,
                    self.inventory().await
                );
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits until there is nothing of the kind.
    pub async fn gone(&self, target: &Target) {
        let begun = Instant::now();
        while !self.all(target).await.is_empty() {
            assert!(begun.elapsed() < PATIENCE, "{target} is still there on {}", self.here().await);
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Whether there is one now.
    pub async fn has(&self, target: &Target) -> bool {
        !self.all(target).await.is_empty()
    }

    /// A line for each thing on the screen.
    pub async fn inventory(&self) -> String {
        let Ok(lines) = self.driver.execute(LOCATE, vec![Value::Null]).await else {
            return "(nothing could be read)".to_owned();
        };
        let lines: Vec<&str> =
            lines.json().as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        lines[..lines.len().min(TOLD)].join("\n")
    }
}
