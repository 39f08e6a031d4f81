//! What only one open page does at a time.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Waits until no other open page is at the work of this name, and keeps the others from it until this
/// one is closed. A browser without such locks lets everybody through.
pub async fn alone(name: &str) {
    let Some(locks) = locks() else { return };
    let Some(request) = function(&locks, "request") else { return };
    let turn = Promise::new(&mut |resolve, _| {
        let passed = resolve.clone();
        let hold = Closure::once_into_js(move || {
            let _ = passed.call0(&JsValue::UNDEFINED);
            // The lock is held as long as this waits: until the page is closed.
            Promise::new(&mut |_, _| {})
        });
        let name = format!("casebook/{name}");
        if request.call2(&locks, &name.into(), &hold).is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(turn).await;
}

fn locks() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_truthy)
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}
