use super::{Period, Row};
use crate::domain::promise::{PromiseKind, State};
use std::fmt;

/// A figure of the report: which promises it counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
    /// Those that came due: kept, kept late and broken.
    Made,
    /// Those that were kept in time.
    Kept,
    /// Those that were kept late.
    Late,
    /// Those that were not kept at all.
    Broken,
    /// Those for which there still is time.
    Running,
    /// Those of which it can be told how much of the limit was used.
    Measured,
    /// Those that stood still because of the customer.
    ByCustomer,
    /// Those that stood still because of a supplier.
    BySupplier,
    /// Those that the shop was late with.
    ByShop,
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Made,
        Self::Kept,
        Self::Late,
        Self::Broken,
        Self::Running,
        Self::Measured,
        Self::ByCustomer,
        Self::BySupplier,
        Self::ByShop,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Kept => "kept",
            Self::Late => "late",
            Self::Broken => "broken",
            Self::Running => "running",
            Self::Measured => "measured",
            Self::ByCustomer => "customer",
            Self::BySupplier => "supplier",
            Self::ByShop => "shop",
        }
    }

    /// Whether it counts a promise.
    #[must_use]
    pub fn counts(self, row: &Row) -> bool {
        match self {
            Self::Made => row.state.is_decided(),
            Self::Kept => row.state == State::Met,
            Self::Late => row.state == State::MetLate,
            Self::Broken => row.state == State::Breached,
            Self::Running => row.state.is_running(),
            Self::Measured => row.is_measured(),
            Self::ByCustomer => row.paused.customer > 0,
            Self::BySupplier => row.paused.supplier > 0,
            Self::ByShop => row.late > 0,
        }
    }
}

/// What a report is about, as its address says it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Query {
    /// The time.
    pub period: Period,
    /// One clause alone.
    pub clause: Option<PromiseKind>,
    /// One person alone: a staff id, empty for cases of nobody.
    pub person: Option<String>,
    /// One process alone.
    pub process: Option<String>,
    /// The figure whose promises are listed; none for the report itself.
    pub figure: Option<Figure>,
}

/// Stands for nobody: no staff id does.
const NOBODY: &str = "-";

impl Query {
    /// All promises of a time.
    #[must_use]
    pub fn of(period: Period) -> Self {
        Self { period, clause: None, person: None, process: None, figure: None }
    }

    /// Whether a promise is in the report.
    #[must_use]
    pub fn holds(&self, row: &Row) -> bool {
        self.period.span().holds(row.day)
            && self.clause.is_none_or(|clause| clause == row.kind)
            && self.person.as_ref().is_none_or(|person| *person == row.person)
            && self.process.as_ref().is_none_or(|process| *process == row.process)
            && self.figure.is_none_or(|figure| figure.counts(row))
    }

    /// Whether it is narrowed to some promises of its time.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.clause.is_some() || self.person.is_some() || self.process.is_some()
    }

    /// Reads what [`fmt::Display`] writes; what is not known is left out. Nothing without a period.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(';');
        let mut query = Self::of(Period::parse(parts.next()?)?);
        for (name, value) in parts.filter_map(|part| part.split_once('=')) {
            match name {
                "clause" => query.clause = PromiseKind::ALL.into_iter().find(|kind| word(*kind) == value),
                "person" if value == NOBODY => query.person = Some(String::new()),
                "person" => query.person = Some(value.to_owned()),
                "process" => query.process = Some(value.to_owned()),
                "show" => query.figure = Figure::ALL.into_iter().find(|figure| figure.word() == value),
                _ => {}
            }
        }
        Some(query)
    }
}

impl fmt::Display for Query {
    /// `2026-q4;clause=written_plan;show=late`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.period)?;
        if let Some(clause) = self.clause {
            write!(f, ";clause={}", word(clause))?;
        }
        if let Some(person) = &self.person {
            write!(f, ";person={}", if person.is_empty() { NOBODY } else { person })?;
        }
        if let Some(process) = &self.process {
            write!(f, ";process={process}")?;
        }
        match self.figure {
            Some(figure) => write!(f, ";show={}", figure.word()),
            None => Ok(()),
        }
    }
}

/// A promise by one word: its clause, and of the clause that holds two the second by another.
fn word(kind: PromiseKind) -> &'static str {
    match kind {
        PromiseKind::ComplaintSettled => "complaint_settled",
        kind => kind.clause(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_a_report_is_about() {
        let all = Query::of(Period::Quarter(2026, 4));
        let nobody = Some(String::new());
        for (text, query) in [
            ("2026-q4", all.clone()),
            ("2026-q4;clause=complaint", Query { clause: Some(PromiseKind::ComplaintHeard), ..all.clone() }),
            (
                "2026-q4;clause=complaint_settled;show=late",
                Query {
                    clause: Some(PromiseKind::ComplaintSettled),
                    figure: Some(Figure::Late),
                    ..all.clone()
                },
            ),
            (
                "2026-q4;person=-;process=P1",
                Query { person: nobody, process: Some("P1".to_owned()), ..all.clone() },
            ),
        ] {
            assert_eq!(query.to_string(), text);
            assert_eq!(Query::parse(text), Some(query));
        }
        assert_eq!(Query::parse("2026-q4;colour=red;show=x;;="), Some(all));
        assert_eq!(Query::parse(""), None);
        assert_eq!(Query::parse(";show=late"), None);
    }

    #[test]
    fn every_promise_and_every_figure_has_a_word_of_its_own() {
        for (at, kind) in PromiseKind::ALL.into_iter().enumerate() {
            let same = PromiseKind::ALL.into_iter().position(|other| word(other) == word(kind));
            assert_eq!(same, Some(at));
        }
        for (at, figure) in Figure::ALL.into_iter().enumerate() {
            let same = Figure::ALL.into_iter().position(|other| other.word() == figure.word());
            assert_eq!(same, Some(at));
        }
    }
}
