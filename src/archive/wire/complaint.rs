//! What is known of a complaint: one field for each part of it.

use super::super::at::{At, Read};
use super::super::names::Named;
use super::shape::{Shape, shapes};
use super::{Said, field};
use crate::domain::complaint::{
    ComplaintAcknowledged, ComplaintAnswered, ComplaintDay, ComplaintField, ComplaintJudged,
    ComplaintReceived, ComplaintText,
};
use crate::domain::text::MAX_TEXT;

/// Gives each part that is no text and no day its name.
macro_rules! parts {
    ($($name:literal => $variant:ident,)*) => {
        pub(super) fn read(change: &At<'_>) -> Read<ComplaintField> {
            let [_, part, to] = field(change, ["set", "part", "to"])?;
            let name = part.word()?;
            if let Some(text) = ComplaintText::from_name(name) {
                return Ok(ComplaintField::Text(text, to.text(MAX_TEXT)?));
            }
            if let Some(day) = ComplaintDay::from_name(name) {
                return Ok(ComplaintField::Day(day, Shape::read(&to)?));
            }
            Ok(match name {
                $($name => ComplaintField::$variant(Shape::read(&to)?),)*
                _ => return Err(change.newer()),
            })
        }

        pub(super) fn said(said: &ComplaintField) -> Said<'_> {
            let (part, to) = match said {
                ComplaintField::Text(text, words) => (text.name(), words.into()),
                ComplaintField::Day(day, date) => (day.name(), date.write()),
                $(ComplaintField::$variant(value) => ($name, value.write()),)*
            };
            ("complaint", vec![("part", part.into()), ("to", to)])
        }
    };
}

parts! {
    "kind" => Kind,
    "cause" => Cause,
    "severity" => Severity,
    "seeks" => Seeks,
    "mood" => Mood,
    "about" => About,
    "handler" => Handler,
    "finding" => Finding,
    "agreed" => Agreed,
}

shapes! {
    ComplaintReceived { channel, at }
    ComplaintAcknowledged { channel, at, words: text }
    ComplaintAnswered { channel, at }
    ComplaintJudged { verdict, words: text }
}
