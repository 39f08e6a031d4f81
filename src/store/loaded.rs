use super::row::record_of;
use crate::archive::{self, read_entries};
use crate::domain::named_files::NamedFiles;
use crate::domain::photo::FileHash;
use crate::domain::record::{RecordKey, Records};

/// What was read of the `batches` store.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Loaded {
    /// The records, each with the entries of all its rows that could be read.
    pub records: Records,
    /// The rows that could not: they stay where they are.
    pub damaged: Vec<Damaged>,
}

/// A row that could not be read.
#[derive(Clone, PartialEq, Debug)]
pub struct Damaged {
    /// The row's key.
    pub row: String,
    /// What it holds, to be handed out as it is; empty when it holds no text.
    pub text: String,
    /// What is wrong with it.
    pub reason: Damage,
}

/// What is wrong with a row.
#[derive(Clone, PartialEq, Debug)]
pub enum Damage {
    /// Its key names no record.
    Key,
    /// It holds something else than text.
    NoText,
    /// Its text holds no entries of the record.
    Entries(archive::Problem),
}

/// How the text of a row is taken in.
pub(super) type TakeEntries = fn(&mut Records, RecordKey, &str) -> Result<(), archive::Problem>;

/// Takes in the entries of a record of any kind.
pub(super) fn take_entries(
    records: &mut Records,
    key: RecordKey,
    text: &str,
) -> Result<(), archive::Problem> {
    let record = read_entries(&key.kind, text)?;
    records.join(Records([(key, record)].into()));
    Ok(())
}

/// As [`take_entries`], for the shop and its staff alone. The first page reads no other record,
/// and so does not fetch the code for them.
#[cfg(target_arch = "wasm32")]
pub(super) fn take_shop_entries(
    records: &mut Records,
    key: RecordKey,
    text: &str,
) -> Result<(), archive::Problem> {
    let record = archive::read_shop_entries(&key.kind, text)?;
    records.join_shop(key, record);
    Ok(())
}

impl Loaded {
    /// Those of these bytes that nothing names which was read, nor a row that could not be.
    #[must_use]
    pub fn nobodys(&self, files: &[FileHash]) -> Vec<FileHash> {
        let mut named = NamedFiles::default();
        named.of(&self.records);
        self.damaged.iter().for_each(|row| named.of_text(&row.text));
        files.iter().filter(|file| !named.name(file)).cloned().collect()
    }

    /// Takes in a row, of which `text` is `None` when it holds something else.
    pub(super) fn take(&mut self, row: String, text: Option<String>, entries: TakeEntries) {
        let reason = match (record_of(&row), text.as_deref()) {
            (None, _) => Damage::Key,
            (_, None) => Damage::NoText,
            (Some(key), Some(text)) => match entries(&mut self.records, key, text) {
                Ok(()) => return,
                Err(problem) => Damage::Entries(problem),
            },
        };
        self.damaged.push(Damaged { row, text: text.unwrap_or_default(), reason });
    }
}
