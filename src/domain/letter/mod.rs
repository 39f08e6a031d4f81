//! The commitment letter: the shop's signed promise to a customer or to all.

mod clause;

pub use clause::{
    ClauseLibrary, ClauseSpec, Frame, ParameterError, ParameterKind, ParameterSpec, SectionSpec, Unit, fill,
};

use super::date::Date;
use super::document::Issued;
use super::id::{CaseId, ClauseId, CustomerId, LetterId, ParameterId, SectionId};
use super::lang::Lang;
use crate::journal::{Field, Folded, Held, Kind};

/// A letter's record.
#[derive(Clone, PartialEq, Debug)]
pub struct LetterKind;

impl Kind for LetterKind {
    type Field = LetterField;
    type Event = LetterEvent;

    fn anonymous(field: LetterField) -> Option<LetterField> {
        matches!(field, LetterField::Lang(_) | LetterField::From(_) | LetterField::Until(_)).then_some(field)
    }

    fn anonymous_event(event: LetterEvent) -> Option<LetterEvent> {
        matches!(event, LetterEvent::Drafted { .. } | LetterEvent::Discarded).then_some(event)
    }
}

/// A letter as it is now: a draft until it is issued.
pub type Letter = Folded<LetterKind>;

/// Whom a letter speaks to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Purpose {
    /// All customers.
    Standing,
    /// One customer, whatever the matter: it overrides what speaks to all.
    Customer(CustomerId),
    /// The customer of one case.
    Case(CaseId),
}

/// Over which time a letter prints how its promises were kept, as of the day of its issue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RecordPeriod {
    /// The calendar month before.
    LastMonth,
    /// The quarter of the year before.
    LastQuarter,
    /// The twelve calendar months before.
    LastTwelveMonths,
    /// From the first promise on.
    ToDate,
}

impl RecordPeriod {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::LastMonth, Self::LastQuarter, Self::LastTwelveMonths, Self::ToDate];
}

/// A clause of the shop's own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct OwnClause {
    /// The section it stands in.
    pub section: SectionId,
    /// What it promises.
    pub text: String,
}

/// What a draft says.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LetterField {
    /// The letter's language.
    Lang(Lang),
    /// Whom it greets; empty for the usual words.
    Addressee(String),
    /// Its opening; empty for the usual words.
    Opening(String),
    /// Whether a clause of the library stands in it.
    Clause(ClauseId, bool),
    /// A clause's parameter, as it is printed.
    Parameter(ClauseId, ParameterId, String),
    /// A clause of the shop's own, or nothing once it was taken out.
    Own(ClauseId, Option<OwnClause>),
    /// The first day it holds; the day of issue when not set.
    From(Option<Date>),
    /// The last day it holds; until further notice when not set.
    Until(Option<Date>),
    /// Who signs.
    Signatory(String),
    /// Over which time it prints how its promises were kept; nothing when it does not.
    Record(Option<RecordPeriod>),
}

/// Names a field of a letter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of the same name")]
pub enum LetterKey {
    Lang,
    Addressee,
    Opening,
    Clause(ClauseId),
    Parameter(ClauseId, ParameterId),
    Own(ClauseId),
    From,
    Until,
    Signatory,
    Record,
}

impl Field for LetterField {
    type Key = LetterKey;

    fn key(&self) -> LetterKey {
        match self {
            Self::Lang(_) => LetterKey::Lang,
            Self::Addressee(_) => LetterKey::Addressee,
            Self::Opening(_) => LetterKey::Opening,
            Self::Clause(clause, _) => LetterKey::Clause(clause.clone()),
            Self::Parameter(clause, parameter, _) => LetterKey::Parameter(clause.clone(), parameter.clone()),
            Self::Own(clause, _) => LetterKey::Own(clause.clone()),
            Self::From(_) => LetterKey::From,
            Self::Until(_) => LetterKey::Until,
            Self::Signatory(_) => LetterKey::Signatory,
            Self::Record(_) => LetterKey::Record,
        }
    }
}

