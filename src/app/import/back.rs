//! Taking an import back: what it would do, before anything is done.

use crate::domain::points_to::points_to;
use crate::domain::record::{RecordKey, Records};
use std::collections::{BTreeMap, BTreeSet};

/// What taking an import back would do.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TakingBack {
    /// The records that came by it and go with it.
    pub gone: Vec<RecordKey>,
    /// The records that were here before, and lose what it brought.
    pub less: Vec<RecordKey>,
    /// The records that came by it and on which something was done since.
    pub worked_on: Vec<RecordKey>,
    /// The records that came by it and that a record which stays points to: which one.
    pub pointed_to: BTreeMap<RecordKey, RecordKey>,
}

impl TakingBack {
    /// The records of which the import's entries are removed. Those that something was done on
    /// since, and those that are spoken of, stay as they are if they are to be kept.
    #[must_use]
    pub fn removed(&self, keep: bool) -> Vec<RecordKey> {
        let mut keys: Vec<_> = self.gone.iter().chain(&self.less).cloned().collect();
        if !keep {
            keys.extend(self.worked_on.iter().chain(self.pointed_to.keys()).cloned());
        }
        keys
    }

    /// Whether there is something that may be kept.
    #[must_use]
    pub fn has_held(&self) -> bool {
        !self.worked_on.is_empty() || !self.pointed_to.is_empty()
    }
}

/// Looks what taking an import back would do: `all` is what is here, `brought` the entries of the
/// import that still stand as they came, `known` the records that were here before it.
#[must_use]
pub fn taking_back(all: &Records, brought: &Records, known: &BTreeSet<RecordKey>) -> TakingBack {
    let mut back = TakingBack::default();
    let mut gone = BTreeSet::new();
    for (key, came) in &brought.0 {
        let since = all.0.get(key).is_some_and(|record| !record.missing_from(came).is_empty());
        if known.contains(key) {
            back.less.push(key.clone());
        } else if since {
            back.worked_on.push(key.clone());
        } else {
            gone.insert(key.clone());
        }
    }
    let mut stays: Vec<&RecordKey> = all.0.keys().filter(|key| !gone.contains(*key)).collect();
    // What is kept because it is spoken of speaks of others in turn.
    while let Some(key) = stays.pop() {
        let Some(record) = all.0.get(key) else { continue };
        let without = back.less.binary_search(key).ok().and_then(|_| brought.0.get(key));
        let pointed = match without {
            Some(came) => points_to(&record.missing_from(came)),
            None => points_to(record),
        };
        for pointed in pointed {
            if gone.remove(&pointed)
                && let Some((held, _)) = all.0.get_key_value(&pointed)
            {
                back.pointed_to.insert(pointed, key.clone());
                stays.push(held);
            }
        }
    }
    back.gone = gone.into_iter().collect();
    back
}
