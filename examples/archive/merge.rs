use super::files::{Failure, read_whole};
use casebook::archive::write;
use casebook::domain::record::Records;
use std::fs;

/// Merges files. A file with a problem is not merged: what it refuses would be missing without
/// a word.
pub(crate) fn run(inputs: &[&str], output: &str) -> Result<String, Failure> {
    let mut records = Records::default();
    let mut latest = None;
    for path in inputs {
        let archive = read_whole(path)?;
        records.merge(archive.records);
        // The greatest, so that the order of the files does not matter.
        latest = latest.max(Some(archive.exported));
    }
    let exported = latest.ok_or_else(|| Failure::Machine("nothing to merge".to_owned()))?;
    fs::write(output, write(&records, &exported))
        .map_err(|error| Failure::Machine(format!("{output}: {error}")))?;
    Ok(format!("{output}: {} records, {} entries\n", records.0.len(), records.entries()))
}
