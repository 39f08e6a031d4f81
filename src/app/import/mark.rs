//! What is noted of an import, so that it can be taken back.

use crate::domain::photo::FileHash;
use crate::domain::record::RecordKey;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const VERSION: u32 = 1;

/// What is noted of an import.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// When it was taken in: milliseconds since 1970.
    pub at: u64,
    /// The file's name.
    pub file: String,
    /// The records that it brought.
    pub new: BTreeSet<RecordKey>,
    /// The records that were here before and got more entries.
    pub changed: BTreeSet<RecordKey>,
    /// The bytes of photos and files that it brought.
    pub files: Vec<FileHash>,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    v: u32,
    at: u64,
    file: String,
    new: Vec<String>,
    changed: Vec<String>,
    /// Notes from before have none: their bytes stay.
    #[serde(default)]
    files: Vec<String>,
}

impl Mark {
    /// The note.
    #[must_use]
    pub fn to_text(&self) -> String {
        let names = |keys: &BTreeSet<RecordKey>| keys.iter().map(ToString::to_string).collect();
        let wire = Wire {
            v: VERSION,
            at: self.at,
            file: self.file.clone(),
            new: names(&self.new),
            changed: names(&self.changed),
            files: self.files.iter().map(ToString::to_string).collect(),
        };
        serde_json::to_string(&wire).unwrap_or_default()
    }

    /// What a note says; nothing when it is of another version, or none of ours.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let wire: Wire = serde_json::from_str(text).ok().filter(|wire: &Wire| wire.v == VERSION)?;
        let keys =
            |names: Vec<String>| names.iter().map(|name| RecordKey::parse(name)).collect::<Option<_>>();
        let files = wire.files.iter().map(|name| FileHash::parse(name)).collect::<Option<_>>()?;
        Some(Self { at: wire.at, file: wire.file, new: keys(wire.new)?, changed: keys(wire.changed)?, files })
    }

    /// All records that it brought something to.
    #[must_use]
    pub fn keys(&self) -> Vec<RecordKey> {
        self.new.iter().chain(&self.changed).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::RecordKind;

    #[test]
    fn what_is_noted_is_read() {
        let key = |kind, id: &str| RecordKey::new(kind, id);
        let mark = Mark {
            at: 1_795_264_320_000,
            file: "顾客 “1”.csv".to_owned(),
            new: [key(RecordKind::Case, "a"), key(RecordKind::Unknown("van".to_owned()), "v_1")].into(),
            changed: [RecordKey::shop()].into(),
            files: vec![FileHash::of(b"a photo")],
        };
        assert_eq!(Mark::from_text(&mark.to_text()), Some(mark));
    }

    #[test]
    fn other_notes_say_nothing() {
        let of = |key: &str| format!(r#"{{"v":1,"at":1,"file":"","new":["{key}"],"changed":[]}}"#);
        assert_eq!(Mark::from_text(&of("case/a")).map(|mark| mark.files), Some(Vec::new()), "an older one");
        for text in ["", "{}", &of("case"), &of("case/../x"), &of("case/a").replace("\"v\":1", "\"v\":2")] {
            assert_eq!(Mark::from_text(text), None, "{text}");
        }
    }
}
