//! The keys and values of the `meta` store.

use crate::search::summary::SUMMARY_VERSION;

/// Where the version of the stored summaries stands.
pub(super) const CACHE: &str = "summaries";

/// Where the count of all writes stands.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the browser's store counts"))]
pub(super) const WRITES: &str = "writes";

/// The version that this program gives its summaries, as it is stored.
pub(super) fn cache_version() -> String {
    SUMMARY_VERSION.to_string()
}

/// Where the last number of a series stands.
pub(super) fn series(name: &str) -> String {
    format!("number/{name}")
}

/// Where a note of the app stands.
pub(super) fn note(name: &str) -> String {
    format!("app/{name}")
}

/// Where one of the browser's own objects stands.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the browser's store calls it"))]
pub(super) fn handle(name: &str) -> String {
    format!("handle/{name}")
}

/// The number after the last one that was given, and after `used`. A last one that cannot be
/// read counts as none: `used` is known from the records themselves.
pub(super) fn next_number(last: Option<&str>, used: u32) -> u32 {
    let last = last.and_then(|last| last.parse().ok()).unwrap_or(0);
    used.max(last).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_rise_past_both() {
        assert_eq!(next_number(None, 0), 1);
        assert_eq!(next_number(Some("7"), 3), 8);
        assert_eq!(next_number(Some("7"), 30), 31);
        assert_eq!(next_number(Some("seven"), 30), 31);
    }
}
