use super::PerLang;
use crate::domain::change::CHANGE_PROCESS;
use crate::domain::id::{ProcessId, StageId, TaskId};
use crate::domain::lang::Lang;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::{Choice, EvidenceKind, Lane, Process, ProcessRef, Role, Stage, Task};
use crate::domain::record_part::RecordPart;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A file of each built-in process, with its id; the order is the one they are offered in.
type Files = [(&'static str, &'static str); 16];

macro_rules! files {
    ($folder:literal) => {
        files!($folder: P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14 P15 P16)
    };
    ($folder:literal: $($id:ident)*) => {
        [$((stringify!($id), include_str!(concat!("data/", $folder, stringify!($id), ".json")))),*]
    };
}

const STRUCTURE: Files = files!("processes/");

fn words_in(lang: Lang) -> &'static Files {
    match lang {
        Lang::ZhCn => const { &files!("zh-CN/processes/") },
        Lang::ZhTw => const { &files!("zh-TW/processes/") },
        Lang::En => const { &files!("en/processes/") },
    }
}

#[derive(Deserialize)]
struct ProcessShape {
    version: u32,
    #[serde(default)]
    within_case: bool,
    stages: Vec<StageShape>,
}

#[derive(Deserialize)]
struct StageShape {
    id: String,
    #[serde(default)]
    review: bool,
    tasks: Vec<TaskShape>,
}

#[derive(Deserialize)]
struct TaskShape {
    id: String,
    lane: String,
    role: String,
    required: bool,
    evidence: EvidenceShape,
    #[serde(default)]
    limit_minutes: Option<u32>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum EvidenceShape {
    Plain(String),
    Choice { choice: Vec<String> },
    Paper { paper: String },
    Record { record: String },
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
    ALL.get(lang, || {
        let files = STRUCTURE.iter().zip(words_in(lang));
        files
            .map(|((id, shape), (_, words))| load(id, shape, words))
            .collect::<Option<_>>()
            .unwrap_or_default()
    })
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

/// The process that change requests follow inside their case: P15.
#[must_use]
pub fn change_process(lang: Lang) -> Option<&'static Process> {
    processes(lang).iter().find(|process| process.at.id.as_str() == CHANGE_PROCESS)
}

/// Joins structure and words; `None` when they do not fit, which a test rules out for the
/// data that is built in.
fn load(id: &str, shape: &str, words: &str) -> Option<Process> {
    let shape: ProcessShape = serde_json::from_str(shape).ok()?;
    let mut words: ProcessWords = serde_json::from_str(words).ok()?;
    Some(Process {
        at: ProcessRef { id: ProcessId::parse(id)?, version: shape.version },
        name: words.name,
        about: words.about,
        within_case: shape.within_case,
        stages: shape
            .stages
            .into_iter()
            .map(|stage| words.stages.remove(&stage.id).and_then(|words| join_stage(id, stage, words)))
            .collect::<Option<_>>()?,
    })
}

fn join_stage(process: &str, shape: StageShape, mut words: StageWords) -> Option<Stage> {
    Some(Stage {
        id: StageId::parse(&shape.id)?,
        name: words.name,
        review: shape.review,
        tasks: shape
            .tasks
            .into_iter()
            .map(|task| words.tasks.remove(&task.id).and_then(|words| join_task(process, task, words)))
            .collect::<Option<_>>()?,
    })
}

fn join_task(process: &str, shape: TaskShape, words: TaskWords) -> Option<Task> {
    Some(Task {
        // Named with its process: a case that goes on in another one brings its ticks along, and
        // none of them may speak for a task there.
        id: TaskId::parse(&[process, "-", &shape.id].concat())?,
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
        evidence: evidence(shape.evidence, words.choices)?,
        limit: shape.limit_minutes,
    })
}

fn evidence(shape: EvidenceShape, mut labels: BTreeMap<String, String>) -> Option<EvidenceKind> {
    Some(match shape {
        EvidenceShape::Choice { choice } => EvidenceKind::Choice(
            choice
                .into_iter()
                .map(|id| labels.remove(&id).map(|label| Choice { id, label }))
                .collect::<Option<_>>()?,
        ),
        EvidenceShape::Paper { paper } => EvidenceKind::Paper(PaperKind::from_name(&paper)?),
        EvidenceShape::Record { record } => EvidenceKind::Record(RecordPart::from_name(&record)?),
        EvidenceShape::Plain(plain) => match plain.as_str() {
            "tick" => EvidenceKind::Tick,
            "text" => EvidenceKind::Text,
            "number" => EvidenceKind::Number,
            "date" => EvidenceKind::Date,
            "photo" => EvidenceKind::Photo,
            "signature" => EvidenceKind::Signature,
            _ => return None,
        },
    })
}

#[cfg(test)]
mod tests;
