use super::Field;
use std::fmt::Debug;

/// What a kind of record is made of.
pub trait Kind: Clone + Debug + PartialEq + Send + Sync + 'static {
    /// Values that replace each other.
    type Field: Field;
    /// Things that happened and stay beside each other.
    type Event: Clone + Ord + Debug + Send + Sync;

    /// What stays of a value when the person that the record is of is erased. Records of
    /// nobody keep all.
    fn anonymous(field: Self::Field) -> Option<Self::Field> {
        Some(field)
    }

    /// What stays of something that happened.
    fn anonymous_event(event: Self::Event) -> Option<Self::Event> {
        Some(event)
    }
}

/// A value that cannot be.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Never {}

impl Field for Never {
    type Key = ();

    fn key(&self) {
        match *self {}
    }
}

/// A record of a kind that this version does not know: kept as it came, never folded.
#[derive(Clone, PartialEq, Debug)]
pub struct Opaque;

impl Kind for Opaque {
    type Field = Never;
    type Event = Never;
}
