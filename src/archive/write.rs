//! From records to a file.

use super::json::Json;
use super::wire::write_entries;
use super::{Exported, FORMAT, VERSION};
use crate::domain::record::{Record, RecordKey, Records};

/// The records as a file: one record a line, sorted by key, entries in their order. The same
/// records give the same bytes but for what `exported` says.
#[must_use]
pub fn write(records: &Records, exported: &Exported) -> String {
    let head = Json::object([
        ("format", FORMAT.into()),
        ("version", VERSION.into()),
        (
            "exported",
            Json::object([
                ("at", (&exported.at).into()),
                ("device", (&exported.device).into()),
                ("app", (&exported.app).into()),
            ]),
        ),
        ("records", Json::Raw("[")),
    ]);
    let mut out = head.to_text();
    // The list is still open, and so is the object around it.
    out.truncate(out.len() - 1);
    for (at, (key, record)) in records.0.iter().filter(|(_, record)| !record.is_empty()).enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        write_record(key, record).write(&mut out);
    }
    out.push_str("\n]}\n");
    out
}

fn write_record<'a>(key: &'a RecordKey, record: &'a Record) -> Json<'a> {
    Json::object([
        ("record", key.kind.name().into()),
        ("id", (&key.id).into()),
        ("entries", write_entries(record)),
    ])
}

/// The entries of one record as a JSON list, as they stand in a file: what the store keeps.
#[must_use]
pub fn entries_text(record: &Record) -> String {
    write_entries(record).to_text()
}
