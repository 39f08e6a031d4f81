use super::on_record::has_evidence;
use super::{Case, Mark, Status};
use crate::domain::id::StageId;
use crate::domain::process::{Process, Stage, Task};
use crate::domain::review::{ReviewState, review_of};
use crate::domain::signing::AskedSignature;
use std::ops::Range;

/// Where a case stands in its process.
#[derive(Debug)]
pub struct Progress<'c, 'p> {
    case: &'c Case,
    process: &'p Process,
    position: usize,
    visits: usize,
}

/// How a stage looks from where the case stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StageState {
    /// Behind, with all required tasks done and, where it needs that, reviewed.
    Done,
    /// Behind, with something left open.
    Skipped,
    /// Here.
    Current,
    /// Ahead.
    Ahead,
}

impl<'c, 'p> Progress<'c, 'p> {
    /// The progress of a case through its process. A stage that the process does not have
    /// counts as its first.
    #[must_use]
    pub fn of(case: &'c Case, process: &'p Process) -> Self {
        let position = case.stage().and_then(|stage| process.position(stage)).unwrap_or(0);
        Self { case, process, position, visits: 0 }
    }

    /// The same when so many visits were agreed and not called off.
    #[must_use]
    pub fn with_visits(self, visits: usize) -> Self {
        Self { visits, ..self }
    }

    /// The case.
    #[must_use]
    pub fn case(&self) -> &'c Case {
        self.case
    }

    /// The process it follows.
    #[must_use]
    pub fn process(&self) -> &'p Process {
        self.process
    }

    /// The place of the current stage, from 0.
    #[must_use]
    pub fn position(&self) -> usize {
        self.position
    }

    /// The current stage, unless the process has none.
    #[must_use]
    pub fn stage(&self) -> Option<&'p Stage> {
        self.process.stages.get(self.position)
    }

    /// The stage that follows, unless this is the last.
    #[must_use]
    pub fn next(&self) -> Option<&'p Stage> {
        self.process.stages.get(self.position + 1)
    }

    /// How the stage at a place looks.
    #[must_use]
    pub fn state(&self, position: usize) -> StageState {
        match position.cmp(&self.position) {
            std::cmp::Ordering::Greater => StageState::Ahead,
            std::cmp::Ordering::Equal => StageState::Current,
            std::cmp::Ordering::Less
                if self.open_required(position).is_empty() && !self.lacks_review(position) =>
            {
                StageState::Done
            }
            std::cmp::Ordering::Less => StageState::Skipped,
        }
    }

    /// The required tasks of the stage at a place that are not done.
    #[must_use]
    pub fn open_required(&self, position: usize) -> Vec<&'p Task> {
        let tasks = self.process.stages.get(position).map_or(&[][..], |stage| &stage.tasks);
        tasks.iter().filter(|task| task.required && !self.is_done(task)).collect()
    }

    /// The required tasks that would stay open if the case went on to a stage.
    #[must_use]
    pub fn open_before(&self, stage: &StageId) -> Vec<&'p Task> {
        self.before(stage).flat_map(|at| self.open_required(at)).collect()
    }

    /// The required tasks that would stay open if the case were closed now.
    #[must_use]
    pub fn open_to_the_end(&self) -> Vec<&'p Task> {
        self.to_the_end().flat_map(|at| self.open_required(at)).collect()
    }

    /// The stages that would be left without an approved review if the case went on to a stage.
    #[must_use]
    pub fn unreviewed_before(&self, stage: &StageId) -> Vec<&'p Stage> {
        self.unreviewed(self.before(stage))
    }

    /// The stages that would be left without an approved review if the case were closed now.
    #[must_use]
    pub fn unreviewed_to_the_end(&self) -> Vec<&'p Stage> {
        self.unreviewed(self.to_the_end())
    }

    /// Whether the stage at a place needs a review, and nobody approved its result.
    #[must_use]
    pub fn lacks_review(&self, position: usize) -> bool {
        let stage = self.process.stages.get(position).filter(|stage| stage.review);
        stage.is_some_and(|stage| !matches!(review_of(self.case, &stage.id), ReviewState::Approved { .. }))
    }

    fn unreviewed(&self, places: Range<usize>) -> Vec<&'p Stage> {
        let lacking = places.filter(|at| self.lacks_review(*at));
        lacking.filter_map(|at| self.process.stages.get(at)).collect()
    }

    fn before(&self, stage: &StageId) -> Range<usize> {
        self.position..self.process.position(stage).unwrap_or(self.position)
    }

    fn to_the_end(&self) -> Range<usize> {
        self.position..self.process.stages.len()
    }

    /// What was done about a task.
    #[must_use]
    pub fn mark(&self, task: &Task) -> Option<&'c Mark> {
        self.case.mark(&task.id)
    }

    /// Whether a task is done: somebody said so, or the record has what it asks for.
    #[must_use]
    pub fn is_done(&self, task: &Task) -> bool {
        self.mark(task).is_some() || self.is_on_record(task)
    }

    /// Whether the record itself has what a task asks for. Where several tasks ask for the
    /// same, a first payment say and a last, it speaks for the first of them alone.
    #[must_use]
    pub fn is_on_record(&self, task: &Task) -> bool {
        let mut tasks = self.process.stages.iter().flat_map(|stage| &stage.tasks);
        let signature = |task| AskedSignature::of(self.process, task);
        let asked = signature(task);
        let first = tasks.find(|other| other.evidence == task.evidence && signature(other) == asked);
        first.is_some_and(|first| first.id == task.id)
            && has_evidence(self.case, self.visits, self.process, task)
    }

    /// The tasks that ask for something now: all of this stage, and what earlier ones left
    /// open though it is required. None once the case is over.
    #[must_use]
    pub fn due_tasks(&self) -> Vec<&'p Task> {
        if self.case.status() != Status::Open {
            return Vec::new();
        }
        let earlier = (0..self.position).flat_map(|at| self.open_required(at));
        earlier.chain(self.stage().into_iter().flat_map(|stage| &stage.tasks)).collect()
    }

    /// The next thing to do: the first required task of this stage that is open, else the
    /// first open one.
    #[must_use]
    pub fn next_task(&self) -> Option<&'p Task> {
        let open = || self.stage().into_iter().flat_map(|stage| &stage.tasks).filter(|t| !self.is_done(t));
        open().find(|task| task.required).or_else(|| open().next())
    }
}
