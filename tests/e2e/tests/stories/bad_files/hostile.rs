//! Markup and script in the place of every free text of a file.

use casebook_e2e::Archive;
use serde_json::Value;

/// What a careless page would run.
pub(crate) const MARK: &str = "<img src=x onerror=hacked=1><script>hacked=1</script>";
/// The fields whose value is what people typed, per kind of record.
const FIELDS: [(&str, &[&str]); 6] = [
    ("shop", &["name", "address"]),
    ("staff", &["name"]),
    ("customer", &["name", "address", "note"]),
    ("asset", &["label", "brand", "model", "serial"]),
    ("case", &["number", "description", "told"]),
    ("letter", &["addressee", "opening", "signatory"]),
];

/// Puts the mark into every text; gives how many.
pub(crate) fn fill(archive: &mut Archive) -> usize {
    let mut count = 0;
    for record in archive.0["records"].as_array_mut().expect("a list of records") {
        let kind = record["record"].as_str().unwrap_or_default().to_owned();
        let fields = FIELDS.iter().find(|(known, _)| *known == kind).map_or(&[][..], |(_, fields)| fields);
        for entry in record["entries"].as_array_mut().expect("entries") {
            for change in entry["changes"].as_array_mut().expect("changes") {
                count += usize::from(mark(change, fields));
            }
        }
    }
    count
}

fn mark(change: &mut Value, fields: &[&str]) -> bool {
    let set = change["set"].as_str().unwrap_or_default();
    let place = if change["event"] == "note" {
        Some("/text")
    } else if fields.contains(&set) && change["to"].is_string() {
        Some("/to")
    } else if set == "stage" {
        Some("/to/reason")
    } else {
        None
    };
    let text = place.and_then(|place| change.pointer_mut(place));
    text.map(|text| *text = Value::from(MARK)).is_some()
}
