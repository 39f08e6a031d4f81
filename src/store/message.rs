//! What one tab tells the others, as text: `{"v":1,"changed":["case/abc"]}`.

#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the browser's tabs use it"))]

use crate::domain::record::{RecordKey, RecordKind};
use crate::journal::is_id;
use serde::{Deserialize, Serialize};

const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Message {
    v: u32,
    changed: Vec<String>,
}

/// The message that these records have changed.
pub(super) fn write(changed: &[RecordKey]) -> String {
    let message = Message { v: VERSION, changed: changed.iter().map(ToString::to_string).collect() };
    serde_json::to_string(&message).unwrap_or_default()
}

/// The records that a message names; none when it is of another version or no message.
pub(super) fn read(text: &str) -> Vec<RecordKey> {
    match serde_json::from_str::<Message>(text) {
        Ok(message) if message.v == VERSION => message.changed.iter().filter_map(|key| parse(key)).collect(),
        _ => Vec::new(),
    }
}

fn parse(key: &str) -> Option<RecordKey> {
    let (kind, id) = key.split_once('/')?;
    is_id(id).then_some(())?;
    Some(RecordKey::new(RecordKind::from_name(kind)?, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_heard() {
        let keys = [RecordKey::shop(), RecordKey::new(RecordKind::Unknown("van".to_owned()), "v_1")];
        assert_eq!(read(&write(&keys)), keys);
    }

    #[test]
    fn other_messages_say_nothing() {
        for text in ["", "[]", r#"{"v":2,"changed":["case/a"]}"#, r#"{"v":1,"changed":["case","case/a/b"]}"#]
        {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
