//! Text that people type: how long it may be, and when two texts are the same to a reader.

/// The longest name, title or phone number, in characters.
pub const MAX_LINE: usize = 200;
/// The longest description, note or clause, in characters.
pub const MAX_TEXT: usize = 20_000;
/// The longest clause of a shop's own, in characters: it fits one page.
pub const MAX_CLAUSE: usize = 600;
/// The longest logo, in characters of its data URL.
pub const MAX_LOGO: usize = 400_000;

/// What makes a typed text unfit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextError {
    /// Nothing was typed.
    Empty,
    /// More than this many characters.
    TooLong(usize),
}

/// The text without white space around it, if something is left and it is not too long.
///
/// # Errors
/// [`TextError`] says which.
pub fn required(text: &str, max: usize) -> Result<String, TextError> {
    let text = optional(text, max)?;
    if text.is_empty() { Err(TextError::Empty) } else { Ok(text) }
}

/// The text without white space around it, if it is not too long.
///
/// # Errors
/// [`TextError::TooLong`].
pub fn optional(text: &str, max: usize) -> Result<String, TextError> {
    let text = text.trim();
    if text.chars().count() > max { Err(TextError::TooLong(max)) } else { Ok(text.to_owned()) }
}

/// The text as a search sees it: letter case and full-width forms do not matter.
#[must_use]
pub fn fold_for_search(text: &str) -> String {
    text.chars().map(half_width).flat_map(char::to_lowercase).collect()
}

/// The half-width twin of a full-width letter, digit or sign (U+FF01 to U+FF5E, U+3000).
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// A decimal number as it is kept: digits, perhaps a sign before and a point within, at most
/// 15 digits. Full-width forms, spaces and commas between thousands are understood.
#[must_use]
pub fn decimal(typed: &str) -> Option<String> {
    let plain: String = typed.trim().chars().map(half_width).filter(|c| !matches!(c, ' ' | ',')).collect();
    let unsigned = plain.strip_prefix('-').unwrap_or(&plain);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let count = unsigned.bytes().filter(u8::is_ascii_digit).count();
    (digits(whole) && digits(part) && count <= 15).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_width_do_not_matter_to_a_search() {
        assert_eq!(fold_for_search("ＡＢＣ　１２３ Ünïcode 洗衣机"), "abc 123 ünïcode 洗衣机");
    }

    #[test]
    fn typed_text_is_trimmed_and_bounded() {
        assert_eq!(required("  王\n", 5), Ok("王".to_owned()));
        assert_eq!(required(" \u{3000} ", 5), Err(TextError::Empty));
        assert_eq!(required("123456", 5), Err(TextError::TooLong(5)));
        assert_eq!(optional("", 5), Ok(String::new()));
    }

    #[test]
    fn numbers_are_kept_as_digits() {
        for (typed, kept) in [
            ("128", Some("128")),
            (" １２８．５ ", Some("128.5")),
            ("1,280.00", Some("1280.00")),
            ("-3", Some("-3")),
            ("123456789012345", Some("123456789012345")),
            ("", None),
            ("12.", None),
            (".5", None),
            ("1.2.3", None),
            ("1e9", None),
            ("1234567890123456", None),
        ] {
            assert_eq!(decimal(typed).as_deref(), kept, "{typed}");
        }
    }
}
