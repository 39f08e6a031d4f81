//! Which promises somebody should look at, and in which order.

use super::left::{Sign, sign};
use crate::domain::calendar::Moment;
use crate::domain::promise::{Judged, PromiseKind};

/// What names a promise of a case: its kind, when it started, and which of several such.
pub type Key = (PromiseKind, Moment, usize);

/// The promises of a case in the order in which they are shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Order {
    /// Those that run, and those that were broken and are not made up for.
    pub open: Vec<Key>,
    /// The others.
    pub rest: Vec<Key>,
}

/// Puts the promises of a case in order: the most pressing first.
#[must_use]
pub fn ordered(judged: &[Judged], now: Moment) -> Order {
    let mut open = Vec::new();
    let mut rest = Vec::new();
    for (place, one) in judged.iter().enumerate() {
        let same = judged[..place].iter().filter(|each| (each.kind, each.started) == (one.kind, one.started));
        let key = (one.kind, one.started, same.count());
        match rank(one, now) {
            Some(rank) => open.push(((rank, one.due), key)),
            None => rest.push(key),
        }
    }
    open.sort_by_key(|(rank, _)| *rank);
    Order { open: open.into_iter().map(|(_, key)| key).collect(), rest }
}

/// How pressing it is, the least first; nothing when nothing is to be done.
fn rank(judged: &Judged, now: Moment) -> Option<u8> {
    let owed = !judged.remedied;
    Some(match sign(judged, now) {
        Sign::Overdue if !judged.is_over => 0,
        Sign::Overdue | Sign::KeptLate if owed => 1,
        Sign::Soon => 2,
        Sign::Running => 3,
        Sign::Paused => 4,
        Sign::Overdue | Sign::KeptLate | Sign::Kept | Sign::Holds | Sign::NotCalled => return None,
    })
}

/// The promise that a key names.
#[must_use]
pub fn find(judged: &[Judged], (kind, started, nth): Key) -> Option<&Judged> {
    judged.iter().filter(|one| (one.kind, one.started) == (kind, started)).nth(nth)
}
