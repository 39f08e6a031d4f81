//! What lists need of a record: a cache, always to be made again from the journal.

mod process;
mod stored;
mod visit;

pub use process::ProcessSummary;
pub use visit::VisitSummary;

use crate::domain::asset::{Asset, AssetKind};
use crate::domain::case::{Case, CaseKind, Status, Urgency};
use crate::domain::customer::{Customer, CustomerKind};
use crate::domain::date::Date;
use crate::domain::letter::{Letter, LetterKind, Purpose};
use crate::domain::phone::Phone;
use crate::domain::record::{Known, Record, RecordKey, RecordKind};
use crate::domain::text::fold_for_search;
use crate::journal::{Folded, Journal};
use stored::Stored;

/// Grows whenever a summary says more or other things than before: stored ones are then
/// made again.
pub const SUMMARY_VERSION: u32 = 7;

/// The most a case's notes add to its search text, in characters.
const NOTES_SEARCHED: usize = 2000;
/// The most of a description that a list shows, in characters.
const TITLE_LENGTH: usize = 80;

/// What lists need of a record.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "each is the kind of the same name")]
pub enum Summary {
    Case(CaseSummary),
    Customer(CustomerSummary),
    Asset(AssetSummary),
    Letter(LetterSummary),
    Visit(VisitSummary),
    Process(ProcessSummary),
}

/// A case in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct CaseSummary {
    /// Which case.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Whose matter.
    pub customer: String,
    /// The thing, or nothing.
    pub asset: String,
    /// The process id.
    pub process: String,
    /// The process version.
    pub version: u32,
    /// The stage id.
    pub stage: String,
    /// 0 open, 1 closed, 2 withdrawn.
    status: u8,
    /// 0 low to 3 emergency.
    urgency: u8,
    /// The staff id of who works on it, or nothing.
    pub assignee: String,
    /// When the request was taken: milliseconds since 1970.
    pub opened: u64,
    /// When anything last happened: milliseconds since 1970.
    pub touched: u64,
    /// The beginning of the description.
    pub title: String,
    /// What the customer was told to expect.
    pub told: String,
    /// The day of the next follow-up: days since 1970, 0 for none.
    pub follow_up: u32,
    /// When the first low score in a survey came that nobody has looked at: milliseconds since
    /// 1970, 0 for none.
    pub low_score: u64,
    /// How many fields have two values.
    pub conflicts: usize,
    /// Number, description and notes as a search sees them.
    pub text: String,
}

impl CaseSummary {
    /// Whether the case is open.
    #[must_use]
    pub fn status(&self) -> Status {
        match self.status {
            0 => Status::Open,
            1 => Status::Closed,
            _ => Status::Withdrawn,
        }
    }

    /// How urgent it is.
    #[must_use]
    pub fn urgency(&self) -> Urgency {
        Urgency::ALL[usize::from(self.urgency).min(3)]
    }

    fn of(id: &str, journal: &Journal<CaseKind>) -> Self {
        let case = Case::of(journal);
        let description = case.description().map_or("", String::as_str);
        let number = case.number().cloned().unwrap_or_default();
        let notes: String = case.notes().flat_map(|note| [" ", note]).collect();
        let notes: String = notes.chars().take(NOTES_SEARCHED).collect();
        let (opened, touched) =
            case.span.as_ref().map_or((0, 0), |(first, last)| (first.millis, last.millis));
        Self {
            id: id.to_owned(),
            text: fold_for_search(&format!("{number} {description}{notes}")),
            title: description.chars().take(TITLE_LENGTH).collect(),
            number,
            customer: case.customer().map(ToString::to_string).unwrap_or_default(),
            asset: case.asset().map(ToString::to_string).unwrap_or_default(),
            process: case.process().map(|at| at.id.to_string()).unwrap_or_default(),
            version: case.process().map_or(0, |at| at.version),
            stage: case.stage().map(ToString::to_string).unwrap_or_default(),
            status: case.status() as u8,
            urgency: case.urgency().map_or(1, |urgency| *urgency as u8),
            assignee: case.assignee().map(ToString::to_string).unwrap_or_default(),
            opened,
            touched,
            told: case.told().cloned().unwrap_or_default(),
            follow_up: case.next_follow_up().map_or(0, Date::number),
            low_score: case.open_low_answers().first().map_or(0, |held| held.stamp.millis),
            conflicts: case.fields.conflicts().len(),
        }
    }
}

/// A customer in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct CustomerSummary {
    /// Which customer.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// The number as it was typed, or nothing.
    pub phone: String,
    /// Street and door number, or nothing.
    pub address: String,
    /// When the record was made: milliseconds since 1970.
    pub since: u64,
    /// How many fields have two values.
    pub conflicts: usize,
    /// Name, number, its digits and address as a search sees them.
    pub text: String,
}

impl CustomerSummary {
    fn of(id: &str, journal: &Journal<CustomerKind>) -> Self {
        let customer = Customer::of(journal);
        let name = customer.name().cloned().unwrap_or_default();
        let phone = customer.phone().and_then(Option::as_ref);
        let address = customer.address().cloned().unwrap_or_default();
        let written = phone.map_or("", Phone::as_str);
        let digits = phone.map(Phone::digits).unwrap_or_default();
        Self {
            id: id.to_owned(),
            text: fold_for_search(&format!("{name} {written} {digits} {address}")),
            phone: written.to_owned(),
            name,
            address,
            since: journal.first().map_or(0, |entry| entry.stamp.millis),
            conflicts: customer.fields.conflicts().len(),
        }
    }
}

