//! What happened to a case.

use super::super::at::{At, Read};
use super::document::{read_issued, write_issued};
use super::shape::Shape;
use super::{Said, Wire};
use crate::domain::case::CaseEvent;
use crate::domain::id::LetterId;
use crate::domain::text::MAX_TEXT;

/// Gives each event that says one thing its name, and the key of what it says.
macro_rules! events {
    ($($name:literal, $key:literal => $variant:ident;)*) => {
        impl Wire for CaseEvent {
            fn read(name: &str, change: &At<'_>) -> Read<Self> {
                Ok(match name {
                    "opened" => {
                        change.object(["event"])?;
                        Self::Opened
                    }
                    "note" => {
                        let [_, text] = change.object(["event", "text"])?;
                        Self::Note(text.text(MAX_TEXT)?)
                    }
                    "paper_issued" => {
                        let [_, issued] = change.object(["event", "issued"])?;
                        Self::PaperIssued(read_issued(&issued)?)
                    }
                    "letter_issued" => {
                        let [_, letter, number, revision] =
                            change.object(["event", "letter", "number", "revision"])?;
                        Self::LetterIssued {
                            letter: letter.id(LetterId::parse)?,
                            number: number.line()?,
                            revision: revision.number()?,
                        }
                    }
                    $($name => {
                        let [_, said] = change.object(["event", $key])?;
                        Self::$variant(Shape::read(&said)?)
                    })*
                    _ => return Err(change.newer()),
                })
            }

            fn said(&self) -> Said<'_> {
                match self {
                    Self::Opened => ("opened", vec![]),
                    Self::Note(text) => ("note", vec![("text", text.into())]),
                    Self::PaperIssued(issued) => ("paper_issued", vec![("issued", write_issued(issued))]),
                    Self::LetterIssued { letter, number, revision } => (
                        "letter_issued",
                        vec![
                            ("letter", letter.as_str().into()),
                            ("number", number.into()),
                            ("revision", (*revision).into()),
                        ],
                    ),
                    $(Self::$variant(said) => ($name, vec![($key, said.write())]),)*
                }
            }
        }
    };
}

events! {
    "payment_received", "payment" => PaymentReceived;
    "promised", "terms" => Promised;
    "promise_kept", "kept" => Kept;
    "promise_remedied", "remedy" => Remedied;
    "signed", "signature" => Signed;
    "work_order_received", "receipt" => WorkOrderReceived;
    "progress_reported", "report" => ProgressReported;
    "trouble_met", "trouble" => TroubleMet;
    "trouble_answered", "answer" => TroubleAnswered;
    "escalated", "escalation" => Escalated;
    "interim_agreed", "interim" => InterimAgreed;
    "interim_answered", "answer" => InterimAnswered;
    "accepted", "acceptance" => Accepted;
    "submitted", "stage" => Submitted;
    "reviewed", "review" => Reviewed;
    "followed_up", "call" => FollowedUp;
    "survey_answered", "answer" => SurveyAnswered;
    "survey_seen", "survey" => SurveySeen;
    "complaint_received", "received" => ComplaintReceived;
    "complaint_acknowledged", "told" => ComplaintAcknowledged;
    "complaint_answered", "answered" => ComplaintAnswered;
    "complaint_judged", "judged" => ComplaintJudged;
    "led_to", "case" => LedTo;
    "improved", "news" => Improved;
    "message_sent", "message" => MessageSent;
    "recorded", "done" => Recorded;
}
