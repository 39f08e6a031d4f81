//! What a task of a process asks for, and how long it may take, in words.

use super::{Named, Texts};
use crate::domain::process::EvidenceKind;
use crate::domain::record_part::RecordPart;

/// A working day, in minutes.
const WORKING_DAY: u32 = 8 * 60;

impl Named for RecordPart {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Needs => t.process().part_needs,
            Self::Options => t.process().part_options,
            Self::Goals => t.process().part_goals,
            Self::Price => t.process().part_price,
            Self::Payments => t.process().part_payments,
            Self::Visits => t.process().part_visits,
            Self::Acceptance => t.process().part_acceptance,
            Self::Maintenance => t.process().part_maintenance,
            Self::Interim => t.process().part_interim,
            Self::Trouble => t.process().part_trouble,
            Self::FollowUp => t.process().part_follow_up,
            Self::Improvement => t.improvement().part_improvement,
            Self::Coaching => t.improvement().part_coaching,
            Self::EffectCheck => t.improvement().part_effect,
            Self::Complaint(part) => part.name(t),
            Self::Survey => t.process().part_survey,
            Self::Asset => t.process().part_asset,
            Self::Address => t.process().part_address,
        }
    }
}

/// What a task asks for when it is done.
#[must_use]
pub fn evidence_in_words(t: &'static Texts, evidence: &EvidenceKind) -> String {
    let words = t.process();
    match evidence {
        EvidenceKind::Tick => words.evidence_tick.to_owned(),
        EvidenceKind::Text => words.evidence_text.to_owned(),
        EvidenceKind::Number => words.evidence_number.to_owned(),
        EvidenceKind::Date => words.evidence_date.to_owned(),
        EvidenceKind::Photo => words.evidence_photo.to_owned(),
        EvidenceKind::Signature => words.evidence_signature.to_owned(),
        EvidenceKind::Choice(choices) => {
            let labels: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
            words.evidence_choices(&labels.join(t.common().comma))
        }
        EvidenceKind::Paper(paper) => words.evidence_paper(&paper.name(t)),
        EvidenceKind::Record(part) => words.evidence_record(&part.name(t)),
    }
}

/// A time limit in minutes of working time, in the largest unit that says it exactly.
#[must_use]
pub fn limit_in_words(t: &'static Texts, minutes: u32) -> String {
    let words = t.process();
    match minutes {
        WORKING_DAY => words.working_day.to_owned(),
        days if days > 0 && days % WORKING_DAY == 0 => words.working_days(&(days / WORKING_DAY)),
        hours if hours > 0 && hours % 60 == 0 => words.hours(&(hours / 60)),
        minutes => words.minutes(&minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;
    use crate::domain::process::Choice;
    use crate::i18n::texts;

    #[test]
    fn a_limit_is_said_in_the_largest_unit_that_fits() {
        let words = |minutes| limit_in_words(texts(Lang::En), minutes);
        for (minutes, said) in [
            (0, "0 min"),
            (45, "45 min"),
            (60, "1 h"),
            (90, "90 min"),
            (240, "4 h"),
            (480, "1 working day"),
            (960, "2 working days"),
        ] {
            assert_eq!(words(minutes), said);
        }
    }

    #[test]
    fn a_choice_names_what_there_is_to_choose() {
        let choice = |label: &str| Choice { id: label.to_owned(), label: label.to_owned() };
        let evidence = EvidenceKind::Choice(vec![choice("是"), choice("否")]);
        assert_eq!(evidence_in_words(texts(Lang::ZhCn), &evidence), "选一项：是、否");
    }
}
