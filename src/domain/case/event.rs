use crate::domain::acceptance::Acceptance;
use crate::domain::complaint::{
    ComplaintAcknowledged, ComplaintAnswered, ComplaintJudged, ComplaintReceived,
};
use crate::domain::document::Issued;
use crate::domain::execution::{
    Escalation, Interim, InterimAnswer, ProgressReport, Trouble, TroubleAnswer, WorkOrderReceipt,
};
use crate::domain::follow_up::FollowUpCall;
use crate::domain::id::{CaseId, LetterId, StageId};
use crate::domain::improvement::ImprovementNews;
use crate::domain::message::MessageSent;
use crate::domain::payment::Payment;
use crate::domain::promise::{PromiseKept, Remedied, Terms};
use crate::domain::review::Review;
use crate::domain::signature::Signature;
use crate::domain::survey::SurveyAnswer;
use crate::journal::Stamp;

/// What another program wrote down of a case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Recorded {
    /// What was done, in the words of that program.
    pub activity: String,
    /// What else it said, or nothing.
    pub note: String,
}

/// Something that happened to a case and stays beside what else happened.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CaseEvent {
    /// The request was taken.
    Opened,
    /// Somebody wrote something down; never printed for the customer.
    Note(String),
    /// A paper was given out.
    PaperIssued(Issued),
    /// A commitment letter for this case was issued.
    LetterIssued {
        /// The letter.
        letter: LetterId,
        /// Its number.
        number: String,
        /// Its revision.
        revision: u32,
    },
    /// What a letter promises with limits of time holds for the case from here on, in the place of
    /// what held before.
    Promised(Terms),
    /// Somebody wrote down that a promise was kept.
    Kept(PromiseKept),
    /// Something was done because a promise was broken.
    Remedied(Remedied),
    /// Money came in.
    PaymentReceived(Payment),
    /// Somebody signed a paper.
    Signed(Signature),
    /// Somebody took the work order on.
    WorkOrderReceived(WorkOrderReceipt),
    /// How far the job was.
    ProgressReported(ProgressReport),
    /// Something went wrong.
    TroubleMet(Trouble),
    /// Something else is done about a trouble.
    TroubleAnswered(TroubleAnswer),
    /// It was handed to somebody with more authority.
    Escalated(Escalation),
    /// Something was promised until the final answer.
    InterimAgreed(Interim),
    /// The final answer was given.
    InterimAnswered(InterimAnswer),
    /// The customer said something to the result.
    Accepted(Acceptance),
    /// A stage's result was submitted for review.
    Submitted(StageId),
    /// Somebody reviewed it.
    Reviewed(Review),
    /// Somebody tried to ask the customer again.
    FollowedUp(FollowUpCall),
    /// The customer answered the survey.
    SurveyAnswered(SurveyAnswer),
    /// Somebody saw the low score of this stamp, and found that nothing more is to be done.
    SurveySeen(Stamp),
    /// The customer complained.
    ComplaintReceived(ComplaintReceived),
    /// They were told that it is looked into.
    ComplaintAcknowledged(ComplaintAcknowledged),
    /// They were answered in writing.
    ComplaintAnswered(ComplaintAnswered),
    /// They said whether they are content.
    ComplaintJudged(ComplaintJudged),
    /// Another case arose from it.
    LedTo(CaseId),
    /// The shop improves something because of it.
    Improved(ImprovementNews),
    /// Somebody sent the customer a message.
    MessageSent(MessageSent),
    /// Something was done that another program wrote down.
    Recorded(Recorded),
}

/// Whether an event cannot be undone: the paper is out of the shop, or was signed. What came of
/// an improvement is undone where it was written down, in the improvement.
#[must_use]
pub fn is_lasting(event: &CaseEvent) -> bool {
    matches!(
        event,
        CaseEvent::Opened
            | CaseEvent::PaperIssued(_)
            | CaseEvent::LetterIssued { .. }
            | CaseEvent::Promised(_)
            | CaseEvent::Signed(_)
            | CaseEvent::Improved(_)
    )
}
