//! Processes of the shop's own beside those that are built in.

use crate::catalog::ProcessFace;
use crate::domain::custom_process::Definition;
use crate::domain::process::{Process, ProcessRef};
use crate::search::summary::ProcessSummary;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// A process of the shop's own as cases follow it. A version is made once and looked at
/// everywhere, as a built-in one is; so it is kept for as long as the page lives.
#[must_use]
pub fn kept(at: &ProcessRef, definition: &Definition) -> &'static Process {
    static KEPT: Mutex<Vec<&'static Process>> = Mutex::new(Vec::new());
    let process = definition.process(at.clone());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.iter().find(|known| ***known == process) {
        return known;
    }
    let new: &'static Process = Box::leak(Box::new(process));
    kept.push(new);
    new
}

/// What lists show of a process of the shop's own.
#[must_use]
pub fn face(process: &ProcessSummary) -> ProcessFace {
    let stages: Vec<_> = process.stages.iter().map(|(id, name)| (word(id), word(name))).collect();
    ProcessFace { id: word(&process.id), name: word(&process.name), stages: list(stages) }
}

/// A word that lists show: kept once, like the names of what is built in.
fn word(text: &str) -> &'static str {
    static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(text) {
        return known;
    }
    let new: &'static str = Box::leak(Box::from(text));
    kept.insert(new);
    new
}

type Stages = &'static [(&'static str, &'static str)];

fn list(stages: Vec<(&'static str, &'static str)>) -> Stages {
    static KEPT: Mutex<BTreeSet<Stages>> = Mutex::new(BTreeSet::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(stages.as_slice()) {
        return known;
    }
    let new: Stages = Box::leak(stages.into_boxed_slice());
    kept.insert(new);
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::default_process;
    use crate::domain::id::ProcessId;
    use crate::domain::lang::Lang;

    #[test]
    fn a_version_is_kept_once_and_a_settled_one_beside_it() {
        let at = ProcessRef { id: ProcessId::parse("own-kept").expect("an id"), version: 1 };
        let one = Definition::of(default_process(Lang::En).expect("a process"), Lang::En);
        let other = Definition { name: "Other".to_owned(), ..one.clone() };
        assert!(std::ptr::eq(kept(&at, &one), kept(&at, &one)));
        assert_eq!(kept(&at, &other).name, "Other");
        assert_eq!(kept(&at, &one).at, at);
    }

    #[test]
    fn the_same_words_are_kept_once() {
        assert!(std::ptr::eq(word("kept once"), word("kept once")));
        assert!(std::ptr::eq(list(vec![("a", "A")]), list(vec![("a", "A")])));
    }
}
