//! Rows of people who are here already: what each says beside what is here, and what is done with it.

use super::card::Known;
use super::here::Trait;
use super::source::Source;
use crate::domain::customer::{
    ContactPoint, ContactWay, Customer, CustomerField, CustomerKey, CustomerKind, Person,
};
use crate::domain::id::{ContactId, CustomerId, PersonId};
use crate::domain::record::RecordKey;
use crate::journal::{Change, Field, Kind};
use std::collections::BTreeMap;

/// What is done with a row of somebody who is here already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doing {
    /// Nothing of it is taken.
    Leave,
    /// It is another customer.
    New,
    /// What is empty here is filled, and what is missing is added. Nothing here is overwritten.
    Add,
}

impl Doing {
    /// All that can be done, in the order in which it is offered.
    pub const ALL: [Self; 3] = [Self::Leave, Self::Add, Self::New];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::New => "new",
            Self::Add => "add",
        }
    }

    /// What bears this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|doing| doing.name() == name)
    }
}

/// What is done with which row.
#[derive(Clone, Copy, Debug)]
pub struct Duplicates<'a> {
    /// With a row that surely is of somebody who is here.
    pub sure: Doing,
    /// With a row that only may be.
    pub maybe: Doing,
    /// With single rows, by their line, whatever is said of all.
    pub rows: &'a BTreeMap<usize, Doing>,
}

static NO_ROWS: BTreeMap<usize, Doing> = BTreeMap::new();

impl Default for Duplicates<'_> {
    fn default() -> Self {
        Self { sure: Doing::Leave, maybe: Doing::New, rows: &NO_ROWS }
    }
}

impl Duplicates<'_> {
    pub(super) fn of(&self, line: usize, sure: bool) -> Doing {
        let all = if sure { self.sure } else { self.maybe };
        self.rows.get(&line).copied().unwrap_or(all)
    }
}

/// Whom a row resembles: somebody who is here, or who stands in an earlier row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alike {
    /// Whose record it is.
    pub of: RecordKey,
    /// The line of the earlier row, if it is one.
    pub line: Option<usize>,
    /// Whether they surely are one; else they only share a number, an address or a name.
    pub sure: bool,
    /// What is done with the row.
    pub doing: Doing,
    /// What is said here and in the row.
    pub points: Vec<Point>,
}

impl Alike {
    /// Whether something of the row is not here.
    #[must_use]
    pub fn says_more(&self) -> bool {
        self.points.iter().any(|point| !point.missing.is_empty())
    }
}

/// What is said of a customer, here and in a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum Part {
    Name,
    Phone,
    Email,
    Wechat,
    Line,
    Address,
    Tags,
    Person,
    Note,
}

impl Part {
    /// Whether there is only one, so that another one differs; of the others there may be several.
    #[must_use]
    pub fn is_one(self) -> bool {
        matches!(self, Self::Name | Self::Address | Self::Note)
    }
}

/// One thing that is said of a customer, here and in a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Point {
    /// What.
    pub part: Part,
    /// What is said here.
    pub here: Vec<String>,
    /// What the row says.
    pub row: Vec<String>,
    /// What of the row is not said here.
    pub missing: Vec<String>,
}

impl Point {
    /// Whether something would be added here.
    #[must_use]
    pub fn adds(&self) -> bool {
        !self.missing.is_empty() && !self.differs()
    }

    /// Whether here something else is said, so that the row's word for it is not taken.
    #[must_use]
    pub fn differs(&self) -> bool {
        !self.missing.is_empty() && self.part.is_one() && !self.here.is_empty()
    }
}

