//! The other tabs of this page.

use super::message;
use crate::domain::record::RecordKey;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// The other tabs of this page, as far as the browser lets them speak to each other.
pub struct Tabs {
    channel: BroadcastChannel,
    /// Lives as long as the browser may call it.
    _on_message: Closure<dyn Fn(MessageEvent)>,
}

impl Tabs {
    /// Listens to the other tabs: `on_message` gets the records that another tab has saved.
    ///
    /// `None` where the browser has no `BroadcastChannel`: nothing is then ever heard.
    #[must_use]
    pub fn open(on_message: impl Fn(Vec<RecordKey>) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new("casebook").ok()?;
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let changed = message::read(&event.data().as_string().unwrap_or_default());
            if !changed.is_empty() {
                on_message(changed);
            }
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Some(Self { channel, _on_message: on_message })
    }

    /// Tells the other tabs that these records have changed. Nobody may be listening.
    pub fn tell(&self, changed: &[RecordKey]) {
        // A message that is not sent leaves the other tab as old as it was; no data is lost.
        let _ = self.channel.post_message(&JsValue::from_str(&message::write(changed)));
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
