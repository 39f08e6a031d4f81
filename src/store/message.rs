//! What one tab tells the others, as text: `{"v":1,"changed":["case/abc"],"write":7}`.

#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the browser's tabs use it"))]

use crate::domain::record::RecordKey;
use serde::{Deserialize, Serialize};

const VERSION: u32 = 1;
/// More records than this are not named: who hears of them reads everything again, which is quicker.
const MAX_NAMED: usize = 400;

/// What one tab tells the others.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Told {
    /// The records that have changed; none where they are too many to be named.
    pub changed: Vec<RecordKey>,
    /// Whether they have lost something that was in the store: then what is open of them is to be
    /// replaced, not added to.
    pub fewer: bool,
    /// Which write it was, counted over all tabs; `None` when nothing was written.
    pub write: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct Message {
    v: u32,
    changed: Vec<String>,
    // Earlier programs know neither, and leave them out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    fewer: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    write: Option<u32>,
}

impl Told {
    /// The message.
    pub(super) fn to_text(&self) -> String {
        let many = self.write.is_some() && self.changed.len() > MAX_NAMED;
        let named = if many { &[] } else { self.changed.as_slice() };
        let changed = named.iter().map(ToString::to_string).collect();
        let message = Message { v: VERSION, changed, fewer: self.fewer, write: self.write };
        serde_json::to_string(&message).unwrap_or_default()
    }

    /// What a message says; `None` when it is of another version or no message.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let message: Message =
            serde_json::from_str(text).ok().filter(|message: &Message| message.v == VERSION)?;
        let changed = message.changed.iter().filter_map(|key| RecordKey::parse(key)).collect();
        Some(Self { changed, fewer: message.fewer, write: message.write })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::RecordKind;

    #[test]
    fn what_is_told_is_heard() {
        let changed = vec![RecordKey::shop(), RecordKey::new(RecordKind::Unknown("van".to_owned()), "v_1")];
        for told in [
            Told { changed: changed.clone(), fewer: false, write: None },
            Told { changed, fewer: true, write: Some(7) },
        ] {
            assert_eq!(Told::from_text(&told.to_text()), Some(told));
        }
    }

    #[test]
    fn very_many_records_are_not_named() {
        let changed = (0..5_000).map(|n| RecordKey::new(RecordKind::Case, format!("c{n}"))).collect();
        let told = Told { changed, fewer: false, write: Some(7) };
        let heard = Told::from_text(&told.to_text());
        assert_eq!(heard, Some(Told { changed: Vec::new(), ..told }));
    }

    #[test]
    fn what_earlier_programs_tell_is_heard() {
        let told = Told { changed: vec![RecordKey::shop()], ..Told::default() };
        assert_eq!(told.to_text(), r#"{"v":1,"changed":["shop/shop"]}"#);
        assert_eq!(
            Told::from_text(r#"{"v":1,"changed":["case","case/a/b"],"new":1}"#),
            Some(Told::default())
        );
    }

    #[test]
    fn other_messages_say_nothing() {
        for text in ["", "[]", r#"{"v":2,"changed":["case/a"]}"#, r#"{"v":1}"#] {
            assert_eq!(Told::from_text(text), None, "{text}");
        }
    }
}
