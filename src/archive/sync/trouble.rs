/// Why a folder could not be read or written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FolderError {
    /// The browser has no way to a folder.
    Missing,
    /// Nobody has allowed it since the browser was started; a press may ask.
    NotAsked,
    /// It is not allowed.
    NotAllowed,
    /// The folder, or the file, is not there any more.
    Gone,
    /// There is no room left.
    Full,
    /// What was written was not what stood there afterwards.
    NotKept,
    /// It was to be sealed, and there was not memory enough.
    NotSealed,
    /// Anything else, in the browser's own words.
    Failed(String),
}

impl FolderError {
    /// What an exception of this name means, by the names that the File System standard gives.
    #[must_use]
    pub fn named(name: &str, message: &str) -> Self {
        match name {
            "NotAllowedError" | "SecurityError" => Self::NotAllowed,
            "NotFoundError" => Self::Gone,
            "QuotaExceededError" => Self::Full,
            _ => Self::Failed(format!("{name}: {message}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_gone_is_told_from_one_that_is_full() {
        assert_eq!(FolderError::named("NotFoundError", ""), FolderError::Gone);
        assert_eq!(FolderError::named("QuotaExceededError", ""), FolderError::Full);
        assert_eq!(FolderError::named("NotAllowedError", ""), FolderError::NotAllowed);
        assert_eq!(FolderError::named("X", "y"), FolderError::Failed("X: y".to_owned()));
    }
}
