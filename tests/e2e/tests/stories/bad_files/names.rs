//! Ids that try to be paths, prototypes or each other, and files that are only a burden.

use casebook_e2e::Archive;
use serde_json::{Value, json};

/// Names that every object of a script knows, and that are ids like any other here.
pub(crate) const PROTOTYPES: [&str; 7] =
    ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "null", "undefined"];

/// What no record may be called.
const NO_IDS: [&str; 10] = ["../../x", "..", "a/b", "a\\b", "", "c 1", "<img>", "客", "c1\u{0}", "c1\n"];

/// Files with one record more, whose id is none.
pub(crate) fn with_wrong_ids(own: &str) -> Vec<(String, Archive)> {
    let long = "a".repeat(65);
    let ids = NO_IDS.into_iter().chain([long.as_str()]);
    ids.enumerate().map(|(at, id)| (format!("wrong id {at}"), with(own, &[id]))).collect()
}

/// The file with a customer, a thing and a case for each of these ids.
pub(crate) fn with(own: &str, ids: &[&str]) -> Archive {
    let mut archive = Archive::parse(own);
    let records = archive.0["records"].as_array_mut().expect("a list of records");
    for id in ids {
        let set = |field: &str, to: Value| json!({ "set": field, "to": to });
        let record = |kind: &str, changes: Vec<Value>| json!({ "record": kind, "id": id, "entries": [{ "stamp": "01a1f7fcc3e0-000000-k3v9q2x7ma", "changes": changes }] });
        records.push(record("customer", vec![set("name", json!(format!("客户{id}")))]));
        if PROTOTYPES.contains(id) {
            records.push(record(
                "asset",
                vec![set("owner", json!(id)), set("label", json!(format!("设备{id}")))],
            ));
            let process = set("process", json!({ "id": "P1", "version": 1 }));
            let stage = set("stage", json!({ "stage": "intake", "reason": "" }));
            let of = [
                set("customer", json!(id)),
                set("asset", json!(id)),
                set("number", json!(format!("N-{id}"))),
            ];
            records.push(record(
                "case",
                [vec![json!({ "event": "opened" }), process, stage], of.to_vec()].concat(),
            ));
        }
    }
    archive
}

/// Sixty megabytes of the beginnings of lists.
pub(crate) fn brackets(origin: &Value) -> String {
    let head = format!(r#"{{"format":"casebook","version":1,"exported":{origin},"records":"#);
    [head, "[".repeat(60 * 1024 * 1024)].concat()
}
