//! A complaint: what the customer feels and what happened, who looks into it, what was found,
//! how it is put right, what the customer says, and what is changed.

mod choices;
mod counted;
mod part;
mod step;

pub use choices::{
    Cause, ComplaintDay, ComplaintKind, ComplaintText, ComplaintVerdict, Finding, Mood, RemedyAnswer, Seeks,
    Severity,
};
pub use counted::{CauseCount, ComplaintLine, by_cause};
pub use part::ComplaintPart;
pub use step::ComplaintStep;

use super::case::{Case, CaseField, CaseKey, Channel};
use super::date::Date;
use super::id::StaffId;
use super::local_time::LocalTime;
use super::process::ProcessRef;
use crate::journal::Field;

/// The process of complaints.
pub const COMPLAINT_PROCESS: &str = "P14";

/// What is known of a complaint.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ComplaintField {
    /// A text.
    Text(ComplaintText, String),
    /// What sort it is.
    Kind(Option<ComplaintKind>),
    /// What led to it.
    Cause(Option<Cause>),
    /// How grave it is.
    Severity(Option<Severity>),
    /// What the customer seeks.
    Seeks(Option<Seeks>),
    /// Their state of mind.
    Mood(Option<Mood>),
    /// Whom of the staff it is about.
    About(Option<StaffId>),
    /// Who handles it.
    Handler(Option<StaffId>),
    /// Whose fault it was.
    Finding(Option<Finding>),
    /// What the customer said to the remedy.
    Agreed(Option<RemedyAnswer>),
    /// A day.
    Day(ComplaintDay, Option<Date>),
}

/// Names a field of a complaint.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of the same name")]
pub enum ComplaintKey {
    Text(ComplaintText),
    Kind,
    Cause,
    Severity,
    Seeks,
    Mood,
    About,
    Handler,
    Finding,
    Agreed,
    Day(ComplaintDay),
}

impl Field for ComplaintField {
    type Key = ComplaintKey;

    fn key(&self) -> ComplaintKey {
        match self {
            Self::Text(text, _) => ComplaintKey::Text(*text),
            Self::Kind(_) => ComplaintKey::Kind,
            Self::Cause(_) => ComplaintKey::Cause,
            Self::Severity(_) => ComplaintKey::Severity,
            Self::Seeks(_) => ComplaintKey::Seeks,
            Self::Mood(_) => ComplaintKey::Mood,
            Self::About(_) => ComplaintKey::About,
            Self::Handler(_) => ComplaintKey::Handler,
            Self::Finding(_) => ComplaintKey::Finding,
            Self::Agreed(_) => ComplaintKey::Agreed,
            Self::Day(day, _) => ComplaintKey::Day(*day),
        }
    }
}

/// A complaint came in. It starts the clock of what was promised about complaints.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ComplaintReceived {
    /// How; nothing where nobody said so.
    pub channel: Option<Channel>,
    /// When; nothing for the moment at which it was written down.
    pub at: Option<LocalTime>,
}

/// The customer was told that the complaint is being looked into.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ComplaintAcknowledged {
    /// How.
    pub channel: Channel,
    /// When.
    pub at: LocalTime,
    /// What they were told, or nothing.
    pub words: String,
}

/// The written reply reached the customer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ComplaintAnswered {
    /// How.
    pub channel: Channel,
    /// When.
    pub at: LocalTime,
}

/// What the customer says of how the complaint was handled.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ComplaintJudged {
    /// Whether they are content.
    pub verdict: ComplaintVerdict,
    /// In their words, or nothing.
    pub words: String,
}

/// Readers of the fields that may be absent.
macro_rules! readers {
    ($($(#[$doc:meta])* $reader:ident: $variant:ident -> $type:ty;)*) => {
        impl Case {$(
            $(#[$doc])*
            #[must_use]
            pub fn $reader(&self) -> Option<&$type> {
                match self.complaint_field(ComplaintKey::$variant) {
                    Some(ComplaintField::$variant(value)) => value.as_ref(),
                    _ => None,
                }
            }
        )*}
    };
}

readers! {
    /// What sort of complaint it is.
    complaint_kind: Kind -> ComplaintKind;
    /// What led to it.
    complaint_cause: Cause -> Cause;
    /// How grave it is.
    complaint_severity: Severity -> Severity;
    /// What the customer seeks.
    complaint_seeks: Seeks -> Seeks;
    /// The customer's state of mind.
    complaint_mood: Mood -> Mood;
    /// Whom of the staff it is about.
    complaint_about: About -> StaffId;
    /// Who handles it.
    complaint_handler: Handler -> StaffId;
    /// Whose fault it was.
    complaint_finding: Finding -> Finding;
    /// What the customer said to the remedy.
    complaint_agreed: Agreed -> RemedyAnswer;
}

impl Case {
    /// A field of the complaint, once it was set.
    #[must_use]
    pub fn complaint_field(&self, key: ComplaintKey) -> Option<&ComplaintField> {
        match self.fields.current(&CaseKey::Complaint(key)) {
            Some(CaseField::Complaint(field)) => Some(field),
            _ => None,
        }
    }

    /// A text about the complaint; empty until somebody wrote it.
    #[must_use]
    pub fn complaint_text(&self, text: ComplaintText) -> &str {
        match self.complaint_field(ComplaintKey::Text(text)) {
            Some(ComplaintField::Text(_, words)) => words,
            _ => "",
        }
    }

    /// A day about the complaint.
    #[must_use]
    pub fn complaint_day(&self, day: ComplaintDay) -> Option<Date> {
        match self.complaint_field(ComplaintKey::Day(day)) {
            Some(ComplaintField::Day(_, date)) => *date,
            _ => None,
        }
    }

    /// Whether the case was opened for a complaint.
    #[must_use]
    pub fn is_complaint(&self) -> bool {
        self.process().is_some_and(opens_complaint)
    }

    /// Whether there is a complaint in the case.
    #[must_use]
    pub fn has_complaint(&self) -> bool {
        self.is_complaint()
            || self.complaints_received().next().is_some()
            || self.fields.iter().any(|held| matches!(held.value, CaseField::Complaint(_)))
    }

    /// What happened, in the customer's words: what was written of it, else what the case was
    /// opened with, where that was the complaint.
    #[must_use]
    pub fn complaint_events(&self) -> &str {
        match self.complaint_text(ComplaintText::Events) {
            "" if self.is_complaint() => self.description().map_or("", String::as_str),
            written => written,
        }
    }

    /// What is done to put it right: what was written of it, else the option that was chosen,
    /// where the case is about the complaint alone.
    #[must_use]
    pub fn complaint_remedy(&self) -> &str {
        match self.complaint_text(ComplaintText::Remedy) {
            "" if self.is_complaint() => self.chosen().map_or("", |chosen| chosen.title.as_str()),
            written => written,
        }
    }

    /// Whether who handles the complaint is the person it is about. Nobody can say so here, but
    /// two devices can together.
    #[must_use]
    pub fn handles_own_complaint(&self) -> bool {
        self.complaint_handler().is_some() && self.complaint_handler() == self.complaint_about()
    }
}

/// Whether a case of this process is a complaint from its beginning.
#[must_use]
pub fn opens_complaint(process: &ProcessRef) -> bool {
    process.id.as_str() == COMPLAINT_PROCESS
}
