//! Everything a shop has written down: its records, each a journal.

use super::asset::AssetKind;
use super::case::CaseKind;
use super::custom_process::CustomProcessKind;
use super::customer::CustomerKind;
use super::improvement::ImprovementKind;
use super::letter::LetterKind;
use super::shop::{SHOP_ID, ShopKind};
use super::staff::StaffKind;
use super::visit::VisitKind;
use crate::journal::{DeviceId, Journal, Kind, Opaque, Stamp, blank, is_doubtful, is_erased, is_id};
use std::collections::{BTreeMap, BTreeSet};

/// What a record is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RecordKind {
    /// The shop itself.
    Shop,
    /// A member of staff.
    Staff,
    /// A customer.
    Customer,
    /// An asset.
    Asset,
    /// A case.
    Case,
    /// A commitment letter.
    Letter,
    /// A visit to a customer.
    Visit,
    /// An improvement of how the shop works.
    Improvement,
    /// A process of the shop's own.
    Process,
    /// Something that a newer version knows.
    Unknown(String),
}

impl RecordKind {
    /// The kind's name in files and in the store.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Shop => "shop",
            Self::Staff => "staff",
            Self::Customer => "customer",
            Self::Asset => "asset",
            Self::Case => "case",
            Self::Letter => "letter",
            Self::Visit => "visit",
            Self::Improvement => "improvement",
            Self::Process => "process",
            Self::Unknown(name) => name,
        }
    }

    /// The kind with this name; a name that this version does not know is kept.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let known = [
            Self::Shop,
            Self::Staff,
            Self::Customer,
            Self::Asset,
            Self::Case,
            Self::Letter,
            Self::Visit,
            Self::Improvement,
            Self::Process,
        ];
        known
            .into_iter()
            .find(|kind| kind.name() == name)
            .or_else(|| is_id(name).then(|| Self::Unknown(name.to_owned())))
    }
}

/// Names a record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RecordKey {
    /// What it is about.
    pub kind: RecordKind,
    /// Which one.
    pub id: String,
}

impl RecordKey {
    /// The key of a record.
    #[must_use]
    pub fn new(kind: RecordKind, id: impl AsRef<str>) -> Self {
        Self { kind, id: id.as_ref().to_owned() }
    }

    /// The key that a text spells, as it is displayed, if it spells one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('/')?;
        is_id(id).then_some(())?;
        Some(Self::new(RecordKind::from_name(kind)?, id))
    }

    /// The key of the one shop record.
    #[must_use]
    pub fn shop() -> Self {
        Self::new(RecordKind::Shop, SHOP_ID)
    }
}

impl std::fmt::Display for RecordKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.kind.name(), self.id)
    }
}

/// The journal of a record of any kind.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "each is the kind of the same name")]
pub enum Record {
    Shop(Journal<ShopKind>),
    Staff(Journal<StaffKind>),
    Customer(Journal<CustomerKind>),
    Asset(Journal<AssetKind>),
    Case(Journal<CaseKind>),
    Letter(Journal<LetterKind>),
    Visit(Journal<VisitKind>),
    Improvement(Journal<ImprovementKind>),
    Process(Journal<CustomProcessKind>),
    Unknown(Journal<Opaque>),
}

/// Runs an expression on the journal within a record, whatever its kind.
#[macro_export]
macro_rules! with_journal {
    ($record:expr, $journal:ident => $body:expr) => {
        match $record {
            $crate::domain::record::Record::Shop($journal) => $body,
            $crate::domain::record::Record::Staff($journal) => $body,
            $crate::domain::record::Record::Customer($journal) => $body,
            $crate::domain::record::Record::Asset($journal) => $body,
            $crate::domain::record::Record::Case($journal) => $body,
            $crate::domain::record::Record::Letter($journal) => $body,
            $crate::domain::record::Record::Visit($journal) => $body,
            $crate::domain::record::Record::Improvement($journal) => $body,
            $crate::domain::record::Record::Process($journal) => $body,
            $crate::domain::record::Record::Unknown($journal) => $body,
        }
    };
}

