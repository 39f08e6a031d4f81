//! The keys of the `files` store: `hash/size`, so that the sizes of all are known by their keys.

use crate::domain::photo::{FileHash, KeptFile};

/// The key of these bytes.
pub(super) fn key(file: &KeptFile) -> String {
    format!("{}/{}", file.hash(), file.bytes().len())
}

/// Which bytes a key names, and how many they are; `None` when it is none of ours.
pub(super) fn parse(key: &str) -> Option<(FileHash, u64)> {
    let (hash, size) = key.split_once('/')?;
    Some((FileHash::parse(hash)?, size.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_the_bytes_and_their_size() {
        let file = KeptFile::new(b"abc".to_vec());
        assert_eq!(parse(&key(&file)), Some((file.hash().clone(), 3)));
        for other in ["", "abc/3", &file.hash().to_string(), &format!("{}/x", file.hash())] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
