use super::{Definition, EvidenceDefinition, StageDefinition, TaskDefinition};
use crate::domain::id::{StageId, TaskId};
use crate::domain::text::{MAX_LINE, MAX_TEXT, TextError, optional, required};
use crate::journal::is_id;
use std::collections::BTreeSet;

/// The most stages of a process.
pub const MAX_STAGES: usize = 40;
/// The most tasks of a stage, and the most choices of a task.
pub const MAX_TASKS: usize = 100;

/// Why a definition cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DefinitionError {
    /// The process needs a name of one line.
    Name(TextError),
    /// When to choose it is said at too great length.
    About(TextError),
    /// It has no stage.
    NoStage,
    /// It has more than [`MAX_STAGES`] stages.
    TooManyStages,
    /// A stage needs a name of one line.
    StageName(StageId, TextError),
    /// A stage has no task.
    NoTask(StageId),
    /// A stage has more than [`MAX_TASKS`] tasks.
    TooManyTasks(StageId),
    /// Two stages have one id.
    DuplicateStage(StageId),
    /// A task needs words that say what to do.
    TaskText(TaskId, TextError),
    /// A task's hint is too long.
    TaskHint(TaskId, TextError),
    /// Two tasks have one id, in whatever stages.
    DuplicateTask(TaskId),
    /// A task offers fewer than two choices or too many, or one without words, or two with one
    /// id.
    Choices(TaskId),
    /// A task asks for a record that has no name.
    Record(TaskId),
}

impl Definition {
    /// Whether it can be used.
    ///
    /// # Errors
    /// [`DefinitionError`] names the first thing that is wrong, from top to bottom.
    pub fn check(&self) -> Result<(), DefinitionError> {
        required(&self.name, MAX_LINE).map_err(DefinitionError::Name)?;
        optional(&self.about, MAX_TEXT).map_err(DefinitionError::About)?;
        match self.stages.len() {
            0 => return Err(DefinitionError::NoStage),
            1..=MAX_STAGES => {}
            _ => return Err(DefinitionError::TooManyStages),
        }
        let (mut stages, mut tasks) = (BTreeSet::new(), BTreeSet::new());
        for stage in &self.stages {
            check_stage(stage)?;
            if !stages.insert(&stage.id) {
                return Err(DefinitionError::DuplicateStage(stage.id.clone()));
            }
            for task in &stage.tasks {
                check_task(task)?;
                if !tasks.insert(&task.id) {
                    return Err(DefinitionError::DuplicateTask(task.id.clone()));
                }
            }
        }
        Ok(())
    }
}

fn check_stage(stage: &StageDefinition) -> Result<(), DefinitionError> {
    let named = required(&stage.name, MAX_LINE);
    named.map_err(|why| DefinitionError::StageName(stage.id.clone(), why))?;
    match stage.tasks.len() {
        0 => Err(DefinitionError::NoTask(stage.id.clone())),
        1..=MAX_TASKS => Ok(()),
        _ => Err(DefinitionError::TooManyTasks(stage.id.clone())),
    }
}

fn check_task(task: &TaskDefinition) -> Result<(), DefinitionError> {
    let text = required(&task.text, MAX_TEXT);
    text.map_err(|why| DefinitionError::TaskText(task.id.clone(), why))?;
    let hint = optional(&task.hint, MAX_TEXT);
    hint.map_err(|why| DefinitionError::TaskHint(task.id.clone(), why))?;
    match &task.evidence {
        EvidenceDefinition::Choice(choices) => {
            let ids: BTreeSet<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
            let sound = (2..=MAX_TASKS).contains(&choices.len())
                && ids.len() == choices.len()
                && choices.iter().all(|c| is_id(&c.id) && required(&c.label, MAX_LINE).is_ok());
            if sound { Ok(()) } else { Err(DefinitionError::Choices(task.id.clone())) }
        }
        EvidenceDefinition::Record(name) if !is_id(name) => Err(DefinitionError::Record(task.id.clone())),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::ChoiceDefinition;
    use super::*;
    use crate::domain::lang::Lang;
    use crate::domain::process::{Lane, Role};

    fn task(id: &str, evidence: EvidenceDefinition) -> TaskDefinition {
        TaskDefinition {
            id: TaskId::parse(id).expect("an id"),
            text: "Greet".to_owned(),
            hint: String::new(),
            required: true,
            lane: Lane::Frontstage,
            role: Role::Operator,
            evidence,
            limit: None,
        }
    }

    fn stage(id: &str, tasks: Vec<TaskDefinition>) -> StageDefinition {
        StageDefinition {
            id: StageId::parse(id).expect("an id"),
            name: "Intake".to_owned(),
            review: false,
            tasks,
        }
    }

    fn definition(stages: Vec<StageDefinition>) -> Definition {
        Definition {
            lang: Lang::En,
            name: "Watches".to_owned(),
            about: String::new(),
            within_case: false,
            stages,
        }
    }

    fn choices(ids: &[&str]) -> EvidenceDefinition {
        let choice = |id: &&str| ChoiceDefinition { id: (*id).to_owned(), label: "Yes".to_owned() };
        EvidenceDefinition::Choice(ids.iter().map(choice).collect())
    }

    #[test]
    fn what_is_wrong_is_named() {
        use DefinitionError as E;
        let tick = || task("t1", EvidenceDefinition::Tick);
        let one = || definition(vec![stage("s1", vec![tick()])]);
        let (s1, t1) = (StageId::parse("s1").expect("an id"), TaskId::parse("t1").expect("an id"));
        assert_eq!(one().check(), Ok(()));
        for (broken, why) in [
            (Definition { name: " ".to_owned(), ..one() }, E::Name(TextError::Empty)),
            (definition(vec![]), E::NoStage),
            (definition((0..41).map(|n| stage(&format!("s{n}"), vec![tick()])).collect()), E::TooManyStages),
            (definition(vec![stage("s1", vec![])]), E::NoTask(s1.clone())),
            (definition(vec![stage("s1", vec![tick(); 101])]), E::TooManyTasks(s1.clone())),
            (
                definition(vec![StageDefinition { name: String::new(), ..stage("s1", vec![tick()]) }]),
                E::StageName(s1.clone(), TextError::Empty),
            ),
            (
                definition(vec![
                    stage("s1", vec![tick()]),
                    stage("s1", vec![task("t2", EvidenceDefinition::Tick)]),
                ]),
                E::DuplicateStage(s1),
            ),
            (
                definition(vec![stage("s1", vec![tick()]), stage("s2", vec![tick()])]),
                E::DuplicateTask(t1.clone()),
            ),
            (
                definition(vec![stage("s1", vec![TaskDefinition { text: String::new(), ..tick() }])]),
                E::TaskText(t1.clone(), TextError::Empty),
            ),
            (definition(vec![stage("s1", vec![task("t1", choices(&["a"]))])]), E::Choices(t1.clone())),
            (definition(vec![stage("s1", vec![task("t1", choices(&["a", "a"]))])]), E::Choices(t1.clone())),
            (definition(vec![stage("s1", vec![task("t1", choices(&["a", "b c"]))])]), E::Choices(t1.clone())),
            (
                definition(vec![stage("s1", vec![task("t1", EvidenceDefinition::Record(String::new()))])]),
                E::Record(t1),
            ),
        ] {
            assert_eq!(broken.check(), Err(why));
        }
        assert_eq!(definition(vec![stage("s1", vec![task("t1", choices(&["a", "b"]))])]).check(), Ok(()));
    }
}
