//! The other tabs of this page.
//!
//! They speak through a `BroadcastChannel`, and again through local storage: some browsers let the
//! one not reach a tab that the other does, as Firefox does with local files. Who hears the same
//! twice knows it by the count of the writes. A tab that comes into view looks for itself.

use super::Told;
use crate::platform::preferences;
use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Event, Window};

/// Where the last message stands in local storage.
const TOLD: &str = "told";
/// What else than the channel may bring a message, or call for a look.
const EVENTS: [&str; 3] = ["storage", "visibilitychange", "pageshow"];

/// The other tabs of this page, as far as the browser lets them speak to each other.
pub struct Tabs {
    window: Window,
    channel: Option<BroadcastChannel>,
    /// Lives as long as the browser may call it.
    on_event: Closure<dyn Fn(Event)>,
}

impl Tabs {
    /// Listens to the other tabs: `on_message` gets what another tab tells (see [`Told`]), or an
    /// empty text when this one came into view and may have missed something.
    #[must_use]
    pub fn open(on_message: impl Fn(String) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let on_event = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let text = |name: &str| Reflect::get(&event, &name.into()).ok()?.as_string();
            match event.type_().as_str() {
                "message" => text("data").into_iter().for_each(&on_message),
                "storage" if text("key").as_deref() != Some(&preferences::key(TOLD)) => {}
                "storage" => text("newValue").into_iter().for_each(&on_message),
                // A page is shown when it is loaded, too: only one that was put aside may be old.
                "pageshow" if !put_aside(&event) => {}
                _ if is_hidden() => {}
                _ => on_message(String::new()),
            }
        });
        let listener = on_event.as_ref().unchecked_ref();
        for event in EVENTS {
            let _ = window.add_event_listener_with_callback(event, listener);
        }
        let channel = BroadcastChannel::new("casebook").ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(listener));
        }
        Some(Self { window, channel, on_event })
    }

    /// Tells the other tabs. Nobody may be listening.
    pub fn tell(&self, told: &Told) {
        let text = told.to_text();
        // A message that is not sent leaves the other tab as old as it was; no data is lost.
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&JsValue::from_str(&text));
        }
        preferences::pass(TOLD, &text);
    }
}

fn put_aside(event: &Event) -> bool {
    Reflect::get(event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy())
}

fn is_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.hidden())
}

impl Drop for Tabs {
    fn drop(&mut self) {
        let listener = self.on_event.as_ref().unchecked_ref();
        for event in EVENTS {
            let _ = self.window.remove_event_listener_with_callback(event, listener);
        }
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}