/// What a row says beside what is here, of all that either says.
pub(super) fn points(known: &Known, customer: &Customer) -> Vec<Point> {
    let said = Said::of(customer);
    let one = |part: Part, key: &CustomerKey, row: &str, same: fn(&str, &str) -> bool| {
        let here = said.texts(key);
        let row: Vec<String> = (!row.is_empty()).then(|| row.to_owned()).into_iter().collect();
        several(part, here, row, same)
    };
    let name = if known.is_named { known.name.as_str() } else { "" };
    let ways = |way: ContactWay| {
        let row = known.chats.iter().filter(move |(each, _)| *each == way);
        (said.contacts(&[way]), row.map(|(_, value)| value.clone()).collect::<Vec<_>>())
    };
    let (wechat, line) = (ways(ContactWay::Wechat), ways(ContactWay::Line));
    let mut phones = said.texts(&CustomerKey::Phone);
    phones.extend(said.contacts(&[ContactWay::Mobile, ContactWay::Phone]));
    let mut emails = said.texts(&CustomerKey::Email);
    emails.extend(said.contacts(&[ContactWay::Email]));
    let numbers = known.phones.iter().map(|(_, phone)| phone.to_string()).collect();
    let person = Some(&known.person).filter(|person| !person.is_empty());
    let all = [
        one(Part::Name, &CustomerKey::Name, name, same_name),
        several(Part::Phone, phones, numbers, same_number),
        several(Part::Email, emails, known.emails.clone(), same_name),
        several(Part::Wechat, wechat.0, wechat.1, same_name),
        several(Part::Line, line.0, line.1, same_name),
        one(Part::Address, &CustomerKey::Address, &known.address, same_name),
        several(Part::Tags, customer.tags().cloned().collect(), known.tags.clone(), str::eq),
        several(Part::Person, said.people(), person.cloned().into_iter().collect(), same_name),
        one(Part::Note, &CustomerKey::Note, &known.note(), note_holds),
    ];
    all.into_iter().filter(|point| !point.here.is_empty() || !point.row.is_empty()).collect()
}

fn several(part: Part, here: Vec<String>, row: Vec<String>, same: fn(&str, &str) -> bool) -> Point {
    let is_missing = |value: &&String| !here.iter().any(|each| same(each, value));
    let missing = row.iter().filter(is_missing).cloned().collect();
    Point { part, here, row, missing }
}

fn same_name(here: &str, row: &str) -> bool {
    Trait::name(here) == Trait::name(row)
}

fn same_number(here: &str, row: &str) -> bool {
    match (Trait::number(here), Trait::number(row)) {
        (Some(here), Some(row)) => here == row,
        _ => crate::domain::phone::digits(here) == crate::domain::phone::digits(row),
    }
}

/// Whether each line of the row's note stands in the one here.
fn note_holds(here: &str, row: &str) -> bool {
    row.lines().all(|line| here.lines().any(|each| each.trim() == line.trim()))
}

/// All values that stand here, those that stand beside others included.
struct Said(Vec<CustomerField>);

impl Said {
    fn of(customer: &Customer) -> Self {
        let beside = customer.fields.conflicts().into_iter().flat_map(|conflict| conflict.values);
        let mut all: Vec<_> = customer.fields.iter().map(|held| held.value.clone()).collect();
        for held in beside {
            if !all.contains(&held.value) {
                all.push(held.value);
            }
        }
        all.retain(|field| !is_empty(field));
        Self(all)
    }

    /// The words of a plain field.
    fn texts(&self, key: &CustomerKey) -> Vec<String> {
        let of_key = self.0.iter().filter(|field| field.key() == *key);
        let words = of_key.filter_map(|field| match field {
            CustomerField::Name(text)
            | CustomerField::Email(text)
            | CustomerField::Address(text)
            | CustomerField::Note(text) => Some(text.clone()),
            CustomerField::Phone(phone) => phone.as_ref().map(ToString::to_string),
            _ => None,
        });
        words.collect()
    }

    /// Further contact points of these ways.
    fn contacts(&self, ways: &[ContactWay]) -> Vec<String> {
        let points = self.0.iter().filter_map(|field| match field {
            CustomerField::Contact(_, Some(point)) if ways.contains(&point.way) => Some(point.value.clone()),
            _ => None,
        });
        points.collect()
    }

