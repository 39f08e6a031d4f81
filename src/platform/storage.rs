//! How much this page may keep, and for how long.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{StorageEstimate, StorageManager};

/// How many bytes are kept, and how many may be; `None` where the browser does not tell.
pub async fn estimate() -> Option<(u64, u64)> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = estimate.unchecked_into();
    Some((estimate.get_usage()? as u64, estimate.get_quota()? as u64))
}

/// Asks the browser not to throw away what this page keeps. `report` is told the answer when
/// there is one: some browsers ask the user first, and some never answer.
pub fn request_persist(report: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let Some(Ok(asked)) = manager().map(|manager| manager.persist()) else { return report(false) };
        report(JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy()));
    });
}

/// Whether the browser has promised not to throw away what this page keeps; `None` where it
/// does not tell.
pub async fn is_persisted() -> Option<bool> {
    let answer = JsFuture::from(manager()?.persisted().ok()?).await.ok()?;
    Some(answer.is_truthy())
}

/// Absent where the page did not come over a safe way.
fn manager() -> Option<StorageManager> {
    let manager = web_sys::window()?.navigator().storage();
    (!JsValue::is_undefined(&manager)).then_some(manager)
}
