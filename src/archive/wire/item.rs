//! What a case has several of: each with its id beside it, and `null` once it was taken out.
//! And the keys of these, and of what events say.

use super::super::at::{At, Read};
use super::super::json::Json;
use super::shape::{Shape, read_as, shapes, write_as};
use super::{Said, Wire, field};
use crate::domain::acceptance::{Acceptance, Correction, Handover, Test};
use crate::domain::asset::ReplacedPart;

use crate::domain::case::{CaseItem, Recorded};
use crate::domain::execution::{
    ChangeRequest, Escalation, Interim, InterimAnswer, ProgressReport, Trouble, TroubleAnswer,
    WorkOrderReceipt,
};
use crate::domain::follow_up::{FollowUp, FollowUpCall, FollowUpRule, Interval};
use crate::domain::message::{MessageSent, MessageTemplate};
use crate::domain::needs::Expectation;
use crate::domain::payment::{Payment, PaymentTerm};
use crate::domain::photo::Photo;
use crate::domain::quote::{Assessment, Chosen, QuoteLine, Solution};
use crate::domain::review::Review;
use crate::domain::signature::Signature;
use crate::domain::survey::{Rated, SurveyAnswer};
use crate::domain::waiting::Waiting;

/// Gives each thing its name.
macro_rules! items {
    ($($name:literal => $variant:ident,)*) => {
        impl Wire for CaseItem {
            fn read(name: &str, change: &At<'_>) -> Read<Self> {
                Ok(match name {
                    $($name => {
                        let [_, id, to] = field(change, ["set", "id", "to"])?;
                        Self::$variant(Shape::read(&id)?, to.optional(Shape::read)?.map(Box::new))
                    })*
                    _ => return Err(change.newer()),
                })
            }

            fn said(&self) -> Said<'_> {
                match self {
                    $(Self::$variant(id, item) => {
                        ($name, vec![("id", id.as_str().into()), ("to", item.as_deref().map_or(Json::Null, Shape::write))])
                    })*
                }
            }
        }
    };
}

items! {
    "expectation" => Expectation,
    "solution" => Solution,
    "quote_line" => QuoteLine,
    "payment_term" => PaymentTerm,
    "change_request" => ChangeRequest,
    "handover" => Handover,
    "replaced_part" => ReplacedPart,
    "test" => Test,
    "correction" => Correction,
    "follow_up" => FollowUp,
    "photo" => Photo,
}

shapes! {
    Expectation { rank, text: text, verdict, reason: text, alternative: text }
    Solution {
        rank, title: line, content: text, benefits: text, drawbacks: text, duration: text, risks: text,
        countermeasures: text, assessment, includes_tax
    }
    Assessment { fit: text, effort: text, risk: text, peers: text }
    QuoteLine { solution, rank, text: line, quantity, unit: line, price, discount, tax }
    Chosen { solution, title: line, by: line }
    Signature { document, role, name: line, strokes }
    Payment { amount, method, term, note: text }
    Waiting { reason, words: text }
    WorkOrderReceipt { by, at }
    ProgressReport { done: text, next: text, by, told }
    Trouble { kind, words: text, answer: text }
    TroubleAnswer { trouble, answer: text }
    Escalation { to, reason: text }
    Interim { what: text, by, due }
    InterimAnswer { interim, words: text, at }
    ChangeRequest { rank, what: text, reason: text, on_time: text, on_cost: text, on_quality: text, state }
    Handover { rank, what: line }
    ReplacedPart { rank, what: line, old_serial: line, new_serial: line }
    Test { rank, kind, what: line, expected: text, result, round }
    Correction { rank, what: text, done }
    Photo { rank, caption: text, of, file, media, name: line, size, width, height, taken, on_papers }
    Acceptance { name: line, verdict, words: text }
    Review { stage, verdict, words: text }
    FollowUp { rank, due, about: text, who }
    FollowUpCall { follow_up, channel, reached, words: text, problem: text }
    Rated { expected, perceived }
    SurveyAnswer {
        by, tangibles, empathy, assurance, responsiveness, reliability, overall, recommend, words: text
    }
    Interval { unit, count }
    FollowUpRule { importance, process, after }
    MessageTemplate { moment, lang, text: text }
    MessageSent { moment, channel, words: text }
    Recorded { activity: line, note: text }
}

/// How it is to be paid was not yet asked by the first programs: their terms lack it.
impl Shape for PaymentTerm {
    fn read(at: &At<'_>) -> Read<Self> {
        let [rank, kind, label, amount, due] =
            at.object_or(["rank", "kind", "label", "amount", "due"], &["method"])?;
        let method = match at.get("method")? {
            Some(method) => read_as!(method),
            None => None,
        };
        let (rank, kind, label) = (read_as!(rank), read_as!(kind), read_as!(label, line));
        Ok(Self { rank, kind, label, amount: read_as!(amount), due: read_as!(due), method })
    }

    fn write(&self) -> Json<'_> {
        Json::object([
            ("rank", write_as!(&self.rank)),
            ("kind", write_as!(&self.kind)),
            ("label", write_as!(&self.label, line)),
            ("amount", write_as!(&self.amount)),
            ("due", write_as!(&self.due)),
            ("method", write_as!(&self.method)),
        ])
    }
}
