//! What happens to a shop with several devices: steps that can be written down and played again.

use fastrand::Rng;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $weight:literal)*) => {
        /// What happens.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Kind {$($(#[$doc])* $kind,)*}

        /// Each with how often it happens.
        const KINDS: &[(Kind, &str, u32)] = &[$((Kind::$kind, stringify!($kind), $weight),)*];
    };
}

kinds! {
    /// The shop is named.
    Shop 2
    /// Somebody comes with something.
    Request 6
    /// Something of a customer is written down.
    Customer 10
    /// Something of a case is written down.
    Case 14
    /// A note is made.
    Note 5
    /// The last thing done to a case is taken back.
    Undo 6
    /// An undo is taken back, or any other entry.
    UndoAny 2
    /// Two records are said to be of one person.
    Merge 1
    /// A person is forgotten.
    Erase 2
    /// A device of a newer version writes what the others do not know.
    Newer 3
    /// A case gets a new number, when another has its own.
    Renumber 2
    /// A file is handed out.
    Export 12
    /// A file is taken in: any that was ever handed out.
    Import 16
    /// The file that was taken in last is taken in again.
    Again 2
    /// A file that was cut off is chosen.
    Cut 2
    /// A file is lost.
    Lose 1
    /// The import that was made last is taken back.
    TakeBack 2
    /// Rows of the storage are put into one.
    Compact 2
    /// The device is copied for a later day.
    Backup 2
    /// It is thrown back to such a copy.
    Restore 2
    /// Its storage is gone, and is filled from a file.
    Wipe 1
    /// Its profile is copied over another device.
    Copy 1
    /// Its clock is put to another time.
    Clock 3
    /// The page is opened anew.
    Reopen 4
    /// A second page is opened, or shut.
    Tab 2
    /// A page hears what the others did.
    Hear 4
    /// The storage refuses to be written, or no longer.
    Trouble 2
    /// It gets a newer version of the program, which knows more fields.
    Upgrade 1
}

/// One step: what happens, on which device, and what decides everything else about it. Steps
/// do not depend on each other's chances, so that others can be left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Step {
    pub(crate) device: usize,
    pub(crate) kind: Kind,
    pub(crate) chance: u32,
}

/// A story: how many devices, and what happens to them.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Story {
    pub(crate) devices: usize,
    pub(crate) steps: Vec<Step>,
}

impl Story {
    /// A story at random.
    pub(crate) fn random(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let devices = rng.usize(3..=5);
        let length = rng.usize(20..=140);
        let all: u32 = KINDS.iter().map(|(.., weight)| weight).sum();
        let steps = (0..length).map(|_| {
            let mut left = rng.u32(0..all);
            let chosen = KINDS.iter().find(|(.., weight)| {
                let found = left < *weight;
                left = left.saturating_sub(*weight);
                found
            });
            let kind = chosen.map_or(Kind::Export, |(kind, ..)| *kind);
            Step { device: rng.usize(0..devices), kind, chance: rng.u32(..) }
        });
        Self { devices, steps: steps.collect() }
    }

    /// As it is kept: the devices, then a line for each step.
    pub(crate) fn to_text(&self) -> String {
        let name = |kind: Kind| KINDS.iter().find(|known| known.0 == kind).map_or("", |known| known.1);
        let line = |step: &Step| format!("{} {} {}\n", step.device, name(step.kind), step.chance);
        format!("{} devices\n{}", self.devices, self.steps.iter().map(line).collect::<String>())
    }

    /// What [`to_text`](Self::to_text) gave; lines that begin with `#` tell people what it is.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let devices = lines.next()?.strip_suffix(" devices")?.parse().ok()?;
        let step = |line: &str| {
            let mut words = line.split(' ');
            let device = words.next()?.parse().ok()?;
            let word = words.next()?;
            let kind = KINDS.iter().find(|known| known.1 == word)?.0;
            Some(Step { device, kind, chance: words.next()?.parse().ok()? })
        };
        Some(Self { devices, steps: lines.map(step).collect::<Option<_>>()? })
    }
}
