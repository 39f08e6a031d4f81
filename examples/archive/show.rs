use super::files::{Failure, read};
use casebook::archive::{Archive, state_text, unknown_changes};
use casebook::domain::case::{Case, CaseKind};
use casebook::domain::customer::{Customer, CustomerKind};
use casebook::domain::record::{Known, Record, RecordKey};
use casebook::journal::Stamp;
use chrono::{DateTime, SecondsFormat};
use serde_json::{Map, Value, json};

/// The cases of a file, by number.
pub(crate) fn cases(path: &str) -> Result<String, Failure> {
    let archive = read(path)?;
    let name = |case: &Case| {
        let customer = case.customer()?;
        Customer::of(&archive.records.journal::<CustomerKind>(customer.as_str())).name().cloned()
    };
    let mut rows: Vec<_> = archive
        .records
        .0
        .iter()
        .filter_map(|(key, record)| Some((key, Case::of(CaseKind::of(record)?), record)))
        .map(|(key, case, record)| {
            let row = json!({
                "number": case.number(),
                "id": key.id,
                "customer": name(&case),
                "description": case.description(),
                "stage": case.stage().map(|stage| stage.as_str()),
                "status": status(&values(record)),
                "conflicts": case.fields.conflicts().len(),
            });
            (case.number().cloned(), row)
        })
        .collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(pretty(&rows.into_iter().map(|(_, row)| row).collect()))
}

/// One record, by a case's number or by its id.
pub(crate) fn record(path: &str, number: &str) -> Result<String, Failure> {
    let archive = read(path)?;
    let shown: Vec<_> = find(&archive, number).into_iter().map(|(key, record)| show(key, record)).collect();
    match shown.as_slice() {
        [] => {
            Err(Failure::NotFound(format!("{path}: no case has the number {number}, and no record the id")))
        }
        [one] => Ok(pretty(one)),
        _ => Ok(pretty(&Value::Array(shown))),
    }
}

/// Two devices never give out one number, and ids are random, so more than one is rare.
fn find<'a>(archive: &'a Archive, number: &str) -> Vec<(&'a RecordKey, &'a Record)> {
    let is_numbered = |record: &Record| {
        CaseKind::of(record).is_some_and(|journal| Case::of(journal).number().is_some_and(|n| n == number))
    };
    archive.records.0.iter().filter(|(key, record)| key.id == number || is_numbered(record)).collect()
}

/// The state of a record, in the words of the file.
fn show(key: &RecordKey, record: &Record) -> Value {
    let mut shown = values(record);
    shown["record"] = json!(key.kind.name());
    shown["id"] = json!(key.id);
    shown["entries"] = json!(record.len());
    shown["unknown_changes"] = json!(unknown_changes(record));
    if CaseKind::of(record).is_some() {
        shown["number"] = shown["fields"]["number"].clone();
        shown["stage"] = shown["fields"]["stage"]["stage"].clone();
        shown["status"] = status(&shown);
    }
    shown
}

/// A case is open until somebody says otherwise.
fn status(shown: &Value) -> Value {
    shown["fields"].get("status").cloned().unwrap_or_else(|| json!("open"))
}

/// Fields and tasks by name, notes and other events in order, conflicts with all values.
fn values(record: &Record) -> Value {
    let state: Value = serde_json::from_str(&state_text(record)).unwrap_or_default();
    let (mut fields, mut tasks) = (Map::new(), Map::new());
    for held in items(&state["fields"]) {
        match held["task"].as_str() {
            Some(task) => drop(tasks.insert(task.to_owned(), held["to"].clone())),
            None => drop(fields.insert(field_name(held), held["to"].clone())),
        }
    }
    let (notes, events): (Vec<_>, Vec<_>) =
        items(&state["events"]).map(said).partition(|event| event["event"] == "note");
    let conflicts: Vec<_> = items(&state["conflicts"])
        .map(|values| json!({ "field": field_name(&values[0]), "values": items(values).map(said).collect::<Vec<_>>() }))
        .collect();
    json!({ "fields": fields, "tasks": tasks, "notes": notes, "events": events, "conflicts": conflicts })
}

/// A field's name with what it is of: `parameter.first_response.hours`, `solution.o1`.
fn field_name(held: &Value) -> String {
    ["field", "task", "clause", "parameter", "id", "part", "day", "number"]
        .iter()
        .filter_map(|part| match &held[*part] {
            Value::String(name) => Some(name.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        })
        .collect::<Vec<_>>()
        .join(".")
}

/// What was said, with the time and the device that its stamp tells.
fn said(held: &Value) -> Value {
    let mut said = held.clone();
    if let Some(stamp) = held["stamp"].as_str().and_then(Stamp::parse) {
        let at = i64::try_from(stamp.millis).ok().and_then(DateTime::from_timestamp_millis);
        said["at"] = json!(at.map(|at| at.to_rfc3339_opts(SecondsFormat::Millis, true)));
        said["device"] = json!(stamp.writer.device.as_str());
    }
    said
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
