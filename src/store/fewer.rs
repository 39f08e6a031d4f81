//! Which rows of a record may go: those of a batch that is taken back, and those that one row
//! replaces. Both stores ask here, so that they cannot differ.

use super::loaded::{Damage, Loaded, take_entries};
use super::row::{BatchId, record_of};
use crate::archive::{entries_text, read_entries};
use crate::domain::photo::FileHash;
use crate::domain::record::{Record, RecordKey, Records};

/// A row as it is stored: its key, and its text unless it holds something else.
pub(super) type Row = (String, Option<String>);

/// What the taking back of a batch leaves of a record.
#[derive(PartialEq, Debug)]
pub(super) struct Left {
    /// The row that goes.
    pub(super) row: String,
    /// The record of the other rows; `None` when there are none that can be read.
    pub(super) record: Option<Record>,
}

/// What the taking back of a batch would leave of a record that has these rows; `None` when it
/// has no row of the batch, or its person was erased: one row then holds all that is left.
pub(super) fn without(key: &RecordKey, batch: &BatchId, rows: Vec<Row>) -> Option<Left> {
    let ours = format!("{key}/{batch}");
    let (taken, others): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|(row, _)| *row == ours);
    let (taken, mut others) = (read(taken), read(others));
    let erased = |loaded: &Loaded| loaded.records.0.get(key).is_some_and(Record::is_erased);
    if taken.records.0.is_empty() && taken.damaged.is_empty() || erased(&taken) || erased(&others) {
        return None;
    }
    Some(Left { row: ours, record: others.records.0.remove(key).filter(|record| !record.is_empty()) })
}

/// Those of the bytes that a batch brought which go with it: nothing that is left names them.
pub(super) fn without_name(brought: &[FileHash], left: &Loaded) -> Vec<FileHash> {
    // Nobody knows what is in a row that holds no text.
    let silent = left.damaged.iter().any(|row| row.reason == Damage::NoText);
    if silent { Vec::new() } else { left.nobodys(brought) }
}

/// The rows of a record that one row replaces, and the text of that one.
#[derive(PartialEq, Debug)]
pub(super) struct Joined {
    /// The rows that go.
    pub(super) rows: Vec<String>,
    /// What takes their place.
    pub(super) text: String,
}

/// What one row would replace of the rows of a record; `None` when there are not two of them. A
/// row that cannot be read stays as it is, and so does one of a batch that is `spared`.
pub(super) fn joined(key: &RecordKey, rows: Vec<Row>, spared: &[BatchId]) -> Option<Joined> {
    let stays = |row: &str| spared.iter().any(|batch| row.ends_with(&format!("/{batch}")));
    let mut gone = Vec::new();
    let mut all = Records::default();
    for (row, text) in rows {
        if stays(&row) || record_of(&row).as_ref() != Some(key) {
            continue;
        }
        if text.is_some_and(|text| take_entries(&mut all, key.clone(), &text).is_ok()) {
            gone.push(row);
        }
    }
    let record = all.0.remove(key).filter(|_| gone.len() > 1)?;
    let text = entries_text(&record);
    // What could not be read again must not take the place of what can.
    let whole = read_entries(&key.kind, &text).is_ok_and(|again| again == record);
    whole.then_some(Joined { rows: gone, text })
}

/// The records that have more than so many rows, the fullest first. `rows` are the keys of all rows
/// in their order, each on a line.
pub(super) fn crowded(rows: &str, many: usize) -> Vec<RecordKey> {
    let mut counts: Vec<(usize, &str)> = Vec::new();
    for row in rows.lines() {
        let record = row.rsplit_once('/').map_or("", |(record, _)| record);
        match counts.last_mut() {
            Some((count, last)) if *last == record => *count += 1,
            _ => counts.push((1, record)),
        }
    }
    counts.retain(|(count, _)| *count > many);
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    counts.iter().filter_map(|(_, record)| record_of(&format!("{record}/any"))).collect()
}

fn read(rows: Vec<Row>) -> Loaded {
    let mut loaded = Loaded::default();
    rows.into_iter().for_each(|(row, text)| loaded.take(row, text, take_entries));
    loaded
}
