//! The customers of sample jobs rate the service.

use super::life::Life;
use crate::app::command::answer_survey;
use crate::catalog::sample_jobs;
use crate::domain::process::Role;
use crate::domain::survey::{Dimension, Rated, Rating, Recommendation, SurveyAnswer, SurveyWay};

/// How an answer came, expected and got for each of the five, overall, and for recommending. The
/// second is mixed, the third low.
type Marks = (SurveyWay, [(u32, u32); 5], u32, u32);
const MARKS: [Marks; 3] = [
    (SurveyWay::Screen, [(3, 4), (4, 5), (4, 4), (4, 5), (5, 5)], 5, 9),
    (SurveyWay::Phone, [(3, 3), (4, 4), (4, 5), (5, 4), (4, 4)], 4, 8),
    (SurveyWay::Form, [(3, 3), (4, 3), (4, 4), (5, 2), (5, 3)], 2, 4),
];

impl Life<'_> {
    /// The customer answers the survey.
    pub(super) fn survey(&mut self) -> Option<()> {
        let place = (0..MARKS.len()).find(|turn| self.every(MARKS.len(), *turn))?;
        let (by, marks, overall, recommend) = MARKS.get(place)?;
        let mut answer = SurveyAnswer {
            overall: Rating::new(*overall),
            recommend: Recommendation::new(*recommend),
            words: sample_jobs(self.plan.lang).survey.get(place).cloned().unwrap_or_default(),
            ..SurveyAnswer::empty(*by)
        };
        for (dimension, (expected, perceived)) in Dimension::ALL.into_iter().zip(marks) {
            let rated = Rated { expected: Rating::new(*expected), perceived: Rating::new(*perceived) };
            *answer.rated_mut(dimension) = rated;
        }
        self.attempt(20, Role::Operator, |pen, id, _| answer_survey(pen, id, answer))
    }
}
