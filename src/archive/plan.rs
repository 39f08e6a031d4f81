//! What taking a file in would do, before anything is done.

use super::{Archive, Problem};
use crate::domain::asset::AssetKind;
use crate::domain::case::CaseKind;
use crate::domain::custom_process::CustomProcessKind;
use crate::domain::customer::CustomerKind;
use crate::domain::improvement::ImprovementKind;
use crate::domain::letter::LetterKind;
use crate::domain::named_files::NamedFiles;
use crate::domain::photo::KeptFile;
use crate::domain::points_to::points_to;
use crate::domain::record::{Known, Record, RecordKey, RecordKind, Records};
use crate::domain::shop::ShopKind;
use crate::domain::staff::StaffKind;
use crate::domain::visit::VisitKind;
use crate::journal::{Conflict, Field, Folded, Stamp};
use std::collections::btree_map::IntoIter;
use std::collections::{BTreeMap, BTreeSet};

/// What a file would change here.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Plan {
    /// Every record of the file that could be read, by key.
    pub rows: Vec<PlanRow>,
    /// What is refused.
    pub refused: Vec<Problem>,
    /// The entries that are not here yet: merging them is the whole import.
    pub news: Records,
    /// The bytes that the file brings of photos and files.
    pub files: Vec<KeptFile>,
}

impl Plan {
    /// Whether all of it is here already.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.news.0.is_empty() && self.files.is_empty()
    }

    /// The same for these records alone: what is left out can be taken later, from the same file,
    /// and all is then as if it had been taken at once. Bytes that only left out records name
    /// stay out as well.
    #[must_use]
    pub fn only(&self, taken: &BTreeSet<RecordKey>) -> Self {
        let (mut news, mut left) = (Records::default(), Records::default());
        for (key, record) in &self.news.0 {
            let side = if taken.contains(key) { &mut news } else { &mut left };
            side.0.insert(key.clone(), record.clone());
        }
        let (mut named, mut named_by_left) = (NamedFiles::default(), NamedFiles::default());
        named.of(&news);
        named_by_left.of(&left);
        let stays = |file: &&KeptFile| named.name(file.hash()) || !named_by_left.name(file.hash());
        Self {
            rows: self.rows.iter().filter(|row| taken.contains(&row.key)).cloned().collect(),
            refused: self.refused.clone(),
            files: self.files.iter().filter(stays).cloned().collect(),
            news,
        }
    }

    /// Which of the new records each record of the file points to.
    #[must_use]
    pub fn ties(&self) -> Ties {
        let new = self.rows.iter().filter(|row| row.verdict == Verdict::New);
        let new: BTreeSet<&RecordKey> = new.map(|row| &row.key).collect();
        let mut ties = BTreeMap::new();
        for (key, record) in &self.news.0 {
            let pointed: Vec<_> = points_to(record).into_iter().filter(|key| new.contains(key)).collect();
            if !pointed.is_empty() {
                ties.insert(key.clone(), pointed);
            }
        }
        Ties(ties)
    }
}

/// Which new records the records of a file point to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ties(BTreeMap<RecordKey, Vec<RecordKey>>);

impl Ties {
    /// The new records that are left out although what is taken points to them: it would speak of
    /// somebody who is not here.
    #[must_use]
    pub fn lacking(&self, taken: &BTreeSet<RecordKey>) -> BTreeSet<RecordKey> {
        let mut lacking = BTreeSet::new();
        let mut ask: Vec<&RecordKey> = taken.iter().collect();
        // What is lacking may itself point to something that is left out.
        while let Some(key) = ask.pop() {
            for pointed in self.0.get(key).into_iter().flatten() {
                if !taken.contains(pointed) && lacking.insert(pointed.clone()) {
                    ask.push(pointed);
                }
            }
        }
        lacking
    }
}

/// What would happen to one record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanRow {
    /// Which record.
    pub key: RecordKey,
    /// What would happen.
    pub verdict: Verdict,
}

