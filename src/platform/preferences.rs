//! Small things that this browser remembers of its user. They are conveniences: a browser
//! that refuses to keep them forgets them, and nothing else happens.

use gloo_storage::{LocalStorage, SessionStorage, Storage};

/// What was kept under a name.
#[must_use]
pub fn get(name: &str) -> Option<String> {
    if !available() {
        return None;
    }
    LocalStorage::get(key(name)).ok()
}

/// Keeps a value under a name.
pub fn set(name: &str, value: &str) {
    if available() {
        // Full, or refused: forgotten then.
        let _ = LocalStorage::set(key(name), value);
    }
}

/// Forgets what was kept under a name.
pub fn forget(name: &str) {
    if available() {
        LocalStorage::delete(key(name));
    }
}

/// Passes a text to the other tabs, which the browser tells of it. It goes as it is, not as JSON, and
/// with a space after it where it is the same as the last: nobody is told of what does not change.
pub fn pass(name: &str, text: &str) {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    if let Some(storage) = storage {
        let (name, last) = (key(name), storage.get_item(&key(name)).ok().flatten());
        let again = if last.as_deref() == Some(text) { " " } else { "" };
        let _ = storage.set_item(&name, &[text, again].concat());
    }
}

/// Marks this tab, until it is closed; a reload does not matter.
pub fn mark_tab(name: &str) {
    if tab_available() {
        let _ = SessionStorage::set(key(name), "");
    }
}

/// Whether this tab was marked.
#[must_use]
pub fn is_tab_marked(name: &str) -> bool {
    tab_available() && SessionStorage::get::<String>(key(name)).is_ok()
}

fn tab_available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.session_storage(), Ok(Some(_))))
}

/// Whether the browser has a storage for this page at all: `gloo_storage` takes that for
/// granted and panics without.
fn available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// The whole name of what is kept under a name. All local files can share one storage, so a name
/// alone could meet another page's.
pub(crate) fn key(name: &str) -> String {
    format!("casebook/{name}")
}
