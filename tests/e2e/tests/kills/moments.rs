use std::time::Duration;

/// Draws the moments of the kills, and counts them.
pub(crate) struct Moments {
    random: fastrand::Rng,
    within: u32,
    kills: u32,
}

impl Moments {
    pub(crate) fn new(seed: u64) -> Self {
        Self { random: fastrand::Rng::with_seed(seed), within: 0, kills: 0 }
    }

    /// A moment somewhere in a span.
    pub(crate) fn draw(&mut self, span: Duration) -> Duration {
        Duration::from_micros(self.random.u64(0..=span.as_micros() as u64))
    }

    /// Says what a kill is about to be checked for, so that one that is not survived has a name.
    pub(crate) fn struck(&mut self, work: &str, at: Duration, within: bool, so_far: &str) {
        self.kills += 1;
        self.within += u32::from(within);
        let fell = if within { "in" } else { "after" };
        println!("kill {} after {} ms, {fell} the work: {work}, {so_far}", self.kills, at.as_millis());
    }

    pub(crate) fn kills(&self) -> u32 {
        self.kills
    }

    pub(crate) fn within(&self) -> u32 {
        self.within
    }
}