impl Record {
    /// A record of this kind without an entry.
    #[must_use]
    pub fn empty(kind: &RecordKind) -> Self {
        match kind {
            RecordKind::Shop => Self::Shop(Journal::<ShopKind>::new()),
            RecordKind::Staff => Self::Staff(Journal::<StaffKind>::new()),
            RecordKind::Customer => Self::Customer(Journal::<CustomerKind>::new()),
            RecordKind::Asset => Self::Asset(Journal::<AssetKind>::new()),
            RecordKind::Case => Self::Case(Journal::<CaseKind>::new()),
            RecordKind::Letter => Self::Letter(Journal::<LetterKind>::new()),
            RecordKind::Visit => Self::Visit(Journal::<VisitKind>::new()),
            RecordKind::Improvement => Self::Improvement(Journal::<ImprovementKind>::new()),
            RecordKind::Process => Self::Process(Journal::<CustomProcessKind>::new()),
            RecordKind::Unknown(_) => Self::Unknown(Journal::<Opaque>::new()),
        }
    }

    /// How many entries it has.
    #[must_use]
    pub fn len(&self) -> usize {
        with_journal!(self, journal => journal.len())
    }

    /// Whether it has no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The stamp of its last entry.
    #[must_use]
    pub fn last_stamp(&self) -> Option<&Stamp> {
        with_journal!(self, journal => journal.last().map(|entry| &entry.stamp))
    }

    /// The stamp of its last entry that is not doubtful at wall time `now`.
    #[must_use]
    pub fn last_sound_stamp(&self, now: u64) -> Option<&Stamp> {
        with_journal!(self, journal => {
            journal.iter().rev().map(|entry| &entry.stamp).find(|stamp| !is_doubtful(stamp, now))
        })
    }

    /// Takes in the entries of another journal of the same record; what is left of the whole, if
    /// the person was erased.
    pub fn merge(&mut self, other: Self) {
        self.join(other);
        self.blank(false);
    }

    /// Takes in the entries of another journal of the same record, as they are. Journals of
    /// different kinds are never of the same record: the other is then left out.
    fn join(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::Shop(one), Self::Shop(other)) => one.extend(other),
            (Self::Staff(one), Self::Staff(other)) => one.extend(other),
            (Self::Customer(one), Self::Customer(other)) => one.extend(other),
            (Self::Asset(one), Self::Asset(other)) => one.extend(other),
            (Self::Case(one), Self::Case(other)) => one.extend(other),
            (Self::Letter(one), Self::Letter(other)) => one.extend(other),
            (Self::Visit(one), Self::Visit(other)) => one.extend(other),
            (Self::Improvement(one), Self::Improvement(other)) => one.extend(other),
            (Self::Process(one), Self::Process(other)) => one.extend(other),
            (Self::Unknown(one), Self::Unknown(other)) => one.extend(other),
            _ => {}
        }
    }

    /// Whether the person that the record is of was erased.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        match self {
            Self::Customer(journal) => is_erased::<CustomerKind>(journal),
            Self::Asset(journal) => is_erased::<AssetKind>(journal),
            Self::Case(journal) => is_erased::<CaseKind>(journal),
            Self::Letter(journal) => is_erased::<LetterKind>(journal),
            Self::Visit(journal) => is_erased::<VisitKind>(journal),
            Self::Improvement(journal) => is_erased::<ImprovementKind>(journal),
            Self::Shop(_) | Self::Staff(_) | Self::Process(_) | Self::Unknown(_) => false,
        }
    }

    /// Leaves what names nobody, if the record bears the mark of erasure, or is known to.
    pub fn blank(&mut self, known: bool) {
        match self {
            Self::Customer(journal) => blank::<CustomerKind>(journal, known),
            Self::Asset(journal) => blank::<AssetKind>(journal, known),
            Self::Case(journal) => blank::<CaseKind>(journal, known),
            Self::Letter(journal) => blank::<LetterKind>(journal, known),
            Self::Visit(journal) => blank::<VisitKind>(journal, known),
            Self::Improvement(journal) => blank::<ImprovementKind>(journal, known),
            Self::Shop(_) | Self::Staff(_) | Self::Process(_) | Self::Unknown(_) => {}
        }
    }

    /// The entries of this journal that `known` lacks.
    #[must_use]
    pub fn missing_from(&self, known: &Self) -> Self {
        match (self, known) {
            (Self::Shop(a), Self::Shop(b)) => Self::Shop(difference(a, b)),
            (Self::Staff(a), Self::Staff(b)) => Self::Staff(difference(a, b)),
            (Self::Customer(a), Self::Customer(b)) => Self::Customer(difference(a, b)),
            (Self::Asset(a), Self::Asset(b)) => Self::Asset(difference(a, b)),
            (Self::Case(a), Self::Case(b)) => Self::Case(difference(a, b)),
            (Self::Letter(a), Self::Letter(b)) => Self::Letter(difference(a, b)),
            (Self::Visit(a), Self::Visit(b)) => Self::Visit(difference(a, b)),
            (Self::Improvement(a), Self::Improvement(b)) => Self::Improvement(difference(a, b)),
            (Self::Process(a), Self::Process(b)) => Self::Process(difference(a, b)),
            (Self::Unknown(a), Self::Unknown(b)) => Self::Unknown(difference(a, b)),
            _ => self.clone(),
        }
    }
}

