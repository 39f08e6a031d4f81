//! The languages of screen and paper.

/// A language that every text of the program exists in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Lang {
    /// Simplified Chinese as in mainland China.
    #[default]
    ZhCn,
    /// Traditional Chinese as in Taiwan.
    ZhTw,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::ZhCn, Self::ZhTw, Self::En];

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::ZhTw => "zh-TW",
            Self::En => "en",
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::ZhCn => "简体中文",
            Self::ZhTw => "繁體中文",
            Self::En => "English",
        }
    }

    /// The language with exactly this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The nearest language to what a browser prefers, first wish first.
    #[must_use]
    pub fn nearest<'a>(wishes: impl IntoIterator<Item = &'a str>) -> Self {
        let near = |wish: &str| {
            let wish = wish.to_ascii_lowercase();
            let traditional = ["hant", "-tw", "-hk", "-mo"].iter().any(|mark| wish.contains(mark));
            match wish.split('-').next() {
                Some("zh") if traditional => Some(Self::ZhTw),
                Some("zh") => Some(Self::ZhCn),
                Some("en") => Some(Self::En),
                _ => None,
            }
        };
        wishes.into_iter().find_map(near).unwrap_or(Self::En)
    }

    /// Whether it is written in Chinese characters.
    #[must_use]
    pub fn is_chinese(self) -> bool {
        self != Self::En
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_browsers_wishes_find_the_nearest_language() {
        for (wishes, lang) in [
            (vec!["zh-CN", "en"], Lang::ZhCn),
            (vec!["zh"], Lang::ZhCn),
            (vec!["zh-Hant-HK"], Lang::ZhTw),
            (vec!["zh-TW"], Lang::ZhTw),
            (vec!["fr", "zh-MO"], Lang::ZhTw),
            (vec!["en-GB"], Lang::En),
            (vec!["fr", "de"], Lang::En),
            (vec![], Lang::En),
        ] {
            assert_eq!(Lang::nearest(wishes.iter().copied()), lang, "{wishes:?}");
        }
    }
}
