//! What happens while a job is done: reports, troubles, escalation, interim agreements, and
//! what the customer wants changed.

use super::case::Channel;
use super::date::Date;
use super::id::StaffId;
use super::local_time::LocalTime;

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
