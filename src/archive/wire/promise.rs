//! What letters promise with limits of time, and what came of it.

use super::super::at::{At, Read};
use super::super::fault::{Fault, Form};
use super::super::json::Json;
use super::shape::{Shape, shapes};
use crate::domain::calendar::{Moment, Zone};
use crate::domain::id::{ClauseId, LetterId, ParameterId};
use crate::domain::promise::{ClauseTerms, PromiseKept, PromiseRules, Remedied, Terms};

shapes! {
    Terms { letter, number: line, revision, clauses, remedy: text }
    ClauseTerms { clause, values }
    PromiseKept { promise, at, channel, words: text }
    Remedied { promise, started, way, words: text }
}

/// A number of a clause with its name.
impl Shape for (ParameterId, u32) {
    fn read(at: &At<'_>) -> Read<Self> {
        let [parameter, value] = at.object(["parameter", "value"])?;
        Ok((Shape::read(&parameter)?, value.number()?))
    }

    fn write(&self) -> Json<'_> {
        Json::object([("parameter", self.0.as_str().into()), ("value", self.1.into())])
    }
}

impl Shape for PromiseRules {
    fn read(at: &At<'_>) -> Read<Self> {
        let [warn_percent, escalate_to] = at.object(["warn_percent", "escalate_to"])?;
        let (least, most) = Self::WARNING;
        let percent = warn_percent.number()?;
        if !(least..=most).contains(&percent) {
            return Err(warn_percent.wrong(Fault::NotA(Form::Share)));
        }
        Ok(Self { warn_percent: percent, escalate_to: Shape::read(&escalate_to)? })
    }

    fn write(&self) -> Json<'_> {
        Json::object([("warn_percent", self.warn_percent.into()), ("escalate_to", self.escalate_to.write())])
    }
}

/// A place that this version does not know is a newer one's: it is kept and passed on.
impl Shape for Zone {
    fn read(at: &At<'_>) -> Read<Self> {
        Self::parse(&at.line()?).ok_or_else(|| at.newer())
    }

    fn write(&self) -> Json<'_> {
        self.name().into()
    }
}

/// Declares ids, and values that are written as their name.
macro_rules! words {
    ($($type:ident: $form:ident, $write:expr;)*) => {$(
        impl Shape for $type {
            fn read(at: &At<'_>) -> Read<Self> {
                at.form(Form::$form, Self::parse)
            }

            fn write(&self) -> Json<'_> {
                $write(self).into()
            }
        }
    )*};
}

words! {
    LetterId: Id, LetterId::as_str;
    ClauseId: Id, ClauseId::as_str;
    ParameterId: Id, ParameterId::as_str;
    Moment: Moment, Moment::to_string;
}
