//! Changes of a definition that is being written: none of them loses a task.

use super::{Definition, EvidenceDefinition, StageDefinition, TaskDefinition};
use crate::domain::id::{StageId, TaskId};
use crate::domain::process::{Lane, Role};

/// Which way something is moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Towards {
    /// To the beginning.
    Start,
    /// To the end.
    End,
}

impl Towards {
    /// The place beside one, if there is one among so many.
    #[must_use]
    pub fn beside(self, at: usize, count: usize) -> Option<usize> {
        match self {
            Self::Start => at.checked_sub(1),
            Self::End => Some(at + 1).filter(|at| *at < count),
        }
    }
}

impl TaskDefinition {
    /// A task without words yet: required, at the desk, done with a tick.
    #[must_use]
    pub fn blank(id: TaskId) -> Self {
        Self {
            id,
            text: String::new(),
            hint: String::new(),
            required: true,
            lane: Lane::Frontstage,
            role: Role::Member,
            evidence: EvidenceDefinition::Tick,
            limit: None,
        }
    }
}

impl Definition {
    /// A stage, to be changed.
    pub fn stage_mut(&mut self, id: &StageId) -> Option<&mut StageDefinition> {
        self.stages.iter_mut().find(|stage| stage.id == *id)
    }

    /// A task of whatever stage.
    #[must_use]
    pub fn task(&self, id: &TaskId) -> Option<&TaskDefinition> {
        self.stages.iter().flat_map(|stage| &stage.tasks).find(|task| task.id == *id)
    }

    /// A task of whatever stage, to be changed.
    pub fn task_mut(&mut self, id: &TaskId) -> Option<&mut TaskDefinition> {
        self.stages.iter_mut().flat_map(|stage| &mut stage.tasks).find(|task| task.id == *id)
    }

    /// Adds a stage at the end, with one task to be worded.
    pub fn add_stage(&mut self, id: StageId, task: TaskId) {
        let tasks = vec![TaskDefinition::blank(task)];
        self.stages.push(StageDefinition { id, name: String::new(), review: false, tasks });
    }

    /// Adds a task at the end of a stage.
    pub fn add_task(&mut self, stage: &StageId, id: TaskId) {
        if let Some(stage) = self.stage_mut(stage) {
            stage.tasks.push(TaskDefinition::blank(id));
        }
    }

    /// Takes a stage out, with its tasks.
    pub fn remove_stage(&mut self, id: &StageId) {
        self.stages.retain(|stage| stage.id != *id);
    }

    /// Takes a task out.
    pub fn remove_task(&mut self, id: &TaskId) {
        self.stages.iter_mut().for_each(|stage| stage.tasks.retain(|task| task.id != *id));
    }

    /// Whether a stage can be moved that way.
    #[must_use]
    pub fn can_move_stage(&self, id: &StageId, towards: Towards) -> bool {
        let at = self.stages.iter().position(|stage| stage.id == *id);
        at.is_some_and(|at| towards.beside(at, self.stages.len()).is_some())
    }

    /// Moves a stage one place.
    pub fn move_stage(&mut self, id: &StageId, towards: Towards) {
        let Some(at) = self.stages.iter().position(|stage| stage.id == *id) else { return };
        if let Some(beside) = towards.beside(at, self.stages.len()) {
            self.stages.swap(at, beside);
        }
    }

    /// Where a task stands: the place of its stage, and its own within it.
    fn place_of(&self, id: &TaskId) -> Option<(usize, usize)> {
        let place = |(at, stage): (usize, &StageDefinition)| {
            stage.tasks.iter().position(|task| task.id == *id).map(|task| (at, task))
        };
        self.stages.iter().enumerate().find_map(place)
    }

    /// Whether a task can be moved that way.
    #[must_use]
    pub fn can_move_task(&self, id: &TaskId, towards: Towards) -> bool {
        self.place_of(id).is_some_and(|(stage, task)| {
            towards.beside(task, self.stages[stage].tasks.len()).is_some()
                || towards.beside(stage, self.stages.len()).is_some()
        })
    }

