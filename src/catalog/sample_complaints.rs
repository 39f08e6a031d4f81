use super::PerLang;
use crate::domain::lang::Lang;
use serde::Deserialize;

/// What is written down of a sample complaint, in one language.
#[derive(Deserialize, Default, Debug)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "they are called as in the complaint")]
pub struct SampleComplaint {
    pub feelings: String,
    pub events: String,
    pub staff_side: String,
    pub findings: String,
    pub remedy: String,
    pub change: String,
    pub root_cause: String,
    pub prevention: String,
}

/// The sample complaints in a language: an agreed time was not kept, the work was not done well, a
/// price was not clear, somebody was not friendly.
#[must_use]
pub fn sample_complaints(lang: Lang) -> &'static [SampleComplaint] {
    static COMPLAINTS: PerLang<Vec<SampleComplaint>> = PerLang::new();
    COMPLAINTS.get(lang, || {
        let text = match lang {
            Lang::ZhCn => include_str!("data/zh-CN/sample-complaints.json"),
            Lang::ZhTw => include_str!("data/zh-TW/sample-complaints.json"),
            Lang::En => include_str!("data/en/sample-complaints.json"),
        };
        serde_json::from_str(text).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_complaints() {
        for lang in Lang::ALL {
            let all = sample_complaints(lang);
            assert_eq!(all.len(), 4, "{lang:?}");
            for said in all {
                let texts = [
                    &said.feelings,
                    &said.events,
                    &said.staff_side,
                    &said.findings,
                    &said.remedy,
                    &said.change,
                    &said.root_cause,
                    &said.prevention,
                ];
                assert!(texts.iter().all(|text| !text.is_empty()), "{lang:?} {said:?}");
            }
        }
    }
}
