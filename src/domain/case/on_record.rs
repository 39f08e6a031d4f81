use super::{Case, CaseDay, CaseEvent, CaseText};
use crate::domain::id::TaskId;
use crate::domain::improvement::NewsStep;
use crate::domain::paper_kind::PaperKind;
use crate::domain::photo::PhotoOf;
use crate::domain::process::{EvidenceKind, Process, Task};
use crate::domain::record_part::RecordPart;
use crate::domain::signing::AskedSignature;

/// Whether a part of a case has something in it. Visits are records of their own: `visits` is
/// how many were agreed and not called off.
#[must_use]
pub fn is_on_record(case: &Case, visits: usize, part: RecordPart) -> bool {
    match part {
        RecordPart::Needs => {
            CaseText::NEEDS.iter().any(|text| !case.text(*text).is_empty()) || !case.expectations().is_empty()
        }
        RecordPart::Options => !case.solutions().is_empty(),
        RecordPart::Goals => !case.text(CaseText::Goals).is_empty(),
        // Amounts that cannot be summed are there all the same.
        RecordPart::Price => {
            case.account().map_or(true, |account| account.is_some_and(|it| it.agreed.minor() > 0))
        }
        RecordPart::Payments => case.payments().next().is_some(),
        RecordPart::Visits => visits > 0,
        RecordPart::Acceptance => {
            case.acceptances().next().is_some()
                || !case.corrections().is_empty()
                || case.tests().iter().any(|(_, test)| test.result.is_some())
        }
        RecordPart::Maintenance => case.day(CaseDay::MaintenanceEnd).is_some(),
        RecordPart::Interim => case.interims().next().is_some(),
        RecordPart::Trouble => case.troubles().next().is_some() || case.escalations().next().is_some(),
        RecordPart::FollowUp => !case.follow_ups().is_empty(),
        RecordPart::Improvement => case.improvement_news().next().is_some(),
        RecordPart::Coaching => case.improvement_news().any(|held| held.value.step == NewsStep::Coached),
        RecordPart::EffectCheck => case.improvement_news().any(|held| held.value.step == NewsStep::Checked),
        // That an item was named when the request was taken does not yet mean that it was received.
        RecordPart::Asset => {
            CaseText::ARRIVAL.iter().any(|text| !case.text(*text).is_empty())
                || !case.replaced_parts().is_empty()
        }
        RecordPart::Survey => case.survey_answers().next().is_some(),
        RecordPart::Complaint(part) => part.is_on_record(case),
        // That an address was named does not yet mean that it was checked.
        RecordPart::Address => false,
    }
}

/// Whether a paper of this kind was given out in a case.
#[must_use]
pub fn is_given_out(case: &Case, paper: PaperKind) -> bool {
    case.events.iter().any(|held| match &held.value {
        CaseEvent::PaperIssued(issued) => issued.document.paper == paper,
        CaseEvent::LetterIssued { .. } => paper == PaperKind::CommitmentLetter,
        _ => false,
    })
}

/// Whether a case has a photo of a task.
#[must_use]
pub fn has_photo(case: &Case, task: &TaskId) -> bool {
    case.photos().iter().any(|(_, photo)| matches!(&photo.of, PhotoOf::Task(of) if of == task))
}

/// Whether the record itself has what a task of a process asks for.
pub(super) fn has_evidence(case: &Case, visits: usize, process: &Process, task: &Task) -> bool {
    match &task.evidence {
        EvidenceKind::Record(part) => is_on_record(case, visits, *part),
        EvidenceKind::Paper(paper) => is_given_out(case, *paper),
        EvidenceKind::Photo => has_photo(case, &task.id),
        EvidenceKind::Signature => {
            AskedSignature::of(process, task).is_some_and(|asked| asked.is_given(case))
        }
        _ => false,
    }
}
