//! The built-in content: processes and clauses, with their words in each language.
//!
//! `data/` holds the structure once and the words once for each language; to add a process,
//! write its file into `data/processes/` and into each language's, and name it in
//! `processes.rs`. Tests walk them all.

mod clauses;
mod faces;
mod groups;
mod processes;
mod sample_complaints;
mod sample_improvements;
mod sample_jobs;
mod sample_promises;
mod samples;
pub mod schedules;
#[cfg(test)]
mod wording;

pub use clauses::clause_library;
pub use faces::{ProcessFace, process_faces};
pub use groups::ProcessGroup;
pub use processes::{change_process, default_process, process, processes};
pub use sample_complaints::{SampleComplaint, sample_complaints};
pub use sample_improvements::{SampleCoaching, SampleImprovement, SampleStep, sample_improvements};
pub use sample_jobs::{
    SampleAgreement, SampleChange, SampleExpectation, SampleJobs, SampleLine, SampleProgress, SampleTest,
    SampleTrouble, sample_jobs,
};
pub use sample_promises::{SamplePromises, sample_promises};
pub use samples::{Matter, SamplePhones, SampleShop, Samples, samples};

use crate::domain::lang::Lang;

/// One value for each language, made when it is first asked for.
struct PerLang<T>([std::sync::OnceLock<T>; 3]);

impl<T> PerLang<T> {
    const fn new() -> Self {
        Self([const { std::sync::OnceLock::new() }; 3])
    }

    fn get(&self, lang: Lang, make: impl FnOnce() -> T) -> &T {
        self.0[lang as usize].get_or_init(make)
    }
}
