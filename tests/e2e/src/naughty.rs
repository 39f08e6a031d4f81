use crate::npm::package;
use serde_json::Value;

const VERSION: &str = "2.0.4";

/// The big list of naughty strings: what careless programs stumble over. The empty one is left
/// out, and none stands twice.
#[must_use]
pub fn naughty_strings() -> Vec<String> {
    let file = package("blns", VERSION).join("resources/blns.json");
    let text = std::fs::read_to_string(file).expect("the package has its list");
    let list: Value = serde_json::from_str(&text).expect("the list is JSON");
    let mut strings: Vec<String> = Vec::new();
    for string in list.as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !string.is_empty() && !strings.iter().any(|known| known == string) {
            strings.push(string.to_owned());
        }
    }
    assert!(strings.len() > 450, "only {} strings", strings.len());
    strings
}
