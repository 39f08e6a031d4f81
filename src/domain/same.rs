//! Records of one person: which belong together, which of them leads, and what they say as one.
//!
//! A tie between two records holds while both say so. Records that ties connect, directly or by
//! others, are of one person; the oldest of them leads. So whatever was tied where, in whatever
//! order and however often, every device that has the same entries sees the same.

use super::customer::{Customer, CustomerField, CustomerKey, CustomerKind, Detail};
use super::id::CustomerId;
use crate::journal::{Change, Entry, Folded, Held, Journal};

/// The records that are of one person with this one, itself first. `says` gives the others that
/// a record says it is the same as.
#[must_use]
pub fn tied<'a>(id: &'a str, says: &dyn Fn(&str) -> Vec<&'a str>) -> Vec<&'a str> {
    let mut found = vec![id];
    let mut at = 0;
    while let Some(&here) = found.get(at) {
        for other in says(here) {
            if !found.contains(&other) && says(other).into_iter().any(|back| back == here) {
                found.push(other);
            }
        }
        at += 1;
    }
    found
}

/// What the records of one person say as one: the leading record first among them. A detail is
/// that of the record that was chosen for it, else the leading record's, else the first that
/// has one; tags, contact points and people are those of all.
#[must_use]
pub fn as_one(records: &[(CustomerId, Customer)]) -> Customer {
    let mut journal = Journal::<CustomerKind>::new();
    let Some((_, lead)) = records.first() else { return Folded::of(&journal) };
    let mut say = |held: &Held<CustomerField>| {
        let change = Change::Set { field: held.value.clone(), replaces: Vec::new() };
        let (stamp, author) = (held.stamp.clone(), held.author.clone());
        journal.insert(Entry { stamp, author, changes: vec![change] });
    };
    for detail in Detail::ALL {
        if let Some((_, whose)) = whose(records, detail) {
            whose.fields.held(&detail.key()).into_iter().for_each(&mut say);
        }
    }
    let important = |(_, customer): &&(CustomerId, Customer)| customer.importance().is_some();
    if let Some((_, customer)) = records.iter().find(important) {
        customer.fields.held(&CustomerKey::Importance).into_iter().for_each(&mut say);
    }
    for held in records.iter().flat_map(|(_, customer)| customer.fields.iter()) {
        if matches!(
            held.value,
            CustomerField::Tag(_, true)
                | CustomerField::Contact(_, Some(_))
                | CustomerField::Person(_, Some(_))
        ) {
            say(held);
        }
    }
    let mut one = Folded::of(&journal);
    one.span.clone_from(&lead.span);
    one
}

/// The record whose value of a detail counts.
#[must_use]
pub fn whose(records: &[(CustomerId, Customer)], detail: Detail) -> Option<&(CustomerId, Customer)> {
    let lead = records.first()?;
    let chosen = lead.1.shown(detail);
    let chosen = chosen.and_then(|chosen| records.iter().find(|(id, _)| id == chosen));
    chosen.or_else(|| records.iter().find(|(_, customer)| customer.has(detail))).or(Some(lead))
}
