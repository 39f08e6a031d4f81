use serde_json::{Value, json};
use std::path::Path;

/// A file that the app gave out, as data.
#[derive(Clone, Debug)]
pub struct Archive(pub Value);

impl Archive {
    /// Reads a file.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        Self::parse(
            &std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        )
    }

    /// Reads the text of a file.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_else(|error| panic!("this is no JSON: {error}")))
    }

    /// Writes it to a file.
    pub fn write(&self, path: &Path) {
        std::fs::write(path, self.0.to_string()).expect("the file can be written");
    }

    /// All records: what does not depend on when and where the file was made.
    #[must_use]
    pub fn records(&self) -> &Vec<Value> {
        self.0["records"].as_array().expect("a list of records")
    }

    /// The record of a kind and id.
    #[must_use]
    pub fn record(&self, kind: &str, id: &str) -> &Value {
        let found = self.records().iter().find(|record| record["record"] == kind && record["id"] == id);
        found.unwrap_or_else(|| panic!("there is no {kind} {id}"))
    }

    /// Adds what another device would have written without knowing of what came since: the
    /// same field of a record, with a value of its own.
    pub fn set_elsewhere(&mut self, kind: &str, id: &str, field: &str, to: Value) {
        let records = self.0["records"].as_array_mut().expect("a list of records");
        let found = records.iter_mut().find(|record| record["record"] == kind && record["id"] == id);
        let entries = found.and_then(|record| record["entries"].as_array_mut()).expect("the record is there");
        let sets = |entry: &Value| {
            entry["changes"].as_array().is_some_and(|all| all.iter().any(|c| c["set"] == field))
        };
        let last = entries.iter().rev().find(|entry| sets(entry)).expect("the field was set before");
        let (seen, by) = (last["stamp"].clone(), last["by"].clone());
        let newest = entries.last().and_then(|entry| entry["stamp"].as_str()).unwrap_or_default();
        let millis = u64::from_str_radix(&newest[..12], 16).expect("a stamp begins with a time") + 60_000;
        let mut entry = json!({ "stamp": format!("{millis:012x}-000000-zzzzzzzzzz") });
        if by.is_string() {
            entry["by"] = by;
        }
        entry["changes"] = json!([{ "set": field, "to": to, "replaces": [seen] }]);
        entries.push(entry);
    }

    /// Adds what another device would have written: something that happened to a record.
    pub fn happen_elsewhere(&mut self, kind: &str, id: &str, change: Value) {
        let records = self.0["records"].as_array_mut().expect("a list of records");
        let found = records.iter_mut().find(|record| record["record"] == kind && record["id"] == id);
        let entries = found.and_then(|record| record["entries"].as_array_mut()).expect("the record is there");
        let newest = entries.last().and_then(|entry| entry["stamp"].as_str()).unwrap_or_default();
        let millis = u64::from_str_radix(&newest[..12], 16).expect("a stamp begins with a time") + 1;
        let stamp = format!("{millis:012x}-000000-zzzzzzzzzz");
        entries.push(json!({ "stamp": stamp, "changes": [change] }));
    }
}
