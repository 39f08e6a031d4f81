//! The system's own sheet to share something with another program, where there is one.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn sharer() -> Option<(JsValue, Function)> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let share = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into::<Function>().ok()?;
    Some((navigator, share))
}

/// Whether there is such a sheet.
#[must_use]
pub fn can_share() -> bool {
    sharer().is_some()
}

/// Offers a text; false when it was not taken.
pub async fn share_text(text: &str) -> bool {
    let Some((navigator, share)) = sharer() else { return false };
    let data = Object::new();
    if Reflect::set(&data, &"text".into(), &text.into()).is_err() {
        return false;
    }
    let promise = share.call1(&navigator, &data).ok().and_then(|made| made.dyn_into::<Promise>().ok());
    match promise {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}
