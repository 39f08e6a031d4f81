//! A process as a service blueprint: stages as columns, whose part a task is as lanes.

use super::case::{Case, Progress, StageState};
use super::process::{Lane, Process, Stage, Task};

/// A stage as a column of the blueprint.
#[derive(Debug)]
pub struct Column<'p> {
    /// The stage.
    pub stage: &'p Stage,
    /// How it looks from where the case stands; `None` without a case.
    pub state: Option<StageState>,
    /// The tasks in each lane, in the order of [`Lane::ALL`] and then of the checklist.
    pub lanes: [Vec<Cell<'p>>; 3],
}

/// A task in its lane.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'p> {
    /// The task.
    pub task: &'p Task,
    /// Whether the case has it done.
    pub done: bool,
}

/// The blueprint of a process, and where a case stands in it.
#[must_use]
pub fn blueprint<'p>(process: &'p Process, case: Option<&Case>) -> Vec<Column<'p>> {
    let progress = case.map(|case| Progress::of(case, process));
    let column = |(at, stage): (usize, &'p Stage)| {
        let lane = |lane: Lane| {
            let tasks = stage.tasks.iter().filter(|task| task.lane == lane);
            let done = |task: &Task| progress.as_ref().is_some_and(|here| here.mark(task).is_some());
            tasks.map(|task| Cell { task, done: done(task) }).collect()
        };
        Column { stage, state: progress.as_ref().map(|here| here.state(at)), lanes: Lane::ALL.map(lane) }
    };
    process.stages.iter().enumerate().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case::{CaseField, CaseKind, Evidence, Mark, StageMove};
    use crate::domain::id::{ProcessId, StageId, TaskId};
    use crate::domain::process::{EvidenceKind, ProcessRef, Role};
    use crate::journal::{Change, Clock, DeviceId, Entry, Folded, Journal, SessionId, Writer};

    fn task(id: &str, lane: Lane) -> Task {
        Task {
            id: TaskId::parse(id).expect("an id"),
            text: id.to_owned(),
            hint: String::new(),
            required: true,
            lane,
            role: Role::Member,
            evidence: EvidenceKind::Tick,
            limit: None,
        }
    }

    fn stage(id: &str, tasks: Vec<Task>) -> Stage {
        Stage { id: StageId::parse(id).expect("an id"), name: id.to_owned(), tasks, review: false }
    }

    fn process() -> Process {
        let one = [("a", Lane::Backstage), ("b", Lane::Customer), ("c", Lane::Backstage)];
        Process {
            at: ProcessRef { id: ProcessId::parse("X").expect("an id"), version: 1 },
            name: "X".to_owned(),
            about: String::new(),
            within_case: false,
            stages: vec![
                stage("one", one.map(|(id, lane)| task(id, lane)).into()),
                stage("two", vec![task("d", Lane::Frontstage)]),
            ],
        }
    }

    fn ids(cells: &[Cell<'_>]) -> Vec<String> {
        cells.iter().map(|cell| cell.task.id.to_string()).collect()
    }

    #[test]
    fn tasks_stand_in_their_lane_and_keep_their_order() {
        let process = process();
        let columns = blueprint(&process, None);
        let [customer, front, back] = &columns[0].lanes;
        assert_eq!(
            (ids(customer), ids(front), ids(back)),
            (vec!["b".into()], vec![], vec!["a".into(), "c".into()])
        );
        assert_eq!(ids(&columns[1].lanes[1]), ["d"]);
        assert!(columns.iter().all(|column| column.state.is_none()));
    }

    #[test]
    fn a_case_stands_in_its_stage_with_what_is_done() {
        let process = process();
        let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
        let step = StageMove { to: process.stages[1].id.clone(), reason: "later".to_owned() };
        let task = process.stages[0].tasks[2].id.clone();
        let fields = [CaseField::Stage(step), CaseField::Task(task, Mark::Done(Evidence::Tick))];
        let entry = Entry {
            stamp: Clock::new(writer).tick(1_795_264_320_000),
            author: None,
            changes: fields.map(|field| Change::Set { field, replaces: Vec::new() }).into(),
        };
        let case: Case = Folded::of(&Journal::<CaseKind>::from([entry]));
        let columns = blueprint(&process, Some(&case));
        assert_eq!(columns[0].state, Some(StageState::Skipped));
        assert_eq!(columns[1].state, Some(StageState::Current));
        assert_eq!(columns[0].lanes[2].iter().map(|cell| cell.done).collect::<Vec<_>>(), [false, true]);
    }
}
