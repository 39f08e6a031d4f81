//! The keyboard alone.

use crate::screen::answered;
use crate::{Screen, Target};
use serde_json::json;
use std::time::Duration;
use thirtyfour::{Key, TypingData};

/// The most presses of Tab that reach anything on a page.
const STEPS: usize = 80;

impl Screen {
    /// Types where the cursor is.
    pub async fn type_keys(&self, keys: impl Into<TypingData>) {
        answered(
            "typing",
            self.driver.action_chain_with_delay(Some(Duration::ZERO), None).send_keys(keys).perform().await,
        );
    }

    /// Presses a key while another is held.
    pub async fn chord(&self, held: Key, key: impl Into<TypingData>) {
        let chain = self.driver.action_chain_with_delay(Some(Duration::ZERO), None);
        answered("typing", chain.key_down(held.clone()).send_keys(key).key_up(held).perform().await);
    }

    /// Whether the cursor is at something.
    pub async fn is_at(&self, target: &Target) -> bool {
        let script = "return arguments[0] === document.activeElement";
        let Some(element) = self.all(target).await.into_iter().next() else { return false };
        let same = self.driver.execute(script, vec![element.to_json().unwrap_or_default()]).await;
        same.is_ok_and(|same| *same.json() == json!(true))
    }

    /// Goes on with Tab until the cursor is at something.
    pub async fn tab_to(&self, target: &Target) {
        for _ in 0..STEPS {
            if self.is_at(target).await {
                return;
            }
            self.type_keys(Key::Tab).await;
        }
        panic!("Tab does not reach {target} on {}; there is:\n{}", self.here().await, self.inventory().await);
    }
}
