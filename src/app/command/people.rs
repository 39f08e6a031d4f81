//! Two records of one person.

use super::{Pen, set};
use crate::domain::customer::{Customer, CustomerField, CustomerKey, CustomerKind, Detail};
use crate::domain::id::CustomerId;
use crate::domain::record::Records;
use crate::journal::Field;

/// Why two records cannot be merged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MergeError {
    /// They are one record.
    Itself,
    /// They are one person already.
    AlreadyOne,
}

/// A customer's record with its id.
pub type CustomerRecord = (CustomerId, Customer);

/// Says that two records are of one person, and whose details count where they differ. `first`
/// and `second` are the records of the two persons, the leading one first.
///
/// # Errors
/// A record is not merged with itself, nor with one that it is merged with already.
pub fn merge_customers(
    pen: &Pen,
    first: &[CustomerRecord],
    second: &[CustomerRecord],
    chosen: &[(Detail, CustomerId)],
) -> Result<Records, MergeError> {
    let ([one, ..], [other, ..]) = (first, second) else { return Err(MergeError::Itself) };
    if one.0 == other.0 {
        return Err(MergeError::Itself);
    }
    if first.iter().any(|(id, _)| second.iter().any(|(there, _)| id == there)) {
        return Err(MergeError::AlreadyOne);
    }
    // The older leads from now on, and so bears the choice.
    let since =
        |record: &CustomerRecord| (record.1.span.as_ref().map(|span| span.0.millis), record.0.clone());
    let (lead, other) = if since(one) <= since(other) { (one, other) } else { (other, one) };
    let mut fields = vec![CustomerField::SameAs(other.0.clone(), true)];
    fields.extend(chosen.iter().map(|(detail, id)| CustomerField::Shown(*detail, id.clone())));
    let mut records = set::<CustomerKind>(pen, lead.0.as_str(), &lead.1, fields);
    let back = vec![CustomerField::SameAs(lead.0.clone(), true)];
    records.merge(set::<CustomerKind>(pen, other.0.as_str(), &other.1, back));
    Ok(records)
}

/// Says that two records are of two people. Both keep all that they have.
#[must_use]
pub fn keep_apart(pen: &Pen, one: &CustomerRecord, other: &CustomerRecord) -> Records {
    if one.0 == other.0 {
        return Records::default();
    }
    let apart = |(id, customer): &CustomerRecord, other: &CustomerId| {
        set::<CustomerKind>(pen, id.as_str(), customer, vec![CustomerField::SameAs(other.clone(), false)])
    };
    let mut records = apart(one, &other.0);
    records.merge(apart(other, &one.0));
    records
}

/// Takes one of the records of a person out: it is of somebody else.
#[must_use]
pub fn take_apart(pen: &Pen, person: &[CustomerRecord], id: &CustomerId) -> Records {
    let mut records = Records::default();
    let Some(out) = person.iter().find(|(each, _)| each == id) else { return records };
    let says =
        |one: &CustomerRecord, other: &CustomerRecord| one.1.same_as(true).any(|said| *said == other.0);
    for other in person.iter().filter(|other| other.0 != out.0) {
        if says(out, other) || says(other, out) {
            records.merge(keep_apart(pen, out, other));
        }
    }
    records
}

/// Changes something of a person: in the record that has it, else in the leading one. A detail
/// counts from then on as the leading record has it; a tag goes from all that bear it.
#[must_use]
pub fn set_of_person(pen: &Pen, person: &[CustomerRecord], field: CustomerField) -> Records {
    let Some(lead) = person.first() else { return Records::default() };
    let key = field.key();
    let detail = Detail::ALL.into_iter().find(|detail| detail.key() == key);
    let mut records = Records::default();
    let holds = |record: &&CustomerRecord| record.1.fields.current(&key).is_some();
    let own: Vec<_> = match key {
        CustomerKey::Tag(_) | CustomerKey::Contact(_) | CustomerKey::Person(_) => {
            person.iter().filter(holds).collect()
        }
        _ => Vec::new(),
    };
    for record in if own.is_empty() { vec![lead] } else { own } {
        let mut fields = vec![field.clone()];
        if person.len() > 1 {
            fields.extend(detail.map(|detail| CustomerField::Shown(detail, lead.0.clone())));
        }
        records.merge(set::<CustomerKind>(pen, record.0.as_str(), &record.1, fields));
    }
    records
}
