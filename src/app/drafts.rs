//! Processes that are being written. A draft is this device's own until it is published: it is
//! kept in the store's notes, and is in no file.

use super::desk::Desk;
use crate::archive::{drafts_text, read_drafts};
use crate::domain::custom_process::Definition;
use crate::domain::id::ProcessId;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Where the drafts stand among the notes.
const NOTE: &str = "process-drafts";

/// The drafts of this device. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub struct Drafts {
    all: RwSignal<BTreeMap<ProcessId, Definition>>,
    read: RwSignal<bool>,
    /// Those that this page has changed; another tab may have changed others.
    touched: StoredValue<BTreeSet<ProcessId>>,
}

impl Drafts {
    pub(super) fn new() -> Self {
        Self {
            all: RwSignal::new(BTreeMap::new()),
            read: RwSignal::new(false),
            touched: StoredValue::new(BTreeSet::new()),
        }
    }
}

impl Desk {
    /// The drafts, once they are read. Follows changes.
    #[must_use]
    pub fn drafts(self) -> Option<BTreeMap<ProcessId, Definition>> {
        let drafts = self.process_drafts;
        if !drafts.read.get() {
            leptos::task::spawn_local(async move {
                let found = stored(self).await;
                drafts.all.update(|all| {
                    let new = found.into_iter().filter(|(id, _)| !drafts.is_touched(id));
                    all.extend(new.collect::<Vec<_>>());
                });
                drafts.read.set(true);
            });
            return None;
        }
        Some(drafts.all.get())
    }

    /// Keeps a draft, or lets it go.
    pub fn keep_draft(self, id: &ProcessId, draft: Option<Definition>) {
        let drafts = self.process_drafts;
        drafts.touched.update_value(|touched| {
            touched.insert(id.clone());
        });
        drafts.all.update(|all| match draft {
            Some(draft) => drop(all.insert(id.clone(), draft)),
            None => drop(all.remove(id)),
        });
        leptos::task::spawn_local(async move {
            let mut now = stored(self).await;
            now.retain(|id, _| !drafts.is_touched(id));
            drafts.all.with_untracked(|all| {
                let ours = all.iter().filter(|(id, _)| drafts.is_touched(id));
                now.extend(ours.map(|(id, draft)| (id.clone(), draft.clone())));
            });
            if let Some(store) = self.store()
                && let Err(error) = store.set_meta(NOTE, &drafts_text(&now)).await
            {
                self.trouble.set(Some(error));
            }
        });
    }
}

impl Drafts {
    fn is_touched(self, id: &ProcessId) -> bool {
        self.touched.with_value(|touched| touched.contains(id))
    }
}

async fn stored(desk: Desk) -> BTreeMap<ProcessId, Definition> {
    let Some(store) = desk.store() else { return BTreeMap::new() };
    let text = store.meta(NOTE).await.ok().flatten();
    text.map(|text| read_drafts(&text)).unwrap_or_default()
}
