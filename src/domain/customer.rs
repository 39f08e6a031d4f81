//! Persons and firms that are served.

use super::case::Channel;
use super::fields::fields;
use super::phone::Phone;
use crate::journal::{Folded, Kind, Never};

/// A customer's record.
#[derive(Clone, PartialEq, Debug)]
pub struct CustomerKind;

impl Kind for CustomerKind {
    type Field = CustomerField;
    type Event = Never;
}

/// A customer as they are now known.
pub type Customer = Folded<CustomerKind>;

fields! {
    Customer;
    /// What is known of a customer.
    CustomerField, CustomerKey;
    /// What they are called.
    Name(String) => name,
    /// How they are reached first.
    Phone(Option<Phone>) => phone,
    /// An e-mail address, or nothing.
    Email(String) => email,
    /// Where the job is: street and door number.
    Address(String) => address,
    /// The channel they like best.
    Preferred(Option<Channel>) => preferred,
    /// What else staff should know; never printed.
    Note(String) => note,
}
