//! The keys of the `batches` store: `kind/id/batch`.

use crate::archive;
use crate::domain::record::{RecordKey, RecordKind, Records};
use crate::journal::id::ids;
use crate::journal::is_id;

ids! {
    /// Names what one action wrote, across the records that it touched.
    BatchId
}

/// A row for each record that has something new: which record, the row's key, its text.
pub(super) fn rows(batch: &BatchId, new: &Records) -> Vec<(RecordKey, String, String)> {
    new.0
        .iter()
        .filter(|(_, record)| !record.is_empty())
        .map(|(key, record)| (key.clone(), format!("{key}/{batch}"), archive::entries_text(record)))
        .collect()
}

/// The record that a row belongs to; `None` when the key is not one of ours.
pub(super) fn record_of(row: &str) -> Option<RecordKey> {
    let mut parts = row.split('/');
    let (kind, id, batch) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !is_id(id) || !is_id(batch) {
        return None;
    }
    Some(RecordKey::new(RecordKind::from_name(kind)?, id))
}

/// The bounds of the keys that begin with `prefix/`: from the first, to before the second.
pub(super) fn below(prefix: impl std::fmt::Display) -> (String, String) {
    // '0' is the character after '/'.
    (format!("{prefix}/"), format!("{prefix}0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_names_its_record() {
        let key = RecordKey::new(RecordKind::Unknown("van".to_owned()), "v-1");
        assert_eq!(record_of(&format!("{key}/{}", BatchId::from_random(7))), Some(key));
    }

    #[test]
    fn other_keys_name_none() {
        for row in ["", "case", "case/a", "case/a/", "case//b", "case/a/b/c", "c se/a/b", "case/客/b"] {
            assert_eq!(record_of(row), None, "{row}");
        }
    }

    #[test]
    fn the_bounds_hold_the_rows_of_one_record_alone() {
        let (from, to) = below(RecordKey::new(RecordKind::Case, "ab"));
        let within = |row: &str| from.as_str() <= row && row < to.as_str();
        assert!(within("case/ab/0") && within("case/ab/zzz"));
        assert!(!within("case/ab0/0") && !within("case/ab-/0") && !within("case/a/b"));
    }
}
