//! How each kind of record names its fields, values and events.

use crate::app::story::{
    Look, asset_field_name, asset_words, case_field_name, customer_field_name, customer_words, field_words,
    improvement_words, letter_field_name, letter_words, process_field_name, process_words, shop_field_name,
    shop_words, staff_field_name, staff_words, visit_words,
};
use crate::domain::asset::{AssetField, AssetKey, AssetKind};
use crate::domain::case::{CaseEvent, CaseField, CaseKey, CaseKind};
use crate::domain::custom_process::{CustomProcessField, CustomProcessKey, CustomProcessKind};
use crate::domain::customer::{CustomerField, CustomerKey, CustomerKind};
use crate::domain::improvement::{ImprovementEvent, ImprovementField, ImprovementKey, ImprovementKind};
use crate::domain::letter::{LetterEvent, LetterField, LetterKey, LetterKind};
use crate::domain::record::Known;
use crate::domain::shop::{ShopField, ShopKey, ShopKind};
use crate::domain::staff::{StaffField, StaffKey, StaffKind};
use crate::domain::visit::{VisitField, VisitKey, VisitKind};
use crate::i18n::{Named, Texts, texts};
use crate::journal::{Field, Never};

/// What events come to, for somebody who looks at a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum Happened {
    Note,
    Payment,
    Letter,
    Paper,
    Signature,
    Promise,
    Work,
    Trouble,
    Interim,
    Accepted,
    Review,
    Call,
    Survey,
    Complaint,
    Arisen,
    Improvement,
    Message,
    Issued,
    Discarded,
    Round,
    Recorded,
}

impl Happened {
    /// How often it happened, in words.
    #[must_use]
    pub fn words(self, t: &'static Texts, times: usize) -> String {
        let t = t.import();
        match self {
            Self::Note => t.times_note(&times),
            Self::Payment => t.times_payment(&times),
            Self::Letter => t.times_letter(&times),
            Self::Paper => t.times_paper(&times),
            Self::Signature => t.times_signature(&times),
            Self::Promise => t.times_promise(&times),
            Self::Work => t.times_work(&times),
            Self::Trouble => t.times_trouble(&times),
            Self::Interim => t.times_interim(&times),
            Self::Accepted => t.times_accepted(&times),
            Self::Review => t.times_review(&times),
            Self::Call => t.times_call(&times),
            Self::Survey => t.times_survey(&times),
            Self::Complaint => t.times_complaint(&times),
            Self::Arisen => t.times_arisen(&times),
            Self::Improvement => t.times_improvement(&times),
            Self::Message => t.times_message(&times),
            Self::Issued => t.times_issued.to_owned(),
            Self::Discarded => t.times_discarded.to_owned(),
            Self::Round => t.times_round(&times),
            Self::Recorded => t.times_recorded(&times),
        }
    }
}

/// A kind of record that can be told.
pub(super) trait Told: Known {
    fn field(look: &Look, key: &<Self::Field as Field>::Key) -> String;

    /// A value in words; nothing when it is empty.
    fn value(look: &Look, field: &Self::Field) -> String;

    /// What an event comes to; nothing when the record's being there says it.
    fn happened(event: &Self::Event) -> Option<Happened>;
}

/// Declares kinds that have fields alone.
macro_rules! fields_alone {
    ($($kind:ty, $key:ty, $field:ty: $name:expr, $value:expr;)*) => {$(
        impl Told for $kind {
            fn field(look: &Look, key: &$key) -> String {
                let name: fn(&Look, &$key) -> String = $name;
                name(look, key)
            }

            fn value(look: &Look, field: &$field) -> String {
                let value: fn(&Look, &$field) -> String = $value;
                value(look, field)
            }

            fn happened(event: &Never) -> Option<Happened> {
                match *event {}
            }
        }
    )*};
}

