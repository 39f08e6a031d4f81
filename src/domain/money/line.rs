use super::{Currency, Money, MoneyError, Quantity, Rate};

/// What a line of a quote is reckoned from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// How much.
    pub quantity: Quantity,
    /// What one of it costs.
    pub price: Money,
    /// What is taken off.
    pub discount: Rate,
    /// The tax on what is left.
    pub tax: Rate,
    /// Whether the price holds the tax already.
    pub includes_tax: bool,
}

/// What a line comes to. Net and tax are always exactly the total.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineTotal {
    /// Before tax.
    pub net: Money,
    /// The tax.
    pub tax: Money,
    /// What the customer pays.
    pub total: Money,
}

/// What a line comes to: quantity × price, less the discount, rounded once to the minor unit,
/// half away from zero. Then the tax is reckoned from that figure, so that the customer can
/// check it from what is printed: added to it, or, when prices hold it, taken out of it.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn line_total(line: &Line) -> Result<LineTotal, MoneyError> {
    let all = i128::from(Rate::MAX);
    let left = all - i128::from(line.discount.basis_points());
    let tax_rate = i128::from(line.tax.basis_points());
    let exact = i128::from(line.quantity.thousandths()) * i128::from(line.price.minor());
    let exact = exact.checked_mul(left).ok_or(MoneyError::TooLarge)?;
    let charged = rounded(exact, 1000 * all);
    let money = |minor: i128| Money::fit(minor, line.price.currency());
    let tax = if line.includes_tax {
        rounded(charged * tax_rate, all + tax_rate)
    } else {
        rounded(charged * tax_rate, all)
    };
    let net = if line.includes_tax { charged - tax } else { charged };
    Ok(LineTotal { net: money(net)?, tax: money(tax)?, total: money(net + tax)? })
}

/// The nearest whole number of a division by a positive number; a half goes away from zero.
fn rounded(dividend: i128, divisor: i128) -> i128 {
    let sign = if dividend < 0 { -1 } else { 1 };
    (dividend + sign * (divisor / 2)) / divisor
}

impl LineTotal {
    /// Of nothing.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        let zero = Money::zero(currency);
        Self { net: zero, tax: zero, total: zero }
    }

    /// Both together.
    ///
    /// # Errors
    /// [`MoneyError::Currencies`] and [`MoneyError::TooLarge`].
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        Ok(Self {
            net: self.net.plus(other.net)?,
            tax: self.tax.plus(other.tax)?,
            total: self.total.plus(other.total)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(quantity: &str, price: &str, discount: &str, tax: &str, includes_tax: bool) -> [i64; 3] {
        let total = line_total(&Line {
            quantity: Quantity::parse(quantity).expect(quantity),
            price: Money::parse(price, Currency::Cny).expect(price),
            discount: Rate::parse(discount).expect(discount),
            tax: Rate::parse(tax).expect(tax),
            includes_tax,
        })
        .expect("a total");
        [total.net, total.tax, total.total].map(Money::minor)
    }

    #[test]
    fn a_line_is_rounded_once() {
        for (given, expected) in [
            (("2", "80", "0", "0", false), [16_000, 0, 16_000]),
            // A third of a yuan, three times a third of it: 0.33 × 0.333 = 0.10989.
            (("0.333", "0.33", "0", "0", false), [11, 0, 11]),
            // 0.5 × 0.01 is half a cent: away from zero.
            (("0.5", "0.01", "0", "0", false), [1, 0, 1]),
            (("0.499", "0.01", "0", "0", false), [0, 0, 0]),
            // Discount and rounding together: 1 × 0.99 × 0.85 = 0.8415.
            (("1", "0.99", "15", "0", false), [84, 0, 84]),
            (("1", "100", "0", "13", false), [10_000, 1_300, 11_300]),
            (("1", "113", "0", "13", true), [10_000, 1_300, 11_300]),
            (("1", "100", "0", "13", true), [8_850, 1_150, 10_000]),
            (("1", "100", "100", "13", false), [0, 0, 0]),
            (("3", "0.01", "50", "6", false), [2, 0, 2]),
        ] {
            let (quantity, price, discount, tax, includes) = given;
            assert_eq!(line(quantity, price, discount, tax, includes), expected, "{given:?}");
        }
    }

    fn any_line() -> impl Strategy<Value = Line> {
        let price = 0..=super::super::MAX_MINOR;
        (0..=999_999_999_999_u64, price, 0..=Rate::MAX, 0..=Rate::MAX, any::<bool>()).prop_map(
            |(thousandths, minor, discount, tax, includes_tax)| {
                let whole = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
                Line {
                    quantity: Quantity::parse(&whole).expect("a quantity"),
                    price: Money::new(minor, Currency::Twd).expect("an amount"),
                    discount: Rate::from_basis_points(discount).expect("a rate"),
                    tax: Rate::from_basis_points(tax).expect("a rate"),
                    includes_tax,
                }
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_line_overflows_and_its_parts_are_the_whole(line in any_line()) {
            match line_total(&line) {
                Ok(LineTotal { net, tax, total }) => {
                    prop_assert_eq!(net.plus(tax), Ok(total));
                    prop_assert!(!net.is_negative() && !tax.is_negative());
                }
                Err(error) => prop_assert_eq!(error, MoneyError::TooLarge),
            }
        }

        #[test]
        fn the_order_of_lines_does_not_change_their_sum(minors in prop::collection::vec(0..1_000_000_i64, 0..20)) {
            let amounts: Vec<_> =
                minors.iter().filter_map(|minor| Money::new(*minor, Currency::Cny).ok()).collect();
            let sum = Money::sum(Currency::Cny, amounts.iter().copied());
            prop_assert_eq!(sum, Money::sum(Currency::Cny, amounts.iter().rev().copied()));
            prop_assert_eq!(sum.map(Money::minor), Ok(minors.iter().sum()));
        }

        #[test]
        fn a_line_is_within_half_a_unit_of_the_exact_amount(line in any_line()) {
            let line = Line { includes_tax: false, ..line };
            if let Ok(total) = line_total(&line) {
                let exact = i128::from(line.quantity.thousandths())
                    * i128::from(line.price.minor())
                    * i128::from(Rate::MAX - line.discount.basis_points());
                let off = (i128::from(total.net.minor()) * 10_000_000 - exact).abs();
                prop_assert!(off <= 5_000_000, "{}", off);
            }
        }
    }
}
