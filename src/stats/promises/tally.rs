use super::Row;
use super::period::Period;
use crate::domain::promise::{PromiseKind, State};
use std::collections::BTreeMap;

/// How much of their limit promises used: that of the one at a place in their order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Point {
    /// Per cent of the limit.
    pub percent: u32,
    /// The minutes of that promise.
    pub used: u32,
}

/// What became of some promises.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// How many came due: the sum of the next three.
    pub made: usize,
    /// How many were kept in time.
    pub kept: usize,
    /// How many were kept late.
    pub late: usize,
    /// How many were not kept at all.
    pub broken: usize,
    /// For how many there still is time.
    pub running: usize,
    /// Minutes for which they stood still because of the customer.
    pub by_customer: u64,
    /// Minutes for which they stood still because of a supplier.
    pub by_supplier: u64,
    /// Minutes that the shop was late.
    pub by_shop: u64,
    /// What the middle one used of its limit.
    pub median: Option<Point>,
    /// What nine of ten did not exceed.
    pub ninetieth: Option<Point>,
}

impl Tally {
    /// What became of these promises.
    #[must_use]
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Self {
        let mut tally = Self::default();
        let mut measured = Vec::new();
        for row in rows {
            match row.state {
                State::Met => tally.kept += 1,
                State::MetLate => tally.late += 1,
                State::Breached => tally.broken += 1,
                State::Running | State::Paused => tally.running += 1,
                State::NotApplicable => {}
            }
            tally.by_customer += u64::from(row.paused.customer);
            tally.by_supplier += u64::from(row.paused.supplier);
            tally.by_shop += u64::from(row.late);
            if row.is_measured() {
                measured.push(row);
            }
        }
        tally.made = tally.kept + tally.late + tally.broken;
        // Shares are compared exactly, as one product with the other.
        measured.sort_by_key(|row| row.used);
        measured.sort_by(|a, b| {
            let cross = |one: &Row, other: &Row| u64::from(one.used) * u64::from(other.limit);
            cross(a, b).cmp(&cross(b, a))
        });
        let point = |percent: usize| {
            let row = measured.get(nearest_rank(measured.len(), percent)?)?;
            Some(Point { percent: row.percent_used(), used: row.used })
        };
        tally.median = point(50);
        tally.ninetieth = point(90);
        tally
    }

    /// How many of a hundred that came due were kept in time. What is left of a whole per cent is
    /// dropped: a hundred means that every one was kept.
    #[must_use]
    pub fn percent_kept(&self) -> Option<usize> {
        (self.kept * 100).checked_div(self.made)
    }
}

/// The place of a percentile by the nearest rank: the first in order that so many per cent do not exceed.
fn nearest_rank(count: usize, percent: usize) -> Option<usize> {
    (count * percent).div_ceil(100).checked_sub(1)
}

fn grouped<'a, K: Ord>(rows: &[&'a Row], key: impl Fn(&'a Row) -> K) -> Vec<(K, Tally)> {
    let mut groups: BTreeMap<K, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        groups.entry(key(row)).or_default().push(row);
    }
    groups.into_iter().map(|(key, rows)| (key, Tally::of(rows))).collect()
}

/// By clause, in the order of letters.
#[must_use]
pub fn by_clause(rows: &[&Row]) -> Vec<(PromiseKind, Tally)> {
    grouped(rows, |row| row.kind)
}

/// By staff id; of nobody's cases by an empty one.
#[must_use]
pub fn by_person(rows: &[&Row]) -> Vec<(String, Tally)> {
    grouped(rows, |row| row.person.clone())
}

/// By process id.
#[must_use]
pub fn by_process(rows: &[&Row]) -> Vec<(String, Tally)> {
    grouped(rows, |row| row.process.clone())
}

/// By month, in order.
#[must_use]
pub fn by_month(rows: &[&Row]) -> Vec<(Period, Tally)> {
    let months = grouped(rows, |row| (row.day.year(), row.day.month()));
    months.into_iter().map(|((year, month), tally)| (Period::Month(year, month), tally)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_the_first_that_so_many_do_not_exceed() {
        for (count, median, ninetieth) in [
            (0, None, None),
            (1, Some(0), Some(0)),
            (2, Some(0), Some(1)),
            (3, Some(1), Some(2)),
            (10, Some(4), Some(8)),
            (11, Some(5), Some(9)),
        ] {
            assert_eq!((nearest_rank(count, 50), nearest_rank(count, 90)), (median, ninetieth), "{count}");
        }
    }
}
