//! What happens while a job is done: reports, troubles, escalation, interim agreements, and
//! what the customer wants changed.

use super::case::{Case, Channel};
use super::date::Date;
use super::id::StaffId;
use super::local_time::LocalTime;
use crate::journal::{Held, Stamp};

/// Somebody took a work order on.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct WorkOrderReceipt {
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: LocalTime,
}

/// How far a job is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct ProgressReport {
    /// What is done so far.
    pub done: String,
    /// What comes next, or nothing.
    pub next: String,
    /// The day that is to be done by, if one was named.
    pub by: Option<Date>,
    /// How the customer was told; nothing when they were not.
    pub told: Option<Channel>,
}

/// The five known troubles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TroubleKind {
    /// Too few people, or the right one is away.
    ShortOfPeople,
    /// People or material are at the wrong place.
    WrongAllocation,
    /// It takes longer than was said.
    Delay,
    /// What might have gone wrong did.
    RiskCameTrue,
    /// Somebody did not know what they should have.
    PoorCommunication,
}

impl TroubleKind {
    /// All kinds, as they are offered.
    pub const ALL: [Self; 5] = [
        Self::ShortOfPeople,
        Self::WrongAllocation,
        Self::Delay,
        Self::RiskCameTrue,
        Self::PoorCommunication,
    ];
}

/// Something went wrong.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Trouble {
    /// What sort of trouble.
    pub kind: TroubleKind,
    /// What happened.
    pub words: String,
    /// What is done about it, or nothing yet.
    pub answer: String,
}

/// What is done about a trouble, said later than the trouble itself.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct TroubleAnswer {
    /// The stamp of the entry that told of the trouble.
    pub trouble: Stamp,
    /// What is done about it; it takes the place of what was said before.
    pub answer: String,
}

/// A case was handed to somebody with more authority.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Escalation {
    /// To whom.
    pub to: StaffId,
    /// Why.
    pub reason: String,
}

/// What was promised to the customer until the final answer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Interim {
    /// What.
    pub what: String,
    /// Who promised it.
    pub by: StaffId,
    /// When the final answer is due.
    pub due: LocalTime,
}

/// The final answer, which an interim agreement promised.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct InterimAnswer {
    /// The stamp of the entry that made the agreement.
    pub interim: Stamp,
    /// What was answered.
    pub words: String,
    /// When.
    pub at: LocalTime,
}

/// Where an interim agreement stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InterimState<'a> {
    /// The answer is still to be given, and there is time.
    Open,
    /// The answer is still to be given, and should have been.
    Overdue,
    /// Answered no later than promised.
    Kept(&'a InterimAnswer),
    /// Answered later than promised.
    Late(&'a InterimAnswer),
}

impl Case {
    /// Where an interim agreement stands at a moment of the shop's own clock. The minute that
    /// was promised is still in time.
    #[must_use]
    pub fn interim_state(&self, interim: &Held<&Interim>, now: Option<LocalTime>) -> InterimState<'_> {
        let due = interim.value.due;
        match self.interim_answers().find(|answer| answer.value.interim == interim.stamp) {
            Some(answer) if answer.value.at <= due => InterimState::Kept(answer.value),
            Some(answer) => InterimState::Late(answer.value),
            None if now.is_some_and(|now| now > due) => InterimState::Overdue,
            None => InterimState::Open,
        }
    }

    /// What is done about a trouble: what was said of it last.
    #[must_use]
    pub fn trouble_answer<'a>(&'a self, trouble: &Held<&'a Trouble>) -> &'a str {
        let later = self.trouble_answers().rev().find(|answer| answer.value.trouble == trouble.stamp);
        later.map_or(&trouble.value.answer, |answer| &answer.value.answer)
    }
}

/// Whether a change is to be made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum ChangeState {
    /// Nobody has decided yet.
    #[default]
    Proposed,
    /// The customer confirmed it, with all that it changes.
    Confirmed,
    /// It is not made.
    Refused,
}

impl ChangeState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Proposed, Self::Confirmed, Self::Refused];
}

/// The customer's wish changes after the agreement.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct ChangeRequest {
    /// Its place among the changes.
    pub rank: u32,
    /// What is to be different.
    pub what: String,
    /// Why.
    pub reason: String,
    /// What it does to the time.
    pub on_time: String,
    /// What it does to the cost.
    pub on_cost: String,
    /// What it does to the quality.
    pub on_quality: String,
    /// Whether it is made.
    pub state: ChangeState,
}
