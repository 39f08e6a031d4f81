use super::{CaseDay, CaseItem, CaseItemKey, CaseText};
use crate::domain::complaint::{ComplaintField, ComplaintKey};
use crate::domain::date::Date;
use crate::domain::id::{AssetId, CaseId, ChangeId, CustomerId, StaffId, StageId, TaskId};
use crate::domain::needs::{Extent, Nature, NeedsMethod};
use crate::domain::process::ProcessRef;
use crate::domain::quote::Chosen;
use crate::domain::waiting::Waiting;
use crate::journal::Field;

/// The way a request came, or the way a customer likes to be reached.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Channel {
    /// The customer stood at the counter.
    WalkIn,
    /// A phone call.
    Phone,
    /// An e-mail.
    Email,
    /// A text message.
    Sms,
    /// WeChat, Line, WhatsApp and the like.
    Chat,
    /// A social network.
    Social,
    /// A letter by post.
    Post,
    /// Said on the spot, at the customer's.
    OnSite,
}

impl Channel {
    /// All channels, the most frequent first.
    pub const ALL: [Self; 8] = [
        Self::WalkIn,
        Self::Phone,
        Self::Chat,
        Self::Sms,
        Self::Email,
        Self::Social,
        Self::Post,
        Self::OnSite,
    ];
}

/// How soon something must happen: four levels.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Urgency {
    /// When it suits.
    Low,
    /// In the usual time.
    Normal,
    /// Before others.
    High,
    /// At once: danger or damage.
    Emergency,
}

impl Urgency {
    /// All levels, rising.
    pub const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Emergency];
}

/// Whether a case still needs work.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// Somebody has to do something.
    Open,
    /// Done.
    Closed,
    /// Opened by mistake, or no longer wanted.
    Withdrawn,
}

/// The step to a stage.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct StageMove {
    /// The stage the case now stands in.
    pub to: StageId,
    /// Why required tasks were left open, or why it went back; empty when neither.
    pub reason: String,
}

/// What a task was done with.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Evidence {
    /// A tick.
    Tick,
    /// Words.
    Text(String),
    /// A number, as it was typed (decimal, at most 15 digits).
    Number(String),
    /// A date.
    Date(Date),
    /// The id of the choice.
    Choice(String),
}

/// What was done about a task.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// Nothing yet, or no longer.
    Open,
    /// Done.
    Done(Evidence),
}

/// What is known of a case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CaseField {
    /// The process it follows.
    Process(ProcessRef),
    /// Its number.
    Number(String),
    /// Whose matter it is.
    Customer(CustomerId),
    /// The thing it is about.
    Asset(Option<AssetId>),
    /// The channel it came through.
    Channel(Channel),
    /// What is wrong, in the customer's words.
    Description(String),
    /// How urgent it is.
    Urgency(Urgency),
    /// Who works on it.
    Assignee(Option<StaffId>),
    /// What the customer was told to expect.
    Told(String),
    /// What it waits for; nothing while work goes on.
    Waiting(Option<Waiting>),
    /// Where it stands.
    Stage(StageMove),
    /// What was done about a task.
    Task(TaskId, Mark),
    /// What was done about a task of a change request.
    ChangeTask(ChangeId, TaskId, Mark),
    /// Whether it is open.
    Status(Status),
    /// One of several things.
    Item(CaseItem),
    /// The option that the customer chose.
    Chosen(Option<Chosen>),
    /// A text that has a place of its own.
    Text(CaseText, String),
    /// How the needs were found out.
    NeedsMethod(Option<NeedsMethod>),
    /// What kind of need it is.
    Nature(Option<Nature>),
    /// How much is affected.
    Extent(Option<Extent>),
    /// A day that has a place of its own.
    Day(CaseDay, Option<Date>),
    /// Something about the complaint.
    Complaint(ComplaintField),
    /// The case that it arose from.
    AroseFrom(CaseId),
}

/// Names a field of a case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of the same name")]
pub enum CaseKey {
    Process,
    Number,
    Customer,
    Asset,
    Channel,
    Description,
    Urgency,
    Assignee,
    Told,
    Waiting,
    Stage,
    Task(TaskId),
    ChangeTask(ChangeId, TaskId),
    Status,
    Item(CaseItemKey),
    Chosen,
    Text(CaseText),
    NeedsMethod,
    Nature,
    Extent,
    Day(CaseDay),
    Complaint(ComplaintKey),
    AroseFrom,
}

impl Field for CaseField {
    type Key = CaseKey;

    fn key(&self) -> CaseKey {
        match self {
            Self::Process(_) => CaseKey::Process,
            Self::Number(_) => CaseKey::Number,
            Self::Customer(_) => CaseKey::Customer,
            Self::Asset(_) => CaseKey::Asset,
            Self::Channel(_) => CaseKey::Channel,
            Self::Description(_) => CaseKey::Description,
            Self::Urgency(_) => CaseKey::Urgency,
            Self::Assignee(_) => CaseKey::Assignee,
            Self::Told(_) => CaseKey::Told,
            Self::Waiting(_) => CaseKey::Waiting,
            Self::Stage(_) => CaseKey::Stage,
            Self::Task(task, _) => CaseKey::Task(task.clone()),
            Self::ChangeTask(change, task, _) => CaseKey::ChangeTask(change.clone(), task.clone()),
            Self::Status(_) => CaseKey::Status,
            Self::Item(item) => CaseKey::Item(item.key()),
            Self::Chosen(_) => CaseKey::Chosen,
            Self::Text(text, _) => CaseKey::Text(*text),
            Self::NeedsMethod(_) => CaseKey::NeedsMethod,
            Self::Nature(_) => CaseKey::Nature,
            Self::Extent(_) => CaseKey::Extent,
            Self::Day(day, _) => CaseKey::Day(*day),
            Self::Complaint(field) => CaseKey::Complaint(field.key()),
            Self::AroseFrom(_) => CaseKey::AroseFrom,
        }
    }
}
