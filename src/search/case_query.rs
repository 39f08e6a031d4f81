//! Which cases a list shows, and in which order.

use super::index::{Index, words};
use super::summary::CaseSummary;
use crate::domain::case::{Status, Urgency};

/// What a list of cases is narrowed to. An empty text or `None` narrows nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CaseQuery {
    /// What was typed into the search.
    pub typed: String,
    /// The state.
    pub status: Option<Status>,
    /// The process id.
    pub process: String,
    /// The stage id; it counts only together with the process.
    pub stage: String,
    /// The staff id of who works on it; [`NOBODY`] for cases without.
    pub assignee: String,
    /// The urgency.
    pub urgency: Option<Urgency>,
    /// The order.
    pub sort: Sort,
}

/// Stands for 'nobody yet' where a staff id is expected.
pub const NOBODY: &str = "-";

/// The order of a list of cases.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// What was touched last comes first.
    #[default]
    Touched,
    /// The newest comes first.
    Opened,
    /// The most urgent comes first, then the oldest.
    Urgency,
    /// By number.
    Number,
    /// By the customer's name.
    Customer,
}

impl Sort {
    /// All orders, as they are offered.
    pub const ALL: [Self; 5] = [Self::Touched, Self::Opened, Self::Urgency, Self::Number, Self::Customer];
}

impl CaseQuery {
    /// The ids of the cases that fit, in order.
    #[must_use]
    pub fn run(&self, index: &Index) -> Vec<String> {
        let words = words(&self.typed);
        let mut found: Vec<&CaseSummary> = index
            .cases
            .values()
            .filter(|case| self.admits(case) && index.case_matches(case, &words))
            .collect();
        let name = |case: &CaseSummary| index.customer_name(&case.customer);
        match self.sort {
            Sort::Touched => found.sort_unstable_by(|a, b| (b.touched, &a.id).cmp(&(a.touched, &b.id))),
            Sort::Opened => found.sort_unstable_by(|a, b| (b.opened, &a.id).cmp(&(a.opened, &b.id))),
            Sort::Urgency => {
                found.sort_unstable_by(|a, b| {
                    (b.urgency(), a.opened, &a.id).cmp(&(a.urgency(), b.opened, &b.id))
                });
            }
            Sort::Number => found.sort_unstable_by(|a, b| (&a.number, &a.id).cmp(&(&b.number, &b.id))),
            Sort::Customer => found.sort_unstable_by(|a, b| (name(a), &a.id).cmp(&(name(b), &b.id))),
        }
        found.into_iter().map(|case| case.id.clone()).collect()
    }

    fn admits(&self, case: &CaseSummary) -> bool {
        let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        let assignee = if self.assignee == NOBODY {
            case.assignee.is_empty()
        } else {
            is(&self.assignee, &case.assignee)
        };
        self.status.is_none_or(|status| status == case.status())
            && self.urgency.is_none_or(|urgency| urgency == case.urgency())
            && is(&self.process, &case.process)
            && (self.process.is_empty() || is(&self.stage, &case.stage))
            && assignee
    }
}
