//! How long things took: mean, median and the ninetieth percentile, in whole numbers.

/// What a number of durations comes to, in the unit of the durations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spread {
    /// How many there are.
    pub count: usize,
    /// Their mean, rounded.
    pub mean: u64,
    /// The middle one; of an even number, what lies half-way between the two in the middle.
    pub median: u64,
    /// Nine of ten are as short or shorter: the straight line between the two nearest.
    pub p90: u64,
}

impl Spread {
    /// The spread of these durations; none of nothing.
    #[must_use]
    pub fn of(mut durations: Vec<u64>) -> Option<Self> {
        durations.sort_unstable();
        let count = durations.len();
        let sum: u128 = durations.iter().map(|duration| u128::from(*duration)).sum();
        let of = u128::try_from(count).ok().filter(|count| *count > 0)?;
        let mean = u64::try_from((sum + of / 2) / of).ok()?;
        Some(Self { count, mean, median: at_tenths(&durations, 5)?, p90: at_tenths(&durations, 9)? })
    }
}

/// The value at so many tenths of the way from the first to the last of sorted values: on the straight
/// line between the two beside it (as spreadsheets' PERCENTILE.INC), rounded.
fn at_tenths(sorted: &[u64], tenths: usize) -> Option<u64> {
    let way = (sorted.len().checked_sub(1)?) * tenths;
    let before = *sorted.get(way / 10)?;
    let after = *sorted.get(way / 10 + 1).unwrap_or(&before);
    let part = u128::try_from(way % 10).ok()?;
    u64::try_from((u128::from(after - before) * part + 5) / 10).ok().map(|more| before + more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_ninetieth_lie_between() {
        let spread = |of: &[u64]| Spread::of(of.to_vec()).map(|s| (s.mean, s.median, s.p90));
        for (durations, expected) in [
            (&[][..], None),
            (&[7], Some((7, 7, 7))),
            (&[10, 0], Some((5, 5, 9))),
            (&[3, 1, 2], Some((2, 2, 3))),
            (&[0, 1], Some((1, 1, 1))),
            (&[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], Some((50, 50, 90))),
            (&[u64::MAX, u64::MAX], Some((u64::MAX, u64::MAX, u64::MAX))),
        ] {
            assert_eq!(spread(durations), expected, "{durations:?}");
        }
    }
}
