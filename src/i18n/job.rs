//! What mostly helps in a trouble, in words.

use super::Texts;
use crate::domain::execution::TroubleKind;

/// The usual answers to a kind of trouble.
#[must_use]
pub fn usual_answers(t: &'static Texts, kind: TroubleKind) -> Vec<&'static str> {
    let t = t.job();
    match kind {
        TroubleKind::ShortOfPeople => vec![t.answer_reassign, t.answer_hire],
        TroubleKind::WrongAllocation => vec![t.answer_reassess, t.answer_outside],
        TroubleKind::Delay => vec![t.answer_cause, t.answer_remedy, t.answer_replan],
        TroubleKind::RiskCameTrue => vec![t.answer_emergency],
        TroubleKind::PoorCommunication => vec![t.answer_rhythm],
    }
}

/// What is done about a trouble, with a usual answer put behind it; one that it says already is
/// not said twice.
#[must_use]
pub fn with_answer(answer: &str, usual: &str) -> String {
    let said = answer.trim_end();
    match said {
        "" => usual.to_owned(),
        _ if said.contains(usual) => answer.to_owned(),
        _ => format!("{said}\n{usual}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;
    use crate::i18n::texts;
    use std::collections::BTreeSet;

    #[test]
    fn every_trouble_has_usual_answers_of_its_own() {
        for lang in Lang::ALL {
            let all: Vec<_> =
                TroubleKind::ALL.into_iter().flat_map(|kind| usual_answers(texts(lang), kind)).collect();
            let different: BTreeSet<_> = all.iter().collect();
            assert_eq!((all.len(), different.len()), (9, 9), "{lang:?}");
            for kind in TroubleKind::ALL {
                assert!(!usual_answers(texts(lang), kind).is_empty(), "{lang:?} {kind:?}");
            }
        }
    }

    #[test]
    fn a_usual_answer_stands_behind_what_was_typed() {
        for (typed, answer) in [
            ("", "Wait."),
            ("  \n", "Wait."),
            ("Ask Lee.\n ", "Ask Lee.\nWait."),
            ("Wait. Then ask Lee. ", "Wait. Then ask Lee. "),
        ] {
            assert_eq!(with_answer(typed, "Wait."), answer, "{typed:?}");
        }
    }
}
