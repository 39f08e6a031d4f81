use super::Stamp;
use std::collections::{BTreeMap, HashSet};

/// Which entries are undone, by what each undo names: the stamps of an undo and of its target, the
/// latest undo first. An undo counts unless one that counts names it.
///
/// Mostly an undo is later than what it names, so that the latest is decided first. Where a clock
/// ran ahead it may be earlier; so an undo is decided when all that name it are. Undos that name
/// each other in a ring, which nobody says in earnest, are decided from the latest on.
pub(super) fn undone_by(undos: &[(&Stamp, &Stamp)]) -> HashSet<Stamp> {
    let mut undone = HashSet::new();
    let mut open: BTreeMap<&Stamp, Undo<'_>> = BTreeMap::new();
    for (stamp, target) in undos {
        open.entry(stamp).or_default().names.push(target);
    }
    for (_, target) in undos {
        if let Some(named) = open.get_mut(target) {
            named.waits += 1;
        }
    }
    let mut ready: Vec<&Stamp> =
        open.iter().filter(|(_, undo)| undo.waits == 0).map(|(stamp, _)| *stamp).collect();
    while let Some(stamp) = ready.pop().or_else(|| open.last_key_value().map(|(latest, _)| *latest)) {
        let Some(undo) = open.remove(stamp) else { continue };
        let counts = !undone.contains(stamp);
        for target in undo.names {
            if counts {
                undone.insert(target.clone());
            }
            if let Some(named) = open.get_mut(target) {
                named.waits -= 1;
                if named.waits == 0 {
                    ready.push(target);
                }
            }
        }
    }
    undone
}

/// What an undo names, and how many that name it are not decided yet.
#[derive(Default)]
struct Undo<'a> {
    names: Vec<&'a Stamp>,
    waits: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{DeviceId, SessionId, Writer};

    fn stamp(millis: u64) -> Stamp {
        Stamp::new(millis, 0, Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) })
    }

    /// Which of the entries 1 to 9 are undone when the first of each pair undoes the second.
    fn undone(pairs: &[(u64, u64)]) -> Vec<u64> {
        let mut pairs: Vec<_> = pairs.iter().map(|(undo, target)| (stamp(*undo), stamp(*target))).collect();
        pairs.sort();
        let undos: Vec<_> = pairs.iter().rev().map(|(undo, target)| (undo, target)).collect();
        let undone = undone_by(&undos);
        (1..10).filter(|n| undone.contains(&stamp(*n))).collect()
    }

    #[test]
    fn an_undo_counts_unless_one_that_counts_names_it() {
        for (pairs, expected) in [
            (&[][..], &[][..]),
            (&[(2, 1)], &[1]),
            (&[(2, 1), (3, 2)], &[2]),
            (&[(2, 1), (3, 2), (4, 3)], &[1, 3]),
            (&[(3, 1), (3, 2)], &[1, 2]),
            (&[(3, 1), (4, 1), (5, 3)], &[1, 3]),
            // By clocks that ran ahead of the one that undid what they wrote.
            (&[(1, 9)], &[9]),
            (&[(9, 5), (1, 9)], &[9]),
            (&[(9, 5), (1, 9), (2, 1)], &[1, 5]),
            (&[(1, 9), (9, 3), (3, 5), (5, 2)], &[5, 9]),
            // In a ring the latest is decided first.
            (&[(1, 2), (2, 1)], &[1]),
            (&[(1, 2), (2, 3), (3, 1)], &[1, 3]),
        ] {
            assert_eq!(undone(pairs), expected, "{pairs:?}");
        }
    }
}
