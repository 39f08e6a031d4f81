//! The improvements in the order in which they want to be seen to.

use super::index::Index;
use super::rank::in_order;
use super::summary::ImprovementSummary;
use crate::domain::date::Date;

impl Index {
    /// The improvement with this id.
    #[must_use]
    pub fn improvement(&self, id: &str) -> Option<&ImprovementSummary> {
        self.improvements.iter().find(|each| each.id == id)
    }

    /// The open improvements, the earliest day first; those without a day come last.
    #[must_use]
    pub fn improvements_open(&self) -> Vec<&ImprovementSummary> {
        let open = self.improvements.iter().filter(|each| each.is_open());
        let day = |each: &ImprovementSummary| if each.day == 0 { u64::MAX } else { each.day.into() };
        let ranks = open.map(|each| (day(each), each.title.as_str(), 0, each.id.as_str()));
        in_order(ranks.collect()).into_iter().filter_map(|id| self.improvement(id)).collect()
    }

    /// The improvements that are over: decided, then those that were put aside, each by title.
    #[must_use]
    pub fn improvements_over(&self) -> Vec<&ImprovementSummary> {
        let over = self.improvements.iter().filter(|each| !each.is_open());
        let ranks =
            over.map(|each| (each.state().is_none().into(), each.title.as_str(), 0, each.id.as_str()));
        in_order(ranks.collect()).into_iter().filter_map(|id| self.improvement(id)).collect()
    }

    /// The open improvements whose day has come: to be done by now, or to be checked. The
    /// longest overdue come first.
    #[must_use]
    pub fn improvements_due(&self, today: Date) -> Vec<&ImprovementSummary> {
        let mut due = self.improvements_open();
        due.retain(|each| each.day > 0 && each.day <= today.number());
        due
    }
}
