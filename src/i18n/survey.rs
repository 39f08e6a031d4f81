//! The satisfaction survey in words.

use super::{Named, Texts};
use crate::domain::survey::{Dimension, LowReason, Rated, SurveyAnswer, SurveyWay};

impl Named for Dimension {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Tangibles => t.survey().tangibles,
            Self::Empathy => t.survey().empathy,
            Self::Assurance => t.survey().assurance,
            Self::Responsiveness => t.survey().responsiveness,
            Self::Reliability => t.survey().reliability,
        }
    }
}

impl Named for SurveyWay {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Form => t.survey().way_form,
            Self::Screen => t.survey().way_screen,
            Self::Phone => t.survey().way_phone,
        }
    }
}

/// What a dimension means, to somebody who has never heard its name.
#[must_use]
pub fn dimension_about(t: &'static Texts, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Tangibles => t.survey().about_tangibles,
        Dimension::Empathy => t.survey().about_empathy,
        Dimension::Assurance => t.survey().about_assurance,
        Dimension::Responsiveness => t.survey().about_responsiveness,
        Dimension::Reliability => t.survey().about_reliability,
    }
}

/// What is said on the phone to ask for a dimension.
#[must_use]
pub fn dimension_spoken(t: &'static Texts, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Tangibles => t.survey().spoken_tangibles,
        Dimension::Empathy => t.survey().spoken_empathy,
        Dimension::Assurance => t.survey().spoken_assurance,
        Dimension::Responsiveness => t.survey().spoken_responsiveness,
        Dimension::Reliability => t.survey().spoken_reliability,
    }
}

/// The marks of a dimension in a sentence; nothing when there are none.
#[must_use]
pub fn rated_words(t: &'static Texts, rated: Rated) -> Option<String> {
    let t = t.survey();
    Some(match (rated.expected, rated.perceived) {
        (None, None) => return None,
        (Some(expected), None) => t.gap_expected_only(&expected.get()),
        (None, Some(perceived)) => t.gap_perceived_only(&perceived.get()),
        (Some(expected), Some(perceived)) => {
            let (expected, perceived) = (expected.get(), perceived.get());
            let apart = expected.abs_diff(perceived);
            match perceived.cmp(&expected) {
                std::cmp::Ordering::Less => t.gap_below(&expected, &perceived, &apart),
                std::cmp::Ordering::Equal => t.gap_same(&expected, &perceived),
                std::cmp::Ordering::Greater => t.gap_above(&expected, &perceived, &apart),
            }
        }
    })
}

/// The scores overall and for recommending, as far as they were given, in a sentence.
#[must_use]
pub fn score_words(t: &'static Texts, answer: &SurveyAnswer) -> String {
    let overall = answer.overall.map(|mark| t.survey().score_overall(&mark.get()));
    let recommend = answer.recommend.map(|mark| t.survey().score_recommend(&mark.get()));
    overall.into_iter().chain(recommend).collect::<Vec<_>>().join(t.common().comma)
}

/// Why an answer is a low score, in a sentence; nothing when it is none.
#[must_use]
pub fn low_words(t: &'static Texts, answer: &SurveyAnswer) -> String {
    let words = |reason: &LowReason| match reason {
        LowReason::Overall(mark) => t.survey().score_overall(&mark.get()),
        LowReason::Recommend(mark) => t.survey().score_recommend(&mark.get()),
        LowReason::Short(dimension, by) => t.survey().short_of(&dimension.name(t), by),
    };
    answer.low_reasons().iter().map(words).collect::<Vec<_>>().join(t.common().comma)
}
