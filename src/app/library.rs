//! Processes of the shop's own beside those that are built in.

use crate::catalog::ProcessFace;
use crate::domain::custom_process::Definition;
use crate::domain::process::{Process, ProcessRef};
use crate::search::summary::ProcessSummary;
use std::sync::{Mutex, PoisonError};

/// A process of the shop's own as cases follow it. A version is made once and looked at
/// everywhere, as a built-in one is; so it is kept for as long as the page lives.
#[must_use]
pub fn kept(at: &ProcessRef, definition: &Definition) -> &'static Process {
    static KEPT: Mutex<Vec<&'static Process>> = Mutex::new(Vec::new());
    let process = definition.process(at.clone());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.iter().find(|known| ***known == process) {
        return known;
    }
    let new: &'static Process = Box::leak(Box::new(process));
    kept.push(new);
    new
}

/// What lists show of a process of the shop's own, kept in the same way.
#[must_use]
pub fn face(process: &ProcessSummary) -> ProcessFace {
    static KEPT: Mutex<Vec<ProcessFace>> = Mutex::new(Vec::new());
    let same = |face: &&ProcessFace| {
        let stages = face.stages.iter().zip(&process.stages);
        face.id == process.id
            && face.name == process.name
            && face.stages.len() == process.stages.len()
            && stages.into_iter().all(|(kept, now)| kept.0 == now.0 && kept.1 == now.1)
    };
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.iter().find(same) {
        return *known;
    }
    let stages: Vec<_> = process.stages.iter().map(|(id, name)| (leaked(id), leaked(name))).collect();
    let new = ProcessFace { id: leaked(&process.id), name: leaked(&process.name), stages: stages.leak() };
    kept.push(new);
    new
}

fn leaked(text: &str) -> &'static str {
    text.to_owned().leak()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::default_process;
    use crate::domain::custom_process::{CustomProcessField, CustomProcessKind};
    use crate::domain::id::ProcessId;
    use crate::domain::lang::Lang;
    use crate::domain::record::{Record, RecordKey, RecordKind};
    use crate::journal::{Change, Clock, DeviceId, Entry, Journal, SessionId, Writer};
    use crate::search::summary::Summary;

    #[test]
    fn a_version_is_kept_once_and_a_settled_one_beside_it() {
        let at = ProcessRef { id: ProcessId::parse("own-kept").expect("an id"), version: 1 };
        let one = Definition::of(default_process(Lang::En).expect("a process"), Lang::En);
        let other = Definition { name: "Other".to_owned(), ..one.clone() };
        assert!(std::ptr::eq(kept(&at, &one), kept(&at, &one)));
        assert_eq!(kept(&at, &other).name, "Other");
        assert_eq!(kept(&at, &one).at, at);
    }

    #[test]
    fn a_face_is_kept_once_until_it_looks_different() {
        let id = ProcessId::parse("own-face").expect("an id");
        let summary = |name: &str| {
            let definition = Definition::of(default_process(Lang::En).expect("a process"), Lang::En);
            let field =
                CustomProcessField::Version(1, Box::new(Definition { name: name.to_owned(), ..definition }));
            let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
            let change = Change::Set { field, replaces: Vec::new() };
            let stamp = Clock::new(writer).tick(1_795_264_320_000);
            let journal =
                Journal::<CustomProcessKind>::from([Entry { stamp, author: None, changes: vec![change] }]);
            match Summary::of(&RecordKey::new(RecordKind::Process, id.as_str()), &Record::Process(journal)) {
                Some(Summary::Process(summary)) => summary,
                other => panic!("{other:?}"),
            }
        };
        let one = face(&summary("Watches"));
        assert!(std::ptr::eq(one.stages, face(&summary("Watches")).stages));
        assert_eq!((one.name, one.stages.len()), ("Watches", 5));
        assert_eq!(face(&summary("Clocks")).name, "Clocks");
    }
}
