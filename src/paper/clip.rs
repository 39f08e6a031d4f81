/// A text of at most so many characters: a longer one is cut and says so.
pub(super) fn clipped(text: &str, max: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= max {
        return text.to_owned();
    }
    text.chars().take(max).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::clipped;

    #[test]
    fn a_long_text_is_cut_and_says_so() {
        assert_eq!(clipped(" 漏水 ", 2), "漏水");
        assert_eq!(clipped("漏水了", 2), "漏水…");
    }
}
