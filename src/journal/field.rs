use super::{AuthorId, Stamp};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

/// A value that belongs to a named place in a record.
pub trait Field: Clone + Ord + Debug + Send + Sync + 'static {
    /// Names the place.
    type Key: Clone + Ord + Debug + Send + Sync;

    /// The place this value belongs to.
    fn key(&self) -> Self::Key;
}

/// A value with the entry that set it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held<T> {
    /// When it was said.
    pub stamp: Stamp,
    /// Who said it.
    pub author: Option<AuthorId>,
    /// What was said.
    pub value: T,
}

/// A field that was set on two devices, neither of which had seen the other's value.
#[derive(Clone, PartialEq, Debug)]
pub struct Conflict<F: Field> {
    /// Which field.
    pub key: F::Key,
    /// The values that stand beside each other, the one that counts meanwhile last.
    pub values: Vec<Held<F>>,
}

/// The values of a record's fields.
#[derive(Clone, PartialEq, Debug)]
pub struct Fields<F: Field>(BTreeMap<F::Key, Place<F>>);

/// A field's place: the values that stand, and when it first got one.
#[derive(Clone, PartialEq, Debug)]
struct Place<F> {
    since: Stamp,
    heads: Vec<Held<F>>,
    /// Stamps of values that were replaced and are still to come: by clocks that ran ahead of the
    /// one that replaced them.
    ahead: BTreeSet<Stamp>,
}

impl<F: Field> Default for Fields<F> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<F: Field> Fields<F> {
    /// Sets a field. Call in stamp order: a later value stands behind the earlier ones. Whoever
    /// replaces a value has seen it, so that value gives way even when its stamp is the later one.
    pub(super) fn set(&mut self, held: Held<F>, replaces: &[Stamp]) {
        let fresh = || Place { since: held.stamp.clone(), heads: Vec::new(), ahead: BTreeSet::new() };
        let Place { heads, ahead, .. } = self.0.entry(held.value.key()).or_insert_with(fresh);
        for stamp in replaces {
            let from = heads.partition_point(|head| head.stamp < *stamp);
            let to = from + heads[from..].partition_point(|head| head.stamp == *stamp);
            heads.drain(from..to);
            if *stamp > held.stamp {
                ahead.insert(stamp.clone());
            }
        }
        // Only values that replace each other in a ring, which nobody says in earnest, leave none.
        if heads.is_empty() || !ahead.contains(&held.stamp) {
            heads.push(held);
        }
    }

    /// The value that counts.
    #[must_use]
    pub fn current(&self, key: &F::Key) -> Option<&F> {
        self.held(key).map(|held| &held.value)
    }

    /// The value that counts, with who set it and when.
    #[must_use]
    pub fn held(&self, key: &F::Key) -> Option<&Held<F>> {
        self.0.get(key)?.heads.last()
    }

    /// When it first got a value.
    #[must_use]
    pub fn since(&self, key: &F::Key) -> Option<&Stamp> {
        self.0.get(key).map(|place| &place.since)
    }

    /// The stamps that a new value of this field replaces.
    #[must_use]
    pub fn heads(&self, key: &F::Key) -> Vec<Stamp> {
        let heads = self.0.get(key).map_or(&[][..], |place| &place.heads);
        heads.iter().map(|head| head.stamp.clone()).collect()
    }

    /// All values that count.
    pub fn iter(&self) -> impl Iterator<Item = &Held<F>> {
        self.0.values().filter_map(|place| place.heads.last())
    }

    /// The fields with two or more different values that have not seen each other.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict<F>> {
        self.0
            .iter()
            .map(|(key, place)| (key, &place.heads))
            .filter(|(_, heads)| heads.iter().any(|head| head.value != heads[0].value))
            .map(|(key, heads)| Conflict { key: key.clone(), values: heads.clone() })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{DeviceId, SessionId, Writer};

    #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
    struct Name(u64);

    impl Field for Name {
        type Key = ();

        fn key(&self) {}
    }

    fn stamp(millis: u64) -> Stamp {
        Stamp::new(millis, 0, Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) })
    }

    #[test]
    fn who_replaces_a_value_has_seen_it_whatever_the_clocks_say() {
        for (sets, standing) in [
            (&[(1, &[][..]), (2, &[1][..])][..], &[2][..]),
            (&[(1, &[]), (2, &[])], &[1, 2]),
            // The first was written by a clock that ran ahead of the second's.
            (&[(1, &[9]), (9, &[])], &[1]),
            (&[(1, &[9]), (9, &[4]), (4, &[])], &[1]),
            (&[(1, &[9]), (2, &[]), (9, &[])], &[1, 2]),
            // A ring is said by nobody in earnest; something is left of it.
            (&[(1, &[2]), (2, &[1])], &[2]),
            (&[(1, &[3]), (2, &[1]), (3, &[2])], &[3]),
        ] {
            let mut sets: Vec<(u64, Vec<u64>)> = sets.iter().map(|(at, seen)| (*at, seen.to_vec())).collect();
            sets.sort();
            let mut fields = Fields::default();
            for (at, seen) in sets {
                let replaces: Vec<_> = seen.into_iter().map(stamp).collect();
                fields.set(Held { stamp: stamp(at), author: None, value: Name(at) }, &replaces);
            }
            let heads: Vec<_> = fields.heads(&()).into_iter().map(|stamp| stamp.millis).collect();
            assert_eq!(heads, standing);
        }
    }
}
