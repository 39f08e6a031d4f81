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
