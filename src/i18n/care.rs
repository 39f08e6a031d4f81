//! Care after the job: how values of it are called.

use super::{Named, Texts};
use crate::domain::follow_up::{FollowUpRules, Interval, IntervalUnit};
use crate::domain::importance::Importance;
use crate::domain::message::MessageMoment;

impl Named for Importance {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Key => t.care().importance_key,
            Self::Regular => t.care().importance_regular,
            Self::Occasional => t.care().importance_occasional,
        }
    }
}

impl Named for MessageMoment {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Receipt => t.message().moment_receipt,
            Self::TimeAgreed => t.message().moment_time_agreed,
            Self::Delay => t.message().moment_delay,
            Self::Done => t.message().moment_done,
            Self::ThankYou => t.message().moment_thank_you,
            Self::FollowUp => t.message().moment_follow_up,
        }
    }
}

/// How long after delivery, as people type it.
#[must_use]
pub fn interval_words(t: &'static Texts, interval: Interval) -> String {
    let care = t.care();
    match (interval.unit, interval.count) {
        (IntervalUnit::Days, 1) => care.day_one.to_owned(),
        (IntervalUnit::Days, count) => care.days(&count),
        (IntervalUnit::Months, 1) => care.month_one.to_owned(),
        (IntervalUnit::Months, count) => care.months(&count),
    }
}

/// A list of them, as people type it.
#[must_use]
pub fn intervals_words(t: &'static Texts, after: &[Interval]) -> String {
    let words: Vec<String> = after.iter().map(|interval| interval_words(t, *interval)).collect();
    words.join(t.common().comma)
}

/// All rules, a sentence each.
#[must_use]
pub fn rules_words(t: &'static Texts, rules: &FollowUpRules) -> String {
    let rule = |rule: &crate::domain::follow_up::FollowUpRule| {
        let process = rule.process.as_ref().map(|process| format!(" ({process})")).unwrap_or_default();
        format!("{}{process}{}{}", rule.importance.name(t), t.common().colon, intervals_words(t, &rule.after))
    };
    rules.0.iter().map(rule).collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;
    use crate::i18n::texts;

    #[test]
    fn what_is_shown_can_be_typed_again() {
        let lists =
            [vec![], vec![Interval::days(1), Interval::days(3), Interval::months(1), Interval::months(6)]];
        for lang in Lang::ALL {
            for list in &lists {
                let words = intervals_words(texts(lang), list);
                assert_eq!(Interval::parse_list(&words).as_ref(), Ok(list), "{words}");
            }
        }
    }
}
