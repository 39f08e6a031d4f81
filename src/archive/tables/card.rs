//! What a row or a vCard says of a customer.

use super::column::Column;
use super::fault::RowFault;
use super::here::Trait;
use super::mapping::Mapping;
use super::source::Source;
use super::table::Row;
use crate::domain::customer::{ContactPoint, ContactWay, CustomerField, MAX_TAG, Person};
use crate::domain::email;
use crate::domain::id::{ContactId, PersonId};
use crate::domain::phone::Phone;
use crate::domain::text::{MAX_LINE, MAX_TEXT};

/// What people write where there is nothing.
const NOTHING: [&str; 8] = ["-", "--", "/", "无", "無", "n/a", "none", "null"];

/// What is said of a customer, as it was written.
#[derive(Clone, Debug, Default)]
pub(super) struct Card {
    pub(super) name: String,
    /// Where it stands, the name is of somebody to talk to there.
    pub(super) company: String,
    pub(super) person: String,
    pub(super) phones: Vec<(ContactWay, String)>,
    pub(super) emails: Vec<String>,
    /// Names in chats.
    pub(super) chats: Vec<(ContactWay, String)>,
    pub(super) address: String,
    pub(super) tags: Vec<String>,
    pub(super) notes: Vec<String>,
}

/// What can be kept of a card.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) name: String,
    /// Whether that is a name; else a number stands in for one.
    pub(super) is_named: bool,
    pub(super) person: String,
    pub(super) phones: Vec<(ContactWay, Phone)>,
    pub(super) emails: Vec<String>,
    pub(super) chats: Vec<(ContactWay, String)>,
    pub(super) address: String,
    pub(super) tags: Vec<String>,
    notes: Vec<String>,
}

impl Card {
    /// What a row says of a customer. Its notes are left to who reads the rest of the row.
    pub(super) fn of(row: &Row, mapping: &Mapping) -> Self {
        let cells = |column: Column| {
            let cells = mapping.places(column).map(|at| row.cell(at));
            cells.filter(|cell| !is_nothing(cell)).map(str::to_owned).collect::<Vec<_>>()
        };
        // Somebody may well be called Null.
        let one = |column: Column| {
            let cells = mapping.places(column).map(|at| row.cell(at));
            let is_name =
                |cell: &&str| !is_nothing(cell) || cell.bytes().any(|byte| byte.is_ascii_alphabetic());
            cells.filter(is_name).find(|cell| !cell.is_empty()).unwrap_or_default().to_owned()
        };
        let ways = |column: Column, way: ContactWay| cells(column).into_iter().map(move |cell| (way, cell));
        let tags = cells(Column::Tags);
        let tags = tags.iter().flat_map(|cell| cell.split([',', '，', ';', '；', '、', '|', '\n']));
        Self {
            name: one(Column::Name),
            company: one(Column::Company),
            person: one(Column::Person),
            phones: ways(Column::Mobile, ContactWay::Mobile)
                .chain(ways(Column::Phone, ContactWay::Phone))
                .collect(),
            emails: cells(Column::Email),
            chats: ways(Column::Wechat, ContactWay::Wechat)
                .chain(ways(Column::Line, ContactWay::Line))
                .collect(),
            address: cells(Column::Address).join(" "),
            tags: tags.map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
            notes: Vec::new(),
        }
    }

    /// Whether it says nothing that could name somebody.
    pub(super) fn is_empty(&self) -> bool {
        [&self.name, &self.company, &self.person].into_iter().all(|name| name.is_empty())
            && self.phones.is_empty()
            && self.emails.is_empty()
            && self.chats.is_empty()
    }

