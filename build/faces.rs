//! Turns the names of processes and stages in `src/catalog/data/` into tables: lists show them
//! without reading the whole catalogue, which is fetched later.

use super::{LANGUAGES, keep};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;

const DATA: &str = "src/catalog/data";

pub fn write() {
    println!("cargo::rerun-if-changed={DATA}");
    let shapes = json(&format!("{DATA}/processes.json"));
    let mut code = String::from("static FACES: [&[ProcessFace]; 3] = [\n");
    for (tag, _) in LANGUAGES {
        let words = json(&format!("{DATA}/{tag}/processes.json"));
        code.push_str("    &[\n");
        for id in in_order(&shapes) {
            face(&mut code, id, &shapes[id], &words[id]);
        }
        code.push_str("    ],\n");
    }
    code.push_str("];\n");
    keep("faces.rs", &code);
}

fn json(path: &str) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// P2 before P10.
fn in_order(shapes: &Value) -> Vec<&str> {
    let mut ids: Vec<&str> = shapes.as_object().into_iter().flatten().map(|(id, _)| id.as_str()).collect();
    ids.sort_by_key(|id| (id.len(), *id));
    ids
}

fn face(code: &mut String, id: &str, shape: &Value, words: &Value) {
    let stages = shape["stages"].as_array().into_iter().flatten().map(|stage| {
        let id = stage["id"].as_str().unwrap_or_default();
        format!("({id:?}, {:?})", words["stages"][id]["name"].as_str().unwrap_or_default())
    });
    writeln!(
        code,
        "        ProcessFace {{ id: {id:?}, name: {:?}, stages: &[{}] }},",
        words["name"].as_str().unwrap_or_default(),
        stages.collect::<Vec<_>>().join(", ")
    )
    .expect("a String can be written");
}
