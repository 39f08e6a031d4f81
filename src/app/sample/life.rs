//! What becomes of a case: its stages are worked one after the other until it stands where it
//! was planned to, or now has come.

use super::chance::{below, word};
use super::desk::Plan;
use super::diary::{Diary, MINUTE};
use super::evidence::{evidence, is_usual};
use super::shop::Team;
use crate::app::command::{
    Pen, Request, assign, close, mark_task, move_to_stage, note, set, take_request, undo, withdraw,
};
use crate::catalog::samples;
use crate::domain::case::{Case, CaseField, CaseKind, Mark, Urgency};
use crate::domain::id::{CaseId, StageId};
use crate::domain::process::{Role, Stage};
use crate::domain::record::{Known, RecordKey, RecordKind, Records};
use crate::journal::Journal;
use fastrand::Rng;

pub(super) struct Life<'a> {
    rng: &'a mut Rng,
    team: &'a Team,
    diary: Diary,
    plan: Plan,
    id: CaseId,
    /// The case, and what was new with it.
    records: Records,
}

impl<'a> Life<'a> {
    /// Takes the request.
    pub(super) fn begin(
        rng: &'a mut Rng,
        team: &'a Team,
        mut diary: Diary,
        request: Request,
        plan: Plan,
    ) -> Self {
        let pen = diary.pen(team.with(Role::Operator, plan.n));
        let id = request.case.clone();
        Self { rng, team, diary, plan, id, records: take_request(&pen, request) }
    }

    /// All that was written.
    pub(super) fn records(self) -> Records {
        self.records
    }

    /// Goes as far as planned; `None` when now comes first.
    pub(super) fn live(&mut self) -> Option<()> {
        let stages = &self.plan.process.stages;
        for (place, stage) in stages.iter().enumerate() {
            if place == 1 {
                self.staff()?;
            }
            if place == self.plan.reach {
                let some = below(self.rng, stage.tasks.len());
                return self.work(stage, some);
            }
            self.work(stage, stage.tasks.len())?;
            self.remarks(place)?;
            if place == 0 && self.every(19, 7) {
                return self.withdraw();
            }
            if place == 2 && self.every(11, 4) {
                self.step(&stages.get(1)?.id, &samples(self.plan.lang).back_reasons)?;
                self.step(&stage.id, &samples(self.plan.lang).skip_reasons)?;
            }
            match stages.get(place + 1) {
                Some(next) => self.step(&next.id, &samples(self.plan.lang).skip_reasons)?,
                None => self.close()?,
            }
        }
        Some(())
    }

    /// Whether this is the `turn`th of each round of so many cases.
    fn every(&self, round: usize, turn: usize) -> bool {
        self.plan.n % round == turn
    }

    /// Somebody does something, some minutes after the last thing.
    fn act(
        &mut self,
        minutes: u64,
        who: Role,
        deed: impl FnOnce(&Pen, &CaseId, &Case) -> Records,
    ) -> Option<()> {
        self.diary.wait(self.rng, minutes)?;
        let pen = self.diary.pen(self.team.with(who, self.plan.n));
        let case = self.journal().map_or_else(|| Case::of(&Journal::<CaseKind>::new()), Case::of);
        self.records.merge(deed(&pen, &self.id, &case));
        Some(())
    }

    fn journal(&self) -> Option<&Journal<CaseKind>> {
        let key = RecordKey::new(RecordKind::Case, self.id.as_str());
        self.records.0.get(&key).and_then(CaseKind::of)
    }

