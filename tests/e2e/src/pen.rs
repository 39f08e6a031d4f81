//! What is drawn with the mouse.

use crate::screen::answered;
use crate::{Screen, Target};
use std::time::Duration;

impl Screen {
    /// Draws lines on something: each begins in its middle and goes on by steps to the right and
    /// downwards, in CSS pixels.
    pub async fn draw(&self, target: &Target, lines: &[&[(i64, i64)]]) {
        let element = self.find(target).await;
        answered("what is drawn on cannot be seen", element.scroll_into_view().await);
        for line in lines {
            let chain = self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
            let chain = chain.move_to_element_center(&element).click_and_hold();
            let chain = line.iter().fold(chain, |chain, (right, down)| chain.move_by_offset(*right, *down));
            answered("drawing", chain.release().perform().await);
        }
    }
}
