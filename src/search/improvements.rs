//! The improvements in the order in which they want to be seen to.

use super::index::Index;
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
        let mut open: Vec<_> = self.improvements.iter().filter(|each| each.is_open()).collect();
        open.sort_by_key(|each| (each.day == 0, each.day, &each.title, &each.id));
        open
    }

    /// The improvements that are over: decided, then those that were put aside, each by title.
    #[must_use]
    pub fn improvements_over(&self) -> Vec<&ImprovementSummary> {
        let mut over: Vec<_> = self.improvements.iter().filter(|each| !each.is_open()).collect();
        over.sort_by_key(|each| (each.state().is_none(), &each.title, &each.id));
        over
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
