//! What is wrong with a field, in a sentence.

use crate::domain::custom_process::{DefinitionError, MAX_STAGES, MAX_TASKS};
use crate::domain::hours::HoursError;
use crate::domain::letter::ParameterError;
use crate::domain::local_time::WindowError;
use crate::domain::phone::PhoneError;
use crate::domain::text::TextError;
use crate::i18n::Texts;

/// Something that a person can be told in a sentence.
pub(crate) trait Told {
    /// The sentence.
    fn tell(&self, texts: &'static Texts) -> String;
}

impl Told for TextError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Empty => t.common().error_empty.to_owned(),
            Self::TooLong(max) => t.common().error_too_long(max),
        }
    }
}

impl Told for PhoneError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Character(character) => t.common().error_phone_character(character),
            Self::Digits(_) => t.common().error_phone_digits.to_owned(),
        }
    }
}

impl Told for HoursError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Form(part) => t.common().error_hours_form(part),
            Self::Overlap(one, other) => t.common().error_hours_overlap(one, other),
        }
    }
}

impl Told for WindowError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Start => t.visit().error_start.to_owned(),
            Self::End => t.visit().error_end.to_owned(),
            Self::EndsBeforeStart => t.visit().error_order.to_owned(),
        }
    }
}

impl Told for ParameterError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Empty => t.common().error_empty.to_owned(),
            Self::Range(min, max) => t.common().error_range(min, max),
            Self::Phone => t.common().error_phone_digits.to_owned(),
            Self::TooLong(max) => t.common().error_too_long(max),
        }
    }
}

impl Told for DefinitionError {
    fn tell(&self, t: &'static Texts) -> String {
        let words = t.process();
        match self {
            Self::Name(why) => words.error_name(&why.tell(t)),
            Self::About(why) => words.error_about(&why.tell(t)),
            Self::NoStage => words.error_no_stage.to_owned(),
            Self::TooManyStages => words.error_many_stages(&MAX_STAGES),
            Self::StageName(..) => words.error_stage_name.to_owned(),
            Self::NoTask(_) => words.error_no_task.to_owned(),
            Self::TooManyTasks(_) => words.error_many_tasks(&MAX_TASKS),
            Self::DuplicateStage(id) => words.error_twice(id),
            Self::DuplicateTask(id) => words.error_twice(id),
            Self::TaskText(..) => words.error_task_text.to_owned(),
            Self::TaskHint(..) => words.error_task_hint.to_owned(),
            Self::Choices(_) => words.error_choices.to_owned(),
            Self::Record(_) => words.error_record.to_owned(),
        }
    }
}
