use super::{Named, Texts};
use crate::domain::paper_kind::PaperKind;

/// What the trade calls a paper, as it stands within a sentence.
impl Named for PaperKind {
    fn name(&self, texts: &'static Texts) -> &'static str {
        let t = &texts.papers();
        match self {
            Self::CommitmentLetter => t.name_commitment_letter,
            Self::IntakeReceipt => t.name_intake_receipt,
            Self::NeedsRecord => t.name_needs_record,
            Self::Quote => t.name_quote,
            Self::Agreement => t.name_agreement,
            Self::WorkOrder => t.name_work_order,
            Self::Appointment => t.name_appointment,
            Self::MissedVisit => t.name_missed_visit,
            Self::ProgressReport => t.name_progress_report,
            Self::ChangeRequest => t.name_change_request,
            Self::AcceptanceReport => t.name_acceptance_report,
            Self::FeeStatement => t.name_fee_statement,
            Self::ComplaintReply => t.name_complaint_reply,
            Self::ComplaintRecord => texts.complaint().record_name,
            Self::SatisfactionForm => t.name_satisfaction_form,
            Self::FollowUpRecord => t.name_follow_up_record,
            Self::Apology => texts.promise().apology_name,
            Self::ThankYou => t.name_thank_you,
            Self::Blueprint => t.name_blueprint,
            Self::Checklist => t.name_checklist,
        }
    }
}
