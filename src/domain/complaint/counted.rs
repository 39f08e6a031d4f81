//! Complaints as they are counted: which causes bring most of them.

use super::{Cause, ComplaintKind, ComplaintStep, ComplaintVerdict, Severity};
use crate::domain::case::{Case, Status};
use crate::domain::id::StaffId;

/// A complaint in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComplaintLine {
    /// The id of its case.
    pub case: String,
    /// Whether somebody still has to do something.
    pub open: bool,
    /// When it came in, in milliseconds since 1970.
    pub since: u64,
    /// What sort it is.
    pub kind: Option<ComplaintKind>,
    /// What led to it.
    pub cause: Option<Cause>,
    /// How grave it is.
    pub severity: Option<Severity>,
    /// Who handles it.
    pub handler: Option<StaffId>,
    /// What is to be done next.
    pub next: Option<ComplaintStep>,
    /// What the customer said in the end.
    pub verdict: Option<ComplaintVerdict>,
}

impl ComplaintLine {
    /// The complaint of a case; nothing where there is none, or it was withdrawn.
    #[must_use]
    pub fn of(id: &str, case: &Case) -> Option<Self> {
        if !case.has_complaint() || case.status() == Status::Withdrawn {
            return None;
        }
        let next = ComplaintStep::next(case);
        let received = case.complaints_received().next().map(|held| held.stamp.millis);
        let began = || case.span.as_ref().map(|(first, _)| first.millis);
        Some(Self {
            case: id.to_owned(),
            open: case.status() == Status::Open && (case.is_complaint() || next.is_some()),
            since: received.or_else(began).unwrap_or_default(),
            kind: case.complaint_kind().copied(),
            cause: case.complaint_cause().copied(),
            severity: case.complaint_severity().copied(),
            handler: case.complaint_handler().cloned(),
            next,
            verdict: case.complaints_judged().last().map(|held| held.value.verdict),
        })
    }
}

/// How many complaints a cause brought.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CauseCount {
    /// The cause; nothing for those where none is known yet.
    pub cause: Option<Cause>,
    /// How many.
    pub count: usize,
    /// Which part of all, in whole percent.
    pub share: u32,
    /// Which part of all this and those before it make up, in whole percent.
    pub sum: u32,
}

/// The causes, those that bring most first. What is no cause stands last, however often: other
/// things, and those where nothing is known yet.
#[must_use]
pub fn by_cause(causes: impl IntoIterator<Item = Option<Cause>>) -> Vec<CauseCount> {
    let mut counts: Vec<(Option<Cause>, usize)> = Vec::new();
    for cause in causes {
        match counts.iter_mut().find(|(known, _)| *known == cause) {
            Some((_, count)) => *count += 1,
            None => counts.push((cause, 1)),
        }
    }
    let last = |cause: Option<Cause>| match cause {
        Some(Cause::Other) => 1,
        Some(_) => 0,
        None => 2,
    };
    counts.sort_by_key(|(cause, count)| (last(*cause), std::cmp::Reverse(*count), *cause));
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let percent = |part: usize| u32::try_from((part * 200 + all) / (all.max(1) * 2)).unwrap_or(100);
    let mut sum = 0;
    counts
        .into_iter()
        .map(|(cause, count)| {
            sum += count;
            CauseCount { cause, count, share: percent(count), sum: percent(sum) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_brings_most_comes_first_and_the_sum_ends_at_all() {
        use Cause::{Late, Manner, Other, Price};
        type Row = (Option<Cause>, usize, u32, u32);
        let cases: [(&[Option<Cause>], &[Row]); 4] = [
            (&[], &[]),
            (&[None], &[(None, 1, 100, 100)]),
            (&[Some(Price), Some(Late), Some(Late)], &[(Some(Late), 2, 67, 67), (Some(Price), 1, 33, 100)]),
            (
                &[None, None, None, Some(Other), Some(Other), Some(Manner), Some(Late), None],
                &[
                    (Some(Late), 1, 13, 13),
                    (Some(Manner), 1, 13, 25),
                    (Some(Other), 2, 25, 50),
                    (None, 4, 50, 100),
                ],
            ),
        ];
        for (causes, expected) in cases {
            let rows: Vec<_> = by_cause(causes.iter().copied())
                .into_iter()
                .map(|row| (row.cause, row.count, row.share, row.sum))
                .collect();
            assert_eq!(rows, expected, "{causes:?}");
        }
    }
}
