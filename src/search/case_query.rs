//! Which cases a list shows, and in which order.

use super::day::Day;
use super::index::Index;
use super::pile::Pile;
use super::rank::{Rank, in_order};
use super::summary::CaseSummary;
use super::words::Words;
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
    /// What is due first comes first, then what was left longest.
    Due,
    /// What waits longest comes first.
    Waiting,
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
    pub const ALL: [Self; 8] = [
        Self::Touched,
        Self::Idle,
        Self::Due,
        Self::Waiting,
        Self::Opened,
        Self::Urgency,
        Self::Number,
        Self::Customer,
    ];

    fn rank<'a>(self, index: &'a Index, case: &'a CaseSummary) -> Rank<'a> {
        let (first, text, then) = match self {
            Self::Touched => (!case.touched, "", 0),
            Self::Idle => (case.touched, "", 0),
            Self::Due => (index.falls_due(case).map_or(u64::MAX, u64::from), "", case.touched),
            Self::Waiting => (case.waiting().map_or(u64::MAX, |(_, since)| since), "", case.touched),
            Self::Opened => (!case.opened, "", 0),
            Self::Urgency => (!(case.urgency() as u64), "", case.opened),
            Self::Number => (0, case.number.as_str(), 0),
            Self::Customer => (0, index.customer_name(&case.customer), !case.opened),
        };
        (first, text, then, &case.id)
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
        let found = self.found(index, day).map(|case| self.sort.rank(index, case)).collect();
        in_order(found).into_iter().map(str::to_owned).collect()
    }

    /// How many cases fit, and the ids of the first of them, in order.
    #[must_use]
    pub fn first(&self, index: &Index, day: Day, most: usize) -> (usize, Vec<String>) {
        let mut count = 0;
        let mut first: Vec<Rank<'_>> = Vec::with_capacity(most + 1);
        for case in self.found(index, day) {
            count += 1;
            let rank = self.sort.rank(index, case);
            // Most cases are behind the last of them: nothing is moved then.
            let at = first.iter().rposition(|before| *before < rank).map_or(0, |before| before + 1);
            if at < most {
                first.insert(at, rank);
                first.truncate(most);
            }
        }
        (count, first.into_iter().map(|(.., id)| id.to_owned()).collect())
    }

    /// How many cases fit.
    #[must_use]
    pub fn count(&self, index: &Index, day: Day) -> usize {
        self.found(index, day).count()
    }

    fn found<'a>(&'a self, index: &'a Index, day: Day) -> impl Iterator<Item = &'a CaseSummary> {
        let words = Words::of(&self.typed);
        index
            .cases
            .values()
            .filter(move |case| self.admits(index, case, day) && index.case_matches(case, &words))
    }

    fn admits(&self, index: &Index, case: &CaseSummary, day: Day) -> bool {
        let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        let assignee = if self.assignee == NOBODY {
            case.assignee.is_empty()
        } else {
            is(&self.assignee, &case.assignee)
        };
        self.status.is_none_or(|status| status == case.status())
            && self.urgency.is_none_or(|urgency| urgency == case.urgency())
            && self.pile.is_none_or(|pile| pile.holds(index, case, day))
            && is(&self.process, &case.process)
            && (self.process.is_empty() || is(&self.stage, &case.stage))
            && assignee
    }
}
