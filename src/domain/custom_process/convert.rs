//! Between a definition and the process that cases follow.

use super::{ChoiceDefinition, Definition, EvidenceDefinition, StageDefinition, TaskDefinition};
use crate::domain::lang::Lang;
use crate::domain::process::{Choice, EvidenceKind, Process, ProcessRef, Stage, Task};
use crate::domain::record_part::RecordPart;

impl Definition {
    /// The process that cases of this version follow.
    #[must_use]
    pub fn process(&self, at: ProcessRef) -> Process {
        let stages = self.stages.iter().map(stage).collect();
        Process {
            at,
            name: self.name.clone(),
            about: self.about.clone(),
            within_case: self.within_case,
            stages,
        }
    }

    /// A definition that says what a process says, to be edited.
    #[must_use]
    pub fn of(process: &Process, lang: Lang) -> Self {
        Self {
            lang,
            name: process.name.clone(),
            about: process.about.clone(),
            within_case: process.within_case,
            stages: process.stages.iter().map(stage_definition).collect(),
        }
    }
}

impl TaskDefinition {
    /// The task that cases do.
    #[must_use]
    pub fn task(&self) -> Task {
        task(self)
    }
}

fn stage(stage: &StageDefinition) -> Stage {
    Stage {
        id: stage.id.clone(),
        name: stage.name.clone(),
        review: stage.review,
        tasks: stage.tasks.iter().map(task).collect(),
    }
}

fn stage_definition(stage: &Stage) -> StageDefinition {
    StageDefinition {
        id: stage.id.clone(),
        name: stage.name.clone(),
        review: stage.review,
        tasks: stage.tasks.iter().map(task_definition).collect(),
    }
}

fn task(task: &TaskDefinition) -> Task {
    Task {
        id: task.id.clone(),
        text: task.text.clone(),
        hint: task.hint.clone(),
        required: task.required,
        lane: task.lane,
        role: task.role,
        evidence: evidence(&task.evidence),
        limit: task.limit,
    }
}

fn task_definition(task: &Task) -> TaskDefinition {
    TaskDefinition {
        id: task.id.clone(),
        text: task.text.clone(),
        hint: task.hint.clone(),
        required: task.required,
        lane: task.lane,
        role: task.role,
        evidence: evidence_definition(&task.evidence),
        limit: task.limit,
    }
}

/// A part of the case that this version does not know is asked for as a tick.
fn evidence(evidence: &EvidenceDefinition) -> EvidenceKind {
    match evidence {
        EvidenceDefinition::Text => EvidenceKind::Text,
        EvidenceDefinition::Number => EvidenceKind::Number,
        EvidenceDefinition::Date => EvidenceKind::Date,
        EvidenceDefinition::Choice(choices) => {
            let choice = |c: &ChoiceDefinition| Choice { id: c.id.clone(), label: c.label.clone() };
            EvidenceKind::Choice(choices.iter().map(choice).collect())
        }
        EvidenceDefinition::Tick => EvidenceKind::Tick,
        EvidenceDefinition::Photo => EvidenceKind::Photo,
        EvidenceDefinition::Signature => EvidenceKind::Signature,
        EvidenceDefinition::Paper(kind) => EvidenceKind::Paper(*kind),
        EvidenceDefinition::Record(name) => {
            RecordPart::from_name(name).map_or(EvidenceKind::Tick, EvidenceKind::Record)
        }
    }
}

fn evidence_definition(evidence: &EvidenceKind) -> EvidenceDefinition {
    match evidence {
        EvidenceKind::Tick => EvidenceDefinition::Tick,
        EvidenceKind::Text => EvidenceDefinition::Text,
        EvidenceKind::Number => EvidenceDefinition::Number,
        EvidenceKind::Date => EvidenceDefinition::Date,
        EvidenceKind::Choice(choices) => {
            let choice = |c: &Choice| ChoiceDefinition { id: c.id.clone(), label: c.label.clone() };
            EvidenceDefinition::Choice(choices.iter().map(choice).collect())
        }
        EvidenceKind::Photo => EvidenceDefinition::Photo,
        EvidenceKind::Signature => EvidenceDefinition::Signature,
        EvidenceKind::Paper(kind) => EvidenceDefinition::Paper(*kind),
        EvidenceKind::Record(part) => EvidenceDefinition::Record(part.name().to_owned()),
    }
}
