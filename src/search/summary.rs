//! What lists need of a record: a cache, always to be made again from the journal.

mod customer;
mod improvement;
mod process;
mod stored;
mod visit;

pub use customer::CustomerSummary;
pub(super) use customer::Mark;
pub use improvement::ImprovementSummary;
pub use process::ProcessSummary;
pub use visit::VisitSummary;

use crate::domain::asset::{Asset, AssetKind};
use crate::domain::case::{Case, CaseField, CaseKind, Status, Urgency};
use crate::domain::date::Date;
use crate::domain::due::DueKind;
use crate::domain::letter::{Letter, LetterKind, Purpose};
use crate::domain::local_time::LocalTime;
use crate::domain::promise::Promises;
use crate::domain::record::{Known, Record, RecordKey, RecordKind};
use crate::domain::text::fold_for_search;
use crate::domain::waiting::WaitReason;
use crate::journal::{Change, Folded, Journal, is_erased};
use stored::Stored;

/// Grows whenever a summary says more or other things than before: stored ones are then
/// made again.
pub const SUMMARY_VERSION: u32 = 8;

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
    Improvement(ImprovementSummary),
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
    /// What it waits for: its place in [`WaitReason::ALL`] counted from 1, 0 for nothing.
    waiting: u8,
    /// Since when: milliseconds since 1970.
    waits_since: u64,
    /// When something falls due next: minutes since 1970 began where the shop is, 0 for never.
    pub due: u32,
    /// What falls due: its place in [`DueKind::ALL`].
    due_kind: u8,
    /// What its journal says of its promises, as [`Promises::to_line`] writes it.
    pub clocks: String,
    /// The case that it arose from, or nothing.
    pub parent: String,
    /// Whether something is to be paid for it: 1 then.
    charged: u8,
    /// When the first low score in a survey came that nobody has looked at: milliseconds since
    /// 1970, 0 for none.
    pub low_score: u64,
    /// How many fields have two values.
    pub conflicts: usize,
    /// Number, description, notes and the numbers of replaced parts as a search sees them.
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

    /// What it waits for, and since when: milliseconds since 1970.
    #[must_use]
    pub fn waiting(&self) -> Option<(WaitReason, u64)> {
        let place = usize::from(self.waiting).checked_sub(1)?;
        Some((*WaitReason::ALL.get(place)?, self.waits_since)).filter(|_| self.status() == Status::Open)
    }

    /// What falls due next, and when.
    #[must_use]
    pub fn next_due(&self) -> Option<(DueKind, LocalTime)> {
        let kind = DueKind::ALL.get(usize::from(self.due_kind))?;
        Some((*kind, LocalTime::of_number(self.due)?)).filter(|_| self.due > 0)
    }

    /// Whether something is to be paid for it.
    #[must_use]
    pub fn is_charged(&self) -> bool {
        self.charged != 0
    }

    fn of(id: &str, journal: &Journal<CaseKind>) -> Self {
        let case = Case::of(journal);
        let waiting = case.waiting();
        let due = case.next_due();
        let description = case.description().map_or("", String::as_str);
        let number = case.number().cloned().unwrap_or_default();
        let notes: String = case.notes().flat_map(|note| [" ", note]).collect();
        let mut notes: String = notes.chars().take(NOTES_SEARCHED).collect();
        for (_, part) in case.replaced_parts() {
            notes.extend([" ", &part.old_serial, " ", &part.new_serial]);
        }
        // A case that got another number is found by the one that its papers bear.
        let changes = journal.iter().flat_map(|entry| &entry.changes);
        for change in changes {
            if let Change::Set { field: CaseField::Number(former), .. } = change
                && *former != number
            {
                notes.extend([" ", former.as_str()]);
            }
        }
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
            waiting: waiting.as_ref().map_or(0, |waiting| waiting.value.reason as u8 + 1),
            waits_since: waiting.as_ref().map_or(0, |waiting| waiting.stamp.millis),
            due: due.map_or(0, |(when, _)| when.number()),
            due_kind: due.map_or(0, |(_, kind)| kind as u8),
            clocks: Promises::of(journal, &case).to_line(),
            parent: case.arose_from().map(ToString::to_string).unwrap_or_default(),
            charged: case.is_charged().into(),
            low_score: case.open_low_answers().first().map_or(0, |held| held.stamp.millis),
            conflicts: case.fields.conflicts().len(),
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
    /// The case it is for; nothing for a letter to more than that.
    pub case: String,
    /// The customer it is for, whatever the matter; nothing for a letter to one case or to all.
    pub customer: String,
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
                Some(Purpose::Standing | Purpose::Customer(_)) | None => String::new(),
            },
            customer: match letter.purpose() {
                Some(Purpose::Customer(customer)) => customer.to_string(),
                Some(Purpose::Standing | Purpose::Case(_)) | None => String::new(),
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
            discarded: (letter.is_discarded() || is_erased::<LetterKind>(journal)).into(),
            conflicts: if issued.is_some() { 0 } else { letter.fields.conflicts().len() },
        }
    }
}

impl LetterSummary {
    /// Whether it speaks to all customers.
    #[must_use]
    pub fn is_standing(&self) -> bool {
        self.case.is_empty() && self.customer.is_empty()
    }

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
            Record::Improvement(journal) => Self::Improvement(ImprovementSummary::of(&key.id, journal)),
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
            Self::Improvement(each) => RecordKey::new(RecordKind::Improvement, &each.id),
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
            Self::Improvement(each) => each.write(),
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
            RecordKind::Improvement => ImprovementSummary::read(text).map(Self::Improvement),
            RecordKind::Shop | RecordKind::Staff | RecordKind::Unknown(_) => None,
        }
    }
}

/// Folds the journal of a known kind out of a record.
#[must_use]
pub fn folded<K: Known>(record: &Record) -> Option<Folded<K>> {
    K::of(record).map(Folded::of)
}
