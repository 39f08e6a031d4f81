//! Taking a file in: first what it would do, then, if somebody says so, all of it at once.

use super::desk::{Desk, Saving};
use crate::archive::{self, Archive, Exported, Plan, Refusal};
use crate::domain::record::{RecordKey, RecordKind, Records};
use crate::journal::is_doubtful;
use crate::platform::{clock::now_ms, pause::pause};
use crate::store::StoreError;
use leptos::prelude::*;
use std::collections::HashSet;

/// Above this many records it is quicker to read the whole store.
const MANY: usize = 2_000;

/// What a file would do here.
#[derive(Debug)]
pub struct Offer {
    /// How the file came to be.
    pub exported: Exported,
    /// What it would change.
    pub plan: Plan,
    /// How many of its records bear a time far in the future.
    pub doubtful: usize,
}

/// Why there is nothing to offer.
#[derive(Clone, PartialEq, Debug)]
pub enum ImportError {
    /// The file is not one to be taken.
    Refused(Refusal),
    /// The code that reads it could not be fetched.
    NotFetched,
    /// The browser could not read the file.
    Unreadable,
    /// What is here already could not be read.
    Store(StoreError),
}

/// Looks what a file would do. Nothing is stored by it.
///
/// # Errors
/// [`ImportError`] says why not.
pub async fn offer(desk: Desk, bytes: Vec<u8>) -> Result<Offer, ImportError> {
    pause().await;
    let archive = archive::read_bytes(&bytes).map_err(ImportError::Refused)?;
    drop(bytes);
    pause().await;
    let present = present(desk, &archive).await.map_err(ImportError::Store)?;
    pause().await;
    let now = now_ms();
    let doubtful = archive.records.0.values().filter_map(|record| record.last_stamp());
    let doubtful = doubtful.filter(|stamp| is_doubtful(stamp, now)).count();
    let exported = archive.exported.clone();
    let mut plan = archive::plan(&present, archive);
    let store = desk.store().ok_or_else(|| ImportError::Store(no_store(desk)))?;
    let here: HashSet<_> =
        store.files().await.map_err(ImportError::Store)?.into_iter().map(|(hash, _)| hash).collect();
    plan.files.retain(|file| !here.contains(file.hash()));
    Ok(Offer { exported, plan, doubtful })
}

/// What is here of the records that a file names.
async fn present(desk: Desk, archive: &Archive) -> Result<Records, StoreError> {
    let store = desk.store().ok_or_else(|| no_store(desk))?;
    let loaded = if archive.records.0.len() > MANY {
        store.all().await?
    } else {
        let keys: Vec<RecordKey> = archive.records.0.keys().cloned().collect();
        store.load(&keys).await?
    };
    desk.note_damage(loaded.damaged);
    let mut present = loaded.records;
    present.merge(desk.unsaved.get_untracked());
    Ok(present)
}

/// Keeps what a plan found new, all in one transaction.
///
/// # Errors
/// The reason why nothing of it was stored.
pub async fn take_over(desk: Desk, plan: &Plan) -> Result<(), StoreError> {
    pause().await;
    let Plan { news, files, .. } = plan;
    let store = desk.store().ok_or_else(|| no_store(desk))?;
    let summaries = store.append_files(news, files, &[]).await?;
    desk.observe(news);
    desk.index.update(|index| summaries.into_iter().for_each(|summary| index.put(summary)));
    desk.records.update(|records| {
        // The others are read when somebody opens them.
        let open = |key: &RecordKey| {
            matches!(key.kind, RecordKind::Shop | RecordKind::Staff | RecordKind::Process)
                || records.0.contains_key(key)
        };
        let open: Vec<_> = news.0.iter().filter(|(key, _)| open(key)).collect();
        let open = open.into_iter().map(|(key, record)| (key.clone(), record.clone())).collect();
        records.merge(Records(open));
    });
    desk.saving.set(Saving::Saved(now_ms()));
    desk.tell_tabs(news.0.keys().cloned().collect());
    super::personal::erase_what_came_in(desk).await
}

fn no_store(desk: Desk) -> StoreError {
    desk.trouble.get_untracked().unwrap_or(StoreError::Refused)
}
