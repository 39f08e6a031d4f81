//! Persons and firms that are served.

use super::case::Channel;
use super::id::{ContactId, CustomerId, PersonId};
use super::importance::Importance;
use super::phone::Phone;
use crate::journal::{Field, Folded, Kind, Never};

/// The longest tag, in characters.
pub const MAX_TAG: usize = 20;

/// A customer's record.
#[derive(Clone, PartialEq, Debug)]
pub struct CustomerKind;

impl Kind for CustomerKind {
    type Field = CustomerField;
    type Event = Never;

    fn anonymous(field: CustomerField) -> Option<CustomerField> {
        matches!(field, CustomerField::Importance(_) | CustomerField::SameAs(..)).then_some(field)
    }
}

/// A customer as they are now known.
pub type Customer = Folded<CustomerKind>;

/// A plain fact of a customer: of records of one person, each has its own value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of the same name")]
pub enum Detail {
    Name,
    Phone,
    Email,
    Address,
    Preferred,
    Note,
}

impl Detail {
    /// All details.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Phone, Self::Email, Self::Address, Self::Preferred, Self::Note];

    /// The field of this name.
    #[must_use]
    pub fn key(self) -> CustomerKey {
        match self {
            Self::Name => CustomerKey::Name,
            Self::Phone => CustomerKey::Phone,
            Self::Email => CustomerKey::Email,
            Self::Address => CustomerKey::Address,
            Self::Preferred => CustomerKey::Preferred,
            Self::Note => CustomerKey::Note,
        }
    }
}

/// By what a further contact point is reached.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is the way of the same name")]
pub enum ContactWay {
    Phone,
    Mobile,
    Email,
    Wechat,
    Line,
    Other,
}

impl ContactWay {
    /// All ways.
    pub const ALL: [Self; 6] =
        [Self::Mobile, Self::Phone, Self::Wechat, Self::Line, Self::Email, Self::Other];
}

/// A further way to reach a customer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ContactPoint {
    /// By what.
    pub way: ContactWay,
    /// The number, the address, the name in the chat.
    pub value: String,
    /// What it is: at work, in the evening.
    pub label: String,
    /// Whether it is the one to try first.
    pub preferred: bool,
}

/// Somebody to talk to besides the customer: of the family or of the firm.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Person {
    /// What they are called.
    pub name: String,
    /// What they are to the customer, or their task in the firm.
    pub role: String,
    /// Their number, or nothing.
    pub phone: Option<Phone>,
}

/// What is known of a customer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CustomerField {
    /// What they are called.
    Name(String),
    /// How they are reached first.
    Phone(Option<Phone>),
    /// An e-mail address, or nothing.
    Email(String),
    /// Where the job is: street and door number.
    Address(String),
    /// The channel they like best.
    Preferred(Option<Channel>),
    /// What else staff should know; never printed.
    Note(String),
    /// How much they matter, once somebody has said so.
    Importance(Option<Importance>),
    /// Whether they bear a tag.
    Tag(String, bool),
    /// A further contact point, or nothing once it was taken out.
    Contact(ContactId, Option<Box<ContactPoint>>),
    /// Somebody else to talk to, or nothing once they were taken out.
    Person(PersonId, Option<Box<Person>>),
    /// Whether another record is of the same person. It holds while both records say so.
    SameAs(CustomerId, bool),
    /// Whose value counts for a detail, among the records of one person.
    Shown(Detail, CustomerId),
}

/// Names a field of a customer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of the same name")]
pub enum CustomerKey {
    Name,
    Phone,
    Email,
    Address,
    Preferred,
    Note,
    Importance,
    Tag(String),
    Contact(ContactId),
    Person(PersonId),
    SameAs(CustomerId),
    Shown(Detail),
}

impl Field for CustomerField {
    type Key = CustomerKey;

