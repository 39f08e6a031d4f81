//! Numbers with a fixed number of decimals, as people type them and as files keep them.

use super::MoneyError;
use crate::domain::text::fold_for_search;

/// Reads a number that is not negative, with at most `decimals` decimals and perhaps one of the
/// signs before or after it, in units of the last decimal.
pub(super) fn fixed(typed: &str, signs: &[&str], decimals: u32) -> Result<i64, MoneyError> {
    let folded: String = fold_for_search(typed.trim()).split_whitespace().collect();
    if folded.is_empty() {
        return Err(MoneyError::Empty);
    }
    let (negative, unsigned) = minus(&folded);
    let (inner, number) = minus(without(unsigned, signs));
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let whole = ungrouped(whole).ok_or(MoneyError::NotANumber)?;
    if part.is_empty() || !is_digits(part) {
        return Err(MoneyError::NotANumber);
    }
    if negative || inner {
        return Err(MoneyError::Negative);
    }
    let part = part.trim_end_matches('0');
    let places = decimals as usize;
    if part.len() > places {
        return Err(MoneyError::TooManyDecimals(decimals));
    }
    format!("{whole}{part:0<places$}").parse().map_err(|_| MoneyError::TooLarge)
}

fn minus(text: &str) -> (bool, &str) {
    let rest = text.strip_prefix(['-', '−']);
    (rest.is_some(), rest.unwrap_or(text))
}

/// The text without one sign before it, or else one after it.
fn without<'a>(text: &'a str, signs: &[&str]) -> &'a str {
    let before = signs.iter().find_map(|sign| text.strip_prefix(sign));
    before.or_else(|| signs.iter().find_map(|sign| text.strip_suffix(sign))).unwrap_or(text)
}

/// The digits of a whole number; commas, if there are any, stand before groups of three.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split(',');
    let first = groups.next()?;
    let grouped = text.contains(',');
    let sound = is_digits(first)
        && !first.is_empty()
        && (!grouped || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && is_digits(group));
    sound.then(|| text.replace(',', ""))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// A number of units of the last decimal, in digits.
pub(super) fn plain(units: i64, decimals: u32) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let places = decimals as usize;
    let digits = format!("{:0>1$}", units.unsigned_abs(), places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}