/// What happened to a letter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LetterEvent {
    /// A draft was begun.
    Drafted {
        /// Whom it speaks to.
        purpose: Purpose,
        /// The issued letter that it will replace.
        revises: Option<LetterId>,
    },
    /// It was issued: from here on it is frozen.
    Issued(Issued),
    /// The draft was thrown away. Means nothing once the letter was issued.
    Discarded,
}

macro_rules! readers {
    ($($(#[$doc:meta])* $reader:ident: $variant:ident -> $type:ty;)*) => {
        impl Letter {$(
            $(#[$doc])*
            #[must_use]
            pub fn $reader(&self) -> Option<&$type> {
                match self.fields.current(&LetterKey::$variant) {
                    Some(LetterField::$variant(value)) => Some(value),
                    _ => None,
                }
            }
        )*}
    };
}

readers! {
    /// The letter's language, once chosen.
    lang: Lang -> Lang;
    /// The greeting, when it is not the usual one.
    addressee: Addressee -> String;
    /// The opening, when it is not the usual one.
    opening: Opening -> String;
    /// The first day it holds.
    from: From -> Option<Date>;
    /// The last day it holds.
    until: Until -> Option<Date>;
    /// Who signs.
    signatory: Signatory -> String;
    /// Over which time it prints how its promises were kept.
    record: Record -> Option<RecordPeriod>;
}

impl Letter {
    /// Whom it speaks to.
    #[must_use]
    pub fn purpose(&self) -> Option<&Purpose> {
        self.events.iter().find_map(|held| match &held.value {
            LetterEvent::Drafted { purpose, .. } => Some(purpose),
            LetterEvent::Issued(_) | LetterEvent::Discarded => None,
        })
    }

    /// The letter it replaces or will replace.
    #[must_use]
    pub fn revises(&self) -> Option<&LetterId> {
        self.events.iter().find_map(|held| match &held.value {
            LetterEvent::Drafted { revises, .. } => revises.as_ref(),
            LetterEvent::Issued(_) | LetterEvent::Discarded => None,
        })
    }

    /// What was issued, with who issued it and when. Issued twice on two devices, the first
    /// counts; both are kept.
    #[must_use]
    pub fn issued(&self) -> Option<Held<&Issued>> {
        self.events.iter().find_map(|held| match &held.value {
            LetterEvent::Issued(issued) => {
                Some(Held { stamp: held.stamp.clone(), author: held.author.clone(), value: issued })
            }
            LetterEvent::Drafted { .. } | LetterEvent::Discarded => None,
        })
    }

    /// Whether it is a draft that was thrown away.
    #[must_use]
    pub fn is_discarded(&self) -> bool {
        self.issued().is_none() && self.events.iter().any(|held| held.value == LetterEvent::Discarded)
    }

    /// Whether a clause of the library stands in it.
    #[must_use]
    pub fn has(&self, clause: &ClauseSpec) -> bool {
        match self.fields.current(&LetterKey::Clause(clause.id.clone())) {
            Some(LetterField::Clause(_, on)) => *on,
            _ => clause.on,
        }
    }

    /// The value of a clause's parameter, its default when none was set.
    #[must_use]
    pub fn parameter<'a>(&'a self, clause: &ClauseId, parameter: &'a ParameterSpec) -> &'a str {
        match self.fields.current(&LetterKey::Parameter(clause.clone(), parameter.id.clone())) {
            Some(LetterField::Parameter(_, _, value)) => value,
            _ => &parameter.default,
        }
    }

    /// The clauses of the shop's own, in the order they were added.
    #[must_use]
    pub fn own_clauses(&self) -> Vec<(&ClauseId, &OwnClause)> {
        self.fields
            .iter()
            .filter_map(|held| match &held.value {
                LetterField::Own(id, Some(clause)) => Some((id, clause)),
                _ => None,
            })
            .collect()
    }
}
