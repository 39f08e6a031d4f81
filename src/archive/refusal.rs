//! Why a whole file is not taken.

use super::Fault;
use std::fmt;

/// Why nothing of a file is taken. Each is a sentence: what, where, what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The file is too large to be read.
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The largest size that is read.
        max: u64,
    },
    /// Not text in UTF-8.
    NotText,
    /// Text, but not JSON from here on. Lines and characters count from 1.
    NotJson {
        /// In which line.
        line: usize,
        /// At which character of the line.
        column: usize,
    },
    /// The file ends here, before its end.
    Truncated {
        /// In which line.
        line: usize,
        /// After which character of the line.
        column: usize,
    },
    /// JSON, but of another program.
    OtherFormat,
    /// A file of this program's future.
    NewerVersion(u64),
    /// Values within values, deeper than any real file.
    TooDeep,
    /// The same key twice in one object: which one counts would be a guess.
    DuplicateKey {
        /// Where the second one would stand.
        place: String,
    },
    /// The frame around the records is not as it must be.
    WrongShape {
        /// Where.
        place: String,
        /// What is wrong there.
        what: Fault,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes, max } => write!(
                f,
                "The file has {bytes} bytes; the most that is read is {max}. Export fewer records at a time."
            ),
            Self::NotText => f.write_str("The file is not text in UTF-8. Choose a file that Casebook exported."),
            Self::NotJson { line, column } => write!(
                f,
                "The file is not JSON from line {line}, character {column} on. Choose a file that Casebook exported, unchanged."
            ),
            Self::Truncated { line, column } => write!(
                f,
                "The file ends too early, in line {line} after character {column}. Copy it again, or export it again."
            ),
            Self::OtherFormat => f.write_str(
                "The file does not begin with \"format\": \"casebook\". Choose a file that Casebook exported.",
            ),
            Self::NewerVersion(version) => write!(
                f,
                "The file has version {version}, newer than this program reads. Open it with the newest Casebook."
            ),
            Self::TooDeep => f.write_str(
                "The file nests values too deeply to be a file of Casebook's. Choose a file that Casebook exported.",
            ),
            Self::DuplicateKey { place } => write!(
                f,
                "The key {place} stands twice in its object, so it is unclear which counts. Remove one of them."
            ),
            Self::WrongShape { place, what } => write!(f, "In the file, {place} {what}."),
        }
    }
}

impl std::error::Error for Refusal {}
