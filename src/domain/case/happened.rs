use super::{Case, CaseEvent, Recorded};
use crate::domain::acceptance::Acceptance;
use crate::domain::complaint::{
    ComplaintAcknowledged, ComplaintAnswered, ComplaintJudged, ComplaintReceived,
};
use crate::domain::execution::{
    Escalation, Interim, InterimAnswer, ProgressReport, Trouble, TroubleAnswer, WorkOrderReceipt,
};
use crate::domain::follow_up::FollowUpCall;
use crate::domain::improvement::ImprovementNews;
use crate::domain::message::MessageSent;
use crate::domain::payment::Payment;
use crate::domain::promise::{Remedied, Terms};
use crate::domain::survey::SurveyAnswer;
use crate::journal::Held;

/// Declares a reader for each kind of event that says something of its own.
macro_rules! readers {
    ($($(#[$doc:meta])* $reader:ident: $variant:ident -> $type:ty;)*) => {
        impl Case {$(
            $(#[$doc])*
            /// In order, with who wrote each down and when.
            pub fn $reader(&self) -> impl DoubleEndedIterator<Item = Held<&$type>> {
                self.events.iter().filter_map(|held| match &held.value {
                    CaseEvent::$variant(value) => {
                        Some(Held { stamp: held.stamp.clone(), author: held.author.clone(), value })
                    }
                    _ => None,
                })
            }
        )*}
    };
}

readers! {
    /// What letters promised for it, the one that holds last.
    promised: Promised -> Terms;
    /// What was done because promises were broken.
    remedies: Remedied -> Remedied;
    /// The payments. The author of one settled it.
    payments: PaymentReceived -> Payment;
    /// Who took the work order on.
    work_order_receipts: WorkOrderReceived -> WorkOrderReceipt;
    /// How far the job was, again and again.
    progress_reports: ProgressReported -> ProgressReport;
    /// What went wrong.
    troubles: TroubleMet -> Trouble;
    /// What else is done about what went wrong.
    trouble_answers: TroubleAnswered -> TroubleAnswer;
    /// When it was handed to somebody with more authority.
    escalations: Escalated -> Escalation;
    /// What was promised until a final answer.
    interims: InterimAgreed -> Interim;
    /// The final answers.
    interim_answers: InterimAnswered -> InterimAnswer;
    /// What the customer said to the result.
    acceptances: Accepted -> Acceptance;
    /// When somebody tried to ask the customer again.
    follow_up_calls: FollowedUp -> FollowUpCall;
    /// What came of improvements that arose from it.
    improvement_news: Improved -> ImprovementNews;
    /// What the customer said to the survey, each time.
    survey_answers: SurveyAnswered -> SurveyAnswer;
    /// When the customer complained.
    complaints_received: ComplaintReceived -> ComplaintReceived;
    /// When they were told that it is looked into.
    complaints_acknowledged: ComplaintAcknowledged -> ComplaintAcknowledged;
    /// When they were answered in writing.
    complaints_answered: ComplaintAnswered -> ComplaintAnswered;
    /// What they said of how it was handled.
    complaints_judged: ComplaintJudged -> ComplaintJudged;
    /// The messages that were sent.
    messages_sent: MessageSent -> MessageSent;
    /// What other programs wrote down.
    recorded: Recorded -> Recorded;
}
