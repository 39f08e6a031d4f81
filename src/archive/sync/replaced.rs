//! A joined file says of which others it took the place: among the keys of `exported`, which other
//! readers pass over.

use super::FileId;
use serde::Deserialize;

/// What ends the head of a file as it is written.
const HEAD_ENDS: &str = "},\"records\":[";

#[derive(Deserialize)]
struct Head {
    exported: Says,
}

#[derive(Deserialize)]
struct Says {
    #[serde(default)]
    replaces: Vec<String>,
}

/// An archive's text that says that it took the place of these files.
#[must_use]
pub fn saying(archive: String, replaces: &[FileId]) -> String {
    if replaces.is_empty() {
        return archive;
    }
    let Some((head, rest)) = archive.split_once(HEAD_ENDS) else { return archive };
    let ids: Vec<String> = replaces.iter().map(|id| format!("\"{id}\"")).collect();
    [head, ",\"replaces\":[", &ids.join(","), "]", HEAD_ENDS, rest].concat()
}

/// The files that an archive's text says it took the place of.
#[must_use]
pub fn replaced(archive: &[u8]) -> Vec<FileId> {
    let end = HEAD_ENDS.as_bytes();
    let head = archive.windows(end.len()).position(|part| part == end).map(|at| &archive[..at]);
    let head = head.and_then(|head| std::str::from_utf8(head).ok()).map(|head| [head, "}}"].concat());
    let says = head.and_then(|head| serde_json::from_str::<Head>(&head).ok());
    let ids = says.map(|head| head.exported.replaces).unwrap_or_default();
    ids.iter().filter_map(|id| FileId::parse(id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::{Exported, read, write};
    use crate::domain::record::Records;
    use crate::journal::DeviceId;

    #[test]
    fn a_joined_file_says_what_it_replaces_and_is_an_archive_like_others() {
        let exported = Exported {
            at: "2026-11-22T10:00:00Z".to_owned(),
            device: "k7q2m9".to_owned(),
            app: "1".to_owned(),
        };
        let plain = write(&Records::default(), &exported);
        let ids: Vec<_> = (0..3).map(|n| FileId::of(DeviceId::from_random(4), "abcd", n, b"x")).collect();
        let text = saying(plain.clone(), &ids);
        assert_eq!(replaced(text.as_bytes()), ids);
        assert_eq!(read(&text).map(|read| read.exported), Ok(exported));
        assert_eq!((replaced(plain.as_bytes()), saying(plain.clone(), &[])), (Vec::new(), plain));
        for other in ["", "{}", "[1]", "},\"records\":["] {
            assert_eq!(replaced(other.as_bytes()), [], "{other}");
        }
    }
}
