//! Where the open cases stand.

use crate::domain::case::Status;
use crate::domain::process::{Process, Stage};
use crate::search::index::Index;

/// The open cases of one process, by stage.
#[derive(Clone, PartialEq, Debug)]
pub struct Load<'a> {
    /// The process.
    pub process: &'a Process,
    /// Its stages in order, each with how many cases stand there.
    pub stages: Vec<(&'a Stage, usize)>,
}

impl Load<'_> {
    /// How many cases follow the process.
    #[must_use]
    pub fn count(&self) -> usize {
        self.stages.iter().map(|(_, count)| count).sum()
    }
}

/// The processes that open cases follow, in the order given. A stage that a process does not
/// have counts as its first, as everywhere.
#[must_use]
pub fn loads<'a>(index: &Index, processes: &'a [Process]) -> Vec<Load<'a>> {
    let empty = |process: &'a Process| Load {
        process,
        stages: process.stages.iter().map(|stage| (stage, 0)).collect(),
    };
    let mut loads: Vec<Load<'a>> = processes.iter().map(empty).collect();
    for case in index.cases.values().filter(|case| case.status() == Status::Open) {
        let Some(load) = loads.iter_mut().find(|load| load.process.at.id.as_str() == case.process) else {
            continue;
        };
        let at = load.stages.iter().position(|(stage, _)| stage.id.as_str() == case.stage).unwrap_or(0);
        if let Some((_, count)) = load.stages.get_mut(at) {
            *count += 1;
        }
    }
    loads.retain(|load| load.count() > 0);
    loads
}