/// What is in `one` but not in `other`. The standard library's own difference is fast for all
/// sizes, and so takes many times the code, once for each kind of record.
fn difference<T: Clone + Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> BTreeSet<T> {
    let mut difference = BTreeSet::new();
    for item in one {
        if !other.contains(item) {
            difference.insert(item.clone());
        }
    }
    difference
}

/// A kind of record that this version knows: how its journal is wrapped and found.
pub trait Known: Kind {
    /// The kind.
    const KIND: RecordKind;

    /// The journal as a record.
    fn wrap(journal: Journal<Self>) -> Record;

    /// The journal within a record of this kind.
    fn of(record: &Record) -> Option<&Journal<Self>>;
}

macro_rules! known {
    ($($kind:ty => $variant:ident,)*) => {$(
        impl Known for $kind {
            const KIND: RecordKind = RecordKind::$variant;

            fn wrap(journal: Journal<Self>) -> Record {
                Record::$variant(journal)
            }

            fn of(record: &Record) -> Option<&Journal<Self>> {
                match record {
                    Record::$variant(journal) => Some(journal),
                    _ => None,
                }
            }
        }
    )*};
}

known! {
    ShopKind => Shop,
    StaffKind => Staff,
    CustomerKind => Customer,
    AssetKind => Asset,
    CaseKind => Case,
    LetterKind => Letter,
    VisitKind => Visit,
    ImprovementKind => Improvement,
    CustomProcessKind => Process,
}

/// Records by their keys: a shop's whole memory, a file's content, or the new entries of
/// one action.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Records(pub BTreeMap<RecordKey, Record>);

impl Records {
    /// Takes in all entries of `other`, as they are: what is stored was blanked when it was
    /// stored, and what reads it for the first page need not know how.
    pub fn join(&mut self, other: Self) {
        for (key, record) in other.0 {
            match self.0.get_mut(&key) {
                Some(known) => known.join(record),
                None => drop(self.0.insert(key, record)),
            }
        }
    }

    /// Takes in all entries of `other`. Of persons that one of the two says are erased, what names
    /// nobody is left.
    pub fn merge(&mut self, other: Self) {
        for (key, mut record) in other.0 {
            match self.0.get_mut(&key) {
                Some(known) => known.merge(record),
                None => {
                    record.blank(false);
                    self.0.insert(key, record);
                }
            }
        }
    }

    /// As [`join`](Self::join), for a record of the shop or of a member of staff alone: what
    /// only the first page needs is not compiled for the other kinds.
    pub fn join_shop(&mut self, key: RecordKey, record: Record) {
        match (self.0.get_mut(&key), record) {
            (Some(Record::Shop(one)), Record::Shop(other)) => one.extend(other),
            (Some(Record::Staff(one)), Record::Staff(other)) => one.extend(other),
            (None, record) => drop(self.0.insert(key, record)),
            _ => {}
        }
    }

    /// The journal of a record; empty when there is none.
    #[must_use]
    pub fn journal<K: Known>(&self, id: impl AsRef<str>) -> Journal<K> {
        let found = self.0.get(&RecordKey::new(K::KIND, id)).and_then(K::of);
        found.cloned().unwrap_or_default()
    }

    /// Adds one entry to a record.
    pub fn add<K: Known>(&mut self, id: impl AsRef<str>, entry: crate::journal::Entry<K::Field, K::Event>) {
        let key = RecordKey::new(K::KIND, id);
        self.merge(Self(BTreeMap::from([(key, K::wrap(Journal::<K>::from([entry])))])));
    }

    /// Whether this device wrote any of it.
    #[must_use]
    pub fn written_by(&self, device: &DeviceId) -> bool {
        let by = |stamp: &Stamp| stamp.writer.device == *device;
        self.0.values().any(|record| with_journal!(record, journal => journal.iter().any(|e| by(&e.stamp))))
    }

    /// How many entries there are in all records.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.0.values().map(Record::len).sum()
    }
}
