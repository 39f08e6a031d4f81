//! What is dragged with the mouse.

use crate::screen::answered;
use crate::{Screen, Target};
use serde_json::json;

impl Screen {
    /// Where the middle of something is, in the window; it is scrolled into view first.
    pub async fn middle(&self, target: &Target) -> (i64, i64) {
        let element = self.find(target).await;
        let script = "const [e] = arguments; e.scrollIntoView({ block: 'center', inline: 'nearest' });
            const { x, y, width, height } = e.getBoundingClientRect();
            return [Math.round(x + width / 2), Math.round(y + height / 2)]";
        let at = self.script(script, vec![element.to_json().expect("an element")]).await;
        let part = |place: usize| at[place].as_i64().expect("a place in the window");
        (part(0), part(1))
    }

    /// Takes something by its middle, carries it so far to the right and down, and lets it go.
    pub async fn drag_by(&self, target: &Target, right: i64, down: i64) {
        let (x, y) = self.middle(target).await;
        self.drag((x, y), (x + right, y + down)).await;
    }

    /// Takes something by its middle and lets it go in the middle of something else, at its own
    /// height in the window.
    pub async fn drag_over(&self, target: &Target, onto: &Target) {
        let from = self.middle(target).await;
        let to = self.script(
            "const [e] = arguments, { x, width } = e.getBoundingClientRect(); return Math.round(x + width / 2)",
            vec![self.find(onto).await.to_json().expect("an element")],
        );
        let to = to.await.as_i64().expect("a place in the window");
        self.drag(from, (to, from.1)).await;
    }

    async fn drag(&self, from: (i64, i64), to: (i64, i64)) {
        let chain = self.driver.action_chain().move_to(from.0, from.1).click_and_hold();
        // A drag begins when the mouse has moved a little.
        let chain = chain.move_to(from.0 + (to.0 - from.0).signum() * 8, from.1 + 8).move_to(to.0, to.1);
        answered("dragging", chain.move_to(to.0, to.1).release().perform().await);
    }

    /// Draws the page as on a phone, with a finger for a mouse.
    pub async fn by_finger(&self) {
        let size = json!({ "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        self.settled().await;
    }
}
