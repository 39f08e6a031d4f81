//! Composes the papers of the trade from what a shop knows, and spreads them over pages.
//!
//! Pure: a paper is blocks of text (`domain::document`); how they look is `ui::print`'s and
//! the style sheet's.

mod acceptance;
mod agreement;
mod apology;
mod appointment;
mod blueprint;
mod capital;
mod change_request;
mod checklist;
mod clip;
mod columns;
mod complaint;
mod copies;
mod costs;
mod drawn;
mod face;
mod fee_statement;
mod follow_up;
mod letter;
mod missed_visit;
mod needs;
pub mod paginate;
mod problem;
mod progress;
mod proof;
mod quote;
mod receipt;
#[cfg(test)]
mod samples;
mod satisfaction;
#[cfg(test)]
mod signers_test;
mod slip;
#[cfg(test)]
mod tests;
mod thank_you;
mod work_order;
mod writer;

pub use acceptance::{AcceptanceCheck, AcceptanceFacts, Correction, acceptance_report};
pub use agreement::{AgreementFacts, FeeStage, agreement};
pub use apology::{ApologyFacts, NotKept, apology};
pub use appointment::{AppointmentFacts, appointment};
pub use blueprint::{BlueprintFacts, BlueprintStage, blueprint};
pub use capital::amount_in_capitals;
pub use change_request::{ChangeFacts, ChangeRow, change_request};
pub use checklist::{ChecklistFacts, ChecklistStage, ChecklistTask, checklist};
pub use columns::{Column, columns, width};
pub use complaint::{ComplaintRecordFacts, ReplyFacts, complaint_record, complaint_reply};
pub use copies::copy_labels;
pub use costs::{CostFacts, LineFacts};
pub use drawn::DrawnSignature;
pub use face::{ShopFace, hours_in_words};
pub use fee_statement::{FeeFacts, fee_statement};
pub use follow_up::{CallFacts, FollowUpFacts, PlannedFacts, follow_up_record};
pub use letter::{CaseFacts, Draft, Numbering};
pub use missed_visit::{MissedVisitFacts, missed_visit};
pub use needs::{ExpectationFacts, NeedsFacts, needs_record};
pub use problem::Problem;
pub use progress::{ProgressFacts, progress_report};
pub use proof::Proof;
pub use quote::{OptionFacts, QuoteFacts, quote};
pub use receipt::{ReceiptFacts, receipt};
pub use satisfaction::{AnsweredFacts, answered_survey, satisfaction_form};
pub use slip::slip_length;
pub use thank_you::{ThankYouFacts, thank_you};
pub use work_order::{MaterialFacts, WorkOrderFacts, work_order};
pub use writer::{PaperHead, Subject};
