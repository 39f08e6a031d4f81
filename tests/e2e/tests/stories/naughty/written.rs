//! A file of a shop in which every free text is a naughty string.

use casebook_e2e::Archive;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The texts that a case has for its needs and its agreement.
const PARTS: [&str; 23] = [
    "facts",
    "feelings",
    "explicit_needs",
    "latent_needs",
    "why",
    "when",
    "where",
    "who",
    "what",
    "how",
    "strengths",
    "weaknesses",
    "opportunities",
    "threats",
    "scope",
    "goals",
    "acceptance_standard",
    "liability",
    "confidentiality",
    "changes",
    "law",
    "work",
    "materials",
];
const COMPLAINT: [&str; 11] = [
    "feelings",
    "events",
    "cause_words",
    "customer_side",
    "staff_side",
    "findings",
    "remedy",
    "change",
    "way_on",
    "root_cause",
    "prevention",
];
/// The longest text of a line.
pub(crate) const LINE: usize = 200;
/// The longest name of a process.
const NAME: usize = 60;

/// The file, and the fields that it has strings in.
pub(crate) struct Written {
    pub(crate) archive: Archive,
    pub(crate) fields: BTreeSet<String>,
    known: BTreeSet<String>,
}

/// Writes records: `each` string has a customer, a thing, a case, an improvement and a visit; each
/// group of strings has a case with all of them in everything that a case can have several of.
pub(crate) fn write(strings: &[String], group: usize) -> Written {
    let known = strings.iter().flat_map(|text| [text.clone(), cut(text, LINE), cut(text, NAME)]).collect();
    let mut written = Written { archive: Archive(Value::Null), fields: BTreeSet::new(), known };
    let mut records = vec![written.record(
        "staff",
        "s1",
        vec![set("name", "王小明"), json!({ "set": "active", "to": true })],
    )];
    for (at, group) in strings.chunks(group).enumerate() {
        let first = &group[0];
        records.push(written.record(
            "staff",
            &format!("t{at}"),
            vec![line("name", first), json!({ "set": "active", "to": true })],
        ));
        records.push(written.letter(at, group));
        records.push(written.process(at, group));
        records.push(written.whole_case(at, group));
    }
    for (at, text) in strings.iter().enumerate() {
        records.push(written.record("customer", &format!("c{at}"), customer(text)));
        let thing = ["label", "brand", "model", "serial"].map(|field| line(field, text));
        let owner = json!({ "set": "owner", "to": format!("c{at}") });
        records.push(written.record("asset", &format!("a{at}"), [vec![owner], thing.to_vec()].concat()));
        records.push(written.record("case", &format!("k{at}"), case(at, text)));
        let improvement =
            [line("title", text), set("occasion", text), set("why", text), line("counted", text)];
        records.push(written.record("improvement", &format!("i{at}"), improvement.to_vec()));
        let visit = [
            json!({ "set": "case", "to": format!("k{at}") }),
            json!({ "set": "when", "to": { "start": "2027-11-23T09:30", "end": "2027-11-23T11:00" } }),
            line("purpose", text),
            set("address", text),
        ];
        records.push(written.record("visit", &format!("v{at}"), visit.to_vec()));
    }
    let exported = json!({ "at": "2026-11-21T20:00:00Z", "device": "k3v9q2", "app": "0.1.0" });
    let text = format!(
        r#"{{"format":"casebook","version":1,"exported":{exported},"records":{}}}"#,
        Value::from(records)
    );
    written.archive = Archive::parse(&text);
    written
}

impl Written {
    /// A record of one entry, whose texts are noted.
    fn record(&mut self, kind: &str, id: &str, changes: Vec<Value>) -> Value {
        for change in &changes {
            let name = ["set", "event"].into_iter().find_map(|key| change[key].as_str()).unwrap_or_default();
            let part = ["part", "clause"].into_iter().find_map(|key| change[key].as_str());
            self.note(&format!("{kind}.{name}.{}", part.unwrap_or_default()), &change["to"]);
            if change["event"].is_string() {
                self.note(&format!("{kind}.{name}"), change);
            }
        }
        json!({ "record": kind, "id": id, "entries": [{ "stamp": "01a1f7fcc3e0-000000-k3v9q2x7ma", "changes": changes }] })
    }

    fn note(&mut self, field: &str, value: &Value) {
        match value {
            Value::String(text) if self.known.contains(text) => drop(self.fields.insert(field.to_owned())),
            Value::Array(parts) => parts.iter().for_each(|part| self.note(field, part)),
            Value::Object(parts) => {
                parts.iter().for_each(|(key, part)| self.note(&format!("{field}.{key}"), part))
            }
            _ => {}
        }
    }

    fn letter(&mut self, at: usize, group: &[String]) -> Value {
        let purpose = json!({ "event": "drafted", "purpose": { "kind": "standing" }, "revises": null });
        let mut changes = vec![purpose, json!({ "set": "lang", "to": "zh-CN" })];
        changes.extend([
            set("addressee", &group[0]),
            set("opening", &group[0]),
            line("signatory", &group[0]),
        ]);
        changes.extend(group.iter().enumerate().map(|(n, text)| {
            json!({ "set": "own_clause", "clause": format!("own{n}"), "to": { "section": "remedy", "text": cut(text, 600) } })
        }));
        self.record("letter", &format!("l{at}"), changes)
    }