    fn people(&self) -> Vec<String> {
        let people = self.0.iter().filter_map(|field| match field {
            CustomerField::Person(_, Some(person)) => Some(person.name.clone()),
            _ => None,
        });
        people.collect()
    }
}

/// Whether a value says that there is none.
fn is_empty(field: &CustomerField) -> bool {
    match field {
        CustomerField::Name(text)
        | CustomerField::Email(text)
        | CustomerField::Address(text)
        | CustomerField::Note(text) => text.is_empty(),
        CustomerField::Phone(phone) => phone.is_none(),
        CustomerField::Preferred(channel) => channel.is_none(),
        CustomerField::Importance(importance) => importance.is_none(),
        CustomerField::Tag(_, borne) => !borne,
        CustomerField::Contact(_, contact) => contact.is_none(),
        CustomerField::Person(_, person) => person.is_none(),
        CustomerField::SameAs(..) | CustomerField::Shown(..) => false,
    }
}

type CustomerChange = Change<CustomerField, <CustomerKind as Kind>::Event>;

/// What a row adds to a customer. Ids are given by what is added, so that devices that add the same agree.
pub(super) fn additions(
    known: &Known,
    points: &[Point],
    id: &CustomerId,
    customer: &Customer,
) -> Vec<CustomerChange> {
    let mut fields = Vec::new();
    for point in points.iter().filter(|point| point.adds()) {
        let mut values = point.missing.iter();
        match point.part {
            Part::Name => fields.extend(values.cloned().map(CustomerField::Name)),
            Part::Address => fields.extend(values.cloned().map(CustomerField::Address)),
            Part::Note => fields.extend(values.cloned().map(CustomerField::Note)),
            Part::Tags => fields.extend(values.map(|tag| CustomerField::Tag(tag.clone(), true))),
            Part::Person => fields.extend(values.map(|name| person(id, name))),
            Part::Wechat => fields.extend(values.map(|value| contact(id, ContactWay::Wechat, value))),
            Part::Line => fields.extend(values.map(|value| contact(id, ContactWay::Line, value))),
            Part::Email => {
                if can_fill(customer, &CustomerKey::Email) {
                    fields.extend(values.next().cloned().map(CustomerField::Email));
                }
                fields.extend(values.map(|value| contact(id, ContactWay::Email, value)));
            }
            Part::Phone => {
                let is_missing = |number: &str| point.missing.iter().any(|each| each == number);
                let mut missing = known.phones.iter().filter(|(_, phone)| is_missing(phone.as_str()));
                if can_fill(customer, &CustomerKey::Phone) {
                    let first = missing.next().map(|(_, phone)| CustomerField::Phone(Some(phone.clone())));
                    fields.extend(first);
                }
                fields.extend(missing.map(|(way, phone)| contact(id, *way, phone.as_str())));
            }
        }
    }
    // Whatever was found: what stands here is never replaced.
    fields.retain(|field| can_fill(customer, &field.key()));
    let set = |field: CustomerField| Change::Set { replaces: customer.fields.heads(&field.key()), field };
    fields.into_iter().map(set).collect()
}

/// Whether nothing stands there: none was ever said, or the last word is that there is none.
fn can_fill(customer: &Customer, key: &CustomerKey) -> bool {
    let is_one = !customer.fields.conflicts().iter().any(|conflict| conflict.key == *key);
    is_one && customer.fields.current(key).is_none_or(is_empty)
}

fn contact(id: &CustomerId, way: ContactWay, value: &str) -> CustomerField {
    let bits = Source::new("").bits("contact", &[id.as_str(), &format!("{way:?}"), value]);
    let point = ContactPoint { way, value: value.to_owned(), label: String::new(), preferred: false };
    CustomerField::Contact(ContactId::from_random(bits), Some(Box::new(point)))
}

fn person(id: &CustomerId, name: &str) -> CustomerField {
    let bits = Source::new("").bits("person", &[id.as_str(), name]);
    let person = Person { name: name.to_owned(), role: String::new(), phone: None };
    CustomerField::Person(PersonId::from_random(bits), Some(Box::new(person)))
}
