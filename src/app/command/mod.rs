//! Commands: each takes what is known and what somebody wants, and gives the new entries of
//! one action.

mod acceptance;
mod agreement;
mod asset;
mod case;
mod complaint;
mod erase;
mod execution;
mod follow_up;
mod improvement;
mod item;
mod letter;
mod needs;
mod number;
mod paper;
mod payment;
mod people;
mod photo;
mod process;
mod promise;
mod quote;
mod request;
mod review;
mod shop;
mod sign;
mod survey;
mod visit;
mod waiting;

pub use acceptance::{AcceptanceError, accept, put_correction, put_handover, put_test, repeat_failed_tests};
pub use agreement::{Agreement, AgreementError, set_agreement, typed_day};
pub use asset::{ReplacedPartError, add_asset, choose_asset, put_replaced_part};
pub use case::{StageError, assign, close, mark_task, move_to_stage, note, reopen, undo, undoable, withdraw};
pub use complaint::{
    ComplaintError, acknowledge_complaint, answer_complaint, judge_complaint, put_complaint,
    receive_complaint, release_handler,
};
pub use erase::{erase_customers, erased_customers, records_of};
pub use execution::{
    WorkError, agree_interim, answer_interim, answer_trouble, decide_change, escalate, mark_change_task,
    meet_trouble, put_change_request, receive_work_order, report_progress, set_texts,
};
pub use follow_up::{FollowUpError, note_call, note_message, plan_follow_ups, put_follow_up};
pub use improvement::{
    ImprovementError, NewImprovement, begin_improvement, change_improvement, close_improvement,
    finish_improvement, go_round_again, judge_improvement, observe_coaching, put_aside, put_coaching,
    put_improvement_step, settle_improvement, undo_improvement, undoable_improvement,
};
pub use item::{move_item, remove_item, reorder_items};
pub use letter::{discard_letter, draft_letter, draft_letter_with, issue_letter, revise_letter};
pub use needs::{NeedsError, put_expectation};
pub use number::renumber;
pub use paper::{PaperError, issue_document};
pub use payment::{PaymentError, put_payment_term, receive_payment, take_back_payment};
pub use people::{CustomerRecord, MergeError, keep_apart, merge_customers, set_of_person, take_apart};
pub use photo::put_photo;
pub use process::{FollowError, follow_process, follow_version, retire_process, save_process};
pub use promise::{PromiseError, keep_promise, promise, remedy_promise};
pub use quote::{QuoteError, choose_solution, copy_solution, put_quote_line, put_solution, remove_solution};
pub use request::{AssetChoice, CustomerChoice, Request, take_request};
pub use review::{ReviewError, review_stage, submit_stage};
pub use shop::{NewShop, ShopPlace, add_staff, open_shop, staff_names, undo_shop};
pub use sign::{SignError, sign_paper};
pub use survey::{SurveyError, answer_survey, see_answers};
pub use visit::{Charging, NewVisit, VisitError, change_visit, charge_visit, plan_visit, set_visit_state};
pub use waiting::set_waiting;

use crate::domain::id::StaffId;
use crate::domain::record::{Known, Records};
use crate::journal::{Change, Entry, Field, Folded, Stamp};

/// What signs the entries of one action: when, and by whom.
#[derive(Clone, Debug)]
pub struct Pen {
    /// The moment, on this device.
    pub stamp: Stamp,
    /// Who is at this device.
    pub author: Option<StaffId>,
}

impl Pen {
    /// One entry of this action.
    #[must_use]
    pub fn entry<F, E>(&self, changes: Vec<Change<F, E>>) -> Entry<F, E> {
        Entry { stamp: self.stamp.clone(), author: self.author.clone(), changes }
    }
}

/// Gives fields new values. A field that already has the value, and no other beside it, is
/// left alone; so this also settles conflicts: the value then replaces all that stood.
#[must_use]
pub fn set<K: Known>(pen: &Pen, id: impl AsRef<str>, now: &Folded<K>, fields: Vec<K::Field>) -> Records {
    let changes: Vec<_> = fields
        .into_iter()
        .filter(|field| {
            let key = field.key();
            now.fields.current(&key) != Some(field) || now.fields.heads(&key).len() > 1
        })
        .map(|field| Change::Set { replaces: now.fields.heads(&field.key()), field })
        .collect();
    one::<K>(pen, id, changes)
}

/// The records that hold one entry, or nothing when nothing changed.
fn one<K: Known>(pen: &Pen, id: impl AsRef<str>, changes: Vec<Change<K::Field, K::Event>>) -> Records {
    let mut records = Records::default();
    if !changes.is_empty() {
        records.add::<K>(id, pen.entry(changes));
    }
    records
}

/// A field's first value.
fn first<F, E>(field: F) -> Change<F, E> {
    Change::Set { field, replaces: Vec::new() }
}
