use super::{Pen, set};
use crate::domain::case::{Case, CaseField, CaseKind, Progress, StageMove};
use crate::domain::custom_process::{
    CustomProcess, CustomProcessField, CustomProcessKind, Definition, DefinitionError, EvidenceDefinition,
};
use crate::domain::id::{CaseId, ProcessId, StageId};
use crate::domain::process::Process;
use crate::domain::record::Records;

/// Keeps a definition as the next version of a process of the shop's own, or as the first of a
/// new one. A definition that says what the latest version says is no new one; where two
/// devices made that version, it settles which holds.
///
/// # Errors
/// [`DefinitionError`] says what is wrong.
pub fn save_process(
    pen: &Pen,
    id: &ProcessId,
    process: &CustomProcess,
    definition: Definition,
) -> Result<Records, DefinitionError> {
    let definition = trimmed(definition);
    definition.check()?;
    let number = match process.latest() {
        Some((number, latest)) if *latest == definition => number,
        Some((number, _)) => number.saturating_add(1),
        None => 1,
    };
    let field = CustomProcessField::Version(number, Box::new(definition));
    Ok(set::<CustomProcessKind>(pen, id.as_str(), process, vec![field]))
}

/// Lets no more cases be opened with a process, or lets them again.
#[must_use]
pub fn retire_process(pen: &Pen, id: &ProcessId, process: &CustomProcess, retired: bool) -> Records {
    if retired == process.is_retired() {
        return Records::default();
    }
    set::<CustomProcessKind>(pen, id.as_str(), process, vec![CustomProcessField::Retired(retired)])
}

/// Lets a running case follow another version of its process. Where that has no such stage,
/// the case goes to the one that now stands in its place.
#[must_use]
pub fn follow_version(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    before: Option<&Process>,
    after: &Process,
) -> Records {
    let mut fields = vec![CaseField::Process(after.at.clone())];
    let known = case.stage().is_some_and(|stage| after.position(stage).is_some());
    let place = before.map_or(0, |before| Progress::of(case, before).position());
    let there = after.stages.get(place).or(after.stages.last()).filter(|_| !known);
    fields.extend(
        there.map(|stage| CaseField::Stage(StageMove { to: stage.id.clone(), reason: String::new() })),
    );
    set::<CaseKind>(pen, id.as_str(), case, fields)
}

/// Why a case cannot go on in another process.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FollowError {
    /// That process runs within another case.
    WithinCase,
    /// The process has no such stage.
    NoSuchStage,
    /// The case follows it already.
    Same,
}

/// Lets a case go on in a stage of another process: an enquiry that becomes a contract. All
/// that the case knows, and what was ticked before, stays with it.
///
/// # Errors
/// [`FollowError`] says what is wrong.
pub fn follow_process(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    process: &Process,
    stage: &StageId,
) -> Result<Records, FollowError> {
    if process.within_case {
        return Err(FollowError::WithinCase);
    }
    if case.process().is_some_and(|at| at.id == process.at.id) {
        return Err(FollowError::Same);
    }
    process.position(stage).ok_or(FollowError::NoSuchStage)?;
    let step = StageMove { to: stage.clone(), reason: String::new() };
    let fields = vec![CaseField::Process(process.at.clone()), CaseField::Stage(step)];
    Ok(set::<CaseKind>(pen, id.as_str(), case, fields))
}

fn trimmed(mut definition: Definition) -> Definition {
    let trim = |text: &mut String| *text = text.trim().to_owned();
    trim(&mut definition.name);
    trim(&mut definition.about);
    for stage in &mut definition.stages {
        trim(&mut stage.name);
        for task in &mut stage.tasks {
            trim(&mut task.text);
            trim(&mut task.hint);
            if let EvidenceDefinition::Choice(choices) = &mut task.evidence {
                choices.iter_mut().for_each(|choice| trim(&mut choice.label));
            }
        }
    }
    definition
}
