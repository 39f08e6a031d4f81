//! Where the open cases stand.

use crate::catalog::ProcessFace;
use crate::domain::case::Status;
use crate::search::index::Index;

/// The open cases of one process, by stage.
#[derive(Clone, PartialEq, Debug)]
pub struct Load {
    /// The process.
    pub process: ProcessFace,
    /// How many cases stand in each of its stages, in their order.
    pub stages: Vec<usize>,
}

/// The processes that open cases follow, in the order given. A stage that a process does not
/// have counts as its first, as everywhere.
#[must_use]
pub fn loads(index: &Index, processes: &[ProcessFace]) -> Vec<Load> {
    let empty = |process: &ProcessFace| Load { process: *process, stages: vec![0; process.stages.len()] };
    let mut loads: Vec<Load> = processes.iter().map(empty).collect();
    for case in index.cases.values().filter(|case| case.status() == Status::Open) {
        let Some(load) = loads.iter_mut().find(|load| load.process.id == case.process) else { continue };
        let at = load.process.stages.iter().position(|(stage, _)| *stage == case.stage).unwrap_or(0);
        if let Some(count) = load.stages.get_mut(at) {
            *count += 1;
        }
    }
    loads.retain(|load| load.stages.iter().any(|count| *count > 0));
    loads
}
