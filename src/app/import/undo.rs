//! Taking an import back, on the page.

use super::effect::no_store;
use super::{Mark, TakingBack, taking_back};
use crate::app::desk::{Desk, Phase, Saving};
use crate::domain::id::StaffId;
use crate::domain::named_files::NamedFiles;
use crate::domain::record::{RecordKey, RecordKind};
use crate::platform::{clock::now_ms, pause::pause};
use crate::store::{BatchId, IMPORTS, StoreError};
use leptos::prelude::*;

/// How many imports can be taken back.
const MOST: usize = 20;

/// An import that can be taken back.
#[derive(Clone, PartialEq, Debug)]
pub struct Earlier {
    /// What its rows are named by.
    pub batch: BatchId,
    /// What was noted of it.
    pub mark: Mark,
}

/// The imports that can be taken back, the latest first.
///
/// # Errors
/// When the store cannot be read.
pub async fn earlier(desk: Desk) -> Result<Vec<Earlier>, StoreError> {
    let Some(store) = desk.store() else { return Ok(Vec::new()) };
    let notes = store.notes(IMPORTS).await?.into_iter();
    let read = |(batch, text): (String, String)| {
        Some(Earlier { batch: BatchId::parse(&batch)?, mark: Mark::from_text(&text)? })
    };
    let mut found: Vec<Earlier> = notes.filter_map(read).collect();
    found.sort_by_key(|earlier| std::cmp::Reverse(earlier.mark.at));
    Ok(found)
}

/// Looks what taking an import back would do.
///
/// # Errors
/// When the store cannot be read.
pub async fn look_back(desk: Desk, of: &Earlier) -> Result<TakingBack, StoreError> {
    pause().await;
    let store = desk.store().ok_or_else(|| no_store(desk))?;
    let brought = store.brought(&of.batch, &of.mark.keys()).await?;
    pause().await;
    let mut all = store.all().await?.records;
    all.merge(desk.held_back());
    pause().await;
    Ok(taking_back(&all, &brought, &of.mark.changed))
}

/// Takes an import back: from these records, and with the bytes that it brought and nothing names any
/// more, all in one transaction. What was done on them since stays.
///
/// # Errors
/// The reason why all of it is still there.
pub async fn take_back(desk: Desk, of: &Earlier, removed: &[RecordKey]) -> Result<(), StoreError> {
    pause().await;
    let store = desk.store().ok_or_else(|| no_store(desk))?;
    let note = format!("{IMPORTS}/{}", of.batch);
    // What could not be stored yet may name them, too.
    let mut held = NamedFiles::default();
    held.of(&desk.held_back());
    let files: Vec<_> = of.mark.files.iter().filter(|file| !held.name(file)).cloned().collect();
    let left = store.remove_batch(&of.batch, removed, &note, &files).await?;
    let open = |key: &&RecordKey| {
        matches!(key.kind, RecordKind::Shop | RecordKind::Staff | RecordKind::Process)
            || desk.records.with_untracked(|records| records.0.contains_key(key))
    };
    let reread: Vec<RecordKey> = removed.iter().filter(open).cloned().collect();
    let mut now = store.load(&reread).await?.records;
    let mut unsaved = desk.held_back();
    unsaved.0.retain(|key, _| reread.contains(key));
    now.merge(unsaved);
    desk.forget(removed);
    desk.records.update(|records| records.0.extend(now.0));
    desk.index.update(|index| left.into_iter().for_each(|summary| index.put(summary)));
    let here = |key: &RecordKey| desk.records.with_untracked(|records| records.0.contains_key(key));
    let gone = |me: &StaffId| {
        let key = RecordKey::new(RecordKind::Staff, me.as_str());
        removed.contains(&key) && !here(&key)
    };
    if desk.me.get_untracked().as_ref().is_some_and(gone) {
        desk.set_me(None);
    }
    desk.saving.set(Saving::Saved(now_ms()));
    if !here(&RecordKey::shop()) {
        desk.phase.set(Phase::FirstRun);
    }
    Ok(())
}

/// No longer offers to take the oldest imports back: their rows may then become fewer.
pub(super) async fn forget_oldest(desk: Desk) {
    for old in earlier(desk).await.unwrap_or_default().iter().skip(MOST) {
        // One that is still offered costs nothing but room.
        let _ = keep_for_good(desk, old).await;
    }
}

/// No longer offers to take an import back.
///
/// # Errors
/// When it is still offered.
pub async fn keep_for_good(desk: Desk, of: &Earlier) -> Result<(), StoreError> {
    let store = desk.store().ok_or_else(|| no_store(desk))?;
    store.forget_meta(&format!("{IMPORTS}/{}", of.batch)).await
}
