//! What a day begins with: the piles of cases that somebody should look at, and a few figures.

use crate::domain::case::Status;
use crate::domain::id::StaffId;
use crate::domain::record::{RecordKey, RecordKind};
use crate::search::case_query::{CaseQuery, NOBODY, Sort};
use crate::search::day::Day;
use crate::search::index::Index;
use crate::search::pile::Pile;

/// Why cases lie together on the first page.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reason {
    /// Urgent, or with values to settle.
    Attention,
    /// Their customers are to be asked again.
    FollowUp,
    /// Given to who is at this device.
    Mine,
    /// Nothing happened for days.
    Idle,
    /// Given to nobody.
    Unassigned,
    /// Opened today.
    New,
}

impl Reason {
    /// All reasons, the most pressing first.
    pub const ALL: [Self; 6] =
        [Self::Attention, Self::FollowUp, Self::Mine, Self::Idle, Self::Unassigned, Self::New];

    /// The list that shows the whole pile; none for `Mine` while nobody is at this device.
    #[must_use]
    pub fn query(self, me: Option<&StaffId>) -> Option<CaseQuery> {
        let all = CaseQuery { sort: Sort::Urgency, ..CaseQuery::default() };
        let open = CaseQuery { sort: Sort::Urgency, ..CaseQuery::open() };
        Some(match self {
            Self::Attention => CaseQuery { pile: Some(Pile::Attention), ..all },
            Self::FollowUp => CaseQuery { pile: Some(Pile::FollowUp), ..all },
            Self::Mine => CaseQuery { assignee: me?.to_string(), ..open },
            Self::Idle => CaseQuery { pile: Some(Pile::Idle), sort: Sort::Idle, ..open },
            Self::Unassigned => CaseQuery { assignee: NOBODY.to_owned(), ..open },
            Self::New => CaseQuery { pile: Some(Pile::New), sort: Sort::Opened, ..all },
        })
    }
}

/// The top of a pile.
#[derive(Clone, PartialEq, Debug)]
pub struct TopOf {
    /// Why these lie together.
    pub reason: Reason,
    /// The list that shows all of them.
    pub query: CaseQuery,
    /// How many there are.
    pub count: usize,
    /// The ids of the first of them.
    pub first: Vec<String>,
}

/// The piles that are not empty, with at most so many cases of each.
#[must_use]
pub fn piles(index: &Index, day: Day, me: Option<&StaffId>, most: usize) -> Vec<TopOf> {
    let top = |reason: Reason| {
        let query = reason.query(me)?;
        let (count, first) = query.first(index, day, most);
        (count > 0).then_some(TopOf { reason, query, count, first })
    };
    Reason::ALL.into_iter().filter_map(top).collect()
}

/// The other records with values to settle, in order of their keys. Cases lie on their pile.
#[must_use]
pub fn unsettled(index: &Index) -> Vec<RecordKey> {
    let mut keys: Vec<RecordKey> = Vec::new();
    let mut add = |kind: RecordKind, id: &str, conflicts: usize| {
        if conflicts > 0 {
            keys.push(RecordKey::new(kind, id));
        }
    };
    index.customers.values().for_each(|one| add(RecordKind::Customer, &one.id, one.conflicts));
    index.assets.values().for_each(|one| add(RecordKind::Asset, &one.id, one.conflicts));
    index.letters.values().for_each(|one| add(RecordKind::Letter, &one.id, one.conflicts));
    index.visits.values().for_each(|one| add(RecordKind::Visit, &one.id, one.conflicts));
    index.processes.values().for_each(|one| add(RecordKind::Process, &one.id, one.conflicts));
    index.improvements.iter().for_each(|one| add(RecordKind::Improvement, &one.id, one.conflicts));
    keys.sort();
    keys
}

/// A few figures about all cases.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Figures {
    /// Open now.
    pub open: usize,
    /// Opened since Monday.
    pub opened: usize,
    /// Closed, and last touched since Monday: a closed case is rarely touched again.
    pub closed: usize,
}

/// Counts the cases.
#[must_use]
pub fn figures(index: &Index, day: Day) -> Figures {
    index.cases.values().fold(Figures::default(), |mut figures, case| {
        figures.open += usize::from(case.status() == Status::Open);
        figures.opened += usize::from(case.opened >= day.week_began && case.status() != Status::Withdrawn);
        figures.closed += usize::from(case.status() == Status::Closed && case.touched >= day.week_began);
        figures
    })
}
