//! Wrong codes and passphrases: after each, the pause before the next is longer.

/// The longest pause, in seconds.
const LONGEST_PAUSE: u64 = 300;

/// Why something does not open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// What was typed is something else.
    Wrong,
    /// So many seconds must pass before the next try.
    Wait(u64),
}

/// What was tried in vain so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tries {
    /// How often.
    pub wrong: u32,
    /// Before this moment nothing is looked at, in milliseconds since 1970.
    pub not_before: u64,
}

impl Tries {
    /// How many seconds must pass before the next try.
    #[must_use]
    pub fn pause(self, now: u64) -> u64 {
        // A clock that was set back makes no pause longer than the longest.
        self.not_before.saturating_sub(now).div_ceil(1000).min(LONGEST_PAUSE)
    }

    /// It was tried in vain once more.
    pub fn refuse(&mut self, now: u64) {
        self.wrong = self.wrong.saturating_add(1);
        let pause = 1_u64.checked_shl(self.wrong).map_or(LONGEST_PAUSE, |pause| pause.min(LONGEST_PAUSE));
        self.not_before = now.saturating_add(pause * 1000);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_264_327_000;

    #[test]
    fn after_each_the_pause_grows() {
        let mut tries = Tries::default();
        assert_eq!(tries.pause(NOW), 0);
        let mut pauses = Vec::new();
        for _ in 0..70 {
            tries.refuse(NOW);
            pauses.push(tries.pause(NOW));
        }
        assert_eq!(pauses[..9], [2, 4, 8, 16, 32, 64, 128, 256, 300]);
        assert_eq!(pauses.last(), Some(&300));
        assert_eq!(tries.pause(NOW + 299_001), 1);
        assert_eq!(tries.pause(NOW + 300_000), 0);
        assert_eq!(tries.pause(0), 300, "a clock that was set back locks nobody out for long");
    }
}
