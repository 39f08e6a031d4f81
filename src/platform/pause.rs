//! Letting the browser do its own work between the parts of ours.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Lets the browser draw and answer the user before the next part of a long work.
pub async fn pause() {
    after(20).await;
}

/// Waits so many milliseconds.
pub async fn sleep(millis: i32) {
    after(millis).await;
}

/// Lets the browser do what waits, and goes on at once.
pub async fn breathe() {
    after(0).await;
}

async fn after(millis: i32) {
    let Some(window) = web_sys::window() else { return };
    let pause = Promise::new(&mut |resolve, _| {
        // A browser without timers has nothing to wait for.
        if window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis).is_err() {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(pause).await;
}
