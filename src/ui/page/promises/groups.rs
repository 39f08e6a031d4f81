use super::Report;
use crate::app::promise_report::{Table, period_in_words};
use crate::i18n::Named;
use crate::stats::promises::{Period, Query, Tally, by_clause, by_month, by_person, by_process};
use crate::ui::part::Text;
use leptos::prelude::*;

/// What the promises are grouped by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Clause,
    Person,
    Process,
    Month,
}

impl By {
    pub(super) const ALL: [Self; 4] = [Self::Clause, Self::Person, Self::Process, Self::Month];

    pub(super) fn title(self) -> Text {
        match self {
            Self::Clause => |t| t.promise_report().by_clause,
            Self::Person => |t| t.promise_report().by_person,
            Self::Process => |t| t.promise_report().by_process,
            Self::Month => |t| t.promise_report().by_month,
        }
    }

    /// What the first column is called.
    pub(super) fn head(self) -> Text {
        match self {
            Self::Clause => |t| t.promise_report().clause,
            Self::Person => |t| t.promise_report().person,
            Self::Process => |t| t.promise_report().process,
            Self::Month => |t| t.promise_report().month_head,
        }
    }
}

/// A line of a table.
#[derive(Clone, PartialEq)]
pub(super) struct Group {
    pub(super) name: String,
    /// What the report would be about, were it about this group alone.
    pub(super) query: Query,
    pub(super) tally: Tally,
}

/// The lines of a table; of the first also the sum. Follows what the report is about.
pub(super) fn groups(report: Report, by: By) -> Vec<Group> {
    let (t, lang) = (report.desk.t(), report.desk.lang.get());
    let all = Query { figure: None, ..report.query.get() };
    report.with_shown(|rows| {
        let mut groups: Vec<Group> = match by {
            By::Clause => by_clause(rows)
                .into_iter()
                .map(|(clause, tally)| Group {
                    name: clause.name(t).to_owned(),
                    query: Query { clause: Some(clause), ..all.clone() },
                    tally,
                })
                .collect(),
            By::Person => by_person(rows)
                .into_iter()
                .map(|(id, tally)| Group {
                    name: report.person(&id),
                    query: Query { person: Some(id), ..all.clone() },
                    tally,
                })
                .collect(),
            By::Process => by_process(rows)
                .into_iter()
                .map(|(id, tally)| Group {
                    name: report.process(&id),
                    query: Query { process: Some(id), ..all.clone() },
                    tally,
                })
                .collect(),
            By::Month => by_month(rows)
                .into_iter()
                .map(|(month, tally)| Group {
                    name: period_in_words(lang, month),
                    query: Query { period: within(&all, month), ..all.clone() },
                    tally,
                })
                .collect(),
        };
        if matches!(by, By::Person | By::Process) {
            groups.sort_by(|one, other| (other.tally.made, &one.name).cmp(&(one.tally.made, &other.name)));
        }
        if by == By::Clause && groups.len() > 1 {
            let tally = Tally::of(rows.iter().copied());
            groups.push(Group { name: t.promise_report().sum.to_owned(), query: all.clone(), tally });
        }
        groups
    })
}

/// The part of a month that lies in the report's period.
fn within(all: &Query, month: Period) -> Period {
    let (whole, part) = (all.period.span(), month.span());
    let first = whole.first.max(part.first);
    let last = match (whole.last, part.last) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    match (first, last) {
        (Some(first), Some(last)) if (Some(first), Some(last)) != (part.first, part.last) => {
            Period::Days(first, last)
        }
        _ => month,
    }
}

/// All tables, for a file.
pub(super) fn tables(report: Report) -> Vec<Table> {
    By::ALL
        .into_iter()
        .map(|by| Table {
            title: by.title()(report.desk.t()).to_owned(),
            groups: groups(report, by).into_iter().map(|group| (group.name, group.tally)).collect(),
        })
        .collect()
}
