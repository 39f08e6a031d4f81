//! What new entries would change in a record, in words.

mod told;

use crate::app::story::Look;
use crate::domain::asset::AssetKind;
use crate::domain::case::{Case, CaseKind};
use crate::domain::custom_process::CustomProcessKind;
use crate::domain::customer::CustomerKind;
use crate::domain::improvement::ImprovementKind;
use crate::domain::letter::LetterKind;
use crate::domain::process::ProcessRef;
use crate::domain::record::{Known, Record};
use crate::domain::shop::ShopKind;
use crate::domain::staff::StaffKind;
use crate::domain::visit::VisitKind;
use crate::journal::{Change, Conflict, Field, Folded, Held, Journal, Stamp};
use crate::with_journal;
use std::collections::{BTreeMap, BTreeSet};
pub use told::Happened;
use told::Told;

/// The most of a value that is shown, in characters.
const MOST: usize = 200;

/// What new entries would change in a record.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Difference {
    /// The fields that would get another value.
    pub values: Vec<NewValue>,
    /// The fields of which two values would stand side by side.
    pub beside: Vec<Beside>,
    /// What would have happened besides, and how often.
    pub happened: BTreeMap<Happened, usize>,
    /// Whether earlier entries would no longer count.
    pub undone: usize,
    /// What only a newer version can show.
    pub unknown: usize,
    /// Whether the person would be forgotten.
    pub erased: bool,
}

/// A field that would get another value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewValue {
    /// What it is called.
    pub name: String,
    /// The value that counts now; nothing when it has none.
    pub before: String,
    /// The value that would count then; nothing when it would have none.
    pub after: String,
}

/// A field of which two values would stand side by side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beside {
    /// What it is called.
    pub name: String,
    /// The values that stand here.
    pub here: Vec<String>,
    /// The values that would come.
    pub there: Vec<String>,
}

impl Difference {
    /// Whether nothing of it can be seen: what came was overwritten before, or is already so.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }
}

/// What `news` would change in a record, of which `known` is here.
#[must_use]
pub fn difference(look: &Look, known: Option<&Record>, news: &Record) -> Difference {
    let mut told = match news {
        Record::Shop(news) => of::<ShopKind>(look, known, news),
        Record::Staff(news) => of::<StaffKind>(look, known, news),
        Record::Customer(news) => of::<CustomerKind>(look, known, news),
        Record::Asset(news) => of::<AssetKind>(look, known, news),
        Record::Case(news) => of::<CaseKind>(look, known, news),
        Record::Letter(news) => of::<LetterKind>(look, known, news),
        Record::Visit(news) => of::<VisitKind>(look, known, news),
        Record::Improvement(news) => of::<ImprovementKind>(look, known, news),
        Record::Process(news) => of::<CustomProcessKind>(look, known, news),
        Record::Unknown(_) => Difference::default(),
    };
    with_journal!(news, journal => {
        for change in journal.iter().flat_map(|entry| &entry.changes) {
            match change {
                Change::Undo(_) => told.undone += 1,
                Change::Unknown(_) => told.unknown += 1,
                Change::Set { .. } | Change::Event(_) | Change::Erased => {}
            }
        }
    });
    told.erased = news.is_erased() && !known.is_some_and(Record::is_erased);
    told
}

/// The process that a case would follow: its stages and tasks are named within it.
#[must_use]
pub fn process_of(known: Option<&Record>, news: &Record) -> Option<ProcessRef> {
    let Record::Case(news) = news else { return None };
    Case::of(&merged::<CaseKind>(known, news)).process().cloned()
}

fn merged<K: Known>(known: Option<&Record>, news: &Journal<K>) -> Journal<K> {
    let mut record = K::wrap(known.and_then(K::of).cloned().unwrap_or_default());
    record.merge(K::wrap(news.clone()));
    K::of(&record).cloned().unwrap_or_default()
}

fn of<K: Told>(look: &Look, known: Option<&Record>, news: &Journal<K>) -> Difference {
    let before = known.and_then(K::of).map(Folded::<K>::of);
    let after = Folded::<K>::of(&merged::<K>(known, news));
    let mut told = Difference::default();
    let conflicts = match &before {
        Some(before) => new_conflicts(before, &after),
        // What a new record brings along is its own.
        None => Vec::new(),
    };
    let brought: BTreeSet<&Stamp> = news.iter().map(|entry| &entry.stamp).collect();
    for conflict in &conflicts {
        let words = |held: &&Held<K::Field>| short(K::value(look, &held.value));
        let (there, here): (Vec<_>, Vec<_>) =
            conflict.values.iter().partition(|held| brought.contains(&held.stamp));
        told.beside.push(Beside {
            name: K::field(look, &conflict.key),
            here: here.iter().map(words).collect(),
            there: there.iter().map(words).collect(),
        });
    }
    let words = |folded: Option<&Folded<K>>, key: &<K::Field as Field>::Key| {
        let value = folded.and_then(|folded| folded.fields.current(key));
        value.map(|value| short(K::value(look, value))).unwrap_or_default()
    };
    let held = before.iter().flat_map(|folded| folded.fields.iter()).chain(after.fields.iter());
    let keys: BTreeSet<_> = held.map(|held| held.value.key()).collect();
    for key in keys {
        let unchanged =
            before.as_ref().and_then(|folded| folded.fields.current(&key)) == after.fields.current(&key);
        if unchanged || conflicts.iter().any(|conflict| conflict.key == key) {
            continue;
        }
        let (now, then) = (words(before.as_ref(), &key), words(Some(&after), &key));
        if now != then {
            told.values.push(NewValue { name: K::field(look, &key), before: now, after: then });
        }
    }
    let count = |folded: &Folded<K>| {
        let mut counts = BTreeMap::new();
        for happened in folded.events.iter().filter_map(|held| K::happened(&held.value)) {
            *counts.entry(happened).or_insert(0_usize) += 1;
        }
        counts
    };
    let earlier = before.as_ref().map(count).unwrap_or_default();
    for (happened, times) in count(&after) {
        let more = times.saturating_sub(earlier.get(&happened).copied().unwrap_or(0));
        if more > 0 {
            told.happened.insert(happened, more);
        }
    }
    told
}

/// The fields with a value beside another that was not beside it before.
fn new_conflicts<K: Known>(before: &Folded<K>, after: &Folded<K>) -> Vec<Conflict<K::Field>> {
    let known: Vec<_> = before.fields.conflicts();
    let is_new = |conflict: &Conflict<K::Field>| {
        let of_field = known.iter().filter(|known| known.key == conflict.key);
        let stamps: Vec<&Stamp> = of_field.flat_map(|known| &known.values).map(|held| &held.stamp).collect();
        conflict.values.iter().any(|held| !stamps.contains(&&held.stamp))
    };
    after.fields.conflicts().into_iter().filter(is_new).collect()
}

/// As much of a value as is shown, in one line.
fn short(words: String) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().nth(MOST).is_none() { line } else { line.chars().take(MOST).collect::<String>() + "…" }
}
