//! `k3v9q2/x7ma-000012-<32 digits>.json`: who wrote a file, the how manieth of which opening of the
//! page, and the beginning of its content's SHA-256, so that a half-copied file is noticed by its
//! name, whatever the carrier made of it.

use crate::domain::photo::FileHash;
use crate::journal::{DeviceId, is_id};
use std::fmt;

/// How many digits of the hash a name has.
const DIGITS: usize = 32;
const SESSION: usize = 4;
const NUMBER: usize = 6;
const ENTRIES: &str = ".json";
const BYTES: &str = ".bin";
const SEALED: &str = ".age";

/// Names a file with entries: two files with one name have one content.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId {
    /// The device that wrote it, and its folder.
    pub device: DeviceId,
    /// The opening of the page in which it was written.
    session: String,
    /// Which file of that opening.
    number: u32,
    /// The beginning of its content's hash.
    digest: String,
}

/// What a name in the folder says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Named {
    /// Entries.
    Entries {
        /// Which file.
        id: FileId,
        /// Whether its content is sealed.
        sealed: bool,
    },
    /// The bytes of a photo or a file.
    Bytes {
        /// The device that wrote it.
        device: DeviceId,
        /// Which bytes.
        hash: FileHash,
        /// Whether they are sealed.
        sealed: bool,
    },
}

/// What a file's name tells of its content.
#[must_use]
pub fn digest(content: &[u8]) -> String {
    FileHash::of(content).as_str()[..DIGITS].to_owned()
}

impl FileId {
    /// The name of a new file. The session is the last part of a writer: four letters and digits.
    #[must_use]
    pub fn of(device: DeviceId, session: &str, number: u32, content: &[u8]) -> Self {
        Self { device, session: session.to_owned(), number, digest: digest(content) }
    }

    /// The file that `text` spells as [`fmt::Display`] does, if it spells one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (device, rest) = text.split_once('/')?;
        let (id, after) = entries(DeviceId::parse(device)?, rest)?;
        after.is_empty().then_some(id)
    }

    /// Its name within the device's folder.
    #[must_use]
    pub fn file_name(&self, sealed: bool) -> String {
        let end = if sealed { SEALED } else { "" };
        format!("{}-{:06}-{}{ENTRIES}{end}", self.session, self.number, self.digest)
    }

    /// Whether this is its content, whole.
    #[must_use]
    pub fn fits(&self, content: &[u8]) -> bool {
        digest(content) == self.digest
    }
}

impl fmt::Display for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}-{:06}-{}", self.device.as_str(), self.session, self.number, self.digest)
    }
}

impl Named {
    /// What a photo's or a file's bytes are called within the device's folder.
    #[must_use]
    pub fn bytes_name(hash: &FileHash, sealed: bool) -> String {
        let end = if sealed { SEALED } else { "" };
        format!("{hash}{BYTES}{end}")
    }
}

/// What a name says; `None` when it is none of ours, or says that the carrier is still at work. Carriers
/// may change the case, and put ` (1)` and the like before the ending: the digits still tell the content.
#[must_use]
pub fn parse(folder: &str, name: &str) -> Option<Named> {
    let (folder, name) = (folder.to_ascii_lowercase(), name.to_ascii_lowercase());
    let device = DeviceId::parse(&folder)?;
    let (name, sealed) = match name.strip_suffix(SEALED) {
        Some(name) => (name, true),
        None => (name.as_str(), false),
    };
    let ends = |after: &str| !after.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric());
    if let Some(stem) = name.strip_suffix(ENTRIES) {
        let (id, after) = entries(device, stem)?;
        return ends(after).then_some(Named::Entries { id, sealed });
    }
    let (hash, after) = name.strip_suffix(BYTES)?.split_at_checked(64)?;
    let hash = FileHash::parse(hash)?;
    ends(after).then_some(Named::Bytes { device, hash, sealed })
}

fn entries(device: DeviceId, stem: &str) -> Option<(FileId, &str)> {
    let (session, rest) = stem.split_at_checked(SESSION)?;
    let (number, rest) = rest.strip_prefix('-')?.split_at_checked(NUMBER)?;
    let (digest, after) = rest.strip_prefix('-')?.split_at_checked(DIGITS)?;
    let hex = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    let whole = is_id(session) && number.bytes().all(|b| b.is_ascii_digit()) && digest.bytes().all(hex);
    let id = FileId {
        device,
        session: session.to_owned(),
        number: number.parse().ok().filter(|_| whole)?,
        digest: digest.to_owned(),
    };
    Some((id, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device() -> DeviceId {
        DeviceId::from_random(77)
    }

    #[test]
    fn a_name_tells_who_wrote_what() {
        let id = FileId::of(device(), "x7ma", 12, b"content");
        let folder = device().as_str().to_owned();
        for (name, sealed) in [(id.file_name(false), false), (id.file_name(true), true)] {
            assert_eq!(parse(&folder, &name), Some(Named::Entries { id: id.clone(), sealed }), "{name}");
        }
        assert_eq!(FileId::parse(&id.to_string()), Some(id.clone()));
        assert!(id.fits(b"content") && !id.fits(b"conten") && !id.fits(b""));
        let hash = FileHash::of(b"photo");
        let bytes = Named::Bytes { device: device(), hash: hash.clone(), sealed: true };
        assert_eq!(parse(&folder, &Named::bytes_name(&hash, true)), Some(bytes));
    }

    #[test]
    fn what_carriers_make_of_a_name_is_the_same_file() {
        let id = FileId::of(device(), "x7ma", 12, b"content");
        let name = id.file_name(false);
        let stem = name.strip_suffix(".json").unwrap_or_default();
        let folder = device().as_str().to_ascii_uppercase();
        for other in [
            name.to_ascii_uppercase(),
            format!("{stem} (1).json"),
            format!("{stem} (conflicted copy 2026-11-22).json"),
            format!("{stem}.sync-conflict-20261122-101500-ABCDEFG.json"),
            format!("{stem}-LAPTOP.json"),
        ] {
            let same = Some(Named::Entries { id: id.clone(), sealed: false });
            assert_eq!(parse(&folder, &other), same, "{other}");
        }
    }

    #[test]
    fn what_is_half_there_or_not_ours_is_no_file() {
        let id = FileId::of(device(), "x7ma", 12, b"content");
        let (folder, name) = (device().as_str().to_owned(), id.file_name(false));
        for other in [
            format!("{name}.tmp"),
            format!("{name}.crswap"),
            format!(".{name}"),
            format!("~{name}"),
            name.replace("-000012", "-12"),
            name.replace(".json", "0.json"),
            "notes.json".to_owned(),
            "客户.json".to_owned(),
            String::new(),
        ] {
            assert_eq!(parse(&folder, &other), None, "{other}");
        }
        assert_eq!(parse("..", &name), None);
        assert_eq!(parse("somebody", &name), None);
    }
}
