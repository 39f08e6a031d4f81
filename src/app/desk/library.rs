//! The processes that the shop knows, as the desk finds them: built in, and of its own.

use super::Desk;
use crate::app::library::{face, kept};
use crate::catalog::{self, ProcessFace, process_faces};
use crate::domain::custom_process::{CustomProcess, CustomProcessKind};
use crate::domain::id::{ProcessId, StageId};
use crate::domain::lang::Lang;
use crate::domain::process::{Process, ProcessRef};
use crate::domain::record::{Known, RecordKey, RecordKind};
use leptos::prelude::*;

impl Desk {
    /// The process that a case follows; a built-in one in this language. Follows changes.
    #[must_use]
    pub fn process(self, lang: Lang, at: &ProcessRef) -> Option<&'static Process> {
        catalog::process(lang, at).or_else(|| {
            let own = self.own_process(at.id.as_str())?;
            Some(kept(at, own.version(at.version)?))
        })
    }

    /// The newest version of a process; a built-in one in this language. Follows changes.
    #[must_use]
    pub fn newest_process(self, lang: Lang, id: &str) -> Option<&'static Process> {
        let built_in = catalog::processes(lang).iter().find(|process| process.at.id.as_str() == id);
        built_in.or_else(|| {
            let own = self.own_process(id)?;
            let (version, definition) = own.latest()?;
            Some(kept(&ProcessRef { id: ProcessId::parse(id)?, version }, definition))
        })
    }

    /// A process of the shop's own with all its versions, read from the store when it is not
    /// open yet. Follows changes.
    #[must_use]
    pub fn own_process(self, id: &str) -> Option<CustomProcess> {
        let key = RecordKey::new(RecordKind::Process, id);
        let open = self
            .records
            .with(|records| records.0.get(&key).and_then(CustomProcessKind::of).map(CustomProcess::of));
        if open.is_none() && self.index.with(|index| index.processes.contains_key(id)) {
            self.ask_for(vec![key]);
        }
        open
    }

    /// Reads the processes of the shop's own, so that moving a case need not wait for them.
    pub fn read_processes(self) {
        let keys = self.index.with_untracked(|index| {
            index.processes.keys().map(|id| RecordKey::new(RecordKind::Process, id)).collect()
        });
        self.ask_for(keys);
    }

    /// Reads what was not asked for before: what is not there is not asked for again and again.
    fn ask_for(self, mut keys: Vec<RecordKey>) {
        self.inner.update_value(|inner| keys.retain(|key| inner.asked.insert(key.clone())));
        if !keys.is_empty() {
            leptos::task::spawn_local(async move { self.load(keys).await });
        }
    }

    /// What lists show of all processes. Follows changes.
    #[must_use]
    pub fn process_faces(self) -> Vec<ProcessFace> {
        let own = self.index.with(|index| index.own_processes().into_iter().map(face).collect::<Vec<_>>());
        [process_faces(self.lang.get()), &own].concat()
    }

    /// Where a new case of a process begins: its newest version and the first stage of that.
    #[must_use]
    pub fn beginning(self, id: &str) -> Option<(ProcessRef, StageId)> {
        let lang = self.lang.get_untracked();
        let built_in = catalog::processes(lang).iter().find(|process| process.at.id.as_str() == id);
        if let Some(process) = built_in {
            return Some((process.at.clone(), process.stages.first()?.id.clone()));
        }
        self.index.with_untracked(|index| {
            let own = index.processes.get(id)?;
            let at = ProcessRef { id: ProcessId::parse(id)?, version: own.version };
            Some((at, StageId::parse(&own.stages.first()?.0)?))
        })
    }
}
