//! What custom wants of a letter in each language.

use crate::domain::lang::Lang;
use crate::domain::letter::ParameterSpec;

/// A greeting as custom ends it: a full-width colon in Chinese, a comma in English.
pub(in crate::paper) fn salutation(lang: Lang, words: &str) -> String {
    let (loose, end) = if lang.is_chinese() { ("：:，,", '：') } else { (",", ',') };
    let words = words.trim_end_matches(|c| loose.contains(c)).trim_end();
    if words.ends_with(['!', '！', '。', ':']) { words.to_owned() } else { format!("{words}{end}") }
}

/// The text with the unit behind a parameter in the singular, as English wants for 1.
pub(super) fn singular(text: &str, parameter: &ParameterSpec) -> String {
    ["minute", "hour", "day", "working day", "month"].iter().fold(text.to_owned(), |text, unit| {
        text.replace(&format!("{{{}}} {unit}s", parameter.id), &format!("{{{}}} {unit}", parameter.id))
    })
}

/// A section's heading with its number: `一、诚信规范`, `1. Integrity`.
pub(in crate::paper) fn heading(lang: Lang, number: usize, title: &str) -> String {
    if lang.is_chinese() { format!("{}、{title}", chinese(number)) } else { format!("{number}. {title}") }
}

/// A number from 1 to 99 in Chinese; a greater one in digits.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (number / 10, number % 10) {
        (0, ones) => DIGITS[ones].to_owned(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens @ 2..=9, ones) => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_end_as_custom_wants() {
        for (lang, typed, greeting) in [
            (Lang::ZhCn, "尊敬的客户", "尊敬的客户："),
            (Lang::ZhCn, "尊敬的客户:", "尊敬的客户："),
            (Lang::ZhTw, "各位鄉親！", "各位鄉親！"),
            (Lang::En, "Dear Ms Lin", "Dear Ms Lin,"),
            (Lang::En, "Dear Ms Lin,", "Dear Ms Lin,"),
            (Lang::En, "Dear Sir:", "Dear Sir:"),
        ] {
            assert_eq!(salutation(lang, typed), greeting);
        }
    }

    #[test]
    fn sections_count_in_chinese() {
        let counted = [1, 8, 10, 11, 20, 42, 100].map(chinese);
        assert_eq!(counted, ["一", "八", "十", "十一", "二十", "四十二", "100"]);
    }
}
