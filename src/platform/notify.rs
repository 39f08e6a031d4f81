//! Notifications of the system, as far as the browser lets a page show them.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the browser says to notifications.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Permission {
    /// They may be shown.
    Granted,
    /// They may not.
    Refused,
    /// Nobody was asked.
    NotAsked,
    /// It has none.
    Missing,
}

fn maker() -> Option<Function> {
    Reflect::get(&web_sys::window()?.into(), &"Notification".into()).ok()?.dyn_into().ok()
}

fn said(permission: &JsValue) -> Permission {
    match permission.as_string().as_deref() {
        Some("granted") => Permission::Granted,
        Some("denied") => Permission::Refused,
        _ => Permission::NotAsked,
    }
}

/// What it says now.
#[must_use]
pub fn permission() -> Permission {
    let Some(maker) = maker() else { return Permission::Missing };
    Reflect::get(&maker, &"permission".into()).map_or(Permission::Missing, |now| said(&now))
}

/// Asks whoever is here; only in answer to a press.
pub async fn ask() -> Permission {
    let Some(maker) = maker() else { return Permission::Missing };
    let asked = Reflect::get(&maker, &"requestPermission".into()).ok().and_then(|ask| ask.dyn_into().ok());
    let promise = asked.and_then(|ask: Function| ask.call0(&maker).ok()?.dyn_into::<Promise>().ok());
    match promise {
        Some(promise) => JsFuture::from(promise).await.map_or(Permission::Refused, |answer| said(&answer)),
        None => permission(),
    }
}

/// Shows one; of those with the same tag only the last stays. False when the browser does not, as on
/// phones, where pages may show none.
pub fn show(title: &str, body: &str, tag: &str, on_click: impl FnOnce() + 'static) -> bool {
    try_show(title, body, tag, on_click).is_ok()
}

fn try_show(title: &str, body: &str, tag: &str, on_click: impl FnOnce() + 'static) -> Result<(), JsValue> {
    let maker = maker().ok_or(JsValue::NULL)?;
    let options = Object::new();
    for (name, value) in [("body", body), ("tag", tag), ("icon", "icon.svg")] {
        Reflect::set(&options, &name.into(), &value.into())?;
    }
    let shown = Reflect::construct(&maker, &Array::of2(&title.into(), &options))?;
    let notification = shown.clone();
    let clicked = Closure::once_into_js(move || {
        if let Some(window) = web_sys::window() {
            let _ = window.focus();
        }
        let close =
            Reflect::get(&notification, &"close".into()).and_then(|close| close.dyn_into::<Function>());
        let _ = close.and_then(|close| close.call0(&notification));
        on_click();
    });
    Reflect::set(&shown, &"onclick".into(), &clicked).map(drop)
}
