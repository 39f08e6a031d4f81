use super::PerLang;
use crate::domain::id::{ProcessId, StageId, TaskId};
use crate::domain::lang::Lang;
use crate::domain::process::{Choice, EvidenceKind, Lane, Process, ProcessRef, Role, Stage, Task};
use serde::Deserialize;
use std::collections::BTreeMap;

const STRUCTURE: &str = include_str!("data/processes.json");

fn words_in(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => include_str!("data/zh-CN/processes.json"),
        Lang::ZhTw => include_str!("data/zh-TW/processes.json"),
        Lang::En => include_str!("data/en/processes.json"),
    }
}

#[derive(Deserialize)]
struct ProcessShape {
    version: u32,
    stages: Vec<StageShape>,
}

#[derive(Deserialize)]
struct StageShape {
    id: String,
    tasks: Vec<TaskShape>,
}

#[derive(Deserialize)]
struct TaskShape {
    id: String,
    lane: String,
    role: String,
    required: bool,
    evidence: EvidenceShape,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum EvidenceShape {
    Plain(String),
    Choice { choice: Vec<String> },
}

#[derive(Deserialize)]
struct ProcessWords {
    name: String,
    about: String,
    stages: BTreeMap<String, StageWords>,
}

#[derive(Deserialize)]
struct StageWords {
    name: String,
    tasks: BTreeMap<String, TaskWords>,
}

#[derive(Deserialize)]
struct TaskWords {
    text: String,
    hint: String,
    #[serde(default)]
    choices: BTreeMap<String, String>,
}

/// The built-in processes, in the order they are offered.
#[must_use]
pub fn processes(lang: Lang) -> &'static [Process] {
    static ALL: PerLang<Vec<Process>> = PerLang::new();
    ALL.get(lang, || load(STRUCTURE, words_in(lang)).unwrap_or_default())
}

/// The process a case follows, if this version has it.
#[must_use]
pub fn process(lang: Lang, at: &ProcessRef) -> Option<&'static Process> {
    processes(lang).iter().find(|process| process.at == *at)
}

/// The process a request follows unless somebody chooses another: P1.
#[must_use]
pub fn default_process(lang: Lang) -> Option<&'static Process> {
    processes(lang).first()
}

/// Joins structure and words; `None` when they do not fit, which a test rules out for the
/// data that is built in.
fn load(structure: &str, words: &str) -> Option<Vec<Process>> {
    let shapes: BTreeMap<String, ProcessShape> = serde_json::from_str(structure).ok()?;
    let mut words: BTreeMap<String, ProcessWords> = serde_json::from_str(words).ok()?;
    let mut processes = shapes
        .into_iter()
        .map(|(id, shape)| {
            let mut words = words.remove(&id)?;
            Some(Process {
                at: ProcessRef { id: ProcessId::parse(&id)?, version: shape.version },
                name: words.name,
                about: words.about,
                stages: shape
                    .stages
                    .into_iter()
                    .map(|stage| words.stages.remove(&stage.id).and_then(|words| join_stage(stage, words)))
                    .collect::<Option<_>>()?,
            })
        })
        .collect::<Option<Vec<_>>>()?;
    processes.sort_by_key(|process| process.at.id.as_str()[1..].parse::<u32>().unwrap_or(u32::MAX));
    Some(processes)
}

fn join_stage(shape: StageShape, mut words: StageWords) -> Option<Stage> {
    Some(Stage {
        id: StageId::parse(&shape.id)?,
        name: words.name,
        tasks: shape
            .tasks
            .into_iter()
            .map(|task| words.tasks.remove(&task.id).and_then(|words| join_task(task, words)))
            .collect::<Option<_>>()?,
    })
}

fn join_task(shape: TaskShape, mut words: TaskWords) -> Option<Task> {
    let evidence = match shape.evidence {
        EvidenceShape::Choice { choice } => EvidenceKind::Choice(
            choice
                .into_iter()
                .map(|id| words.choices.remove(&id).map(|label| Choice { id, label }))
                .collect::<Option<_>>()?,
        ),
        EvidenceShape::Plain(plain) => match plain.as_str() {
            "tick" => EvidenceKind::Tick,
            "text" => EvidenceKind::Text,
            "number" => EvidenceKind::Number,
            "date" => EvidenceKind::Date,
            _ => return None,
        },
    };
    Some(Task {
        id: TaskId::parse(&shape.id)?,
        text: words.text,
        hint: words.hint,
        required: shape.required,
        lane: match shape.lane.as_str() {
            "customer" => Lane::Customer,
            "frontstage" => Lane::Frontstage,
            "backstage" => Lane::Backstage,
            _ => return None,
        },
        role: match shape.role.as_str() {
            "operator" => Role::Operator,
            "supervisor" => Role::Supervisor,
            "cashier" => Role::Cashier,
            "member" => Role::Member,
            _ => return None,
        },
        evidence,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_language_has_every_process_and_the_same_tasks() {
        let shape = |lang| -> Vec<_> {
            let tasks = |process: &Process| -> Vec<_> {
                process
                    .stages
                    .iter()
                    .flat_map(|s| s.tasks.iter().map(|t| (s.id.clone(), t.id.clone())))
                    .collect()
            };
            processes(lang).iter().map(|process| (process.at.clone(), tasks(process))).collect()
        };
        for lang in Lang::ALL {
            assert_eq!(shape(lang), shape(Lang::En), "{lang:?}");
        }
        let ids: Vec<_> = processes(Lang::En).iter().map(|process| process.at.id.as_str()).collect();
        for built_in in ["P1", "P8", "P10"] {
            assert!(ids.contains(&built_in), "{built_in} is missing from {ids:?}");
        }
    }

    #[test]
    fn a_checklist_can_be_worked() {
        for process in Lang::ALL.into_iter().flat_map(processes) {
            let mut seen = HashSet::new();
            assert!(!process.stages.is_empty());
            for stage in &process.stages {
                assert!(stage.tasks.iter().any(|task| task.required), "{:?} {:?}", process.at, stage.id);
                for task in &stage.tasks {
                    assert!(seen.insert(&task.id), "{:?} has {:?} twice", process.at, task.id);
                    assert!(!task.text.is_empty() && !task.hint.is_empty());
                }
            }
        }
    }

    #[test]
    fn no_language_has_words_for_a_task_that_is_not_there() {
        let shapes: BTreeMap<String, ProcessShape> = serde_json::from_str(STRUCTURE).expect("valid data");
        let expected: usize = shapes.values().flat_map(|p| &p.stages).map(|s| s.tasks.len()).sum();
        for lang in Lang::ALL {
            let words: BTreeMap<String, ProcessWords> =
                serde_json::from_str(words_in(lang)).expect("valid data");
            let count: usize = words.values().flat_map(|p| p.stages.values()).map(|s| s.tasks.len()).sum();
            assert_eq!(count, expected, "{lang:?}");
        }
    }
}
