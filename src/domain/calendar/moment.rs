use crate::domain::date::Date;
use crate::domain::local_time::LocalTime;
use std::fmt;

/// A minute of the world's time, wherever somebody is: minutes since 1970 began, UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Moment(u32);

impl Moment {
    /// The minute that a moment in milliseconds since 1970 lies in.
    #[must_use]
    pub fn of_millis(millis: u64) -> Self {
        Self(u32::try_from(millis / 60_000).unwrap_or(u32::MAX))
    }

    /// Its beginning in milliseconds since 1970.
    #[must_use]
    pub fn millis(self) -> u64 {
        u64::from(self.0) * 60_000
    }

    /// Reads `2026-11-21T20:00:00Z`; its seconds do not count.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (time, seconds) = text.strip_suffix('Z')?.split_at_checked(16)?;
        let seconds =
            seconds.strip_prefix(':').filter(|s| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit()));
        let time = LocalTime::parse(time).filter(|_| seconds.is_some_and(|seconds| seconds < "60"))?;
        (time.date() >= Date::EPOCH).then(|| Self(time.number()))
    }

    /// The moment so many minutes after 1970 began.
    #[must_use]
    pub fn of_number(number: u32) -> Self {
        Self(number)
    }

    /// Minutes since 1970 began.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }

    /// The moment so many minutes later, or earlier; the first or the last there is when out of range.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        let number = i64::from(self.0).saturating_add(minutes).clamp(0, u32::MAX.into());
        Self(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// Minutes from `other` to this moment; negative when this one is earlier.
    #[must_use]
    pub fn minutes_since(self, other: Self) -> i64 {
        i64::from(self.0) - i64::from(other.0)
    }
}

impl fmt::Display for Moment {
    /// `2026-11-21T20:00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = LocalTime::of_number(self.0).or(LocalTime::of_number(0));
        time.map_or(Ok(()), |time| write!(f, "{time}:00Z"))
    }
}
