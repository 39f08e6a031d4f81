use super::PerLang;
use super::sample_improvements::SampleImprovement;
use crate::domain::lang::Lang;
use serde::Deserialize;

/// What is written where a sample shop keeps its promises, or does not, in one language.
#[derive(Deserialize, Default, Debug)]
#[serde(deny_unknown_fields)]
pub struct SamplePromises {
    /// First answers.
    pub first: [String; 2],
    /// That the customer knows the price.
    pub plan: String,
    /// What is done in an emergency.
    pub emergency: String,
    /// How far it is.
    pub progress: [String; 2],
    /// What a customer says when asked again.
    pub follow_up: [String; 2],
    /// That it waits for parts.
    pub parts: String,
    /// That it waits for the customer.
    pub customer: String,
    /// How the remedy of the letter was given.
    pub remedy_given: String,
    /// What was given instead.
    pub remedy_other: String,
    /// What is to become better.
    pub improve: SampleImprovement,
}

fn words_in(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => include_str!("data/zh-CN/sample-promises.json"),
        Lang::ZhTw => include_str!("data/zh-TW/sample-promises.json"),
        Lang::En => include_str!("data/en/sample-promises.json"),
    }
}

/// What is written where a sample shop keeps its promises.
#[must_use]
pub fn sample_promises(lang: Lang) -> &'static SamplePromises {
    static ALL: PerLang<SamplePromises> = PerLang::new();
    // Data that cannot be read, which a test rules out, leaves the promises without a word.
    ALL.get(lang, || serde_json::from_str(words_in(lang)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_words_for_promises() {
        for lang in Lang::ALL {
            let read: SamplePromises = serde_json::from_str(words_in(lang)).expect("valid data");
            assert!(!words_in(lang).contains("\"\""), "{lang:?}: an empty text");
            assert_eq!(read.improve.steps.len(), 2, "{lang:?}");
        }
    }
}
