//! How the customer rates the service: what they expected and what they got.

use super::case::{Case, CaseEvent};
use crate::journal::{Held, Stamp};

/// Two answers within this many milliseconds may be one that was given twice: ten minutes.
pub const CLOSE_MS: u64 = 10 * 60 * 1000;
/// What was got lies so far below what was expected that somebody should look at it.
const WIDE_GAP: u8 = 2;

/// A mark from 1 to 5.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Rating(u8);

impl Rating {
    /// The highest that still is a low score overall.
    const LOW: Self = Self(2);
    /// All marks, the lowest first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The mark, if it is one.
    #[must_use]
    pub fn new(mark: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| u32::from(rating.0) == mark)
    }

    /// It as a number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

/// How likely somebody is to recommend the shop, from 0 to 10.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Recommendation(u8);

impl Recommendation {
    /// The highest mark.
    pub const MOST: u8 = 10;
    /// The highest that speaks against the shop, as the usual score counts it.
    const LOW: Self = Self(6);

    /// The mark, if it is one.
    #[must_use]
    pub fn new(mark: u32) -> Option<Self> {
        u8::try_from(mark).ok().filter(|mark| *mark <= Self::MOST).map(Self)
    }

    /// It as a number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

/// What is rated: the five of RATER.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Dimension {
    /// Premises, tools, appearance.
    Tangibles,
    /// Care for the customer.
    Empathy,
    /// Knowledge and courtesy that give confidence.
    Assurance,
    /// Readiness to help, and speed.
    Responsiveness,
    /// Doing what was promised.
    Reliability,
}

impl Dimension {
    /// All, as they are asked.
    pub const ALL: [Self; 5] =
        [Self::Tangibles, Self::Empathy, Self::Assurance, Self::Responsiveness, Self::Reliability];
}

/// How an answer came.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SurveyWay {
    /// On the printed form, and typed in.
    Form,
    /// On the shop's own screen.
    Screen,
    /// By phone.
    Phone,
}

/// The two marks of a dimension; either may be missing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Rated {
    /// What was expected.
    pub expected: Option<Rating>,
    /// What was got.
    pub perceived: Option<Rating>,
}

impl Rated {
    /// What was got less what was expected: negative where it fell short.
    #[must_use]
    pub fn gap(self) -> Option<i8> {
        let (expected, perceived) = (self.expected?.get(), self.perceived?.get());
        i8::try_from(i16::from(perceived) - i16::from(expected)).ok()
    }

    /// By how much it fell short.
    fn short(self) -> u8 {
        self.gap().filter(|gap| *gap < 0).map_or(0, i8::unsigned_abs)
    }
}

/// What one customer said once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SurveyAnswer {
    /// How it came.
    pub by: SurveyWay,
    /// The marks for tangibles.
    pub tangibles: Rated,
    /// The marks for empathy.
    pub empathy: Rated,
    /// The marks for assurance.
    pub assurance: Rated,
    /// The marks for responsiveness.
    pub responsiveness: Rated,
    /// The marks for reliability.
    pub reliability: Rated,
    /// How content they are with all of it.
    pub overall: Option<Rating>,
    /// Whether they would recommend the shop.
    pub recommend: Option<Recommendation>,
    /// What they said in their own words.
    pub words: String,
}

/// Why an answer is a low score.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LowReason {
    /// They are not content.
    Overall(Rating),
    /// They would not recommend the shop.
    Recommend(Recommendation),
    /// Something fell short of what was expected by this much.
    Short(Dimension, u8),
}

impl SurveyAnswer {
    /// An answer in which nothing is said yet.
    #[must_use]
    pub fn empty(by: SurveyWay) -> Self {
        let none = Rated::default();
        Self {
            by,
            tangibles: none,
            empathy: none,
            assurance: none,
            responsiveness: none,
            reliability: none,
            overall: None,
            recommend: None,
            words: String::new(),
        }
    }

    /// The marks of a dimension.
    #[must_use]
    pub fn rated(&self, dimension: Dimension) -> Rated {
        match dimension {
            Dimension::Tangibles => self.tangibles,
            Dimension::Empathy => self.empathy,
            Dimension::Assurance => self.assurance,
            Dimension::Responsiveness => self.responsiveness,
            Dimension::Reliability => self.reliability,
        }
    }

    /// The marks of a dimension, to be changed.
    pub fn rated_mut(&mut self, dimension: Dimension) -> &mut Rated {
        match dimension {
            Dimension::Tangibles => &mut self.tangibles,
            Dimension::Empathy => &mut self.empathy,
            Dimension::Assurance => &mut self.assurance,
            Dimension::Responsiveness => &mut self.responsiveness,
            Dimension::Reliability => &mut self.reliability,
        }
    }

    /// Whether nothing is said in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Self { words: self.words.trim().to_owned(), ..self.clone() } == Self::empty(self.by)
    }

    /// Why it is a low score: 1 or 2 overall, 6 or less for recommending, or something that fell
    /// two marks or more short of what was expected. Nothing when it is none.
    #[must_use]
    pub fn low_reasons(&self) -> Vec<LowReason> {
        let overall = self.overall.filter(|mark| *mark <= Rating::LOW).map(LowReason::Overall);
        let recommend = self.recommend.filter(|mark| *mark <= Recommendation::LOW).map(LowReason::Recommend);
        let short = Dimension::ALL.into_iter().map(|it| (it, self.rated(it).short()));
        let short = short.filter(|(_, by)| *by >= WIDE_GAP).map(|(it, by)| LowReason::Short(it, by));
        overall.into_iter().chain(recommend).chain(short).collect()
    }

    /// Whether it is a low score.
    #[must_use]
    pub fn is_low(&self) -> bool {
        !self.low_reasons().is_empty()
    }
}

impl Case {
    /// Whether somebody did something after an answer: another case arose, the customer was asked
    /// again and reached, or somebody noted that they had seen it.
    #[must_use]
    pub fn is_answer_looked_at(&self, answer: &Stamp) -> bool {
        self.events.iter().filter(|held| held.stamp > *answer).any(|held| match &held.value {
            CaseEvent::LedTo(_) | CaseEvent::Improved(_) => true,
            CaseEvent::FollowedUp(call) => call.reached,
            CaseEvent::SurveySeen(seen) => seen == answer,
            _ => false,
        })
    }

    /// The low scores that nobody has looked at yet, in order.
    #[must_use]
    pub fn open_low_answers(&self) -> Vec<Held<&SurveyAnswer>> {
        let open = |held: &Held<&SurveyAnswer>| held.value.is_low() && !self.is_answer_looked_at(&held.stamp);
        self.survey_answers().filter(open).collect()
    }

    /// Whether two answers came so close to each other that one may have been given twice.
    #[must_use]
    pub fn has_close_answers(&self) -> bool {
        let at: Vec<u64> = self.survey_answers().map(|held| held.stamp.millis).collect();
        at.windows(2).any(|two| two[1].saturating_sub(two[0]) < CLOSE_MS)
    }
}

#[cfg(test)]
#[path = "survey_test.rs"]
mod tests;
