//! What somebody typed into a search, as words to look for.

use crate::domain::phone;
use crate::domain::text::fold_for_search;

/// Fewer digits than this are not taken for a part of a phone number.
const FEWEST_DIGITS: usize = 3;

/// What was typed into a search, as a search compares it: letter case, full-width forms and the
/// separators within a phone number do not matter.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    words: Vec<Word>,
    /// The digits of all that was typed, where all of it may be one phone number.
    digits: String,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Word {
    text: String,
    /// Its digits, where it may be a phone number with separators.
    digits: String,
}

impl Words {
    /// Reads what was typed.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let typed = fold_for_search(typed);
        let word = |text: &str| Word { text: text.to_owned(), digits: phone_digits(text) };
        Self { words: typed.split_whitespace().map(word).collect(), digits: phone_digits(&typed) }
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word stands in one of the texts. The texts are folded for search.
    #[must_use]
    pub fn stand_in(&self, texts: &[&str]) -> bool {
        let holds = |part: &str| texts.iter().any(|text| holds(text.as_bytes(), part.as_bytes()));
        let digits = |digits: &str| !digits.is_empty() && holds(digits);
        self.words.iter().all(|word| holds(&word.text) || digits(&word.digits)) || digits(&self.digits)
    }
}

/// Whether a text holds a part. It is looked for by its last byte: of a Chinese character that
/// is the one that tells it from others. The search of the standard library prepares itself
/// for long texts, which here, in ten thousand short ones, costs more than the search.
fn holds(text: &[u8], part: &[u8]) -> bool {
    let Some((last, before)) = part.split_last() else { return true };
    let Some(ends) = text.get(before.len()..) else { return false };
    ends.iter().enumerate().any(|(at, byte)| byte == last && text[at..].starts_with(before))
}

/// The digits of a folded text that may be a phone number and has something between them;
/// else nothing.
fn phone_digits(text: &str) -> String {
    let text = text.trim();
    let may_be = text.chars().all(|c| c.is_ascii_digit() || " -()./#*,+".contains(c));
    let digits = phone::digits(text);
    if may_be && digits.len() >= FEWEST_DIGITS && digits.len() < text.len() { digits } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_people_type_them() {
        let texts = ["a7-0012 洗衣机不排水", "王小明 138-0000 1234 13800001234 和平路８号１号楼"]
            .map(fold_for_search);
        let texts = texts.each_ref().map(String::as_str);
        for (typed, found) in [
            ("", true),
            ("　 ", true),
            ("洗衣", true),
            ("衣机不", true),
            ("排水 王小明", true),
            ("王小明 冰箱", false),
            ("Ａ７－００１２", true),
            ("a7-00", true),
            ("A7-0013", false),
            ("138 0000 1234", true),
            ("138-0000-1234", true),
            ("(138) 0000.1234", true),
            ("１３８００００", true),
            ("0000-12", true),
            ("139-0000", false),
            ("王小明 138-00001234", true),
            ("1234 138", true),
            ("8号1", true),
            ("-", true),
            ("1-2", false),
            ("%", false),
        ] {
            assert_eq!(Words::of(typed).stand_in(&texts), found, "{typed:?}");
        }
    }

    #[test]
    fn a_part_is_found_wherever_it_stands() {
        let text = "洗衣机aab洗衣";
        for from in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            for to in (from..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                assert!(holds(text.as_bytes(), &text.as_bytes()[from..to]), "{from}..{to}");
            }
        }
        for other in ["洗衣机b", "衣洗", "ab洗衣机", "aaa", "洗衣机aab洗衣机", "机洗"] {
            assert!(!holds(text.as_bytes(), other.as_bytes()), "{other}");
        }
        assert!(holds(b"", b"") && !holds(b"", b"a"));
    }

    #[test]
    fn nothing_typed_is_nothing() {
        assert!(Words::of(" \u{3000}\t").is_empty());
        assert!(!Words::of("王").is_empty());
    }
}
