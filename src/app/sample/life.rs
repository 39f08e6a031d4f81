//! What becomes of a case: its stages are worked one after the other until it stands where it
//! was planned to, or now has come.

use super::chance::{below, word};
use super::desk::Plan;
use super::diary::{Diary, MINUTE, OPENS};
use super::evidence::{evidence, is_usual, visit_day};
use super::rounds::Rounds;
use super::shop::Team;
use crate::app::command::{
    Pen, Request, assign, close, mark_task, move_to_stage, note, set, set_waiting, take_request, undo,
    withdraw,
};
use crate::catalog::samples;
use crate::domain::case::{Case, CaseField, CaseKind, Mark, Progress, Urgency};
use crate::domain::id::{CaseId, StageId, VisitId};
use crate::domain::local_time::LocalTime;
use crate::domain::process::{Role, Stage};
use crate::domain::promise::Terms;
use crate::domain::record::{Known, RecordKey, RecordKind, Records};
use crate::domain::visit::VisitState;
use crate::domain::waiting::{WaitReason, Waiting};
use crate::journal::Journal;
use fastrand::Rng;

/// What the shop is like in which a case lives.
pub(super) struct World<'a> {
    pub(super) rng: &'a mut Rng,
    pub(super) team: &'a Team,
    pub(super) rounds: &'a mut Rounds,
    /// What the shop knew before this case.
    pub(super) known: &'a Records,
    /// What the ids begin with.
    pub(super) prefix: &'a str,
    /// Whether everything about the case is written down, and not its tasks alone.
    pub(super) full: bool,
}

pub(super) struct Life<'a> {
    pub(super) rng: &'a mut Rng,
    pub(super) team: &'a Team,
    pub(super) rounds: &'a mut Rounds,
    pub(super) known: &'a Records,
    pub(super) prefix: &'a str,
    pub(super) full: bool,
    pub(super) diary: Diary,
    pub(super) plan: Plan,
    pub(super) id: CaseId,
    /// What the letter in force promises.
    pub(super) promised: Option<Terms>,
    /// Tells whose turn it is among those who could work on the case.
    pub(super) turn: usize,
    /// How many notes were written.
    notes: usize,
    /// When the next visit begins, once agreed.
    pub(super) visit: Option<LocalTime>,
    /// The visits that were written down, in the order they were agreed.
    pub(super) visits: Vec<VisitId>,
    /// The case, and what was new with it.
    pub(super) records: Records,
}

impl<'a> Life<'a> {
    /// Takes the request.
    pub(super) fn begin(world: World<'a>, mut diary: Diary, request: Request, plan: Plan) -> Self {
        let World { rng, team, rounds, known, prefix, full } = world;
        let full = full && !plan.quick;
        let pen = diary.pen(team.with(Role::Operator, plan.n));
        let (id, promised) = (request.case.clone(), request.promised.clone());
        let records = take_request(&pen, request);
        let (turn, notes, visit, visits) = (plan.n, 0, None, Vec::new());
        Self {
            rng,
            team,
            rounds,
            known,
            prefix,
            full,
            diary,
            plan,
            id,
            promised,
            turn,
            notes,
            visit,
            visits,
            records,
        }
    }

    /// All that was written.
    pub(super) fn records(self) -> Records {
        self.records
    }

    /// Goes as far as planned; `None` when now comes first.
    pub(super) fn live(&mut self) -> Option<()> {
        let stages = &self.plan.process.stages;
        self.first_answer()?;
        for (place, stage) in stages.iter().enumerate() {
            if place == 1 {
                self.staff()?;
            }
            if self.full && !self.before(stage)? {
                return Some(());
            }
            if place == self.plan.reach {
                let some = self.begun(place, stage.tasks.len());
                self.work(place, stage, some)?;
                if self.case().acceptances().next().is_some() {
                    self.ask_again()?;
                }
                self.stay_in_touch()?;
                return if self.full && self.every(5, 2) { self.wait() } else { Some(()) };
            }
            self.work(place, stage, stage.tasks.len())?;
            if self.full {
                self.after(stage)?;
            }
            self.remarks(place)?;
            if place == 1 || self.visit.is_some() {
                self.price_told()?;
            }
            if place == 0 && self.plan.withdrawn {
                return self.withdraw();
            }
            if place == 2 && self.every(11, 4) {
                self.step(place, &stages.get(1)?.id, &samples(self.plan.lang).back_reasons)?;
                self.step(place, &stage.id, self.left_out_reasons())?;
            }
            match stages.get(place + 1) {
                Some(next) => self.step(place, &next.id, self.left_out_reasons())?,
                None => {
                    self.pay_the_rest()?;
                    self.close(place)?;
                    self.ask_again()?;
                }
            }
        }
        Some(())
    }

