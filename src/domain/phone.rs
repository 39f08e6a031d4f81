//! Phone numbers as people write them.

use super::text::{MAX_LINE, half_width};
use std::fmt;

/// A phone number: digits, perhaps a leading `+`, spaces, hyphens, brackets, and an extension.
/// Kept as it was typed (full-width forms made half-width); compared by its digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Phone(String);

/// What makes a text no phone number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PhoneError {
    /// A character that no number has, or one too many.
    Character(char),
    /// Fewer than 3 digits, or more than 20.
    Digits(usize),
}

impl Phone {
    /// Reads a number. Three digits are the fewest (110, 119), twenty the most with an extension.
    ///
    /// # Errors
    /// [`PhoneError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let text: String = text.trim().chars().map(half_width).collect();
        let allowed = |(at, c): (usize, char)| {
            at < MAX_LINE && (c.is_ascii_digit() || " -()./#*,".contains(c) || (c == '+' && at == 0))
        };
        if let Some((_, c)) = text.char_indices().find(|&pair| !allowed(pair)) {
            return Err(PhoneError::Character(c));
        }
        match digits(&text).len() {
            3..=20 => Ok(Self(text)),
            count => Err(PhoneError::Digits(count)),
        }
    }

    /// The number as it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Only the digits: what two ways to write a number share.
    #[must_use]
    pub fn digits(&self) -> String {
        digits(&self.0)
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The digits in a text, full-width ones included.
#[must_use]
pub fn digits(text: &str) -> String {
    text.chars().map(half_width).filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, plain) in [
            ("13800001234", "13800001234"),
            (" 138 0000 1234 ", "13800001234"),
            ("+86-10-8888 0000", "861088880000"),
            ("（０２）2345-6789", "0223456789"),
            ("(02) 2345-6789#12", "022345678912"),
            ("110", "110"),
        ] {
            assert_eq!(Phone::parse(text).map(|p| p.digits()), Ok(plain.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_told() {
        assert_eq!(Phone::parse("138a"), Err(PhoneError::Character('a')));
        assert_eq!(Phone::parse("12+3"), Err(PhoneError::Character('+')));
        assert_eq!(Phone::parse(""), Err(PhoneError::Digits(0)));
        assert_eq!(Phone::parse("12"), Err(PhoneError::Digits(2)));
        assert_eq!(Phone::parse(&"1".repeat(21)), Err(PhoneError::Digits(21)));
        assert_eq!(Phone::parse(&format!("110{}", "-".repeat(MAX_LINE))), Err(PhoneError::Character('-')));
    }
}
