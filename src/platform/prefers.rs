//! What the user has told the browser to prefer.

/// The languages the user reads, the best liked first, as tags like `zh-TW`.
#[must_use]
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}