    /// The case stands still for a reason.
    fn wait(&mut self) -> Option<()> {
        let reason = WaitReason::ALL[self.plan.n / 5 % WaitReason::ALL.len()];
        let waiting = Waiting { reason, words: String::new() };
        self.attempt(15, Role::Operator, |pen, id, case| set_waiting(pen, id, case, Some(waiting)))
    }

    /// How many tasks of the stage where the case stands are done: most, where there is
    /// something to be seen of them. In the second stage all but the last, so that there are
    /// options of which none is chosen yet.
    fn begun(&mut self, place: usize, tasks: usize) -> usize {
        match place {
            1 if self.full => tasks.saturating_sub(1),
            _ if self.full => tasks.saturating_sub(1 + below(self.rng, 2)),
            _ => below(self.rng, tasks),
        }
    }

    /// Whether this is the `turn`th of each round of so many cases.
    pub(super) fn every(&self, round: usize, turn: usize) -> bool {
        self.plan.n % round == turn
    }

    /// Somebody does something, some minutes after the last thing.
    pub(super) fn act(
        &mut self,
        minutes: u64,
        who: Role,
        deed: impl FnOnce(&Pen, &CaseId) -> Records,
    ) -> Option<()> {
        self.diary.wait(self.rng, minutes)?;
        let pen = self.diary.pen(self.team.with(who, self.turn));
        self.records.merge(deed(&pen, &self.id));
        Some(())
    }

    /// Somebody does something with the case as it is, which is never refused.
    pub(super) fn attempt<E>(
        &mut self,
        minutes: u64,
        who: Role,
        deed: impl FnOnce(&Pen, &CaseId, &Case) -> Result<Records, E>,
    ) -> Option<()> {
        let case = self.case();
        self.act(minutes, who, |pen, id| {
            let done = deed(pen, id, &case);
            debug_assert!(done.is_ok(), "{id}: refused");
            done.unwrap_or_default()
        })
    }

    /// The case as it is now.
    pub(super) fn case(&self) -> Case {
        self.journal().map_or_else(|| Case::of(&Journal::<CaseKind>::new()), Case::of)
    }

    pub(super) fn journal(&self) -> Option<&Journal<CaseKind>> {
        let key = RecordKey::new(RecordKind::Case, self.id.as_str());
        self.records.0.get(&key).and_then(CaseKind::of)
    }

    /// Does the first so many tasks of a stage, and not those that are left out.
    fn work(&mut self, place: usize, stage: &'static Stage, count: usize) -> Option<()> {
        let last_required = stage.tasks.iter().rfind(|task| task.required).map(|task| &task.id);
        let left_out = last_required.filter(|_| place == 1 && !self.plan.quick && self.every(7, 3));
        // Each task is marked once here, so one fold will do for all.
        let case = self.case();
        for task in stage.tasks.iter().take(count) {
            if Some(&task.id) == left_out || !is_usual(self.rng, task) {
                continue;
            }
            if self.full && self.put_on_record(task)? {
                continue;
            }
            let minutes = self.rng.u64(match place {
                _ if self.plan.quick => 0..=3,
                0 => 0..=3,
                1 | 2 if !self.visits.is_empty() => 2..=10,
                _ => 2..=60,
            });
            if let Some(evidence) = evidence(self.rng, &self.plan, task, &self.diary) {
                if task.id.as_str() == "P10-agree_time" {
                    let day = visit_day(self.rng, &self.diary);
                    self.visit = day.and_then(|day| LocalTime::new(day, OPENS));
                }
                self.act(minutes, task.role, |pen, id| {
                    mark_task(pen, id, &case, &task.id, Mark::Done(evidence))
                })?;
            }
        }
        Some(())
    }

    /// Gives the case to somebody, which at the counter is whoever took it.
    fn staff(&mut self) -> Option<()> {
        let (who, minutes) = if self.plan.quick { (Role::Operator, 0) } else { (Role::Member, 10) };
        let to = self.team.with(who, self.turn).cloned();
        let case = self.case();
        self.act(minutes, Role::Operator, |pen, id| assign(pen, id, &case, to))
    }

