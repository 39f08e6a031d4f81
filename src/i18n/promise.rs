//! Promises in words.

use super::{Named, Texts};
use crate::domain::letter::RecordPeriod;
use crate::domain::promise::{PromiseKind, RemedyWay, State};

impl Named for PromiseKind {
    fn name(&self, t: &'static Texts) -> &'static str {
        let t = t.due();
        match self {
            Self::FirstResponse => t.first_response,
            Self::Emergency => t.emergency,
            Self::Visit => t.visit,
            Self::Plan => t.plan,
            Self::Finish => t.finish,
            Self::Redo => t.redo,
            Self::Maintenance => t.maintenance,
            Self::Progress => t.progress,
            Self::DelayNotice => t.delay_notice,
            Self::FollowUp => t.follow_up,
            Self::ComplaintHeard => t.complaint_heard,
            Self::ComplaintSettled => t.complaint_settled,
        }
    }
}

impl Named for State {
    fn name(&self, t: &'static Texts) -> &'static str {
        let t = t.promise();
        match self {
            Self::Running => t.state_running,
            Self::Paused => t.state_paused,
            Self::Met => t.state_met,
            Self::MetLate => t.state_met_late,
            Self::Breached => t.state_breached,
            Self::NotApplicable => t.state_not_applicable,
        }
    }
}

impl Named for RemedyWay {
    fn name(&self, t: &'static Texts) -> &'static str {
        let t = t.promise();
        match self {
            Self::AsPromised => t.way_as_promised,
            Self::Otherwise => t.way_otherwise,
            Self::Nothing => t.way_nothing,
        }
    }
}

impl Named for RecordPeriod {
    fn name(&self, t: &'static Texts) -> &'static str {
        let t = t.promise();
        match self {
            Self::LastMonth => t.period_last_month,
            Self::LastQuarter => t.period_last_quarter,
            Self::LastTwelveMonths => t.period_last_twelve_months,
            Self::ToDate => t.period_to_date,
        }
    }
}
