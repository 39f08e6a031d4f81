use super::files::{Failure, read_whole};
use casebook::archive::unknown_changes;
use std::collections::BTreeMap;

/// Checks a file and says what is in it.
pub(crate) fn run(path: &str) -> Result<String, Failure> {
    let archive = read_whole(path)?;
    let mut kinds = BTreeMap::<_, usize>::new();
    for key in archive.records.0.keys() {
        *kinds.entry(key.kind.name()).or_default() += 1;
    }
    let kinds: Vec<_> = kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    let mut text = format!(
        "{path}: fine. {} records ({}), {} entries; exported {} by device {}, program {}.\n",
        archive.records.0.len(),
        kinds.join(", "),
        archive.records.entries(),
        archive.exported.at,
        archive.exported.device,
        archive.exported.app,
    );
    for (key, record) in &archive.records.0 {
        let unknown = unknown_changes(record);
        if unknown > 0 {
            text += &format!(
                "{path}: {key}: {unknown} changes of a newer version, or misspelt, are kept but not shown\n"
            );
        }
    }
    Ok(text)
}
