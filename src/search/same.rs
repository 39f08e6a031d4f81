//! Customers' records that are of one person, and those that may be.

use super::index::Index;
use super::rank::in_order;
use super::summary::{CustomerSummary, Mark};
use super::words::Words;
use crate::domain::importance::Importance;
use crate::domain::same::tied;
use crate::domain::text::fold_for_search;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer digits do not tell a number from another.
const FEWEST_DIGITS: usize = 7;

impl Index {
    /// The records of the person that this one is of, the leading one first: the oldest.
    #[must_use]
    pub fn same_person<'a>(&'a self, id: &'a str) -> Vec<&'a str> {
        let plain = self.customers.get(id).is_none_or(CustomerSummary::is_plain);
        if plain {
            return vec![id];
        }
        let says = |id: &str| {
            let customer = self.customers.get(id).into_iter();
            customer.flat_map(|customer| customer.marked(Mark::Same)).collect()
        };
        let since = |id: &str| self.customers.get(id).map_or(u64::MAX, |customer| customer.since);
        in_order(tied(id, &says).into_iter().map(|id| (since(id), "", 0, id)).collect())
    }

    /// The leading record of the person that this one is of; itself while it stands alone.
    #[must_use]
    pub fn lead<'a>(&'a self, id: &'a str) -> &'a str {
        self.same_person(id).first().copied().unwrap_or(id)
    }

    /// The records of a person.
    pub(super) fn person<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a CustomerSummary> {
        self.same_person(id).into_iter().filter_map(|id| self.customers.get(id))
    }

    /// What counts of the records of a person: that of the record that was chosen for it, else of
    /// the first that has any. Empty when the customer is not known.
    pub(super) fn of_person<'a>(
        &'a self,
        id: &'a str,
        chosen: Mark,
        read: fn(&CustomerSummary) -> &str,
    ) -> &'a str {
        let person: Vec<_> = self.person(id).collect();
        let lead = person.first().and_then(|lead| lead.marked(chosen).next());
        let chosen = lead.and_then(|chosen| person.iter().find(|one| one.id == chosen));
        let first = || person.iter().find(|one| !read(one).is_empty());
        chosen.or_else(first).map_or("", |one| read(one))
    }

    /// A customer as lists show them: of several records of one person what counts of each.
    #[must_use]
    pub fn customer(&self, id: &str) -> Option<CustomerFace<'_>> {
        let own = self.customers.get(id)?;
        Some(CustomerFace {
            name: self.of_person(&own.id, Mark::Name, |one| &one.name),
            phone: self.of_person(&own.id, Mark::Phone, |one| &one.phone),
            address: self.of_person(&own.id, Mark::Address, |one| &one.address),
        })
    }

    /// Whether a record leads and one of the person's records holds all the words.
    pub(super) fn stands_for(&self, customer: &CustomerSummary, words: &Words) -> bool {
        if customer.is_plain() {
            return words.stand_in(&[&customer.text]);
        }
        if customer.is_erased() || self.lead(&customer.id) != customer.id {
            return false;
        }
        let texts: Vec<&str> = self.person(&customer.id).map(|one| one.text.as_str()).collect();
        words.stand_in(&texts)
    }

    /// Pairs of customers that may be the same person: they share a number, or a name. Nobody
    /// has said yet whether they are.
    #[must_use]
    pub fn maybe_same(&self) -> Vec<(String, String)> {
        let mut alike: BTreeMap<String, BTreeSet<(u64, &str)>> = BTreeMap::new();
        for customer in self.customers.values() {
            let lead = self.lead(&customer.id);
            let since = self.customers.get(lead).map_or(0, |lead| lead.since);
            let name: String = fold_for_search(&customer.name).split_whitespace().collect();
            let numbers = customer
                .text
                .split_whitespace()
                .filter(|word| word.len() >= FEWEST_DIGITS && word.bytes().all(|byte| byte.is_ascii_digit()));
            let numbers = numbers.map(within_country);
            let name = (!name.is_empty()).then(|| ["n", &name].concat());
            for key in numbers.map(str::to_owned).chain(name) {
                alike.entry(key).or_default().insert((since, lead));
            }
        }
        let mut pairs = BTreeSet::new();
        for group in alike.values().filter(|group| group.len() > 1) {
            let mut group = group.iter();
            let Some(first) = group.next() else { continue };
            for other in group.filter(|other| !self.are_apart(first.1, other.1)) {
                pairs.insert((first.1.to_owned(), other.1.to_owned()));
            }
        }
        pairs.into_iter().collect()
    }

    /// Whether somebody has said that two are different people.
    fn are_apart(&self, one: &str, other: &str) -> bool {
        let says = |one: &str, other: &str| {
            self.person(one)
                .flat_map(|record| record.marked(Mark::Apart))
                .any(|apart| self.same_person(other).contains(&apart))
        };
        says(one, other) || says(other, one)
    }

    /// Whether a person is of this importance and bears this tag; nothing asked for fits all.
    #[must_use]
    pub fn is_marked(&self, id: &str, importance: Option<Importance>, tag: &str) -> bool {
        let first = || self.person(id).find_map(CustomerSummary::importance);
        let bears = |one: &CustomerSummary| one.tags().any(|each| each == tag);
        (importance.is_none() || first() == importance) && (tag.is_empty() || self.person(id).any(bears))
    }

    /// The tags in use, in order.
    #[must_use]
    pub fn tags(&self) -> Vec<String> {
        let tags = self.customers.values().flat_map(CustomerSummary::tags);
        tags.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// The digits of a number without the prefix of mainland China or Taiwan and without leading zeros,
/// where it is long enough to have one: two ways to write one number then are the same.
#[must_use]
pub fn within_country(digits: &str) -> &str {
    let digits = digits.trim_start_matches('0');
    let bare = match digits.len() {
        12.. if digits.starts_with("86") && !digits.starts_with("886") => &digits[2..],
        11.. if digits.starts_with("886") => &digits[3..],
        _ => digits,
    };
    bare.trim_start_matches('0')
}

/// What lists show of a customer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CustomerFace<'a> {
    /// What they are called.
    pub name: &'a str,
    /// The number as it was typed, or nothing.
    pub phone: &'a str,
    /// Street and door number, or nothing.
    pub address: &'a str,
}

#[cfg(test)]
mod tests {
    use super::within_country;

    #[test]
    fn ways_to_write_a_number_are_one() {
        for (one, other, same) in [
            ("8613800001234", "13800001234", true),
            ("008613800001234", "13800001234", true),
            ("886912345678", "0912345678", true),
            ("861088880000", "01088880000", true),
            ("16473687870", "15473687870", false),
            ("01088880000", "02188880000", false),
            ("8861234567", "1234567", false),
        ] {
            assert_eq!(within_country(one) == within_country(other), same, "{one} {other}");
        }
    }
}
