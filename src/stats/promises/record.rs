use super::period::{Span, month_number};
use super::{Row, Tally, by_clause};
use crate::domain::date::Date;
use crate::domain::letter::RecordPeriod;
use crate::domain::promise::PromiseKind;

/// How the promises of one clause were kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecordLine {
    /// Which promise.
    pub kind: PromiseKind,
    /// How many came due.
    pub made: usize,
    /// How many of them were kept in time.
    pub kept: usize,
}

/// What a letter prints of how its promises were kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedRecord {
    /// The first day; nothing where nothing came due since ever.
    pub first: Option<Date>,
    /// The last day.
    pub last: Date,
    /// The clauses under which something came due, in the order of letters.
    pub lines: Vec<RecordLine>,
}

/// The days that a record covers, for a letter of a day.
#[must_use]
pub fn span_of(period: RecordPeriod, today: Date) -> Span {
    let month = month_number(today);
    match period {
        RecordPeriod::LastMonth => Span::months(month - 1, 1),
        RecordPeriod::LastQuarter => Span::months(month - month % 3 - 3, 3),
        RecordPeriod::LastTwelveMonths => Span::months(month - 12, 12),
        RecordPeriod::ToDate => Span { first: None, last: Some(today) },
    }
}

impl PrintedRecord {
    /// The record of the promises that came due in a period before a day, by whichever letter.
    #[must_use]
    pub fn of(rows: &[Row], period: RecordPeriod, today: Date) -> Self {
        let span = span_of(period, today);
        let counted: Vec<&Row> =
            rows.iter().filter(|row| row.state.is_decided() && span.holds(row.day)).collect();
        let line = |(kind, Tally { made, kept, .. }): (PromiseKind, Tally)| RecordLine { kind, made, kept };
        Self {
            first: span.first.or(counted.iter().map(|row| row.day).min()),
            last: span.last.unwrap_or(today),
            lines: by_clause(&counted).into_iter().map(line).collect(),
        }
    }

    /// All clauses together: how many came due, and how many of them were kept.
    #[must_use]
    pub fn sum(&self) -> (usize, usize) {
        self.lines.iter().fold((0, 0), |(made, kept), line| (made + line.made, kept + line.kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_covers_whole_months_before_the_letter() {
        for (today, month, quarter, twelve) in [
            (
                "2026-11-22",
                ["2026-10-01", "2026-10-31"],
                ["2026-07-01", "2026-09-30"],
                ["2025-11-01", "2026-10-31"],
            ),
            (
                "2026-01-01",
                ["2025-12-01", "2025-12-31"],
                ["2025-10-01", "2025-12-31"],
                ["2025-01-01", "2025-12-31"],
            ),
            (
                "2026-03-31",
                ["2026-02-01", "2026-02-28"],
                ["2025-10-01", "2025-12-31"],
                ["2025-03-01", "2026-02-28"],
            ),
        ] {
            let today = Date::parse(today).expect("a date");
            for (period, days) in [
                (RecordPeriod::LastMonth, month),
                (RecordPeriod::LastQuarter, quarter),
                (RecordPeriod::LastTwelveMonths, twelve),
            ] {
                let [first, last] = days.map(Date::parse);
                assert_eq!(span_of(period, today), Span { first, last }, "{period:?}");
            }
            assert_eq!(span_of(RecordPeriod::ToDate, today), Span { first: None, last: Some(today) });
        }
    }
}