/// An asset in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct AssetSummary {
    /// Which asset.
    pub id: String,
    /// Whose it is, or nothing.
    pub owner: String,
    /// What it is, in one line.
    pub line: String,
    /// How many fields have two values.
    pub conflicts: usize,
    /// The line as a search sees it.
    pub text: String,
}

impl AssetSummary {
    fn of(id: &str, journal: &Journal<AssetKind>) -> Self {
        let asset = Asset::of(journal);
        let line = asset.line();
        Self {
            id: id.to_owned(),
            owner: asset.owner().map(ToString::to_string).unwrap_or_default(),
            text: fold_for_search(&line),
            line,
            conflicts: asset.fields.conflicts().len(),
        }
    }
}

/// A letter in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct LetterSummary {
    /// Which letter.
    pub id: String,
    /// The case it is for; nothing for a standing letter.
    pub case: String,
    /// The letter it replaces, or nothing.
    pub revises: String,
    /// Its number; nothing while it is a draft.
    pub number: String,
    /// Its revision; 0 while it is a draft.
    pub revision: u32,
    /// The day on it, as `2026-11-21`; nothing while it is a draft.
    pub date: String,
    /// The first day it holds; nothing while it is a draft.
    pub from: String,
    /// The last day it holds, or nothing.
    pub until: String,
    /// The language's tag, or nothing.
    pub lang: String,
    /// When the draft was begun: milliseconds since 1970.
    pub begun: u64,
    pub(super) discarded: u8,
    /// How many fields have two values.
    pub conflicts: usize,
}

impl LetterSummary {
    fn of(id: &str, journal: &Journal<LetterKind>) -> Self {
        let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let letter = Letter::of(journal);
        let issued = letter.issued().map(|held| held.value);
        Self {
            id: id.to_owned(),
            case: match letter.purpose() {
                Some(Purpose::Case(case)) => case.to_string(),
                Some(Purpose::Standing) | None => String::new(),
            },
            revises: letter.revises().map(ToString::to_string).unwrap_or_default(),
            number: issued.map(|issued| issued.number.clone()).unwrap_or_default(),
            revision: issued.map_or(0, |issued| issued.revision),
            date: day(issued.map(|issued| issued.date)),
            from: day(issued.map(|issued| letter.from().copied().flatten().unwrap_or(issued.date))),
            until: day(letter.until().copied().flatten()),
            lang: issued
                .map(|issued| issued.document.lang)
                .or(letter.lang().copied())
                .map_or("", |lang| lang.tag())
                .to_owned(),
            begun: journal.first().map_or(0, |entry| entry.stamp.millis),
            discarded: letter.is_discarded().into(),
            conflicts: if issued.is_some() { 0 } else { letter.fields.conflicts().len() },
        }
    }
}

impl LetterSummary {
    /// Whether it is a draft that was thrown away: no list shows it.
    #[must_use]
    pub fn is_discarded(&self) -> bool {
        self.discarded != 0
    }
}

impl Summary {
    /// The summary of a record, of the kinds that lists show.
    #[must_use]
    pub fn of(key: &RecordKey, record: &Record) -> Option<Self> {
        Some(match record {
            Record::Case(journal) => Self::Case(CaseSummary::of(&key.id, journal)),
            Record::Customer(journal) => Self::Customer(CustomerSummary::of(&key.id, journal)),
            Record::Asset(journal) => Self::Asset(AssetSummary::of(&key.id, journal)),
            Record::Letter(journal) => Self::Letter(LetterSummary::of(&key.id, journal)),
            Record::Visit(journal) => Self::Visit(VisitSummary::of(&key.id, journal)),
            Record::Process(journal) => Self::Process(ProcessSummary::of(&key.id, journal)),
            Record::Shop(_) | Record::Staff(_) | Record::Unknown(_) => return None,
        })
    }

    /// Which record it is of.
    #[must_use]
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Case(case) => RecordKey::new(RecordKind::Case, &case.id),
            Self::Customer(customer) => RecordKey::new(RecordKind::Customer, &customer.id),
            Self::Asset(asset) => RecordKey::new(RecordKind::Asset, &asset.id),
            Self::Letter(letter) => RecordKey::new(RecordKind::Letter, &letter.id),
            Self::Visit(visit) => RecordKey::new(RecordKind::Visit, &visit.id),
            Self::Process(process) => RecordKey::new(RecordKind::Process, &process.id),
        }
    }

    /// The summary as it is stored.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Case(case) => case.write(),
            Self::Customer(customer) => customer.write(),
            Self::Asset(asset) => asset.write(),
            Self::Letter(letter) => letter.write(),
            Self::Visit(visit) => visit.write(),
            Self::Process(process) => process.write(),
        }
    }

    /// Reads a stored summary; `None` when it is not one, and must be made again.
    #[must_use]
    pub fn from_text(kind: &RecordKind, text: &str) -> Option<Self> {
        match kind {
            RecordKind::Case => CaseSummary::read(text).map(Self::Case),
            RecordKind::Customer => CustomerSummary::read(text).map(Self::Customer),
            RecordKind::Asset => AssetSummary::read(text).map(Self::Asset),
            RecordKind::Letter => LetterSummary::read(text).map(Self::Letter),
            RecordKind::Visit => VisitSummary::read(text).map(Self::Visit),
            RecordKind::Process => ProcessSummary::read(text).map(Self::Process),
            RecordKind::Shop | RecordKind::Staff | RecordKind::Unknown(_) => None,
        }
    }
}

/// Folds the journal of a known kind out of a record.
#[must_use]
pub fn folded<K: Known>(record: &Record) -> Option<Folded<K>> {
    K::of(record).map(Folded::of)
}
