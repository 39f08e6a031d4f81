//! What a case waits for, and what falls due, in words.

use super::{Named, Texts};
use crate::domain::due::DueKind;
use crate::domain::waiting::{WaitReason, Waiting};

impl Named for WaitReason {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Customer => t.waiting().customer,
            Self::Parts => t.waiting().parts,
            Self::Postponed => t.waiting().postponed,
            Self::NoAccess => t.waiting().no_access,
        }
    }
}

/// What is waited for, and since when, as briefly as a row of a list has room for.
#[must_use]
pub fn waiting_since(t: &'static Texts, reason: WaitReason, date: &str) -> String {
    let t = t.waiting();
    let reason = match reason {
        WaitReason::Customer => t.row_customer,
        WaitReason::Parts => t.row_parts,
        WaitReason::Postponed => t.row_postponed,
        WaitReason::NoAccess => t.row_no_access,
    };
    t.since(&reason, &date)
}

/// What is waited for, with what exactly.
#[must_use]
pub fn waiting_words(t: &'static Texts, waiting: &Waiting) -> String {
    let reason = waiting.reason.name(t);
    match waiting.words.as_str() {
        "" => reason.to_owned(),
        words => t.waiting().with_words(&reason, &words),
    }
}

/// What is due when, or since when it is overdue.
#[must_use]
pub fn due_words(t: &'static Texts, kind: DueKind, when: &str, overdue: bool) -> String {
    let t = t.waiting();
    match (kind, overdue) {
        (DueKind::Answer, false) => t.due_answer(&when),
        (DueKind::Work, false) => t.due_work(&when),
        (DueKind::Payment, false) => t.due_payment(&when),
        (DueKind::Answer, true) => t.over_answer(&when),
        (DueKind::Work, true) => t.over_work(&when),
        (DueKind::Payment, true) => t.over_payment(&when),
    }
}