    /// Moves a task one place; beyond the edge of its stage it goes into the next one.
    pub fn move_task(&mut self, id: &TaskId, towards: Towards) {
        let Some((stage, task)) = self.place_of(id) else { return };
        if let Some(beside) = towards.beside(task, self.stages[stage].tasks.len()) {
            self.stages[stage].tasks.swap(task, beside);
        } else if let Some(other) = towards.beside(stage, self.stages.len()) {
            let task = self.stages[stage].tasks.remove(task);
            let there = &mut self.stages[other].tasks;
            there.insert(if towards == Towards::Start { there.len() } else { 0 }, task);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;
    use proptest::prelude::*;

    fn stage_id(at: usize) -> StageId {
        StageId::parse(&format!("s{at}")).expect("an id")
    }

    fn task_id(at: usize) -> TaskId {
        TaskId::parse(&format!("t{at}")).expect("an id")
    }

    /// Stages with so many tasks each; tasks are numbered through.
    fn definition(counts: &[usize]) -> Definition {
        let mut next = 0;
        let stages = counts.iter().enumerate().map(|(at, count)| {
            let tasks = (next..next + count).map(|task| TaskDefinition::blank(task_id(task))).collect();
            next += count;
            StageDefinition { id: stage_id(at), name: format!("S{at}"), review: false, tasks }
        });
        let stages = stages.collect();
        Definition { lang: Lang::En, name: "X".to_owned(), about: String::new(), within_case: false, stages }
    }

    fn shape(definition: &Definition) -> Vec<String> {
        let stage = |stage: &StageDefinition| {
            let tasks: Vec<&str> = stage.tasks.iter().map(|task| task.id.as_str()).collect();
            format!("{}: {}", stage.id, tasks.join(" "))
        };
        definition.stages.iter().map(stage).collect()
    }

    #[test]
    fn a_task_goes_over_the_edge_of_its_stage() {
        for (task, towards, after) in [
            (0, Towards::End, ["s0: t1 t0", "s1: t2"]),
            (1, Towards::End, ["s0: t0", "s1: t1 t2"]),
            (2, Towards::Start, ["s0: t0 t1 t2", "s1: "]),
            (0, Towards::Start, ["s0: t0 t1", "s1: t2"]),
            (2, Towards::End, ["s0: t0 t1", "s1: t2"]),
        ] {
            let mut moved = definition(&[2, 1]);
            let can = moved.can_move_task(&task_id(task), towards);
            moved.move_task(&task_id(task), towards);
            assert_eq!(shape(&moved), after, "t{task} {towards:?}");
            assert_eq!(can, moved != definition(&[2, 1]));
        }
    }

    #[test]
    fn stages_are_added_moved_and_removed() {
        let mut d = definition(&[1, 1]);
        assert!(!d.can_move_stage(&stage_id(0), Towards::Start));
        d.add_stage(stage_id(2), task_id(9));
        d.move_stage(&stage_id(2), Towards::Start);
        assert_eq!(shape(&d), ["s0: t0", "s2: t9", "s1: t1"]);
        d.remove_stage(&stage_id(0));
        d.add_task(&stage_id(1), task_id(8));
        d.remove_task(&task_id(1));
        assert_eq!(shape(&d), ["s2: t9", "s1: t8"]);
    }

    proptest! {
        #[test]
        fn moving_there_and_back_changes_nothing(
            counts in prop::collection::vec(1..4_usize, 1..5),
            at in 0..20_usize,
            end in any::<bool>(),
            whole in any::<bool>(),
        ) {
            let before = definition(&counts);
            let mut moved = before.clone();
            let (to, back) = if end { (Towards::End, Towards::Start) } else { (Towards::Start, Towards::End) };
            if whole {
                let id = stage_id(at % counts.len());
                if before.can_move_stage(&id, to) {
                    moved.move_stage(&id, to);
                    prop_assert_ne!(&moved, &before);
                    moved.move_stage(&id, back);
                }
            } else {
                let id = task_id(at % counts.iter().sum::<usize>());
                if before.can_move_task(&id, to) {
                    moved.move_task(&id, to);
                    prop_assert_ne!(&moved, &before);
                    moved.move_task(&id, back);
                }
            }
            prop_assert_eq!(moved, before);
        }
    }
}
