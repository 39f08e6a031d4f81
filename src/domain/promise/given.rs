use super::PromiseKind;
use crate::domain::calendar::Moment;
use crate::domain::case::Channel;

/// Somebody wrote down that a promise was kept.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PromiseKept {
    /// Which.
    pub promise: PromiseKind,
    /// When; nothing for the moment at which it was written down.
    pub at: Option<Moment>,
    /// How the customer was told, where they were.
    pub channel: Option<Channel>,
    /// What they were told, or nothing.
    pub words: String,
}

/// What a customer got because a promise was broken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RemedyWay {
    /// What the letter says.
    AsPromised,
    /// Something else.
    Otherwise,
    /// Nothing: the words say why.
    Nothing,
}

impl RemedyWay {
    /// All ways.
    pub const ALL: [Self; 3] = [Self::AsPromised, Self::Otherwise, Self::Nothing];
}

/// What was done because a promise was broken.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Remedied {
    /// Which promise.
    pub promise: PromiseKind,
    /// When its clock had started: a case may have several of a kind.
    pub started: Moment,
    /// What the customer got.
    pub way: RemedyWay,
    /// In words: what, or why nothing.
    pub words: String,
}
