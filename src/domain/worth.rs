//! What a customer's cases and payments say about their importance.

use super::case::Case;
use super::customer::Customer;
use super::importance::Importance;
use super::money::{Currency, Money};

/// So many cases make a key customer.
pub const KEY_CASES: usize = 6;
/// So many cases make a regular customer.
pub const REGULAR_CASES: usize = 2;
/// So many times the sum of a regular customer makes a key customer.
const KEY_FACTOR: i64 = 5;

/// What an importance is suggested for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Because {
    /// So many cases.
    Cases,
    /// So much was received.
    Received(Money),
    /// Neither many cases nor a large sum.
    Little,
}

/// The importance that sums received and the number of cases suggest, and why. Sums of
/// different currencies stand for themselves.
#[must_use]
pub fn suggested(cases: usize, received: &[Money]) -> (Importance, Because) {
    let above = |factor: i64| {
        let enough = |sum: &&Money| sum.minor() >= regular_sum(sum.currency()).saturating_mul(factor);
        received.iter().find(enough).copied()
    };
    if cases >= KEY_CASES {
        return (Importance::Key, Because::Cases);
    }
    if let Some(sum) = above(KEY_FACTOR) {
        return (Importance::Key, Because::Received(sum));
    }
    if cases >= REGULAR_CASES {
        return (Importance::Regular, Because::Cases);
    }
    match above(1) {
        Some(sum) => (Importance::Regular, Because::Received(sum)),
        None => (Importance::Occasional, Because::Little),
    }
}

/// How much a customer means to the shop: as somebody said, else as their cases suggest. A case of
/// nobody is looked at as that of a regular customer.
#[must_use]
pub fn importance_of(customer: Option<&Customer>, cases: &[&Case]) -> Importance {
    let Some(customer) = customer else { return Importance::default() };
    customer.importance().unwrap_or_else(|| suggested(cases.len(), &received(cases)).0)
}

/// What came in for cases, a sum for each currency.
#[must_use]
pub fn received(cases: &[&Case]) -> Vec<Money> {
    let mut sums: Vec<Money> = Vec::new();
    for payment in cases.iter().flat_map(|case| case.payments()) {
        let amount = payment.value.amount;
        match sums.iter_mut().find(|sum| sum.currency() == amount.currency()) {
            Some(sum) => *sum = sum.plus(amount).unwrap_or(*sum),
            None => sums.push(amount),
        }
    }
    sums
}

/// The sum, in minor units, from which somebody counts as regular.
fn regular_sum(currency: Currency) -> i64 {
    let whole = match currency.code() {
        "CNY" => 2_000,
        "TWD" => 10_000,
        "JPY" => 40_000,
        _ => 300,
    };
    whole * 10_i64.pow(currency.digits())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cny(yuan: &str) -> Money {
        Money::from_plain(yuan, Currency::Cny).expect("an amount")
    }

    #[test]
    fn value_and_frequency_suggest_an_importance() {
        for (cases, received, suggestion) in [
            (0, vec![], (Importance::Occasional, Because::Little)),
            (1, vec![cny("1999.99")], (Importance::Occasional, Because::Little)),
            (1, vec![cny("2000.00")], (Importance::Regular, Because::Received(cny("2000.00")))),
            (2, vec![], (Importance::Regular, Because::Cases)),
            (2, vec![cny("10000.00")], (Importance::Key, Because::Received(cny("10000.00")))),
            (5, vec![cny("9999.99")], (Importance::Regular, Because::Cases)),
            (6, vec![], (Importance::Key, Because::Cases)),
        ] {
            assert_eq!(suggested(cases, &received), suggestion, "{cases} {received:?}");
        }
    }
}
