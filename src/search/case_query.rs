//! Which cases a list shows, and in which order.

use super::day::Day;
use super::index::Index;
use super::pile::Pile;
use super::summary::CaseSummary;
use super::words::Words;
use crate::domain::case::{Status, Urgency};
use std::cmp::Ordering;

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
    /// The reason to look at it.
    pub pile: Option<Pile>,
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
    /// What was left longest comes first.
    Idle,
    /// The newest comes first.
    Opened,
    /// The most urgent comes first, then the oldest.
    Urgency,
    /// By number.
    Number,
    /// By the customer's name.
    Customer,
}

/// A case with its customer's name, where the order asks for it: looked up once, not at each
/// comparison.
type Found<'a> = (&'a str, &'a CaseSummary);

impl Sort {
    /// All orders, as they are offered.
    pub const ALL: [Self; 6] =
        [Self::Touched, Self::Idle, Self::Opened, Self::Urgency, Self::Number, Self::Customer];

    fn compare(self, (a_name, a): &Found<'_>, (b_name, b): &Found<'_>) -> Ordering {
        let order = match self {
            Self::Touched => b.touched.cmp(&a.touched),
            Self::Idle => a.touched.cmp(&b.touched),
            Self::Opened => b.opened.cmp(&a.opened),
            Self::Urgency => (b.urgency(), a.opened).cmp(&(a.urgency(), b.opened)),
            Self::Number => a.number.cmp(&b.number),
            Self::Customer => (a_name, b.opened).cmp(&(b_name, a.opened)),
        };
        order.then_with(|| a.id.cmp(&b.id))
    }
}

impl CaseQuery {
    /// All open cases: what a list begins with.
    #[must_use]
    pub fn open() -> Self {
        Self { status: Some(Status::Open), ..Self::default() }
    }

    /// Whether it leaves out more than what a list begins with; the order does not matter.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        *self != Self { sort: self.sort, ..Self::open() }
    }

    /// The ids of the cases that fit, in order.
    #[must_use]
    pub fn run(&self, index: &Index, day: Day) -> Vec<String> {
        let mut found = self.found(index, day);
        found.sort_unstable_by(|a, b| self.sort.compare(a, b));
        ids(&found)
    }

    /// How many cases fit, and the ids of the first of them, in order.
    #[must_use]
    pub fn first(&self, index: &Index, day: Day, most: usize) -> (usize, Vec<String>) {
        let mut found = self.found(index, day);
        let count = found.len();
        if count > most {
            // Puts the first ones in front without sorting the others.
            found.select_nth_unstable_by(most, |a, b| self.sort.compare(a, b));
            found.truncate(most);
        }
        found.sort_unstable_by(|a, b| self.sort.compare(a, b));
        (count, ids(&found))
    }

    /// How many cases fit.
    #[must_use]
    pub fn count(&self, index: &Index, day: Day) -> usize {
        self.found(index, day).len()
    }

    fn found<'a>(&self, index: &'a Index, day: Day) -> Vec<Found<'a>> {
        let words = Words::of(&self.typed);
        let name = |case: &CaseSummary| match self.sort {
            Sort::Customer => index.customer_name(&case.customer),
            _ => "",
        };
        index
            .cases
            .values()
            .filter(|case| self.admits(case, day) && index.case_matches(case, &words))
            .map(|case| (name(case), case))
            .collect()
    }

    fn admits(&self, case: &CaseSummary, day: Day) -> bool {
        let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        let assignee = if self.assignee == NOBODY {
            case.assignee.is_empty()
        } else {
            is(&self.assignee, &case.assignee)
        };
        self.status.is_none_or(|status| status == case.status())
            && self.urgency.is_none_or(|urgency| urgency == case.urgency())
            && self.pile.is_none_or(|pile| pile.holds(case, day))
            && is(&self.process, &case.process)
            && (self.process.is_empty() || is(&self.stage, &case.stage))
            && assignee
    }
}

fn ids(found: &[Found<'_>]) -> Vec<String> {
    found.iter().map(|(_, case)| case.id.clone()).collect()
}
