//! What is here already, as far as a table asks: who has this number, whose case bears this one.

use crate::domain::case::{Case, CaseKind};
use crate::domain::customer::{ContactWay, Customer, CustomerKind};
use crate::domain::id::{CaseId, CustomerId, StaffId};
use crate::domain::phone;
use crate::domain::record::{Known, Record, RecordKey, Records};
use crate::domain::staff::{Staff, StaffKind};
use crate::domain::text::fold_for_search;
use crate::journal::Journal;
use crate::search::same::within_country;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Fewer digits do not tell a number from another.
const FEWEST_DIGITS: usize = 7;

/// What is here already.
#[derive(Clone, Debug, Default)]
pub struct Here {
    /// Customers by their numbers, addresses and names.
    customers: BTreeMap<Trait, Vec<CustomerId>>,
    names: BTreeMap<CustomerId, String>,
    staff: BTreeMap<String, StaffId>,
    cases: BTreeMap<String, CaseId>,
    /// What they are known by.
    journals: BTreeMap<CustomerId, Arc<Journal<CustomerKind>>>,
    keys: BTreeSet<RecordKey>,
    erased: BTreeSet<RecordKey>,
}

/// What tells a customer from others.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Trait {
    /// The digits of a number, within its country.
    Number(String),
    /// An e-mail address.
    Email(String),
    /// A name as a search sees it.
    Name(String),
}

impl Trait {
    pub(super) fn number(text: &str) -> Option<Self> {
        let digits = phone::digits(text);
        let bare = within_country(&digits);
        (bare.len() >= FEWEST_DIGITS).then(|| Self::Number(bare.to_owned()))
    }

    pub(super) fn email(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self::Email(fold_for_search(text)))
    }

    pub(super) fn name(text: &str) -> Option<Self> {
        let name: String = fold_for_search(text).split_whitespace().collect();
        (!name.is_empty()).then_some(Self::Name(name))
    }
}

impl Here {
    /// What these records say.
    #[must_use]
    pub fn of(records: &Records) -> Self {
        let mut here = Self::default();
        for (key, record) in &records.0 {
            here.put(key, record);
        }
        here
    }

    /// Takes note of a record. Those of erased people are nobody's.
    pub fn put(&mut self, key: &RecordKey, record: &Record) {
        self.keys.insert(key.clone());
        if record.is_erased() {
            self.erased.insert(key.clone());
            return;
        }
        if let (Some(journal), Some(id)) = (CustomerKind::of(record), CustomerId::parse(&key.id)) {
            let customer = Customer::of(journal);
            let mut traits = Vec::new();
            let name = customer.name().map_or("", String::as_str);
            traits.extend(Trait::name(name));
            traits.extend(customer.phone().and_then(Option::as_ref).and_then(|p| Trait::number(p.as_str())));
            traits.extend(customer.email().and_then(|email| Trait::email(email)));
            for (_, contact) in customer.contacts() {
                match contact.way {
                    ContactWay::Phone | ContactWay::Mobile => traits.extend(Trait::number(&contact.value)),
                    ContactWay::Email => traits.extend(Trait::email(&contact.value)),
                    _ => {}
                }
            }
            self.put_customer(&id, name, traits);
            self.journals.insert(id, Arc::new(journal.clone()));
        } else if let (Some(journal), Some(id)) = (StaffKind::of(record), StaffId::parse(&key.id)) {
            self.put_staff(Staff::of(journal).name().map_or("", String::as_str), id);
        } else if let (Some(journal), Some(id)) = (CaseKind::of(record), CaseId::parse(&key.id)) {
            self.put_case(Case::of(journal).number().map_or("", String::as_str), id);
        }
    }

    pub(super) fn put_customer(&mut self, id: &CustomerId, name: &str, traits: Vec<Trait>) {
        self.names.insert(id.clone(), name.to_owned());
        self.put_traits(id, traits);
    }

    /// More by which a customer is known.
    pub(super) fn put_traits(&mut self, id: &CustomerId, traits: Vec<Trait>) {
        for each in traits {
            let known = self.customers.entry(each).or_default();
            if !known.contains(id) {
                known.push(id.clone());
            }
        }
    }

    /// A member of staff with this name.
    pub fn put_staff(&mut self, name: &str, id: StaffId) {
        if let Some(Trait::Name(name)) = Trait::name(name) {
            self.staff.entry(name).or_insert(id);
        }
    }

    /// A case with this number.
    pub fn put_case(&mut self, number: &str, id: CaseId) {
        if !number.is_empty() {
            self.cases.entry(number.to_owned()).or_insert(id);
        }
    }

    /// Whether this very record is here.
    pub(super) fn has(&self, key: &RecordKey) -> bool {
        self.keys.contains(key)
    }

    /// Whether the person that this record is of was erased.
    pub(super) fn is_erased(&self, key: &RecordKey) -> bool {
        self.erased.contains(key)
    }

    pub(super) fn put_key(&mut self, key: RecordKey) {
        self.keys.insert(key);
    }

    pub(super) fn customers(&self, with: &Trait) -> &[CustomerId] {
        self.customers.get(with).map_or(&[], Vec::as_slice)
    }

    pub(super) fn customer_name(&self, id: &CustomerId) -> &str {
        self.names.get(id).map_or("", String::as_str)
    }

    /// The entries of a customer who was here before.
    pub(super) fn journal(&self, id: &CustomerId) -> Journal<CustomerKind> {
        self.journals.get(id).map(|journal| (**journal).clone()).unwrap_or_default()
    }

    pub(super) fn staff(&self, name: &str) -> Option<&StaffId> {
        match Trait::name(name)? {
            Trait::Name(name) => self.staff.get(&name),
            _ => None,
        }
    }

    pub(super) fn case(&self, number: &str) -> Option<&CaseId> {
        self.cases.get(number)
    }
}
