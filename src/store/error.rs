/// Why the store could not do what it was asked. Nothing was written then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StoreError {
    /// The browser keeps nothing for this page: a private window, or blocked by a setting.
    Refused,
    /// The database could not be opened in time: mostly another tab with an older version,
    /// which has to be closed first.
    Blocked,
    /// The database was made by a newer version than this page.
    NewerSchema,
    /// There is no room left.
    Full,
    /// The connection is gone: a newer version in another tab took over, or the browser
    /// closed it and it did not open again.
    Closed,
    /// The browser has thrown away what was stored: somebody cleared it, or the disk was full.
    Emptied,
    /// The database lacks a part that it must have.
    Damaged,
    /// The code that would do it could not be fetched.
    NotFetched,
    /// Anything else, in the browser's own words.
    Failed(String),
}

impl StoreError {
    /// What an exception of this name means, by the names that the IndexedDB standard gives.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the browser's store calls it"))]
    pub(super) fn named(name: &str, message: &str) -> Self {
        match name {
            "SecurityError" | "NotAllowedError" => Self::Refused,
            "VersionError" => Self::NewerSchema,
            "QuotaExceededError" => Self::Full,
            // A transaction that nobody aborted was, because the browser closed the connection.
            "InvalidStateError" | "AbortError" => Self::Closed,
            "NotFoundError" => Self::Damaged,
            _ => Self::Failed(format!("{name}: {message}")),
        }
    }
}

impl StoreError {
    /// Whether the same may succeed over a new connection.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the browser's store asks"))]
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::Closed => true,
            // What browsers say when their own storage process died.
            Self::Failed(words) => words.starts_with("UnknownError") || words.starts_with("TimeoutError"),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_lost_connection_is_worth_another_try() {
        for (name, again) in [
            ("InvalidStateError", true),
            ("AbortError", true),
            ("UnknownError", true),
            ("QuotaExceededError", false),
            ("ConstraintError", false),
            ("VersionError", false),
        ] {
            assert_eq!(StoreError::named(name, "").may_pass(), again, "{name}");
        }
    }

    #[test]
    fn a_full_disk_is_told_from_other_failures() {
        assert_eq!(StoreError::named("QuotaExceededError", "no room"), StoreError::Full);
        assert_eq!(
            StoreError::named("ConstraintError", "key exists"),
            StoreError::Failed("ConstraintError: key exists".to_owned())
        );
    }
}
