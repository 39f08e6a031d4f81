//! A sample job is tested, accepted and paid.

use super::life::Life;
use crate::app::command::{
    AcceptanceError, Agreement, accept, put_correction, put_handover, put_test, receive_payment,
    repeat_failed_tests, set_agreement,
};
use crate::catalog::sample_jobs;
use crate::domain::acceptance::{
    Acceptance, AcceptanceVerdict, Correction, Handover, Test, TestKind, TestResult,
};
use crate::domain::case::CaseDay;
use crate::domain::id::{CorrectionId, HandoverId, TestId};
use crate::domain::paper_kind::PaperKind;
use crate::domain::payment::{Payment, PaymentMethod};
use crate::domain::process::Role;

/// How many days free maintenance lasts when nothing else was agreed.
const MAINTENANCE: i64 = 90;

impl Life<'_> {
    /// Tests the result. On some a test fails at first: what it shows is corrected, and it is
    /// made again; where the case stands here, that is still to come.
    pub(super) fn tests(&mut self) -> Option<()> {
        let words = sample_jobs(self.plan.lang);
        let fails = self.every(3, 1);
        for (place, (kind, said)) in TestKind::ALL.into_iter().zip(&words.tests).enumerate() {
            let result = if fails && place == 1 { TestResult::Fail } else { TestResult::Pass };
            self.test(place, kind, said, result)?;
        }
        if fails {
            self.correct(false)?;
            if self.stands_here() {
                return Some(());
            }
            self.correct(true)?;
            let again = TestId::parse("test-again")?;
            self.attempt(10, Role::Member, |pen, id, case| {
                Ok::<_, AcceptanceError>(repeat_failed_tests(pen, id, case, || again.clone()))
            })?;
            let case = self.case();
            let (id, test) = case.tests().into_iter().find(|(id, _)| **id == again)?;
            let passed = Test { result: Some(TestResult::Pass), ..test.clone() };
            self.attempt(5, Role::Member, |pen, case_id, case| put_test(pen, case_id, case, id, passed))?;
        }
        Some(())
    }

    /// Whether the case is to stand in the stage of delivery.
    fn stands_here(&self) -> bool {
        self.plan.reach == 3
    }

    fn test(
        &mut self,
        place: usize,
        kind: TestKind,
        said: &'static crate::catalog::SampleTest,
        result: TestResult,
    ) -> Option<()> {
        let id = TestId::parse(&format!("test-{place}"))?;
        let (what, expected) = (said.what.clone(), said.expected.clone());
        let test = Test { rank: 0, kind, what, expected, result: Some(result), round: 1 };
        self.attempt(4, Role::Member, |pen, case_id, case| put_test(pen, case_id, case, &id, test))
    }

    fn correct(&mut self, done: bool) -> Option<()> {
        let id = CorrectionId::parse("correction")?;
        let what = sample_jobs(self.plan.lang).correction.clone();
        let correction = Correction { rank: 1, what, done };
        self.attempt(10, Role::Member, |pen, case_id, case| {
            put_correction(pen, case_id, case, &id, correction)
        })
    }

    /// The customer's word on the result, and until when it is maintained for nothing.
    pub(super) fn accept(&mut self) -> Option<()> {
        let words = sample_jobs(self.plan.lang);
        for (place, what) in words.handovers.iter().enumerate() {
            let (id, what) = (HandoverId::parse(&format!("handover-{place}"))?, what.clone());
            self.attempt(0, Role::Member, |pen, case_id, case| {
                put_handover(pen, case_id, case, &id, Handover { rank: 0, what })
            })?;
        }
        let (verdict, said) = if self.every(7, 2) {
            (AcceptanceVerdict::WithCorrections, words.complaint.clone())
        } else {
            (AcceptanceVerdict::Accepted, String::new())
        };
        let acceptance = Acceptance { name: self.plan.name.clone(), verdict, words: said };
        self.attempt(5, Role::Member, |pen, id, _| accept(pen, id, acceptance))?;
        let case = self.case();
        if case.day(CaseDay::MaintenanceEnd).is_none() {
            let maintenance_end = self.diary.local()?.date().plus_days(MAINTENANCE);
            let agreement = Agreement { maintenance_end, ..Agreement::default() };
            self.attempt(1, Role::Operator, |pen, id, case| set_agreement(pen, id, case, agreement))?;
        }
        self.issue(PaperKind::AcceptanceReport, Role::Operator)
    }

    /// Most customers have paid all before their case is closed.
    pub(super) fn pay_the_rest(&mut self) -> Option<()> {
        if self.full && !self.every(7, 3) {
            self.pay()?;
            self.pay()?;
        }
        Some(())
    }

    /// Money comes in: what falls due next, if anything does.
    pub(super) fn pay(&mut self) -> Option<()> {
        let case = self.case();
        let Some(account) = case.account().ok().flatten() else { return Some(()) };
        let Some((term, amount)) = account.next() else { return Some(()) };
        let method = PaymentMethod::ALL[self.plan.n % PaymentMethod::ALL.len()];
        let payment = Payment { amount, method, term: term.cloned(), note: String::new() };
        self.attempt(3, Role::Cashier, |pen, id, case| receive_payment(pen, id, case, payment))
    }
}
