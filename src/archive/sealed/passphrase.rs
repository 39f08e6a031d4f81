//! A passphrase, and how hard it is to guess.

use age::secrecy::SecretString;
use std::fmt;

/// What somebody typed to protect a file. It is never shown and never written down; its memory is wiped.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// Exactly what was typed: other programs would not trim or change it either.
    #[must_use]
    pub fn new(typed: String) -> Self {
        Self(SecretString::from(typed))
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        use age::secrecy::ExposeSecret;
        self.0.expose_secret().is_empty()
    }

    pub(super) fn secret(&self) -> SecretString {
        self.0.clone()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// How long somebody who has the file would have to guess.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Strength {
    /// Minutes to days.
    Weak,
    /// Years, for somebody with a few machines.
    Fair,
    /// Longer than anybody tries.
    Strong,
}

/// From how many bits on a passphrase is fair, and strong. Each guess is 2^16 steps of work, which counts as well.
const FAIR_BITS: u32 = 38;
const STRONG_BITS: u32 = 58;

/// How hard a passphrase is to guess: roughly, by its length, by how many kinds of characters it has, and less for a
/// character that repeats or follows the one before it.
#[must_use]
pub fn strength(typed: &str) -> Strength {
    let kinds: u32 = [
        (typed.chars().any(|c| c.is_ascii_digit()), 10),
        (typed.chars().any(|c| c.is_ascii_lowercase()), 26),
        (typed.chars().any(|c| c.is_ascii_uppercase()), 26),
        (typed.chars().any(|c| c.is_ascii() && !c.is_ascii_alphanumeric()), 12),
        // Of the thousands of Chinese characters, people choose the frequent ones.
        (!typed.is_ascii(), 1000),
    ]
    .into_iter()
    .filter_map(|(has, count)| has.then_some(count))
    .sum();
    // A word is easier to guess than its letters by chance: a letter of one counts for about half of its bits.
    let each = (kinds.max(1).ilog2() + 1).min(10);
    let letters = each * 2 / 3;
    let mut before: Option<char> = None;
    let mut bits = 0;
    for c in typed.chars() {
        let follows = before.is_some_and(|before| u32::from(before).abs_diff(u32::from(c)) <= 1);
        bits += match () {
            () if follows => 0,
            () if c.is_alphabetic() => letters,
            () => each,
        };
        before = Some(c);
    }
    match bits {
        0..FAIR_BITS => Strength::Weak,
        FAIR_BITS..STRONG_BITS => Strength::Fair,
        _ => Strength::Strong,
    }
}
