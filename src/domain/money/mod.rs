//! Money is exact: whole minor units of a currency, never a float.

mod currency;
mod line;
mod quantity;
mod typed;

pub use currency::Currency;
pub use line::{Line, LineTotal, line_total};
pub use quantity::{Quantity, Rate};

use std::fmt;

/// The largest amount, in minor units: fifteen digits.
pub const MAX_MINOR: i64 = 999_999_999_999_999;

/// Why a typed number is none, or a sum cannot be made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MoneyError {
    /// Nothing was typed.
    Empty,
    /// Not a number as people write one.
    NotANumber,
    /// Below zero.
    Negative,
    /// More than can be kept.
    TooLarge,
    /// More decimals than there can be: at most this many.
    TooManyDecimals(u32),
    /// Amounts of two currencies have no sum.
    Currencies(Currency, Currency),
}

/// An amount of money.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Money {
    currency: Currency,
    minor: i64,
}

impl Money {
    /// So many minor units of a currency.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] beyond [`MAX_MINOR`] on either side of zero.
    pub fn new(minor: i64, currency: Currency) -> Result<Self, MoneyError> {
        Self::fit(minor.into(), currency)
    }

    /// No money.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self { currency, minor: 0 }
    }

    /// Reads what a person typed: `1,200.50`, `１２００`, `¥80`, `80 元`. The sign must be one of
    /// this currency; a comma must stand before three digits.
    ///
    /// # Errors
    /// [`MoneyError`] says what is wrong.
    pub fn parse(typed: &str, currency: Currency) -> Result<Self, MoneyError> {
        let minor = typed::fixed(typed, currency.signs(), currency.digits())?;
        Self::new(minor, currency)
    }

    /// Reads `1200.50`, with exactly the currency's decimals and no superfluous zero.
    #[must_use]
    pub fn from_plain(text: &str, currency: Currency) -> Option<Self> {
        let money = Self::parse(text, currency).ok()?;
        (money.plain() == text).then_some(money)
    }

    /// The amount in digits alone, as files keep it: `1200.50`.
    #[must_use]
    pub fn plain(self) -> String {
        typed::plain(self.minor, self.currency.digits())
    }

    /// The minor units.
    #[must_use]
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// Both together.
    ///
    /// # Errors
    /// [`MoneyError::Currencies`] and [`MoneyError::TooLarge`].
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        Self::fit(i128::from(self.minor) + i128::from(other.minor), self.currency)
    }

    /// What is left without the other; it may be below zero.
    ///
    /// # Errors
    /// [`MoneyError::Currencies`] and [`MoneyError::TooLarge`].
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        Self::fit(i128::from(self.minor) - i128::from(other.minor), self.currency)
    }

    /// All together; nothing is no money of this currency.
    ///
    /// # Errors
    /// [`MoneyError::Currencies`] and [`MoneyError::TooLarge`].
    pub fn sum(currency: Currency, amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::plus)
    }

    fn same(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::Currencies(self.currency, other.currency))
        }
    }

    fn fit(minor: i128, currency: Currency) -> Result<Self, MoneyError> {
        match i64::try_from(minor) {
            Ok(minor) if (-MAX_MINOR..=MAX_MINOR).contains(&minor) => Ok(Self { currency, minor }),
            _ => Err(MoneyError::TooLarge),
        }
    }
}

/// The plain amount with the currency's code: `CNY 1200.50`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency.code(), self.plain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (typed, currency, minor) in [
            ("1,200.50", Currency::Cny, Ok(120_050)),
            ("１２００", Currency::Cny, Ok(120_000)),
            ("¥80", Currency::Cny, Ok(8_000)),
            ("￥ 80.5", Currency::Cny, Ok(8_050)),
            ("80 元", Currency::Cny, Ok(8_000)),
            ("NT$1,200", Currency::Twd, Ok(120_000)),
            ("HK$ 0.10", Currency::Hkd, Ok(10)),
            ("¥8,000", Currency::Jpy, Ok(8_000)),
            ("cny 1", Currency::Cny, Ok(100)),
            ("0", Currency::Usd, Ok(0)),
            ("9,999,999,999,999.99", Currency::Usd, Ok(MAX_MINOR)),
            ("", Currency::Cny, Err(MoneyError::Empty)),
            ("¥", Currency::Cny, Err(MoneyError::NotANumber)),
            ("-1", Currency::Cny, Err(MoneyError::Negative)),
            ("¥-1", Currency::Cny, Err(MoneyError::Negative)),
            ("1.234", Currency::Cny, Err(MoneyError::TooManyDecimals(2))),
            ("1.5", Currency::Jpy, Err(MoneyError::TooManyDecimals(0))),
            ("10000000000000", Currency::Usd, Err(MoneyError::TooLarge)),
            (&"9".repeat(60), Currency::Usd, Err(MoneyError::TooLarge)),
            ("1,5", Currency::Eur, Err(MoneyError::NotANumber)),
            ("12,00.5", Currency::Cny, Err(MoneyError::NotANumber)),
            ("1.", Currency::Cny, Err(MoneyError::NotANumber)),
            ("1e3", Currency::Cny, Err(MoneyError::NotANumber)),
            ("€5", Currency::Cny, Err(MoneyError::NotANumber)),
            ("一百", Currency::Cny, Err(MoneyError::NotANumber)),
        ] {
            assert_eq!(Money::parse(typed, currency).map(Money::minor), minor, "{typed}");
        }
    }

    #[test]
    fn a_file_keeps_one_spelling() {
        let money = |text, currency| Money::from_plain(text, currency).map(Money::minor);
        assert_eq!(money("1200.50", Currency::Cny), Some(120_050));
        assert_eq!(money("8000", Currency::Jpy), Some(8_000));
        for bad in ["1200.5", "1200", "01200.50", "1,200.50", "¥1200.50", " 1200.50", "-1.00", ""] {
            assert_eq!(money(bad, Currency::Cny), None, "{bad}");
        }
        assert_eq!(Money::new(-5, Currency::Cny).map(|money| money.to_string()), Ok("CNY -0.05".to_owned()));
    }

    #[test]
    fn sums_stay_within_one_currency_and_in_bounds() {
        let money = |minor, currency| Money::new(minor, currency).expect("an amount");
        let (one, two) = (money(100, Currency::Cny), money(250, Currency::Cny));
        assert_eq!(one.minus(two).map(Money::minor), Ok(-150));
        assert_eq!(Money::sum(Currency::Cny, [one, two]).map(Money::minor), Ok(350));
        let other = money(1, Currency::Usd);
        assert_eq!(one.plus(other), Err(MoneyError::Currencies(Currency::Cny, Currency::Usd)));
        assert_eq!(money(MAX_MINOR, Currency::Cny).plus(one), Err(MoneyError::TooLarge));
        assert_eq!(Money::new(i64::MIN, Currency::Cny), Err(MoneyError::TooLarge));
    }
}
