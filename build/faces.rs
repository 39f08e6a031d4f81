//! Turns the names of processes and stages in `src/catalog/data/` into tables: lists show them
//! without reading the whole catalogue, which is fetched later.

use super::{LANGUAGES, keep};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;

const DATA: &str = "src/catalog/data";

pub fn write() {
    println!("cargo::rerun-if-changed={DATA}");
    let ids = ids();
    let mut code = String::from("static FACES: [&[ProcessFace]; 3] = [\n");
    for (tag, _) in LANGUAGES {
        code.push_str("    &[\n");
        for id in &ids {
            let shape = json(&format!("{DATA}/processes/{id}.json"));
            let words = json(&format!("{DATA}/{tag}/processes/{id}.json"));
            face(&mut code, id, &shape, &words);
        }
        code.push_str("    ],\n");
    }
    code.push_str("];\n");
    keep("faces.rs", &code);
}

/// The ids of the processes, P2 before P10.
fn ids() -> Vec<String> {
    let folder = format!("{DATA}/processes");
    let files = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{folder}: {e}"));
    let id = |file: std::io::Result<fs::DirEntry>| {
        let path = file.expect("the folder can be listed").path();
        path.file_stem().expect("a file has a name").to_string_lossy().into_owned()
    };
    let mut ids: Vec<String> = files.map(id).collect();
    ids.sort_by_key(|id| (id.len(), id.clone()));
    ids
}

fn json(path: &str) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
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
