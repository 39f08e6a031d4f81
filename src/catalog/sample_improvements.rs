use super::PerLang;
use crate::domain::lang::Lang;
use serde::Deserialize;

/// What is written in a sample improvement, in one language.
#[derive(Deserialize, Default, Debug)]
#[serde(deny_unknown_fields)]
pub struct SampleImprovement {
    /// What is to change.
    pub title: String,
    /// What gave rise to it.
    pub occasion: String,
    /// Its root cause.
    pub why: String,
    /// What is done.
    pub steps: Vec<SampleStep>,
    /// Who was trained for it.
    pub coaching: Option<SampleCoaching>,
    /// What became of it.
    pub decided: Option<String>,
}

/// One thing to do.
#[derive(Deserialize, Default, Debug)]
#[serde(deny_unknown_fields)]
pub struct SampleStep {
    /// What.
    pub what: String,
    /// What shows that it is done.
    #[serde(default)]
    pub evidence: String,
}

/// What somebody practised.
#[derive(Deserialize, Default, Debug)]
#[serde(deny_unknown_fields)]
pub struct SampleCoaching {
    /// What was practised.
    pub practised: String,
    /// What was agreed.
    pub agreed: String,
    /// How it went afterwards.
    #[serde(default)]
    pub observed: String,
}

fn words_in(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => include_str!("data/zh-CN/sample-improvements.json"),
        Lang::ZhTw => include_str!("data/zh-TW/sample-improvements.json"),
        Lang::En => include_str!("data/en/sample-improvements.json"),
    }
}

/// What is written in sample improvements: one that is over, one that is to be checked, and one
/// that is being planned.
#[must_use]
pub fn sample_improvements(lang: Lang) -> &'static [SampleImprovement] {
    static ALL: PerLang<Vec<SampleImprovement>> = PerLang::new();
    // Data that cannot be read, which a test rules out, leaves the shop without improvements.
    ALL.get(lang, || serde_json::from_str(words_in(lang)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_improvements() {
        for lang in Lang::ALL {
            let read: Vec<SampleImprovement> = serde_json::from_str(words_in(lang)).expect("valid data");
            let shape: Vec<_> = read
                .iter()
                .map(|each| (each.steps.len(), each.coaching.is_some(), each.decided.is_some()))
                .collect();
            assert_eq!(shape, [(3, true, true), (2, true, false), (1, false, false)], "{lang:?}");
            assert!(!words_in(lang).contains("\"\""), "{lang:?}: an empty text");
        }
    }
}
