use crate::repository;
use crate::screen::squash;
use std::collections::HashMap;

/// What the app says in a language: the same files that it is built from.
#[derive(Debug)]
pub struct Words {
    lang: String,
    texts: HashMap<String, String>,
}

impl Words {
    /// The words of a language, such as `zh-CN`.
    #[must_use]
    pub fn of(lang: &str) -> Self {
        let mut texts = HashMap::new();
        let folder = repository().join("locales").join(lang);
        for entry in std::fs::read_dir(&folder).expect("the language has a folder").flatten() {
            let path = entry.path();
            let area = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let table: toml::Table = read(&path).parse().expect("the texts are TOML");
            for (key, text) in table {
                texts.insert(format!("{area}.{key}"), text.as_str().unwrap_or_default().to_owned());
            }
        }
        Self { lang: lang.to_owned(), texts }
    }

    /// Which language it is.
    #[must_use]
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The text of an area and key, such as `common.today`.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.texts.get(key).unwrap_or_else(|| panic!("{} has no text {key}", self.lang)).clone()
    }

    /// The text with its blanks filled in.
    #[must_use]
    pub fn fill(&self, key: &str, blanks: &[(&str, &str)]) -> String {
        blanks.iter().fold(self.say(key), |text, (name, value)| {
            let blank = format!("{{{name}}}");
            assert!(text.contains(&blank), "{key} has no blank {blank}: {text}");
            text.replace(&blank, value)
        })
    }

    /// What stands before the first blank of a text.
    #[must_use]
    pub fn head(&self, key: &str) -> String {
        self.say(key).split('{').next().unwrap_or_default().to_owned()
    }

    /// Whether something says a text, whatever stands in its blanks.
    #[must_use]
    pub fn is_said(&self, key: &str, by: &str) -> bool {
        let text = self.say(key);
        let parts = text.split('{').enumerate().map(|(at, part)| match part.split_once('}') {
            Some((_, rest)) if at > 0 => rest,
            _ => part,
        });
        let said = squash(by);
        let mut rest = said.as_str();
        parts.map(squash).all(|part| match rest.split_once(&part) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    }

    /// A text of the built-in processes, such as `P1/stages/solution/name`.
    #[must_use]
    pub fn process(&self, path: &str) -> String {
        let (process, path) = path.split_once('/').unwrap_or((path, ""));
        self.catalog(&format!("processes/{process}"), path)
    }

    /// A text of the clause library, such as `sections/response/title`.
    #[must_use]
    pub fn clause(&self, path: &str) -> String {
        self.catalog("clauses", path)
    }

    fn catalog(&self, name: &str, path: &str) -> String {
        let file = repository().join(format!("src/catalog/data/{}/{name}.json", self.lang));
        let all: serde_json::Value = serde_json::from_str(&read(&file)).expect("the catalog is JSON");
        let text = all.pointer(&format!("/{path}")).and_then(serde_json::Value::as_str);
        text.unwrap_or_else(|| panic!("{} has no text {path}", file.display())).to_owned()
    }
}

fn read(path: &std::path::Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()))
}
