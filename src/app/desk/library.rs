//! The processes that the shop knows, as the desk finds them.

use super::Desk;
use crate::catalog;
use crate::domain::lang::Lang;
use crate::domain::process::{Process, ProcessRef};

impl Desk {
    /// The process that a case follows, in a language if it is built in. Follows changes.
    #[must_use]
    pub fn process(self, lang: Lang, at: &ProcessRef) -> Option<&'static Process> {
        catalog::process(lang, at)
    }

    /// The newest version of a process, in a language if it is built in. Follows changes.
    #[must_use]
    pub fn newest_process(self, lang: Lang, id: &str) -> Option<&'static Process> {
        catalog::processes(lang).iter().find(|process| process.at.id.as_str() == id)
    }
}
