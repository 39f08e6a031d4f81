//! E-mail addresses as people type them.

use super::text::{MAX_LINE, half_width};

/// The text as an e-mail address, full-width forms made half-width; nothing stays nothing.
/// `None` when it cannot be an address: only a sent mail tells more than that.
#[must_use]
pub fn parse(text: &str) -> Option<String> {
    let text: String = text.trim().chars().map(half_width).collect();
    let may_be = || {
        let (name, host) = text.rsplit_once('@')?;
        let plain = !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>(),;:\"".contains(c));
        let dotted = !host.starts_with('.') && !host.ends_with('.') && host.contains('.');
        (plain && dotted && !name.is_empty() && text.chars().count() <= MAX_LINE).then_some(())
    };
    (text.is_empty() || may_be().is_some()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn addresses_are_told_from_other_text() {
        for (typed, address) in [
            ("", Some("")),
            ("  ", Some("")),
            ("wang@example.com", Some("wang@example.com")),
            (" a.b+c@mail.example.tw ", Some("a.b+c@mail.example.tw")),
            ("ｗａｎｇ＠example．com", Some("wang@example.com")),
            ("王@例子.中国", Some("王@例子.中国")),
            ("wang", None),
            ("wang@", None),
            ("@example.com", None),
            ("wang@example", None),
            ("wang@.com", None),
            ("wang@example.", None),
            ("wang li@example.com", None),
            ("a@example.com, b@example.com", None),
            ("Wang <wang@example.com>", None),
        ] {
            assert_eq!(parse(typed).as_deref(), address, "{typed:?}");
        }
        assert_eq!(parse(&format!("{}@example.com", "a".repeat(200))), None);
    }
}
