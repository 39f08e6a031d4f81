use super::{Case, Mark};
use crate::domain::id::StageId;
use crate::domain::process::{Process, Stage, Task};

/// Where a case stands in its process.
#[derive(Debug)]
pub struct Progress<'c, 'p> {
    case: &'c Case,
    process: &'p Process,
    position: usize,
}

/// How a stage looks from where the case stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StageState {
    /// Behind, with all required tasks done.
    Done,
    /// Behind, with required tasks left open.
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
        Self { case, process, position }
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
            std::cmp::Ordering::Less if self.open_required(position).is_empty() => StageState::Done,
            std::cmp::Ordering::Less => StageState::Skipped,
        }
    }

    /// The required tasks of the stage at a place that are not done.
    #[must_use]
    pub fn open_required(&self, position: usize) -> Vec<&'p Task> {
        let tasks = self.process.stages.get(position).map_or(&[][..], |stage| &stage.tasks);
        tasks.iter().filter(|task| task.required && self.mark(task).is_none()).collect()
    }

    /// The required tasks that would stay open if the case went on to a stage.
    #[must_use]
    pub fn open_before(&self, stage: &StageId) -> Vec<&'p Task> {
        let there = self.process.position(stage).unwrap_or(self.position);
        (self.position..there).flat_map(|at| self.open_required(at)).collect()
    }

    /// The required tasks that would stay open if the case were closed now.
    #[must_use]
    pub fn open_to_the_end(&self) -> Vec<&'p Task> {
        (self.position..self.process.stages.len()).flat_map(|at| self.open_required(at)).collect()
    }

    /// What was done about a task.
    #[must_use]
    pub fn mark(&self, task: &Task) -> Option<&'c Mark> {
        self.case.mark(&task.id)
    }

    /// The next thing to do: the first required task of this stage that is open, else the
    /// first open one.
    #[must_use]
    pub fn next_task(&self) -> Option<&'p Task> {
        let open =
            || self.stage().into_iter().flat_map(|stage| &stage.tasks).filter(|t| self.mark(t).is_none());
        open().find(|task| task.required).or_else(|| open().next())
    }
}
