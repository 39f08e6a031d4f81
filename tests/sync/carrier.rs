//! What carries the folder: every device has a copy of its own, and what one does to its copy reaches
//! the others late, in any order, in halves, twice, under other names, or not before somebody lost it.

use casebook::app::sync::Found;
use fastrand::Rng;
use std::collections::BTreeMap;

/// A device's copy of the folder.
pub(crate) type Copy = BTreeMap<Found, Vec<u8>>;

/// What a device did to its copy.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Put(Found, Vec<u8>),
    Remove(Found),
}

#[derive(Default, Debug)]
pub(crate) struct Carrier {
    /// The copies, by the place of their device.
    pub(crate) copies: Vec<Copy>,
    /// What is still on the way to whom.
    pub(crate) on_the_way: Vec<(usize, Act)>,
}

impl Carrier {
    /// A device did something; it is on the way to the others.
    pub(crate) fn did(&mut self, by: usize, acts: Vec<Act>) {
        for act in acts {
            let others = (0..self.copies.len()).filter(|to| *to != by);
            self.on_the_way.extend(others.map(|to| (to, act.clone())));
        }
    }

    /// Carries a part of what is on the way, as badly as carriers do.
    pub(crate) fn carry_some(&mut self, rng: &mut Rng) {
        for _ in 0..rng.usize(..=self.on_the_way.len()) {
            let next = rng.usize(..self.on_the_way.len());
            let (to, act) = self.on_the_way[next].clone();
            match act {
                Act::Put(file, content) if rng.u8(..) < 60 => {
                    // Half of it for now; the whole comes later.
                    let half = content[..rng.usize(..=content.len())].to_vec();
                    let holed = rng.bool();
                    let half = if holed { padded(half, content.len()) } else { half };
                    self.copies[to].entry(file).or_insert(half);
                }
                act => {
                    if rng.u8(..) >= 30 {
                        self.on_the_way.swap_remove(next);
                    }
                    self.arrive(to, disguised(act, rng));
                }
            }
        }
    }

    /// Carries all that is on the way, in order.
    pub(crate) fn carry_all(&mut self) {
        for (to, act) in std::mem::take(&mut self.on_the_way) {
            self.arrive(to, act);
        }
    }

    /// Somebody removes a file, and everybody loses it.
    pub(crate) fn lose(&mut self, at: usize, rng: &mut Rng) {
        let files: Vec<_> = self.copies[at].keys().cloned().collect();
        if !files.is_empty() {
            let file = files[rng.usize(..files.len())].clone();
            self.copies[at].remove(&file);
            self.did(at, vec![Act::Remove(file)]);
        }
    }

    /// All that its writer (by place) has reaches everybody: what came under another name and was then
    /// lost comes again.
    pub(crate) fn complete(&mut self, writers: &[String]) {
        for (place, writer) in writers.iter().enumerate() {
            let own = self.copies[place].iter().filter(|(file, _)| file.folder == *writer);
            let own: Copy = own.map(|(file, content)| (file.clone(), content.clone())).collect();
            self.copies.iter_mut().for_each(|copy| copy.extend(own.clone()));
        }
    }

    /// In the end a carrier makes all copies alike: of each folder, as its writer (by place) has it.
    pub(crate) fn agree(&mut self, writers: &[String]) {
        for place in 0..self.copies.len() {
            let mut copy = std::mem::take(&mut self.copies[place]);
            copy.retain(|file, _| {
                let writer = writers.iter().position(|writer| *writer == file.folder);
                writer.is_some_and(|writer| writer == place || self.copies[writer].contains_key(file))
            });
            self.copies[place] = copy;
        }
    }

    fn arrive(&mut self, to: usize, act: Act) {
        match act {
            Act::Put(file, content) => drop(self.copies[to].insert(file, content)),
            Act::Remove(file) => drop(self.copies[to].remove(&file)),
        }
    }
}

fn padded(mut half: Vec<u8>, length: usize) -> Vec<u8> {
    half.resize(length, 0);
    half
}

/// The same file under a name that a carrier gives it.
fn disguised(act: Act, rng: &mut Rng) -> Act {
    let Act::Put(mut file, content) = act else { return act };
    match rng.u8(..20) {
        0 => file.name = file.name.replacen('.', " (1).", 1),
        1 => file.name = file.name.to_ascii_uppercase(),
        2 => file.folder = file.folder.to_ascii_uppercase(),
        3 => file.name = file.name.replacen('.', " (conflicted copy).", 1),
        _ => {}
    }
    Act::Put(file, content)
}
