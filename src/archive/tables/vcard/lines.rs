//! The lines of a vCard: unfolded, decoded, and cut into what they say.

use super::super::encoding::{Encoding, decode_unicode};
use super::Decode;

/// Properties whose values are pictures, sounds and keys.
const BULKY: [&str; 4] = ["PHOTO", "LOGO", "SOUND", "KEY"];

/// A property with its value.
pub(super) struct Line {
    /// What it says, in capitals and without its group.
    pub(super) name: String,
    /// How it says it, in capitals.
    parameters: Vec<String>,
    /// The value, as it was written but for its encoding.
    pub(super) value: String,
}

/// The lines of a file, with those that go on joined, and the number of the first of each.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, String)> {
    let mut lines = text.lines().enumerate().peekable();
    std::iter::from_fn(move || {
        let (at, first) = lines.next()?;
        let mut whole = first.to_owned();
        // A line of quoted-printable text goes on behind its last sign.
        if is_quoted_printable(first) {
            while whole.ends_with('=') {
                whole.pop();
                let Some((_, more)) = lines.next() else { break };
                whole.push_str(more);
            }
        }
        while let Some((_, more)) = lines.next_if(|(_, line)| line.starts_with([' ', '\t'])) {
            whole.push_str(&more[1..]);
        }
        Some((at + 1, whole))
    })
}

fn is_quoted_printable(line: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default();
    head.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

impl Line {
    /// What a line says; `None` for one without a colon.
    pub(super) fn of(text: &str, decode: Decode<'_>) -> Option<Self> {
        let mut quoted = false;
        // A colon within quotes belongs to a parameter.
        let colon = text.bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == b':' && !quoted
        })?;
        let (head, value) = (&text[..colon], &text[colon + 1..]);
        let mut parts = head.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
        let parameters: Vec<String> = parts.map(|part| part.trim().to_ascii_uppercase()).collect();
        if BULKY.contains(&name.as_str()) {
            return Some(Self { name, parameters, value: String::new() });
        }
        let mut line = Self { name, parameters, value: String::new() };
        line.value = if is_quoted_printable(text) { line.printable(value, decode) } else { value.to_owned() };
        Some(line)
    }

    /// Whether a parameter or one of its values is this word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.parameters.iter().any(|parameter| {
            let values = parameter.split_once('=').map_or(parameter.as_str(), |(_, values)| values);
            let is = |value: &str| value.trim_matches('"').trim() == word;
            values.split(',').any(is) || (word == "PREF" && parameter.starts_with("PREF="))
        })
    }

    /// The value between these signs, without escapes.
    pub(super) fn parts(&self, signs: &[char]) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            let next = match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') => '\n',
                    Some(c) => c,
                    None => break,
                },
                c if signs.contains(&c) => {
                    parts.push(String::new());
                    continue;
                }
                c => c,
            };
            if let Some(part) = parts.last_mut() {
                part.push(next);
            }
        }
        parts
    }

    /// Text as its bytes in hexadecimal digits: `=E7=8E=8B`.
    fn printable(&self, text: &str, decode: Decode<'_>) -> String {
        let mut bytes = Vec::with_capacity(text.len());
        let mut rest = text.as_bytes();
        while let [byte, more @ ..] = rest {
            rest = more;
            let hex = |at: usize| more.get(at).and_then(|digit| char::from(*digit).to_digit(16));
            match (byte, hex(0), hex(1)) {
                (b'=', Some(high), Some(low)) => {
                    bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
                    rest = &more[2..];
                }
                (byte, ..) => bytes.push(*byte),
            }
        }
        let named = self.parameters.iter().find_map(|parameter| parameter.strip_prefix("CHARSET="));
        let encoding = named.and_then(Encoding::from_label).unwrap_or_else(|| Encoding::guess(&bytes));
        decode_unicode(encoding, &bytes).unwrap_or_else(|| decode(encoding, &bytes))
    }
}