    /// What of it can be kept, and what cannot be read: that then stands in the note.
    pub(super) fn read(self, remarks: &mut Vec<RowFault>) -> Result<Known, RowFault> {
        let mut known =
            Known { address: self.address, notes: self.notes, chats: self.chats, ..Known::default() };
        for (way, text) in self.phones {
            for (text, phone) in numbers(&text) {
                match phone {
                    Some(phone) if !known.phones.iter().any(|(_, each)| each.digits() == phone.digits()) => {
                        known.phones.push((way, phone));
                    }
                    Some(_) => {}
                    None => {
                        known.notes.push(text.clone());
                        remarks.push(RowFault::NotAPhone(text));
                    }
                }
            }
        }
        for text in self.emails.iter().flat_map(|text| text.split([',', ';', '；', ' ', '\n'])) {
            match email::parse(text) {
                Some(address) if address.is_empty() || known.emails.contains(&address) => {}
                Some(address) => known.emails.push(address),
                None => {
                    known.notes.push(text.to_owned());
                    remarks.push(RowFault::NotAnEmail(text.to_owned()));
                }
            }
        }
        for tag in self.tags {
            if tag.chars().count() > MAX_TAG {
                known.notes.push(tag);
            } else if !known.tags.contains(&tag) {
                known.tags.push(tag);
            }
        }
        // A firm leads; who is named beside it is somebody to talk to there.
        (known.name, known.person) = match (self.company.is_empty(), self.name.is_empty()) {
            (true, _) => (self.name, self.person),
            (false, true) => (self.company, self.person),
            (false, false) => {
                known.notes.extend((!self.person.is_empty()).then_some(self.person));
                (self.company, self.name)
            }
        };
        known.is_named = !known.name.is_empty() || !known.person.is_empty();
        if known.name.is_empty() {
            let stand_in = [
                known.person.clone(),
                known.phones.first().map(|(_, phone)| phone.to_string()).unwrap_or_default(),
                known.emails.first().cloned().unwrap_or_default(),
                known.chats.first().map(|(_, name)| name.clone()).unwrap_or_default(),
            ];
            known.name = stand_in.into_iter().find(|name| !name.is_empty()).ok_or(RowFault::NoName)?;
            if known.name == known.person {
                known.person.clear();
            }
        }
        let lines = [&known.name, &known.person].into_iter().chain(known.chats.iter().map(|(_, name)| name));
        for line in lines {
            if line.chars().count() > MAX_LINE {
                return Err(RowFault::LineTooLong);
            }
        }
        for text in [&known.address, &known.note()] {
            if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
                return Err(RowFault::TextTooLong);
            }
        }
        Ok(known)
    }
}

impl Known {
    pub(super) fn note(&self) -> String {
        self.notes.join("\n")
    }

    /// What tells this customer from others: numbers and addresses, then the name.
    pub(super) fn traits(&self) -> (Vec<Trait>, Option<Trait>) {
        let numbers = self.phones.iter().filter_map(|(_, phone)| Trait::number(phone.as_str()));
        let emails = self.emails.iter().filter_map(|email| Trait::email(email));
        (numbers.chain(emails).collect(), Trait::name(&self.name))
    }

    /// The bits of its id. Who has a number or an address is the same wherever they come from; `again`
    /// tells apart those who are to be several although they say the same.
    pub(super) fn bits(&self, source: &Source, again: usize) -> u128 {
        let (traits, name) = self.traits();
        let mut parts: Vec<String> = traits.iter().chain(&name).map(|each| format!("{each:?}")).collect();
        parts.sort();
        parts.extend((again > 0).then(|| again.to_string()));
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let anywhere = Source::new("");
        let source = if traits.is_empty() { source } else { &anywhere };
        source.bits("customer", &parts)
    }

    /// The fields of its record. Ids of what it has several of are given by its own.
    pub(super) fn fields(self, bits: u128) -> Vec<CustomerField> {
        let note = self.note();
        let mut fields = vec![CustomerField::Name(self.name)];
        let mut more: Vec<(ContactWay, String)> = Vec::new();
        let mut phones = self.phones.into_iter();
        fields.push(CustomerField::Phone(phones.next().map(|(_, phone)| phone)));
        more.extend(phones.map(|(way, phone)| (way, phone.to_string())));
        let mut emails = self.emails.into_iter();
        fields.extend(emails.next().map(CustomerField::Email));
        more.extend(emails.map(|email| (ContactWay::Email, email)));
        more.extend(self.chats);
        let texts = [CustomerField::Address(self.address), CustomerField::Note(note)];
        fields.extend(texts.into_iter().filter(|field| {
            !matches!(field, CustomerField::Address(text) | CustomerField::Note(text) if text.is_empty())
        }));
        fields.extend(self.tags.into_iter().map(|tag| CustomerField::Tag(tag, true)));
        let mut id = bits;
        fields.extend(more.into_iter().map(|(way, value)| {
            id = id.wrapping_add(1);
            let point = ContactPoint { way, value, label: String::new(), preferred: false };
            CustomerField::Contact(ContactId::from_random(id), Some(Box::new(point)))
        }));
        if !self.person.is_empty() {
            let person = Person { name: self.person, role: String::new(), phone: None };
            fields.push(CustomerField::Person(PersonId::from_random(bits), Some(Box::new(person))));
        }
        fields
    }
}

pub(super) fn is_nothing(cell: &str) -> bool {
    cell.is_empty() || NOTHING.iter().any(|nothing| cell.eq_ignore_ascii_case(nothing))
}

/// The numbers in a cell: it is one, or has several with a sign between them.
fn numbers(text: &str) -> Vec<(String, Option<Phone>)> {
    if let Ok(phone) = Phone::parse(text) {
        return vec![(text.to_owned(), Some(phone))];
    }
    let parts = text.split(['/', ';', '；', '、', '|', '\n', '，', ',']).map(str::trim);
    let parts: Vec<_> = parts
        .filter(|part| !part.is_empty())
        .map(|part| (part.to_owned(), Phone::parse(part).ok()))
        .collect();
    // What is no list of numbers is kept as it was written.
    if parts.iter().any(|(_, phone)| phone.is_some()) { parts } else { vec![(text.to_owned(), None)] }
}
