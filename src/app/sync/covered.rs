//! Which batches of the store are in the folder: in files of ours, or in files of others that came in.

use std::collections::BTreeSet;

/// In how many notes they are kept, so that a save writes a small one.
pub const PARTS: usize = 32;

/// The names of batches, in as many parts.
#[derive(Clone, PartialEq, Debug)]
pub struct Covered {
    parts: Vec<BTreeSet<String>>,
    changed: [bool; PARTS],
    /// Whether a part of these is to be sent again.
    uncovered: [bool; PARTS],
}

impl Default for Covered {
    fn default() -> Self {
        Self { parts: vec![BTreeSet::new(); PARTS], changed: [false; PARTS], uncovered: [false; PARTS] }
    }
}

/// The batch that a row of the store belongs to.
#[must_use]
pub fn batch_of(row: &str) -> &str {
    row.rsplit('/').next().unwrap_or_default()
}

fn part_of(batch: &str) -> usize {
    batch.bytes().map(usize::from).sum::<usize>() % PARTS
}

impl Covered {
    /// Whether a batch is in the folder.
    #[must_use]
    pub fn has(&self, batch: &str) -> bool {
        self.parts[part_of(batch)].contains(batch)
    }

    /// Takes note of a batch.
    pub fn add(&mut self, batch: &str) {
        let part = part_of(batch);
        self.changed[part] |= self.parts[part].insert(batch.to_owned());
    }

    /// Forgets a batch: it will be sent.
    pub fn remove(&mut self, batch: &str) {
        let part = part_of(batch);
        self.uncovered[part] |= self.parts[part].remove(batch);
    }

    /// Forgets all: everything will be sent.
    pub fn clear(&mut self) {
        for (part, uncovered) in self.parts.iter_mut().zip(&mut self.uncovered) {
            *uncovered |= !part.is_empty();
            part.clear();
        }
    }

    /// Forgets the batches that are no longer there: they were joined with others.
    pub fn keep_only(&mut self, there: &BTreeSet<&str>) {
        for (part, changed) in self.parts.iter_mut().zip(&mut self.changed) {
            let before = part.len();
            part.retain(|batch| there.contains(batch.as_str()));
            *changed |= part.len() != before;
        }
    }

    /// The parts of which something is to be sent again, as texts: they are noted before all else.
    pub fn uncovered(&mut self) -> Vec<(usize, String)> {
        let parts = std::mem::replace(&mut self.uncovered, [false; PARTS]);
        self.texts(parts)
    }

    /// The other parts that changed, as texts.
    pub fn changes(&mut self) -> Vec<(usize, String)> {
        let parts = std::mem::replace(&mut self.changed, [false; PARTS]);
        self.texts(parts)
    }

    fn texts(&self, parts: [bool; PARTS]) -> Vec<(usize, String)> {
        let parts = (0..PARTS).filter(|at| parts[*at]);
        let text = |at: usize| self.parts[at].iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        parts.map(|at| (at, text(at))).collect()
    }

    /// Takes in a part as [`Covered::changes`] gave it.
    pub fn read(&mut self, part: usize, text: &str) {
        let batches = text.split(' ').filter(|batch| part_of(batch) == part && !batch.is_empty());
        if let Some(known) = self.parts.get_mut(part) {
            known.extend(batches.map(str::to_owned));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_read_again() {
        let mut covered = Covered::default();
        let batches: Vec<String> = (0..200).map(|n| format!("batch{n}")).collect();
        batches.iter().for_each(|batch| covered.add(batch));
        let mut read = Covered::default();
        let parts = covered.changes();
        parts.iter().for_each(|(part, text)| read.read(*part, text));
        assert!(batches.iter().all(|batch| read.has(batch)) && !read.has("batch200") && !read.has(""));
        assert_eq!(covered.changes(), [], "nothing changed since");
        covered.add("batch7");
        assert_eq!(covered.changes(), [], "it was there");
        covered.remove("batch7");
        assert_eq!((covered.uncovered().len(), covered.changes().len()), (1, 0));
        covered.keep_only(&BTreeSet::from(["batch1"]));
        assert!(covered.has("batch1") && !covered.has("batch2"));
        covered.clear();
        assert!(!covered.has("batch1"));
    }

    #[test]
    fn a_row_names_its_batch() {
        assert_eq!(batch_of("case/abc/b1"), "b1");
        assert_eq!(batch_of(""), "");
    }
}
