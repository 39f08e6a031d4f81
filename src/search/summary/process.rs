use crate::domain::custom_process::{CustomProcess, CustomProcessField, CustomProcessKind, Definition};
use crate::journal::Journal;

/// A process of the shop's own in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct ProcessSummary {
    /// Which process.
    pub id: String,
    /// The number of its latest version.
    pub version: u32,
    /// What people call it.
    pub name: String,
    /// When to choose it.
    pub about: String,
    /// The stages of its latest version with their names, then those that only earlier ones had.
    pub stages: Vec<(String, String)>,
    /// How many of the stages the latest version has.
    pub current: usize,
    pub(super) within_case: u8,
    pub(super) retired: u8,
    /// How many fields have two values.
    pub conflicts: usize,
}

impl ProcessSummary {
    pub(super) fn of(id: &str, journal: &Journal<CustomProcessKind>) -> Self {
        let process = CustomProcess::of(journal);
        let (version, latest) = process.latest().map_or((0, None), |(number, latest)| (number, Some(latest)));
        let mut versions: Vec<(u32, &Definition)> = process
            .fields
            .iter()
            .filter_map(|held| match &held.value {
                CustomProcessField::Version(number, definition) => Some((*number, &**definition)),
                CustomProcessField::Retired(_) => None,
            })
            .collect();
        versions.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
        let mut stages: Vec<(String, String)> = Vec::new();
        for stage in versions.iter().flat_map(|(_, definition)| &definition.stages) {
            if !stages.iter().any(|(id, _)| id == stage.id.as_str()) {
                stages.push((stage.id.to_string(), stage.name.clone()));
            }
        }
        Self {
            id: id.to_owned(),
            version,
            name: latest.map(|latest| latest.name.clone()).unwrap_or_default(),
            about: latest.map(|latest| latest.about.clone()).unwrap_or_default(),
            stages,
            current: latest.map_or(0, |latest| latest.stages.len()),
            within_case: latest.is_some_and(|latest| latest.within_case).into(),
            retired: process.is_retired().into(),
            conflicts: process.fields.conflicts().len(),
        }
    }

    /// Whether it runs within another case, and so opens none of its own.
    #[must_use]
    pub fn within_case(&self) -> bool {
        self.within_case != 0
    }

    /// Whether no more cases are opened with it.
    #[must_use]
    pub fn is_retired(&self) -> bool {
        self.retired != 0
    }

    /// Whether a new request can follow it.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        !self.is_retired() && !self.within_case() && self.current > 0
    }
}
