//! The satisfaction survey, in words.

use super::change::Said;
use super::item::Facts;
use super::{LineKind, Teller};
use crate::domain::survey::{Dimension, SurveyAnswer, SurveyWay};
use crate::i18n::Named;
use crate::i18n::survey::{rated_words, score_words};

impl Teller<'_> {
    pub(super) fn surveyed(&self, answer: &SurveyAnswer) -> Said {
        let t = self.look.texts();
        let way = match answer.by {
            SurveyWay::Form => t.survey().via_form,
            SurveyWay::Screen => t.survey().via_screen,
            SurveyWay::Phone => t.survey().via_phone,
        };
        let scores = score_words(t, answer);
        let text =
            if scores.is_empty() { t.survey().told(&way) } else { t.survey().told_scores(&way, &scores) };
        let facts = Dimension::ALL.into_iter().fold(Facts::new(&self.look), |facts, dimension| {
            let marks = rated_words(t, answer.rated(dimension));
            facts.and(dimension.name(t), marks.unwrap_or_default())
        });
        let facts = facts.and(t.survey().words, &answer.words);
        Said { detail: facts.rows, ..Said::new(LineKind::Work, text) }
    }

    pub(super) fn survey_seen(&self) -> Said {
        Said::new(LineKind::Work, self.look.texts().survey().told_seen)
    }
}