/// What would happen to a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is not here yet. A conflict that it brings along is its own, not of this merge.
    New,
    /// It gets more entries.
    Changed {
        /// How many.
        entries: usize,
    },
    /// All of it is here.
    Unchanged,
    /// It gets more entries, and some fields then have two values that did not know of each
    /// other.
    Conflict {
        /// How many fields.
        fields: usize,
    },
}

/// Compares a file with what is here. `present` need hold no records but those the file names.
#[must_use]
pub fn plan(present: &Records, archive: Archive) -> Plan {
    let mut planning = Planning::new(archive);
    while planning.step(present, usize::MAX) {}
    planning.finish(present)
}

/// A comparison that is made in steps, so that a page can say how far it is.
#[derive(Debug)]
pub struct Planning {
    plan: Plan,
    waiting: IntoIter<RecordKey, Record>,
}

impl Planning {
    /// The comparison of a file, not begun yet.
    #[must_use]
    pub fn new(archive: Archive) -> Self {
        let plan = Plan { refused: archive.problems, files: archive.files, ..Plan::default() };
        Self { plan, waiting: archive.records.0.into_iter() }
    }

    /// How many records were compared.
    #[must_use]
    pub fn done(&self) -> usize {
        self.plan.rows.len()
    }

    /// Compares at most this many records more; false when none is left.
    pub fn step(&mut self, present: &Records, most: usize) -> bool {
        for _ in 0..most {
            let Some((key, mut record)) = self.waiting.next() else { return false };
            record.blank(present.0.get(&key).is_some_and(Record::is_erased));
            let (verdict, missing) = match present.0.get(&key) {
                None => (Verdict::New, record),
                Some(known) => {
                    let missing = record.missing_from(known);
                    (verdict(&key.kind, known, &missing), missing)
                }
            };
            if !missing.is_empty() {
                self.plan.news.0.insert(key.clone(), missing);
            }
            self.plan.rows.push(PlanRow { key, verdict });
        }
        true
    }

    /// What the file would do.
    #[must_use]
    pub fn finish(mut self, present: &Records) -> Plan {
        // Photos of an erased person come back no more than what was said of them.
        let mut named = NamedFiles::default();
        named.of(present);
        named.of(&self.plan.news);
        self.plan.files.retain(|file| named.name(file.hash()));
        self.plan
    }
}

fn verdict(kind: &RecordKind, known: &Record, missing: &Record) -> Verdict {
    if missing.is_empty() {
        return Verdict::Unchanged;
    }
    let mut merged = known.clone();
    merged.merge(missing.clone());
    let fields = match kind {
        RecordKind::Shop => new_conflicts::<ShopKind>(known, &merged),
        RecordKind::Staff => new_conflicts::<StaffKind>(known, &merged),
        RecordKind::Customer => new_conflicts::<CustomerKind>(known, &merged),
        RecordKind::Asset => new_conflicts::<AssetKind>(known, &merged),
        RecordKind::Case => new_conflicts::<CaseKind>(known, &merged),
        RecordKind::Letter => new_conflicts::<LetterKind>(known, &merged),
        RecordKind::Visit => new_conflicts::<VisitKind>(known, &merged),
        RecordKind::Improvement => new_conflicts::<ImprovementKind>(known, &merged),
        RecordKind::Process => new_conflicts::<CustomProcessKind>(known, &merged),
        RecordKind::Unknown(_) => 0,
    };
    if fields > 0 { Verdict::Conflict { fields } } else { Verdict::Changed { entries: missing.len() } }
}

/// How many fields are in conflict over a value that was not in conflict before.
fn new_conflicts<K: Known>(before: &Record, after: &Record) -> usize {
    let [before, after] = [before, after].map(|record| match K::of(record) {
        Some(journal) => Folded::<K>::of(journal).fields.conflicts(),
        None => Vec::new(),
    });
    after.iter().filter(|conflict| is_new(conflict, &before)).count()
}

fn is_new<F: Field>(conflict: &Conflict<F>, before: &[Conflict<F>]) -> bool {
    let known = before.iter().filter(|known| known.key == conflict.key);
    let known: Vec<&Stamp> = known.flat_map(|known| &known.values).map(|value| &value.stamp).collect();
    conflict.values.iter().any(|value| !known.contains(&&value.stamp))
}
