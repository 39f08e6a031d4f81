//! What a day begins with: the piles of cases that somebody should look at, and a few figures.

use crate::domain::case::Status;
use crate::domain::date::Date;
use crate::domain::id::{StaffId, VisitId};
use crate::domain::record::{RecordKey, RecordKind};
use crate::search::case_query::{CaseQuery, NOBODY, Sort};
use crate::search::day::Day;
use crate::search::index::Index;
use crate::search::pile::Pile;
use crate::search::rank::in_order;

/// Why cases lie together on the first page.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reason {
    /// Something falls due today, or is overdue.
    Due,
    /// Urgent, or with values to settle.
    Attention,
    /// Their customers are to be asked again.
    FollowUp,
    /// Their customers rated them low.
    LowScore,
    /// They wait for somebody outside the shop.
    Waiting,
    /// Given to who is at this device.
    Mine,
    /// Nothing happened for days.
    Idle,
    /// Given to nobody.
    Unassigned,
    /// Opened today.
    New,
}

/// Whose cases the first page shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose<'a> {
    /// Everybody's; those of who is at this device, if that is known, on a pile of their own.
    All(Option<&'a StaffId>),
    /// Those given to one member of staff.
    Only(&'a StaffId),
}

impl Reason {
    /// All reasons, the most pressing first.
    pub const ALL: [Self; 9] = [
        Self::Due,
        Self::Attention,
        Self::FollowUp,
        Self::LowScore,
        Self::Waiting,
        Self::Mine,
        Self::Idle,
        Self::Unassigned,
        Self::New,
    ];

    /// The list that shows the whole pile; none for `Mine` while nobody is at this device.
    #[must_use]
    pub fn query(self, whose: Whose<'_>) -> Option<CaseQuery> {
        let assignee = match whose {
            Whose::Only(person) => person.to_string(),
            Whose::All(_) => String::new(),
        };
        let all = CaseQuery { sort: Sort::Urgency, assignee, ..CaseQuery::default() };
        let open = CaseQuery { status: Some(Status::Open), ..all.clone() };
        Some(match self {
            Self::Due => CaseQuery { pile: Some(Pile::Due), sort: Sort::Due, ..all },
            Self::Attention => CaseQuery { pile: Some(Pile::Attention), ..all },
            Self::FollowUp => CaseQuery { pile: Some(Pile::FollowUp), ..all },
            Self::LowScore => CaseQuery { pile: Some(Pile::LowScore), ..all },
            Self::Waiting => CaseQuery { pile: Some(Pile::Waiting), sort: Sort::Waiting, ..open },
            Self::Mine => match whose {
                Whose::All(me) => CaseQuery { assignee: me?.to_string(), ..open },
                Whose::Only(_) => open,
            },
            Self::Idle => CaseQuery { pile: Some(Pile::Idle), sort: Sort::Idle, ..open },
            Self::Unassigned => match whose {
                Whose::All(_) => CaseQuery { assignee: NOBODY.to_owned(), ..open },
                Whose::Only(_) => return None,
            },
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
pub fn piles(index: &Index, day: Day, whose: Whose<'_>, most: usize) -> Vec<TopOf> {
    let top = |reason: Reason| {
        let query = reason.query(whose)?;
        let (count, first) = query.first(index, day, most);
        (count > 0).then_some(TopOf { reason, query, count, first })
    };
    Reason::ALL.into_iter().filter_map(top).collect()
}

/// The visits of a day that are still ahead, and those of earlier days of which nobody said how
/// they went, in the order they start. Of one member of staff, where one is named.
#[must_use]
pub fn visits(index: &Index, date: Date, person: Option<&StaffId>) -> Vec<VisitId> {
    let begun = index.visits_between(Date::EPOCH, date).into_iter();
    let ahead = begun.filter(|visit| visit.state().is_ahead());
    let theirs = ahead.filter(|visit| person.is_none_or(|person| visit.staff().any(|id| id == *person)));
    theirs.filter_map(|visit| VisitId::parse(&visit.id)).collect()
}

/// The other records with values to settle, in order of their keys. Cases lie on their pile.
#[must_use]
pub fn unsettled(index: &Index) -> Vec<RecordKey> {
    let mut keys: Vec<RecordKey> = Vec::new();
    let mut of = |kind: RecordKind, ids: Vec<&str>| {
        let ranks = ids.into_iter().map(|id| (0, "", 0, id)).collect();
        keys.extend(in_order(ranks).into_iter().map(|id| RecordKey::new(kind.clone(), id)));
    };
    macro_rules! unsettled {
        ($records:expr) => {
            $records.filter(|one| one.conflicts > 0).map(|one| one.id.as_str()).collect()
        };
    }
    of(RecordKind::Customer, unsettled!(index.customers.values()));
    of(RecordKind::Asset, unsettled!(index.assets.values()));
    of(RecordKind::Letter, unsettled!(index.letters.values()));
    of(RecordKind::Visit, unsettled!(index.visits.values()));
    of(RecordKind::Improvement, unsettled!(index.improvements.iter()));
    of(RecordKind::Process, unsettled!(index.processes.values()));
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
