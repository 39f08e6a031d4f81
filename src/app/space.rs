//! How much room is left for the shop's data.

/// Below this it is worth a word: two hundred photos.
const LITTLE: u64 = 60_000_000;

/// What a browser says of the room that it gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Space {
    /// How many bytes are kept.
    pub used: u64,
    /// How many more it would take, as far as it tells.
    pub free: u64,
}

impl Space {
    /// The room, from how much is used and how much may be.
    #[must_use]
    pub fn of(used: u64, quota: u64) -> Self {
        Self { used, free: quota.saturating_sub(used) }
    }

    /// Whether so little is left that somebody should know.
    #[must_use]
    pub fn is_little(self) -> bool {
        self.free < LITTLE || self.free < self.used / 10
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_room_is_told_in_time() {
        const GB: u64 = 1_000_000_000;
        for (used, quota, little) in [
            (0, 10 * GB, false),
            (9 * GB, 10 * GB, false),
            (GB, GB + 59_000_000, true),
            (GB, GB + 101_000_000, false),
            (9_800_000_000, 10 * GB, true),
            // A quota that shrank because the disk filled up.
            (GB, GB / 2, true),
        ] {
            assert_eq!(Space::of(used, quota).is_little(), little, "{used} of {quota}");
        }
    }
}
