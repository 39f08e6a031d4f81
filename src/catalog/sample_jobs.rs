use super::PerLang;
use crate::domain::lang::Lang;
use serde::Deserialize;

/// What is written in the records of a sample job, in one language. `{solution}` stands for
/// what is done.
#[derive(Deserialize, Default, Debug)]
#[serde(deny_unknown_fields)]
pub struct SampleJobs {
    /// How customers feel about their matter.
    pub feelings: Vec<String>,
    /// What they ask for.
    pub wishes: Vec<String>,
    /// What they need without asking for it.
    pub latent: Vec<String>,
    /// What they expect: two that are met, one in part, one that cannot be.
    pub expectations: Vec<SampleExpectation>,
    /// What the second option is called.
    pub thorough: String,
    /// What is done, of each option.
    pub option_content: [String; 2],
    /// What speaks for each.
    pub option_benefits: [String; 2],
    /// What speaks against each.
    pub option_drawbacks: [String; 2],
    /// How long each takes.
    pub option_durations: [String; 2],
    /// What may go wrong with either.
    pub option_risk: String,
    /// What is done against that.
    pub option_measure: String,
    /// What is charged for: the last line is the second option's alone.
    pub lines: [SampleLine; 3],
    /// The words of an agreement.
    pub agreement: SampleAgreement,
    /// What is taken along, a line each.
    pub materials: String,
    /// How far a job is.
    pub progress: Vec<SampleProgress>,
    /// What goes wrong.
    pub trouble: SampleTrouble,
    /// What is promised until the final answer.
    pub interim: String,
    /// Why somebody with more authority is asked.
    pub escalation: String,
    /// What the customer wants changed.
    pub change: SampleChange,
    /// The tests of function, safety and performance.
    pub tests: [SampleTest; 3],
    /// What a test showed.
    pub correction: String,
    /// What is handed over with the result.
    pub handovers: Vec<String>,
    /// What is not right when the customer accepts it all the same.
    pub complaint: String,
    /// What customers say in a survey: content, mostly content, not content.
    pub survey: [String; 3],
    /// Why a visit was missed.
    pub missed: String,
    /// What the shop goes to a customer for, before and after the job.
    pub purposes: [String; 2],
}

/// Something that a customer expects.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct SampleExpectation {
    /// What.
    pub text: String,
    /// Why not.
    pub reason: String,
    /// What is offered instead.
    pub alternative: String,
}

/// A line of a quote.
#[derive(Deserialize, Default, Debug)]
pub struct SampleLine {
    /// What is charged for.
    pub text: String,
    /// What it is counted in.
    pub unit: String,
}

/// The words of an agreement.
#[derive(Deserialize, Default, Debug)]
#[allow(missing_docs, reason = "they are called as in the agreement")]
pub struct SampleAgreement {
    pub scope: String,
    pub standard: String,
    pub liability: String,
    pub confidentiality: String,
    pub changes: String,
    pub law: String,
}

/// How far a job is.
#[derive(Deserialize, Default, Debug)]
pub struct SampleProgress {
    /// What is done.
    pub done: String,
    /// What comes next.
    pub next: String,
}

/// What goes wrong with a job.
#[derive(Deserialize, Default, Debug)]
pub struct SampleTrouble {
    /// What happened.
    pub words: String,
    /// What is done about it.
    pub answer: String,
}

/// What a customer wants changed.
#[derive(Deserialize, Default, Debug)]
pub struct SampleChange {
    /// What.
    pub what: String,
    /// Why.
    pub reason: String,
    /// What it does to the time.
    pub time: String,
    /// What it does to the cost.
    pub cost: String,
    /// What it does to the quality.
    pub quality: String,
}

/// A test of the result.
#[derive(Deserialize, Default, Debug)]
pub struct SampleTest {
    /// What is done.
    pub what: String,
    /// What should happen.
    pub expected: String,
}

fn words_in(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => include_str!("data/zh-CN/sample-jobs.json"),
        Lang::ZhTw => include_str!("data/zh-TW/sample-jobs.json"),
        Lang::En => include_str!("data/en/sample-jobs.json"),
    }
}

/// What is written in the records of a sample job.
#[must_use]
pub fn sample_jobs(lang: Lang) -> &'static SampleJobs {
    static ALL: PerLang<SampleJobs> = PerLang::new();
    // Data that cannot be read, which a test rules out, leaves the records without a word.
    ALL.get(lang, || serde_json::from_str(words_in(lang)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_words_for_every_job() {
        for lang in Lang::ALL {
            let read: SampleJobs = serde_json::from_str(words_in(lang)).expect("valid data");
            assert!(!words_in(lang).contains("\"\""), "{lang:?}: an empty text");
            assert!(read.expectations.len() == 4 && read.progress.len() == 2, "{lang:?}");
            for list in [&read.feelings, &read.wishes, &read.latent, &read.handovers] {
                assert!(list.len() > 1, "{lang:?}");
            }
            for text in [&read.thorough, &read.agreement.scope] {
                assert!(text.contains("{solution}"), "{lang:?}: {text}");
            }
            let unmet = read.expectations.iter().filter(|expectation| !expectation.reason.is_empty());
            assert!(unmet.clone().all(|it| !it.alternative.is_empty()) && unmet.count() == 2, "{lang:?}");
        }
    }
}
