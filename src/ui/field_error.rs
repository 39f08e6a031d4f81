//! What is wrong with a field, in a sentence.

use crate::domain::hours::HoursError;
use crate::domain::letter::ParameterError;
use crate::domain::phone::PhoneError;
use crate::domain::text::TextError;
use crate::i18n::Texts;

/// Something that a person can be told in a sentence.
pub(crate) trait Told {
    /// The sentence.
    fn tell(&self, texts: &'static Texts) -> String;
}

impl Told for TextError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Empty => t.common().error_empty.to_owned(),
            Self::TooLong(max) => t.common().error_too_long(max),
        }
    }
}

impl Told for PhoneError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Character(character) => t.common().error_phone_character(character),
            Self::Digits(_) => t.common().error_phone_digits.to_owned(),
        }
    }
}

impl Told for HoursError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Form(part) => t.common().error_hours_form(part),
            Self::Overlap(one, other) => t.common().error_hours_overlap(one, other),
        }
    }
}

impl Told for ParameterError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Empty => t.common().error_empty.to_owned(),
            Self::Range(min, max) => t.common().error_range(min, max),
            Self::Phone => t.common().error_phone_digits.to_owned(),
            Self::TooLong(max) => t.common().error_too_long(max),
        }
    }
}
