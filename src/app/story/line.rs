use crate::domain::case::CaseField;
use crate::journal::Stamp;

/// One entry of the timeline.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// When, and on which device.
    pub stamp: Stamp,
    /// Who, or a word for somebody unknown.
    pub author: String,
    /// What they did, to be read after their name.
    pub text: String,
    /// What else there is to read: a note's text, a reason, the values that were replaced.
    pub detail: Vec<String>,
    /// What it is foremost.
    pub kind: LineKind,
    /// Whether it was undone and no longer counts.
    pub undone: bool,
    /// Whether its clock ran so far ahead that its time is not to be trusted.
    pub doubtful: bool,
}

/// What a line is foremost, the weightiest first: of an entry that says several things, the
/// first of these counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LineKind {
    /// The request was taken.
    Opened,
    /// An earlier entry was taken back.
    Undo,
    /// A commitment letter was issued.
    Letter,
    /// Another paper was given out.
    Paper,
    /// Somebody signed a paper.
    Signed,
    /// Money came in.
    Payment,
    /// The case was closed, withdrawn or opened again.
    Status,
    /// The case went to another stage.
    Stage,
    /// Something was said about a task.
    Task,
    /// A stage's result was submitted or reviewed.
    Review,
    /// Something of the job itself: a report, a trouble, an agreement, the customer's word.
    Work,
    /// A visit was agreed on, moved or made.
    Visit,
    /// Something else about the case was set.
    Field,
    /// Somebody wrote something down.
    Note,
    /// Something that this version cannot show.
    Unknown,
}

impl LineKind {
    /// The kind of line that a field's new value makes.
    pub(super) fn of(field: &CaseField) -> Self {
        match field {
            CaseField::Stage(_) => Self::Stage,
            CaseField::Task(..) | CaseField::ChangeTask(..) => Self::Task,
            CaseField::Status(_) => Self::Status,
            CaseField::Process(_)
            | CaseField::Number(_)
            | CaseField::Customer(_)
            | CaseField::Asset(_)
            | CaseField::Channel(_)
            | CaseField::Description(_)
            | CaseField::Urgency(_)
            | CaseField::Assignee(_)
            | CaseField::Told(_)
            | CaseField::Waiting(_)
            | CaseField::Item(_)
            | CaseField::Chosen(_)
            | CaseField::Text(..)
            | CaseField::Day(..)
            | CaseField::NeedsMethod(_)
            | CaseField::Nature(_)
            | CaseField::Extent(_)
            | CaseField::Complaint(_)
            | CaseField::AroseFrom(_) => Self::Field,
        }
    }
}
