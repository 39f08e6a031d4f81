//! A sample job is done: the work order, reports, what goes wrong, what is to be changed.

use super::life::Life;
use crate::app::command::{
    WorkError, agree_interim, decide_change, escalate, meet_trouble, put_change_request, receive_work_order,
    report_progress, set_texts,
};
use crate::catalog::sample_jobs;
use crate::domain::case::{CaseText, Channel};
use crate::domain::execution::{
    ChangeRequest, ChangeState, Escalation, Interim, ProgressReport, Trouble, TroubleKind, WorkOrderReceipt,
};
use crate::domain::id::ChangeId;
use crate::domain::local_time::LocalTime;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::Role;

impl Life<'_> {
    /// Writes the work order, and gives it to a member of the team.
    pub(super) fn work_order(&mut self) -> Option<()> {
        let (work, materials) = (self.solution(), &sample_jobs(self.plan.lang).materials);
        let texts = vec![(CaseText::Work, work.to_owned()), (CaseText::Materials, materials.clone())];
        self.attempt(3, Role::Operator, |pen, id, case| set_texts(pen, id, case, texts))?;
        self.issue(PaperKind::WorkOrder, Role::Operator)?;
        let by = self.team.with(Role::Member, self.turn).cloned()?;
        let at = self.diary.local()?;
        self.attempt(2, Role::Member, |pen, id, _| {
            Ok::<_, WorkError>(receive_work_order(pen, id, WorkOrderReceipt { by, at }))
        })
    }

    /// What happens in the course of a longer job.
    pub(super) fn course(&mut self) -> Option<()> {
        let words = sample_jobs(self.plan.lang);
        if self.every(2, 0) {
            let said = words.progress.get(self.plan.n / 2 % words.progress.len().max(1))?;
            let report = ProgressReport {
                done: said.done.clone(),
                next: said.next.clone(),
                by: self.diary.local()?.date().plus_days(2),
                told: Some(if self.every(4, 0) { Channel::Phone } else { Channel::Chat }),
            };
            self.attempt(20, Role::Member, |pen, id, _| report_progress(pen, id, report))?;
            if self.every(4, 0) {
                self.issue(PaperKind::ProgressReport, Role::Operator)?;
            }
        }
        if self.every(5, 1) {
            let (words, answer) = (words.trouble.words.clone(), words.trouble.answer.clone());
            let trouble = Trouble { kind: TroubleKind::Delay, words, answer };
            self.attempt(10, Role::Member, |pen, id, _| meet_trouble(pen, id, trouble))?;
            self.interim()?;
        }
        if self.every(6, 2) {
            let to = self.team.with(Role::Supervisor, 0).cloned()?;
            let reason = words.escalation.clone();
            self.attempt(5, Role::Operator, |pen, id, _| escalate(pen, id, Escalation { to, reason }))?;
        }
        if self.every(4, 3) {
            self.change()?;
        }
        // Whoever is at work on it now goes to the customer in the next days.
        if self.plan.reach == 2 { self.agree_on_extra_visit() } else { Some(()) }
    }

    fn interim(&mut self) -> Option<()> {
        let now = self.diary.local()?;
        let due = LocalTime::new(now.date().plus_days(1)?, 10 * 60)?;
        let by = self.team.with(Role::Operator, self.plan.n).cloned()?;
        let what = sample_jobs(self.plan.lang).interim.clone();
        self.attempt(2, Role::Operator, |pen, id, _| agree_interim(pen, id, Interim { what, by, due }, now))
    }

    /// The customer wants something changed; mostly it is confirmed.
    fn change(&mut self) -> Option<()> {
        let (words, change_id) = (&sample_jobs(self.plan.lang).change, ChangeId::parse("change")?);
        let change = ChangeRequest {
            rank: 0,
            what: words.what.clone(),
            reason: words.reason.clone(),
            on_time: words.time.clone(),
            on_cost: words.cost.clone(),
            on_quality: words.quality.clone(),
            state: ChangeState::Proposed,
        };
        self.attempt(5, Role::Operator, |pen, id, case| {
            put_change_request(pen, id, case, &change_id, change)
        })?;
        if self.plan.reach == 2 {
            return Some(());
        }
        self.attempt(30, Role::Operator, |pen, id, case| {
            decide_change(pen, id, case, &change_id, ChangeState::Confirmed)
        })?;
        self.issue(PaperKind::ChangeRequest, Role::Operator)
    }
}