    fn key(&self) -> CustomerKey {
        match self {
            Self::Name(_) => CustomerKey::Name,
            Self::Phone(_) => CustomerKey::Phone,
            Self::Email(_) => CustomerKey::Email,
            Self::Address(_) => CustomerKey::Address,
            Self::Preferred(_) => CustomerKey::Preferred,
            Self::Note(_) => CustomerKey::Note,
            Self::Importance(_) => CustomerKey::Importance,
            Self::Tag(tag, _) => CustomerKey::Tag(tag.clone()),
            Self::Contact(id, _) => CustomerKey::Contact(id.clone()),
            Self::Person(id, _) => CustomerKey::Person(id.clone()),
            Self::SameAs(id, _) => CustomerKey::SameAs(id.clone()),
            Self::Shown(detail, _) => CustomerKey::Shown(*detail),
        }
    }
}

/// Declares a reader for each plain value.
macro_rules! readers {
    ($($(#[$doc:meta])* $reader:ident: $variant:ident -> $type:ty;)*) => {
        impl Customer {$(
            $(#[$doc])*
            #[must_use]
            pub fn $reader(&self) -> Option<&$type> {
                match self.fields.current(&CustomerKey::$variant) {
                    Some(CustomerField::$variant(value)) => Some(value),
                    _ => None,
                }
            }
        )*}
    };
}

readers! {
    /// What they are called.
    name: Name -> String;
    /// How they are reached first.
    phone: Phone -> Option<Phone>;
    /// An e-mail address, or nothing.
    email: Email -> String;
    /// Where the job is: street and door number.
    address: Address -> String;
    /// The channel they like best.
    preferred: Preferred -> Option<Channel>;
    /// What else staff should know; never printed.
    note: Note -> String;
}

impl Customer {
    /// How much they matter, once somebody has said so.
    #[must_use]
    pub fn importance(&self) -> Option<Importance> {
        match self.fields.current(&CustomerKey::Importance) {
            Some(CustomerField::Importance(importance)) => *importance,
            _ => None,
        }
    }

    /// Their tags, in order.
    pub fn tags(&self) -> impl Iterator<Item = &String> {
        self.fields.iter().filter_map(|held| match &held.value {
            CustomerField::Tag(tag, true) => Some(tag),
            _ => None,
        })
    }

    /// Further contact points, the preferred one first, then as they were added.
    #[must_use]
    pub fn contacts(&self) -> Vec<(&ContactId, &ContactPoint)> {
        let mut contacts: Vec<_> = self
            .fields
            .iter()
            .filter_map(|held| match &held.value {
                CustomerField::Contact(id, Some(contact)) => Some((id, &**contact)),
                _ => None,
            })
            .collect();
        contacts.sort_by_key(|(id, contact)| {
            (!contact.preferred, self.fields.since(&CustomerKey::Contact((*id).clone())))
        });
        contacts
    }

    /// Others to talk to, as they were added.
    #[must_use]
    pub fn people(&self) -> Vec<(&PersonId, &Person)> {
        let mut people: Vec<_> = self
            .fields
            .iter()
            .filter_map(|held| match &held.value {
                CustomerField::Person(id, Some(person)) => Some((id, &**person)),
                _ => None,
            })
            .collect();
        people.sort_by_key(|(id, _)| self.fields.since(&CustomerKey::Person((*id).clone())));
        people
    }

    /// The records that it says are of the same person (or, with `false`, are not).
    pub fn same_as(&self, same: bool) -> impl Iterator<Item = &CustomerId> {
        self.fields.iter().filter_map(move |held| match &held.value {
            CustomerField::SameAs(id, said) if *said == same => Some(id),
            _ => None,
        })
    }

    /// Whose value was chosen for a detail.
    #[must_use]
    pub fn shown(&self, detail: Detail) -> Option<&CustomerId> {
        match self.fields.current(&CustomerKey::Shown(detail)) {
            Some(CustomerField::Shown(_, id)) => Some(id),
            _ => None,
        }
    }

    /// Whether a detail has a value.
    #[must_use]
    pub fn has(&self, detail: Detail) -> bool {
        match self.fields.current(&detail.key()) {
            Some(
                CustomerField::Name(text)
                | CustomerField::Email(text)
                | CustomerField::Address(text)
                | CustomerField::Note(text),
            ) => !text.is_empty(),
            Some(CustomerField::Phone(phone)) => phone.is_some(),
            Some(CustomerField::Preferred(channel)) => channel.is_some(),
            _ => false,
        }
    }
}
