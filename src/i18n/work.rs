//! The names of what a case is worked with.

use super::{Named, Texts};
use crate::domain::visit::{VisitKey, VisitState};

impl Named for VisitKey {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Case => t.names.record_case,
            Self::When => t.work.visit_when,
            Self::Travel => t.work.visit_travel,
            Self::Staff => t.work.visit_staff,
            Self::Purpose => t.work.visit_purpose,
            Self::Step => t.work.visit_state,
            Self::Address => t.work.visit_address,
        }
    }
}

impl Named for VisitState {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Planned => t.work.visit_planned,
            Self::UnderWay => t.work.visit_under_way,
            Self::Done => t.work.visit_done,
            Self::Missed => t.work.visit_missed,
            Self::Cancelled => t.work.visit_cancelled,
        }
    }
}
