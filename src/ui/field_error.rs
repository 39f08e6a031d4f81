//! What is wrong with a field, in a sentence.

use crate::app::command::{AgreementError, NeedsError, ReviewError};
use crate::domain::hours::HoursError;
use crate::domain::letter::ParameterError;
use crate::domain::local_time::WindowError;
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

impl Told for WindowError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Start => t.visit().error_start.to_owned(),
            Self::End => t.visit().error_end.to_owned(),
            Self::EndsBeforeStart => t.visit().error_order.to_owned(),
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

impl Told for NeedsError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Reason(TextError::Empty) => t.needs().error_reason.to_owned(),
            Self::Words(error)
            | Self::Expectation(error)
            | Self::Reason(error)
            | Self::Alternative(error) => error.tell(t),
        }
    }
}

impl Told for AgreementError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Words(error) => error.tell(t),
            Self::NoSuchDay => t.common().error_date.to_owned(),
            Self::EndsBeforeStart => t.agreement().error_order.to_owned(),
            Self::MaintenanceTooShort => t.agreement().error_maintenance.to_owned(),
        }
    }
}

impl Told for ReviewError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Nobody => t.review().nobody.to_owned(),
            Self::OwnWork => t.review().own.to_owned(),
            Self::Waiting | Self::NotSubmitted => t.review().error_gone.to_owned(),
            Self::Words(TextError::Empty) => t.review().error_words.to_owned(),
            Self::Words(error) => error.tell(t),
        }
    }
}
