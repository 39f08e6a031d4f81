//! Chance that falls the same on every machine: never by `usize`, whose width differs.

use fastrand::Rng;

/// One of these, unless there is none.
pub(super) fn pick<'a, T>(rng: &mut Rng, from: &'a [T]) -> Option<&'a T> {
    from.get(below(rng, from.len()))
}

/// One of these texts, or none.
pub(super) fn word(rng: &mut Rng, from: &'static [String]) -> &'static str {
    pick(rng, from).map_or("", String::as_str)
}

/// A number below `end`; 0 when there is none.
pub(super) fn below(rng: &mut Rng, end: usize) -> usize {
    rng.u32(..u32::try_from(end).unwrap_or(u32::MAX).max(1)) as usize
}