    /// What else is said about a case while it stands in a stage.
    fn remarks(&mut self, place: usize) -> Option<()> {
        if self.plan.quick || place == 0 {
            return Some(());
        }
        if place < 4 && self.rng.bool() {
            self.note(Role::Member)?;
        }
        if place == 1 && self.every(9, 2) {
            let urgency = match self.plan.urgency {
                Urgency::Low => Urgency::Normal,
                Urgency::Normal => Urgency::High,
                Urgency::High | Urgency::Emergency => Urgency::Emergency,
            };
            let case = self.case();
            self.act(15, Role::Supervisor, |pen, id| {
                set::<CaseKind>(pen, id.as_str(), &case, vec![CaseField::Urgency(urgency)])
            })?;
            if urgency == Urgency::Emergency {
                self.emergency()?;
            }
        }
        if place == 1 && self.every(13, 6) {
            self.note(Role::Operator)?;
            let journal = self.journal()?.clone();
            self.act(1, Role::Operator, |pen, id| undo(pen, id, &journal))?;
        }
        if place == 1 && self.every(5, 0) {
            self.turn += 1;
            let to = self.team.with(Role::Member, self.turn).cloned();
            let case = self.case();
            self.act(30, Role::Supervisor, |pen, id| assign(pen, id, &case, to))?;
        }
        Some(())
    }

    /// Writes a note about the matter, each time another.
    fn note(&mut self, who: Role) -> Option<()> {
        let notes = &self.plan.matter.notes;
        let text = notes.get((self.plan.n + self.notes) % notes.len().max(1))?;
        self.notes += 1;
        self.act(5, who, |pen, id| note(pen, id, text))
    }

    /// Why a task was left out. The first two reasons are for wanting nothing more.
    fn left_out_reasons(&self) -> &'static [String] {
        samples(self.plan.lang).skip_reasons.get(2..).unwrap_or_default()
    }

    /// Goes to another stage, with a reason if one is needed.
    fn step(&mut self, here: usize, to: &StageId, reasons: &'static [String]) -> Option<()> {
        let minutes = self.pause(here);
        let reason = word(self.rng, reasons);
        let (process, visits) = (self.plan.process, self.visits.len());
        let case = self.case();
        self.act(minutes, Role::Operator, |pen, id| {
            let progress = Progress::of(&case, process).with_visits(visits);
            move_to_stage(pen, id, &progress, to, "")
                .or_else(|_| move_to_stage(pen, id, &progress, to, reason))
                .unwrap_or_default()
        })
    }

    /// The minutes until a stage is left: hours, and days for a case that is to be in work now.
    fn pause(&mut self, here: usize) -> u64 {
        match (here, self.visit) {
            _ if self.plan.quick => return self.rng.u64(1..=4),
            (0, Some(_)) if self.full => return self.rng.u64(5..=15),
            (0, Some(_)) => return self.rng.u64(10..=240),
            (1, Some(start)) if self.full => return self.diary.until(start),
            (1, Some(start)) => return self.diary.until(start) + self.rng.u64(0..=120),
            _ => {}
        }
        let stages = self.plan.process.stages.len();
        let slow =
            if self.plan.reach < stages { self.diary.left() / MINUTE / (stages as u64 + 2) } else { 0 };
        self.rng.u64(30..=slow.max(16 * 60))
    }

    fn close(&mut self, here: usize) -> Option<()> {
        let minutes = self.pause(here);
        let reason = word(self.rng, self.left_out_reasons());
        let (process, visits) = (self.plan.process, self.visits.len());
        let case = self.case();
        self.act(minutes, Role::Operator, |pen, id| {
            let progress = Progress::of(&case, process).with_visits(visits);
            close(pen, id, &progress, "").or_else(|_| close(pen, id, &progress, reason)).unwrap_or_default()
        })
    }

    fn withdraw(&mut self) -> Option<()> {
        let reasons = &samples(self.plan.lang).skip_reasons;
        let reason = word(self.rng, reasons.get(..2).unwrap_or(reasons));
        let case = self.case();
        self.act(90, Role::Operator, |pen, id| withdraw(pen, id, &case, reason))?;
        self.bring_visit_to(VisitState::Cancelled, reason)
    }
}