    fn process(&mut self, at: usize, group: &[String]) -> Value {
        // A process must say something.
        let group: Vec<&String> = group.iter().filter(|text| !text.trim().is_empty()).collect();
        let tasks = group.iter().enumerate().map(|(n, text)| {
            json!({ "id": format!("t{n}"), "text": cut(text, LINE), "hint": cut(text, LINE), "required": false,
                "lane": "frontstage", "role": "operator", "evidence": { "kind": "tick" }, "limit": null })
        });
        let stage = json!({ "id": "intake", "name": cut(group[0], NAME), "review": false, "tasks": tasks.collect::<Vec<_>>() });
        let version = json!({ "lang": "zh-CN", "name": cut(group[0], NAME), "about": cut(group[0], LINE),
            "within_case": false, "stages": [stage] });
        self.record(
            "process",
            &format!("own{at}"),
            vec![json!({ "set": "version", "number": 1, "to": version })],
        )
    }

    /// A case with all strings of a group, in all that it can have several of.
    fn whole_case(&mut self, at: usize, group: &[String]) -> Value {
        let mut changes = case(at, &group[0]);
        changes[1] = json!({ "set": "process", "to": { "id": format!("own{at}"), "version": 1 } });
        changes[2] = line("number", &format!("G{at}"));
        changes.extend(
            PARTS.iter().zip(group).map(|(part, text)| json!({ "set": "text", "part": part, "to": text })),
        );
        changes.extend(
            COMPLAINT
                .iter()
                .zip(group)
                .map(|(part, text)| json!({ "set": "complaint", "part": part, "to": text })),
        );
        for (n, text) in group.iter().enumerate() {
            let (id, rank) = (format!("x{n}"), n + 1);
            let short = cut(text, LINE);
            let mut item = |kind: &str, to: Value| changes.push(json!({ "set": kind, "id": id, "to": to }));
            item(
                "expectation",
                json!({ "rank": rank, "text": text, "verdict": "in_part", "reason": text, "alternative": text }),
            );
            item("handover", json!({ "rank": rank, "what": short }));
            item(
                "test",
                json!({ "rank": rank, "kind": "function", "what": short, "expected": text, "result": null, "round": 1 }),
            );
            item("correction", json!({ "rank": rank, "what": text, "done": false }));
            item(
                "replaced_part",
                json!({ "rank": rank, "what": short, "old_serial": short, "new_serial": short }),
            );
            item(
                "change_request",
                json!({ "rank": rank, "what": text, "reason": text, "on_time": text, "on_cost": text,
                "on_quality": text, "state": "proposed" }),
            );
            item("follow_up", json!({ "rank": rank, "due": "2027-12-01", "about": text, "who": null }));
            item(
                "quote_line",
                json!({ "solution": "o1", "rank": rank, "text": short, "quantity": "1", "unit": short,
                "price": { "currency": "CNY", "amount": "80.00" }, "discount": 0, "tax": 0 }),
            );
            changes.push(json!({ "event": "note", "text": text }));
        }
        let text = &group[0];
        let words = ["content", "benefits", "drawbacks", "duration", "risks", "countermeasures"];
        let mut solution = json!({ "rank": 1, "title": cut(text, LINE), "includes_tax": true,
            "assessment": { "fit": text, "effort": text, "risk": text, "peers": text } });
        words.into_iter().for_each(|word| solution[word] = json!(text));
        changes.push(json!({ "set": "solution", "id": "o1", "to": solution }));
        changes.push(json!({ "set": "chosen", "to": { "solution": "o1", "title": cut(text, LINE), "by": cut(text, LINE) } }));
        changes.push(json!({ "set": "waiting", "to": { "reason": "parts", "words": text } }));
        self.record("case", &format!("g{at}"), changes)
    }
}

fn customer(text: &str) -> Vec<Value> {
    let short = cut(text, LINE);
    vec![
        line("name", text),
        set("address", text),
        set("note", text),
        line("email", text),
        json!({ "set": "tag", "tag": short, "to": true }),
        json!({ "set": "contact", "id": "p1", "to": { "way": "wechat", "value": short, "label": short, "preferred": false } }),
        json!({ "set": "person", "id": "f1", "to": { "name": short, "role": short, "phone": null } }),
    ]
}

/// A case of a customer, whose letter promised something.
fn case(at: usize, text: &str) -> Vec<Value> {
    let clauses = json!([{ "clause": "first_response", "values": [{ "parameter": "inside_hours", "value": 2 }, { "parameter": "outside_hours", "value": 24 }] }]);
    vec![
        json!({ "event": "opened" }),
        json!({ "set": "process", "to": { "id": "P1", "version": 1 } }),
        line("number", text),
        json!({ "set": "customer", "to": format!("c{at}") }),
        json!({ "set": "asset", "to": format!("a{at}") }),
        json!({ "set": "channel", "to": "phone" }),
        set("description", text),
        set("told", text),
        json!({ "set": "stage", "to": { "stage": "intake", "reason": "" } }),
        json!({ "event": "promised", "terms": { "letter": "l0", "number": cut(text, LINE), "revision": 1,
            "clauses": clauses, "remedy": text } }),
    ]
}

fn set(field: &str, text: &str) -> Value {
    json!({ "set": field, "to": text })
}

fn line(field: &str, text: &str) -> Value {
    set(field, &cut(text, LINE))
}

/// So many characters at most.
pub(crate) fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
