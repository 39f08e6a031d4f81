//! JSON as the archive needs it: whole numbers, and objects that have each key once.

use std::borrow::Cow;
use std::fmt::Write;

/// A value, on its way in or out.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Json<'a> {
    Null,
    Flag(bool),
    Number(i64),
    /// A number that came in with a fraction, or too large. The format has none, and kept as
    /// a float it would not come out as it came in.
    Fraction,
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// Sorted by key when it came in; in the format's order on its way out.
    Object(Members<'a>),
    /// Text that is JSON already, on its way out.
    Raw(&'a str),
}

/// The keys of an object with their values.
pub(super) type Members<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

impl<'a> Json<'a> {
    /// An object with these members, in this order.
    pub(super) fn object<const N: usize>(members: [(&'static str, Json<'a>); N]) -> Self {
        Self::Object(members.map(|(key, value)| (key.into(), value)).into())
    }

    /// A list of what each item becomes.
    pub(super) fn list<T>(items: impl IntoIterator<Item = T>, each: impl Fn(T) -> Self) -> Self {
        Self::List(items.into_iter().map(each).collect())
    }

    /// Writes the value without white space.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Null | Self::Fraction => out.push_str("null"),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            // Writing to a string cannot fail.
            Self::Number(number) => drop(write!(out, "{number}")),
            Self::Text(text) => write_text(text, out),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    separate(at, out);
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (at, (key, value)) in members.iter().enumerate() {
                    separate(at, out);
                    write_text(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
            Self::Raw(text) => out.push_str(text),
        }
    }

    /// The value as it is written.
    pub(super) fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// Whether all numbers in it came in whole, so that it can go out as it came in.
    pub(super) fn is_whole(&self) -> bool {
        match self {
            Self::Fraction => false,
            Self::List(items) => items.iter().all(Self::is_whole),
            Self::Object(members) => members.iter().all(|(_, value)| value.is_whole()),
            _ => true,
        }
    }
}

fn separate(at: usize, out: &mut String) {
    if at > 0 {
        out.push(',');
    }
}

/// Writes a text with the fewest escapes that JSON allows.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => drop(write!(out, "\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Json<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<bool> for Json<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<u32> for Json<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_as_little_as_json_allows() {
        for (text, written) in [
            ("王 </script> 'é'", "\"王 </script> 'é'\""),
            ("a\"b\\c", r#""a\"b\\c""#),
            ("\n\r\t\u{0}\u{1f}\u{7f}", "\"\\n\\r\\t\\u0000\\u001f\u{7f}\""),
        ] {
            assert_eq!(Json::from(text).to_text(), written);
            assert_eq!(serde_json::from_str::<String>(written).ok().as_deref(), Some(text));
        }
    }
}
