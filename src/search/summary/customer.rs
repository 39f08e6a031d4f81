use crate::domain::customer::{Customer, CustomerField, CustomerKind, Detail};
use crate::domain::importance::Importance;
use crate::domain::phone::{self, Phone};
use crate::domain::text::fold_for_search;
use crate::journal::{Journal, is_erased};

/// A customer in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct CustomerSummary {
    /// Which customer.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// The number as it was typed, or nothing.
    pub phone: String,
    /// Street and door number, or nothing.
    pub address: String,
    /// When the record was made: milliseconds since 1970.
    pub since: u64,
    /// What only some customers have, a sign and its words each, with a comma between: see
    /// [`Mark`]. Nothing for most, so that little is read.
    pub(super) marks: String,
    /// How many fields have two values.
    pub conflicts: usize,
    /// Name, number, its digits, address, contact points and tags as a search sees them.
    pub text: String,
}

impl CustomerSummary {
    pub(super) fn of(id: &str, journal: &Journal<CustomerKind>) -> Self {
        let customer = Customer::of(journal);
        let name = customer.name().cloned().unwrap_or_default();
        let phone = customer.phone().and_then(Option::as_ref);
        let address = customer.address().cloned().unwrap_or_default();
        let written = phone.map_or("", Phone::as_str);
        let digits = phone.map(Phone::digits).unwrap_or_default();
        let mut text = format!("{name} {written} {digits} {address}");
        let mut marks = String::new();
        let mut mark = |mark: Mark, words: &str| {
            if !marks.is_empty() {
                marks.push(',');
            }
            marks.push(mark as u8 as char);
            marks.extend(words.chars().map(|c| if c == ',' { ' ' } else { c }));
        };
        if is_erased::<CustomerKind>(journal) {
            mark(Mark::Erased, "");
        }
        let mut searched = |words: &str| {
            text.push(' ');
            text.push_str(words);
        };
        // In the order of their keys: to put them in order of age would take a sort of their own.
        for held in customer.fields.iter() {
            match &held.value {
                CustomerField::Contact(_, Some(contact)) => {
                    searched(&contact.value);
                    searched(&phone::digits(&contact.value));
                }
                CustomerField::Person(_, Some(person)) => {
                    searched(&person.name);
                    searched(&person.phone.as_ref().map(Phone::digits).unwrap_or_default());
                }
                CustomerField::Tag(tag, true) => {
                    searched(tag);
                    mark(Mark::Tag, tag);
                }
                CustomerField::Importance(Some(importance)) => {
                    mark(Mark::Importance, &(*importance as u8).to_string());
                }
                CustomerField::SameAs(id, same) => {
                    mark(if *same { Mark::Same } else { Mark::Apart }, id.as_str());
                }
                CustomerField::Shown(Detail::Name, id) => mark(Mark::Name, id.as_str()),
                CustomerField::Shown(Detail::Phone, id) => mark(Mark::Phone, id.as_str()),
                CustomerField::Shown(Detail::Address, id) => mark(Mark::Address, id.as_str()),
                _ => {}
            }
        }
        Self {
            id: id.to_owned(),
            text: fold_for_search(&text),
            marks,
            phone: written.to_owned(),
            name,
            address,
            since: journal.first().map_or(0, |entry| entry.stamp.millis),
            conflicts: customer.fields.conflicts().len(),
        }
    }
}

/// What a customer's summary says of those that are not as most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(in crate::search) enum Mark {
    /// The person was erased.
    Erased = b'x',
    /// The place in [`Importance::ALL`], once somebody has said so.
    Importance = b'!',
    /// A tag.
    Tag = b'#',
    /// A record that it says is of the same person.
    Same = b'=',
    /// One that it says is not.
    Apart = b'~',
    /// The record whose name counts, of those of one person.
    Name = b'n',
    /// Whose number counts.
    Phone = b'p',
    /// Whose address counts.
    Address = b'a',
}

impl CustomerSummary {
    /// Whether nothing is to be said of them but what all customers have.
    pub(in crate::search) fn is_plain(&self) -> bool {
        self.marks.is_empty()
    }

    /// The words that bear a mark.
    pub(in crate::search) fn marked(&self, mark: Mark) -> impl Iterator<Item = &str> {
        self.marks.split(',').filter_map(move |word| word.strip_prefix(mark as u8 as char))
    }

    /// Whether the person was erased: no list shows them.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.marked(Mark::Erased).next().is_some()
    }

    /// How much they matter, once somebody has said so.
    #[must_use]
    pub fn importance(&self) -> Option<Importance> {
        Importance::ALL.get(self.marked(Mark::Importance).next()?.parse::<usize>().ok()?).copied()
    }

    /// Their tags, in order.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.marked(Mark::Tag)
    }
}
