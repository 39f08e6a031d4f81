use super::{Stamp, Writer};

/// How far ahead of the wall clock a stamp from elsewhere may be before it is doubtful: a day.
pub const MAX_DRIFT_MS: u64 = 24 * 60 * 60 * 1000;

/// A hybrid logical clock: gives stamps later than every stamp this device has seen,
/// except those from clocks that run far ahead, which never drag ours along.
#[derive(Clone, Debug)]
pub struct Clock {
    writer: Writer,
    last: Option<Stamp>,
}

impl Clock {
    /// A clock for `writer` that has seen nothing.
    #[must_use]
    pub fn new(writer: Writer) -> Self {
        Self { writer, last: None }
    }

    /// Who this clock makes stamps for.
    #[must_use]
    pub fn writer(&self) -> &Writer {
        &self.writer
    }

    /// The latest that it has come to at wall time `now`, in milliseconds since 1970.
    #[must_use]
    pub fn latest(&self, now: u64) -> u64 {
        self.last.as_ref().map_or(now, |last| last.millis.max(now))
    }

    /// Makes stamps for another writer from now on.
    pub fn hand_to(&mut self, writer: Writer) {
        self.writer = writer;
    }

    /// Takes note of a stamp seen at wall time `now`, in milliseconds since 1970.
    pub fn observe(&mut self, seen: &Stamp, now: u64) {
        if !is_doubtful(seen, now) && self.last.as_ref().is_none_or(|last| seen > last) {
            self.last = Some(seen.clone());
        }
    }

    /// The next stamp at wall time `now`, in milliseconds since 1970.
    pub fn tick(&mut self, now: u64) -> Stamp {
        let stamp = match &self.last {
            Some(last) if last.millis >= now => last.next_for(&self.writer),
            _ => Stamp::new(now, 0, self.writer.clone()),
        };
        self.last = Some(stamp.clone());
        stamp
    }
}

/// Whether `stamp` comes from a clock that runs more than a day ahead of `now`.
#[must_use]
pub fn is_doubtful(stamp: &Stamp, now: u64) -> bool {
    stamp.millis > now.saturating_add(MAX_DRIFT_MS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{DeviceId, SessionId};

    fn writer(n: u128) -> Writer {
        Writer { device: DeviceId::from_random(n), session: SessionId::from_random(n) }
    }

    #[test]
    fn stamps_rise_even_when_the_wall_clock_falls_back() {
        let mut clock = Clock::new(writer(1));
        let stamps: Vec<_> = [5000, 5000, 4000, 6000, 10].map(|now| clock.tick(now)).into();
        assert!(stamps.windows(2).all(|pair| pair[0] < pair[1]), "{stamps:?}");
    }

    #[test]
    fn what_was_seen_comes_before() {
        let mut clock = Clock::new(writer(1));
        let seen = Stamp::new(9000, 3, writer(2));
        clock.observe(&seen, 5000);
        assert_eq!((clock.latest(5000), clock.latest(9001)), (9000, 9001));
        assert!(clock.tick(5000) > seen);
    }

    #[test]
    fn a_clock_far_ahead_does_not_drag_ours() {
        let mut clock = Clock::new(writer(1));
        let future = Stamp::new(5000 + MAX_DRIFT_MS + 1, 0, writer(2));
        clock.observe(&future, 5000);
        assert!(is_doubtful(&future, 5000));
        assert_eq!(clock.tick(5000).millis, 5000);
    }
}
