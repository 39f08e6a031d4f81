use super::{MoneyError, typed};
use std::fmt;

/// How much of something, to the thousandth: pieces, hours, metres.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Quantity(u64);

impl Quantity {
    /// One of it.
    pub const ONE: Self = Self(1000);
    /// The most, in thousandths: nine digits before the point.
    const MAX: u64 = 999_999_999_999;

    /// Reads what a person typed: `1.5`, `１２`, `1,200`.
    ///
    /// # Errors
    /// [`MoneyError`] says what is wrong.
    pub fn parse(typed: &str) -> Result<Self, MoneyError> {
        let thousandths = typed::fixed(typed, &[], 3)?.unsigned_abs();
        if thousandths > Self::MAX { Err(MoneyError::TooLarge) } else { Ok(Self(thousandths)) }
    }

    /// Reads `1.5`, as files keep it: without a superfluous zero.
    #[must_use]
    pub fn from_plain(text: &str) -> Option<Self> {
        Self::parse(text).ok().filter(|quantity| quantity.to_string() == text)
    }

    /// The thousandths.
    #[must_use]
    pub fn thousandths(self) -> u64 {
        self.0
    }
}

/// As few digits as say it: `2`, `1.5`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = typed::plain(i64::try_from(self.0).unwrap_or(i64::MAX), 3);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// A share in hundredths of a percent, from none to all: a discount, a tax.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Rate(u32);

impl Rate {
    /// Nothing of it.
    pub const NONE: Self = Self(0);
    /// All of it, in basis points.
    pub const MAX: u32 = 10_000;

    /// So many basis points: 600 are 6 %.
    #[must_use]
    pub fn from_basis_points(points: u32) -> Option<Self> {
        (points <= Self::MAX).then_some(Self(points))
    }

    /// Reads a percentage that a person typed: `6`, `6.5%`, `９％`.
    ///
    /// # Errors
    /// [`MoneyError`] says what is wrong; more than all of it is too large.
    pub fn parse(typed: &str) -> Result<Self, MoneyError> {
        let points = typed::fixed(typed, &["%"], 2)?;
        u32::try_from(points).ok().and_then(Self::from_basis_points).ok_or(MoneyError::TooLarge)
    }

    /// The basis points.
    #[must_use]
    pub fn basis_points(self) -> u32 {
        self.0
    }
}

/// The percentage in as few digits as say it: `6%`, `6.5%`.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = typed::plain(self.0.into(), 2);
        write!(f, "{}%", text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_read_to_the_thousandth() {
        for (typed, said) in [
            ("2", Ok("2")),
            (" １．５ ", Ok("1.5")),
            ("1,200.125", Ok("1200.125")),
            ("0", Ok("0")),
            ("100", Ok("100")),
            ("1.2345", Err(MoneyError::TooManyDecimals(3))),
            ("-1", Err(MoneyError::Negative)),
            ("two", Err(MoneyError::NotANumber)),
            ("1000000000", Err(MoneyError::TooLarge)),
            ("", Err(MoneyError::Empty)),
        ] {
            assert_eq!(Quantity::parse(typed).map(|q| q.to_string()), said.map(str::to_owned), "{typed}");
        }
        assert_eq!(Quantity::from_plain("1.5").map(Quantity::thousandths), Some(1500));
        assert_eq!(Quantity::from_plain("1.50"), None);
    }

    #[test]
    fn rates_are_shares() {
        for (typed, said) in [
            ("6", Ok("6%")),
            ("6.5 %", Ok("6.5%")),
            ("９％", Ok("9%")),
            ("0", Ok("0%")),
            ("100", Ok("100%")),
            ("100.01", Err(MoneyError::TooLarge)),
            ("0.001", Err(MoneyError::TooManyDecimals(2))),
            ("-5%", Err(MoneyError::Negative)),
        ] {
            assert_eq!(Rate::parse(typed).map(|rate| rate.to_string()), said.map(str::to_owned), "{typed}");
        }
    }
}
