//! Amounts of money as each language writes them.

use crate::domain::lang::Lang;
use crate::domain::money::{Currency, Money};

/// An amount with its sign: `¥1,200.50`, `NT$1,200`, `-$5.00`. A Taiwan dollar's decimals are
/// left out when they are zero.
#[must_use]
pub fn money(lang: Lang, money: Money) -> String {
    let plain = money.plain();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut said = format!("{sign}{}", currency_sign(lang, money.currency()));
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            said.push(',');
        }
        said.push(digit);
    }
    let left_out = money.currency().is_whole_in_trade() && part == "00";
    if !part.is_empty() && !left_out {
        said.push('.');
        said.push_str(part);
    }
    said
}

/// An amount as a field shows it, ready to be typed over: `1200.50`, `1200`. A Taiwan
/// dollar's decimals are left out when they are zero.
#[must_use]
pub fn to_type(money: Money) -> String {
    let plain = money.plain();
    match plain.strip_suffix(".00") {
        Some(whole) if money.currency().is_whole_in_trade() => whole.to_owned(),
        _ => plain,
    }
}

/// The sign before an amount, so that no reader of the language takes it for another's.
#[must_use]
pub fn currency_sign(lang: Lang, currency: Currency) -> &'static str {
    match (currency, lang) {
        (Currency::Cny, Lang::ZhCn) => "¥",
        (Currency::Cny, _) => "CN¥",
        (Currency::Twd, _) => "NT$",
        (Currency::Hkd, _) => "HK$",
        (Currency::Mop, _) => "MOP$",
        (Currency::Usd, Lang::En) => "$",
        (Currency::Usd, _) => "US$",
        (Currency::Eur, _) => "€",
        (Currency::Jpy, Lang::ZhCn) => "JP¥",
        (Currency::Jpy, _) => "¥",
        (Currency::Sgd, _) => "S$",
        (Currency::Gbp, _) => "£",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_language_writes_money_its_way() {
        for (lang, currency, minor, said) in [
            (Lang::ZhCn, Currency::Cny, 120_050, "¥1,200.50"),
            (Lang::En, Currency::Cny, 8_000, "CN¥80.00"),
            (Lang::ZhTw, Currency::Twd, 120_000, "NT$1,200"),
            (Lang::ZhTw, Currency::Twd, 120_050, "NT$1,200.50"),
            (Lang::ZhTw, Currency::Jpy, 1_234_567, "¥1,234,567"),
            (Lang::En, Currency::Usd, -500, "-$5.00"),
            (Lang::En, Currency::Gbp, 0, "£0.00"),
            (Lang::ZhCn, Currency::Mop, 99, "MOP$0.99"),
        ] {
            assert_eq!(money(lang, Money::new(minor, currency).expect("an amount")), said);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_shown_can_be_typed(
            minor in 0..=crate::domain::money::MAX_MINOR,
            currency in prop::sample::select(Currency::ALL.to_vec()),
            lang in prop::sample::select(Lang::ALL.to_vec()),
        ) {
            let amount = Money::new(minor, currency).expect("an amount");
            prop_assert_eq!(Money::parse(&money(lang, amount), currency), Ok(amount));
            prop_assert_eq!(Money::parse(&to_type(amount), currency), Ok(amount));
            prop_assert_eq!(Money::from_plain(&amount.plain(), currency), Some(amount));
        }
    }
}
