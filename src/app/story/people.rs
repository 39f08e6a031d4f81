//! What customers and their things have, in words.

use crate::domain::asset::{AssetField, AssetKey};
use crate::domain::customer::{ContactPoint, CustomerField, CustomerKey, Person};
use crate::domain::id::CustomerId;
use crate::domain::phone::Phone;
use crate::i18n::{Named, Texts};

/// What a field of a customer is called.
#[must_use]
pub fn customer_field_name(t: &'static Texts, key: &CustomerKey) -> &'static str {
    match key {
        CustomerKey::Name => t.names().customer_name,
        CustomerKey::Phone => t.names().customer_phone,
        CustomerKey::Email => t.names().customer_email,
        CustomerKey::Address => t.names().customer_address,
        CustomerKey::Preferred => t.names().customer_preferred,
        CustomerKey::Note => t.names().customer_note,
        CustomerKey::Importance => t.people().importance,
        CustomerKey::Tag(_) => t.people().tags,
        CustomerKey::Contact(_) => t.people().contacts,
        CustomerKey::Person(_) => t.people().people,
        CustomerKey::SameAs(_) => t.people().same_as,
        CustomerKey::Shown(_) => t.people().shown,
    }
}

/// Its value in words; nothing when it is empty. `name` knows other customers.
#[must_use]
pub fn customer_words(
    t: &'static Texts,
    name: &dyn Fn(&CustomerId) -> Option<String>,
    field: &CustomerField,
) -> String {
    let yes_or_no = |said: bool| if said { t.people().yes } else { t.people().no };
    match field {
        CustomerField::Name(text)
        | CustomerField::Email(text)
        | CustomerField::Address(text)
        | CustomerField::Note(text) => text.clone(),
        CustomerField::Phone(phone) => {
            phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default()
        }
        CustomerField::Preferred(channel) => {
            channel.as_ref().map_or("", |channel| channel.name(t)).to_owned()
        }
        CustomerField::Importance(importance) => {
            importance.as_ref().map_or("", |importance| importance.name(t)).to_owned()
        }
        CustomerField::Tag(tag, borne) => [tag, ": ", yes_or_no(*borne)].concat(),
        CustomerField::Contact(_, contact) => {
            contact.as_ref().map(|contact| contact_words(t, contact)).unwrap_or_default()
        }
        CustomerField::Person(_, person) => {
            person.as_ref().map(|person| person_words(person)).unwrap_or_default()
        }
        CustomerField::SameAs(id, same) => [&name(id).unwrap_or_default(), ": ", yes_or_no(*same)].concat(),
        CustomerField::Shown(detail, id) => [detail.name(t), ": ", &name(id).unwrap_or_default()].concat(),
    }
}

/// A further way to reach somebody, in one line.
#[must_use]
pub fn contact_words(t: &'static Texts, contact: &ContactPoint) -> String {
    let label = if contact.label.is_empty() { String::new() } else { format!(" · {}", contact.label) };
    format!("{} {}{label}", contact.way.name(t), contact.value)
}

/// Somebody else who can be talked to, in one line.
#[must_use]
pub fn person_words(person: &Person) -> String {
    let phone = person.phone.as_ref().map(Phone::as_str).unwrap_or_default();
    let parts = [person.name.as_str(), person.role.as_str(), phone];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What a field of a thing is called.
#[must_use]
pub fn asset_field_name(t: &'static Texts, key: &AssetKey) -> &'static str {
    match key {
        AssetKey::Owner => t.names().asset_owner,
        AssetKey::Label => t.names().asset_label,
        AssetKey::Brand => t.names().asset_brand,
        AssetKey::Model => t.names().asset_model,
        AssetKey::Serial => t.names().asset_serial,
    }
}

/// Its value in words; nothing when it is empty.
#[must_use]
pub fn asset_words(name: &dyn Fn(&CustomerId) -> Option<String>, field: &AssetField) -> String {
    match field {
        AssetField::Owner(id) => name(id).unwrap_or_default(),
        AssetField::Label(text)
        | AssetField::Brand(text)
        | AssetField::Model(text)
        | AssetField::Serial(text) => text.clone(),
    }
}
