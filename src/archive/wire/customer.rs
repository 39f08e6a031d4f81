use super::super::at::{At, Read};
use super::super::fault::Form;
use super::super::names::Named;
use super::{Said, Wire, to, value};
use crate::domain::customer::CustomerField;
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
        }
    }
}

/// A phone number.
pub(super) fn phone(at: &At<'_>) -> Read<Phone> {
    at.form(Form::Phone, |text| Phone::parse(text).ok())
}
