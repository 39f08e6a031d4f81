use super::super::at::{At, Read};
use super::super::fault::Form;
use super::super::json::Json;
use super::super::names::Named;
use super::shape::{Shape, shapes};
use super::{Said, Wire, field, to, value};
use crate::domain::customer::{ContactPoint, CustomerField, Person};
use crate::domain::id::{ContactId, CustomerId, PersonId};
use crate::domain::phone::Phone;
use crate::domain::text::MAX_TEXT;

impl Wire for CustomerField {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "name" => Self::Name(value(change)?.line()?),
            "phone" => Self::Phone(value(change)?.optional(phone)?),
            "email" => Self::Email(value(change)?.line()?),
            "address" => Self::Address(value(change)?.text(MAX_TEXT)?),
            "preferred" => Self::Preferred(value(change)?.optional(At::choice)?),
            "note" => Self::Note(value(change)?.text(MAX_TEXT)?),
            "importance" => Self::Importance(value(change)?.optional(At::choice)?),
            "tag" => {
                let [_, tag, to] = field(change, ["set", "tag", "to"])?;
                Self::Tag(tag.line()?, to.flag()?)
            }
            "contact" => {
                let [_, id, to] = field(change, ["set", "id", "to"])?;
                Self::Contact(id.id(ContactId::parse)?, to.optional(Shape::read)?.map(Box::new))
            }
            "person" => {
                let [_, id, to] = field(change, ["set", "id", "to"])?;
                Self::Person(id.id(PersonId::parse)?, to.optional(Shape::read)?.map(Box::new))
            }
            "same_as" => {
                let [_, id, to] = field(change, ["set", "id", "to"])?;
                Self::SameAs(id.id(CustomerId::parse)?, to.flag()?)
            }
            "shown" => {
                let [_, detail, to] = field(change, ["set", "detail", "to"])?;
                Self::Shown(detail.choice()?, to.id(CustomerId::parse)?)
            }
            _ => return Err(change.newer()),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Name(text) => to("name", text),
            Self::Phone(phone) => to("phone", phone.as_ref().map(Phone::as_str)),
            Self::Email(text) => to("email", text),
            Self::Address(text) => to("address", text),
            Self::Preferred(channel) => to("preferred", channel.map(Named::name)),
            Self::Note(text) => to("note", text),
            Self::Importance(importance) => to("importance", importance.map(Named::name)),
            Self::Tag(tag, borne) => ("tag", vec![("tag", tag.into()), ("to", (*borne).into())]),
            Self::Contact(id, contact) => ("contact", item(id.as_str(), contact.as_deref())),
            Self::Person(id, person) => ("person", item(id.as_str(), person.as_deref())),
            Self::SameAs(id, same) => ("same_as", vec![("id", id.as_str().into()), ("to", (*same).into())]),
            Self::Shown(detail, id) => {
                ("shown", vec![("detail", detail.name().into()), ("to", id.as_str().into())])
            }
        }
    }
}

/// A phone number.
pub(super) fn phone(at: &At<'_>) -> Read<Phone> {
    at.form(Form::Phone, |text| Phone::parse(text).ok())
}

/// One of several things, or `null` once it was taken out.
fn item<'a, T: Shape>(id: &'a str, item: Option<&'a T>) -> Vec<(&'static str, Json<'a>)> {
    vec![("id", id.into()), ("to", item.map_or(Json::Null, T::write))]
}

impl Shape for Phone {
    fn read(at: &At<'_>) -> Read<Self> {
        phone(at)
    }

    fn write(&self) -> Json<'_> {
        self.as_str().into()
    }
}

shapes! {
    ContactPoint { way, value: line, label: line, preferred }
    Person { name: line, role: line, phone }
}