    /// Does the first so many tasks of a stage, and not those that are left out.
    fn work(&mut self, stage: &'static Stage, count: usize) -> Option<()> {
        let last_required = stage.tasks.iter().rfind(|task| task.required).map(|task| &task.id);
        let left_out = if self.every(7, 3) && stage.tasks.len() > 4 { last_required } else { None };
        for task in stage.tasks.iter().take(count) {
            if Some(&task.id) == left_out || !is_usual(self.rng, task) {
                continue;
            }
            let minutes = if self.plan.quick { 0..=3 } else { 2..=60 };
            let minutes = self.rng.u64(minutes);
            let author = self.team.with(task.role, self.plan.n);
            let name = author.map_or("", |author| self.team.name(author));
            if let Some(evidence) = evidence(self.rng, &self.plan, task, name, self.diary.at()) {
                self.act(minutes, task.role, |pen, id, case| {
                    mark_task(pen, id, case, &task.id, Mark::Done(evidence))
                })?;
            }
        }
        Some(())
    }

    /// Gives the case to somebody, which at the counter is whoever took it.
    fn staff(&mut self) -> Option<()> {
        let (who, minutes) = if self.plan.quick { (Role::Operator, 0) } else { (Role::Member, 10) };
        let to = self.team.with(who, self.plan.n).cloned();
        self.act(minutes, Role::Operator, |pen, id, case| assign(pen, id, case, to))
    }

    /// What else is said about a case while it stands in a stage.
    fn remarks(&mut self, place: usize) -> Option<()> {
        if self.plan.quick || place == 0 {
            return Some(());
        }
        if self.rng.bool() {
            let text = word(self.rng, &self.plan.matter.notes);
            self.act(5, Role::Member, |pen, id, _| note(pen, id, text))?;
        }
        if place == 1 && self.every(9, 2) {
            let urgency = match self.plan.urgency {
                Urgency::Low => Urgency::Normal,
                Urgency::Normal => Urgency::High,
                Urgency::High | Urgency::Emergency => Urgency::Emergency,
            };
            self.act(15, Role::Supervisor, |pen, id, case| {
                set::<CaseKind>(pen, id.as_str(), case, vec![CaseField::Urgency(urgency)])
            })?;
        }
        if place == 1 && self.every(13, 6) {
            let text = word(self.rng, &self.plan.matter.notes);
            self.act(20, Role::Operator, |pen, id, _| note(pen, id, text))?;
            let journal = self.journal()?.clone();
            self.act(1, Role::Operator, |pen, id, _| undo(pen, id, &journal))?;
        }
        if place == 2 && self.every(5, 0) {
            let to = self.team.with(Role::Member, self.plan.n + 1).cloned();
            self.act(30, Role::Supervisor, |pen, id, case| assign(pen, id, case, to))?;
        }
        Some(())
    }

    /// Goes to another stage, with a reason if one is needed.
    fn step(&mut self, to: &StageId, reasons: &'static [String]) -> Option<()> {
        let minutes = self.pause();
        let reason = word(self.rng, reasons);
        let process = self.plan.process;
        self.act(minutes, Role::Operator, |pen, id, case| {
            move_to_stage(pen, id, case, process, to, "")
                .or_else(|_| move_to_stage(pen, id, case, process, to, reason))
                .unwrap_or_default()
        })
    }

    /// The minutes until the next stage: hours, and days for a case that is to be in work now.
    fn pause(&mut self) -> u64 {
        if self.plan.quick {
            return self.rng.u64(1..=4);
        }
        let stages = self.plan.process.stages.len();
        let slow = if self.plan.reach < stages { self.diary.left() / MINUTE / (stages as u64 + 2) } else { 0 };
        self.rng.u64(30..=slow.max(16 * 60))
    }

    fn close(&mut self) -> Option<()> {
        let minutes = self.pause();
        let reason = word(self.rng, &samples(self.plan.lang).skip_reasons);
        let process = self.plan.process;
        self.act(minutes, Role::Operator, |pen, id, case| {
            close(pen, id, case, process, "")
                .or_else(|_| close(pen, id, case, process, reason))
                .unwrap_or_default()
        })
    }

    fn withdraw(&mut self) -> Option<()> {
        let reasons = &samples(self.plan.lang).skip_reasons;
        let reason = word(self.rng, reasons.get(..2).unwrap_or(reasons));
        self.act(90, Role::Operator, |pen, id, case| withdraw(pen, id, case, reason))
    }
}
