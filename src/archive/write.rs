//! From records to a file.

use super::base64::encode;
use super::json::Json;
use super::names::Named;
use super::wire::write_entries;
use super::{Exported, FORMAT, VERSION};
use crate::domain::photo::{KeptFile, MediaType};
use crate::domain::record::{Record, RecordKey, Records};

/// The records as a file: one record a line, sorted by key, entries in their order. The same
/// records give the same bytes but for what `exported` says.
#[must_use]
pub fn write(records: &Records, exported: &Exported) -> String {
    opening(records, exported) + closing(false)
}

/// A file up to the end of its records. After it come pieces with the bytes of photos and files,
/// sorted by hash, each made by [`file_piece`], and [`closing`]: so nobody needs room for all.
#[must_use]
pub fn opening(records: &Records, exported: &Exported) -> String {
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
    // The list is still open, and so is the object around it; the latter stays open.
    out.truncate(out.len() - 1);
    for (at, (key, record)) in records.0.iter().filter(|(_, record)| !record.is_empty()).enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        write_record(key, record).write(&mut out);
    }
    out.push_str("\n]");
    out
}

/// The bytes of a photo or a file, one a line.
#[must_use]
pub fn file_piece(is_first: bool, file: &KeptFile) -> String {
    let mut out = String::from(if is_first { ",\"files\":[\n" } else { ",\n" });
    let media = MediaType::of(file.bytes()).name();
    // Written by hand: neither is there room for the digits twice, nor can they need an escape.
    out.push_str("{\"hash\":\"");
    out.push_str(file.hash().as_str());
    out.push_str("\",\"type\":\"");
    out.push_str(media);
    out.push_str("\",\"data\":\"");
    encode(file.bytes(), &mut out);
    out.push_str("\"}");
    out
}

/// The end of a file, after pieces with bytes or without any.
#[must_use]
pub fn closing(has_files: bool) -> &'static str {
    if has_files { "\n]}\n" } else { "}\n" }
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