fields_alone! {
    ShopKind, ShopKey, ShopField: |look, key| shop_field_name(look.lang, *key),
        |look, field| shop_words(texts(look.lang), look.staff, field);
    StaffKind, StaffKey, StaffField: |look, key| staff_field_name(texts(look.lang), *key).to_owned(),
        |look, field| staff_words(texts(look.lang), field);
    CustomerKind, CustomerKey, CustomerField:
        |look, key| customer_field_name(texts(look.lang), key).to_owned(),
        |look, field| customer_words(texts(look.lang), look.customer, field);
    AssetKind, AssetKey, AssetField: |look, key| asset_field_name(texts(look.lang), key).to_owned(),
        |look, field| asset_words(look.customer, field);
    VisitKind, VisitKey, VisitField: |look, key| key.name(texts(look.lang)).to_owned(), |look, field| match field {
        VisitField::Case(case) => (look.case)(case).unwrap_or_default(),
        field => visit_words(look, field),
    };
    CustomProcessKind, CustomProcessKey, CustomProcessField:
        |look, key| process_field_name(texts(look.lang), *key),
        |look, field| process_words(texts(look.lang), field);
}

impl Told for CaseKind {
    fn field(look: &Look, key: &CaseKey) -> String {
        case_field_name(look, key)
    }

    fn value(look: &Look, field: &CaseField) -> String {
        field_words(look, field)
    }

    fn happened(event: &CaseEvent) -> Option<Happened> {
        Some(match event {
            CaseEvent::Opened => return None,
            CaseEvent::Note(_) => Happened::Note,
            CaseEvent::PaperIssued(_) => Happened::Paper,
            CaseEvent::LetterIssued { .. } => Happened::Letter,
            CaseEvent::Promised(_) | CaseEvent::Kept(_) | CaseEvent::Remedied(_) => Happened::Promise,
            CaseEvent::PaymentReceived(_) => Happened::Payment,
            CaseEvent::Signed(_) => Happened::Signature,
            CaseEvent::WorkOrderReceived(_) | CaseEvent::ProgressReported(_) => Happened::Work,
            CaseEvent::TroubleMet(_) | CaseEvent::TroubleAnswered(_) | CaseEvent::Escalated(_) => {
                Happened::Trouble
            }
            CaseEvent::InterimAgreed(_) | CaseEvent::InterimAnswered(_) => Happened::Interim,
            CaseEvent::Accepted(_) => Happened::Accepted,
            CaseEvent::Submitted(_) | CaseEvent::Reviewed(_) => Happened::Review,
            CaseEvent::FollowedUp(_) => Happened::Call,
            CaseEvent::SurveyAnswered(_) | CaseEvent::SurveySeen(_) => Happened::Survey,
            CaseEvent::ComplaintReceived(_)
            | CaseEvent::ComplaintAcknowledged(_)
            | CaseEvent::ComplaintAnswered(_)
            | CaseEvent::ComplaintJudged(_) => Happened::Complaint,
            CaseEvent::LedTo(_) => Happened::Arisen,
            CaseEvent::Improved(_) => Happened::Improvement,
            CaseEvent::MessageSent(_) => Happened::Message,
            CaseEvent::Recorded(_) => Happened::Recorded,
        })
    }
}

impl Told for LetterKind {
    fn field(look: &Look, key: &LetterKey) -> String {
        letter_field_name(look.lang, key)
    }

    fn value(look: &Look, field: &LetterField) -> String {
        letter_words(texts(look.lang), field)
    }

    fn happened(event: &LetterEvent) -> Option<Happened> {
        match event {
            LetterEvent::Drafted { .. } => None,
            LetterEvent::Issued(_) => Some(Happened::Issued),
            LetterEvent::Discarded => Some(Happened::Discarded),
        }
    }
}

impl Told for ImprovementKind {
    fn field(look: &Look, key: &ImprovementKey) -> String {
        key.name(texts(look.lang)).to_owned()
    }

    fn value(look: &Look, field: &ImprovementField) -> String {
        improvement_words(look, field)
    }

    fn happened(event: &ImprovementEvent) -> Option<Happened> {
        match event {
            ImprovementEvent::WentRound(_) => Some(Happened::Round),
        }
    }
}
