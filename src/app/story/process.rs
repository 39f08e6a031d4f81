use crate::domain::custom_process::{CustomProcessField, CustomProcessKey};
use crate::i18n::Texts;

/// What a field of a process of the shop's own is called.
#[must_use]
pub fn process_field_name(t: &'static Texts, key: CustomProcessKey) -> String {
    match key {
        CustomProcessKey::Version(number) => t.work().process_version(&number),
        CustomProcessKey::Retired => t.work().process_retired.to_owned(),
    }
}

/// Its value in words: of a version, its name, and each stage with its tasks.
#[must_use]
pub fn process_words(t: &'static Texts, field: &CustomProcessField) -> String {
    match field {
        CustomProcessField::Retired(true) => t.names().yes.to_owned(),
        CustomProcessField::Retired(false) => t.names().no.to_owned(),
        CustomProcessField::Version(_, definition) => {
            let stages = definition.stages.iter().map(|stage| {
                let tasks: Vec<&str> = stage.tasks.iter().map(|task| task.text.as_str()).collect();
                t.story().fact(&stage.name, &tasks.join(t.story().list))
            });
            let words: Vec<String> = std::iter::once(definition.name.clone()).chain(stages).collect();
            words.join(t.story().between)
        }
    }
}
