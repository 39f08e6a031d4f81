//! What is written down of a case that is told in full, and when.

use super::life::Life;
use crate::domain::case::Progress;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::{EvidenceKind, Role, Stage, Task};
use crate::domain::record_part::RecordPart;
use crate::domain::visit::VisitState;

impl Life<'_> {
    /// What comes before the tasks of a stage. False when the case stays before them.
    pub(super) fn before(&mut self, stage: &Stage) -> Option<bool> {
        match stage.id.as_str() {
            "execution" => {
                self.work_order()?;
                self.pay()?;
                self.course()?;
                self.wait_a_while()?;
            }
            "aftercare" => {
                self.complain()?;
                if self.case().acceptances().next().is_some() {
                    self.ask_again()?;
                }
            }
            "visit" => return self.ring(),
            "delivery" => {
                self.tests()?;
                if self.case().is_ready_for_acceptance() {
                    self.accept()?;
                }
            }
            _ => {}
        }
        Some(true)
    }

    /// What comes after the tasks of a stage.
    pub(super) fn after(&mut self, stage: &Stage) -> Option<()> {
        match stage.id.as_str() {
            "intake" => self.receipt(),
            "solution" => self.agree(),
            "visit" => self.bring_visit_to(VisitState::Done, ""),
            "delivery" if self.case().payments().next().is_some() => {
                self.issue(PaperKind::FeeStatement, Role::Cashier)
            }
            "aftercare" => self.issue(PaperKind::ThankYou, Role::Operator),
            _ => Some(()),
        }
    }

    /// Does a task by writing down what it asks for. False when it asks for nothing that is
    /// written here.
    pub(super) fn put_on_record(&mut self, task: &Task) -> Option<bool> {
        if self.is_on_record(task) {
            return Some(true);
        }
        match &task.evidence {
            EvidenceKind::Record(RecordPart::Needs) => self.needs()?,
            EvidenceKind::Record(RecordPart::Options) => self.options()?,
            EvidenceKind::Record(RecordPart::Price) => self.whole_fee()?,
            EvidenceKind::Record(RecordPart::Visits) => self.agree_on_visit()?,
            EvidenceKind::Record(RecordPart::Acceptance) => self.accept()?,
            EvidenceKind::Record(RecordPart::Payments) => self.pay()?,
            EvidenceKind::Record(RecordPart::Survey) => self.survey()?,
            EvidenceKind::Paper(PaperKind::WorkOrder) => self.work_order()?,
            EvidenceKind::Paper(PaperKind::FeeStatement) => {
                self.issue(PaperKind::FeeStatement, Role::Cashier)?;
            }
            _ => {}
        }
        Some(self.is_on_record(task))
    }

    fn is_on_record(&self, task: &Task) -> bool {
        let case = self.case();
        Progress::of(&case, self.plan.process).with_visits(self.visits.len()).is_on_record(task)
    }
}
