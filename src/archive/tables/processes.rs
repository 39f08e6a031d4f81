//! Processes and stages by what people call them.

use crate::catalog::{default_process, processes};
use crate::domain::id::StageId;
use crate::domain::lang::Lang;
use crate::domain::process::ProcessRef;
use crate::domain::text::fold_for_search;

/// What a process is called, in whatever languages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProcessWords {
    /// Which one.
    pub at: ProcessRef,
    /// What it is called.
    pub names: Vec<String>,
    /// Its stages in order, with what each is called.
    pub stages: Vec<(StageId, Vec<String>)>,
}

impl ProcessWords {
    /// The stage that is called so, or has this id.
    pub(super) fn stage(&self, name: &str) -> Option<&StageId> {
        let found = self.stages.iter().find(|(id, names)| is_called(name, id.as_str(), names));
        found.map(|(id, _)| id)
    }

    /// The stage that a case begins in.
    pub(super) fn first_stage(&self) -> Option<&StageId> {
        self.stages.first().map(|(id, _)| id)
    }
}

/// The process that is called so, or has this id.
pub(super) fn called<'a>(processes: &'a [ProcessWords], name: &str) -> Option<&'a ProcessWords> {
    processes.iter().find(|process| is_called(name, process.at.id.as_str(), &process.names))
}

/// The process of this reference, else the one that is usual, else the first.
pub(super) fn chosen<'a>(
    processes: &'a [ProcessWords],
    wanted: Option<&ProcessRef>,
) -> Option<&'a ProcessWords> {
    let is = |at: &ProcessRef| processes.iter().find(|process| process.at == *at);
    let usual = || default_process(Lang::En).and_then(|process| is(&process.at));
    wanted.and_then(is).or_else(usual).or_else(|| processes.first())
}

fn is_called(name: &str, id: &str, names: &[String]) -> bool {
    let fold = |text: &str| fold_for_search(text).split_whitespace().collect::<String>();
    let name = fold(name);
    !name.is_empty() && (name == fold(id) || names.iter().any(|each| fold(each) == name))
}

/// The built-in processes by their words in all languages.
#[must_use]
pub fn built_in_processes() -> Vec<ProcessWords> {
    let all = Lang::ALL.map(processes);
    let mut words = Vec::new();
    for (at, process) in all[0].iter().enumerate().filter(|(_, process)| !process.within_case) {
        let in_all = || all.iter().filter_map(move |processes| processes.get(at));
        let stages = process.stages.iter().enumerate().map(|(nth, stage)| {
            let names =
                in_all().filter_map(|process| process.stages.get(nth)).map(|stage| stage.name.clone());
            (stage.id.clone(), names.collect())
        });
        words.push(ProcessWords {
            at: process.at.clone(),
            names: in_all().map(|process| process.name.clone()).collect(),
            stages: stages.collect(),
        });
    }
    words
}
