//! Taking a file in, on the page.

use super::sheet::{Rows, SheetError};
use super::undo::forget_oldest;
use super::{Earlier, Mark};
use crate::app::desk::{Desk, Saving};
use crate::app::personal;
use crate::app::twin::part_from_twin;
use crate::archive::{self, Archive, Exported, Plan, Planning, Refusal, Verdict};
use crate::domain::record::{RecordKey, RecordKind, Records};
use crate::journal::is_doubtful;
use crate::platform::{clock::now_ms, pause::breathe, pause::pause, random};
use crate::store::{BatchId, IMPORTS, StoreError};
use leptos::prelude::*;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

/// Above this many records it is quicker to read the whole store.
const MANY: usize = 2_000;
/// How many records are compared before the page may draw and hear again.
const AT_ONCE: usize = 250;

/// What a file would do here.
#[derive(Debug)]
pub struct Offer {
    /// How the file came to be; nothing when it is not one of ours.
    pub exported: Option<Exported>,
    /// What it would change.
    pub plan: Plan,
    /// What is here of the records that it names.
    pub present: Records,
    /// How many of its records bear a time far in the future.
    pub doubtful: usize,
    /// What became of the rows, where it is a table.
    pub rows: Rows,
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
    /// It is a spreadsheet in a form that only spreadsheet programs read.
    Spreadsheet,
    /// It is a table or a list of cards that cannot be taken.
    Sheet(SheetError),
    /// Somebody gave it up meanwhile.
    GivenUp,
    /// What is here already could not be read.
    Store(StoreError),
}

/// Hears how many records of how many were compared; says whether to go on.
pub type Watch = Arc<dyn Fn(usize, usize) -> bool + Send + Sync>;

/// Looks what a file would do. Nothing is stored by it.
///
/// # Errors
/// [`ImportError`] says why not.
pub async fn offer(desk: Desk, bytes: Vec<u8>, watch: Watch) -> Result<Offer, ImportError> {
    pause().await;
    let archive = archive::read_bytes(&bytes).map_err(ImportError::Refused)?;
    drop(bytes);
    offer_archive(desk, archive, true, watch).await
}

/// Looks what records would do that were read from a file, one of ours or another's.
///
/// # Errors
/// As [`offer`].
pub async fn offer_archive(
    desk: Desk,
    archive: Archive,
    ours: bool,
    watch: Watch,
) -> Result<Offer, ImportError> {
    let all = archive.records.0.len();
    let go_on = |done| if watch(done, all) { Ok(()) } else { Err(ImportError::GivenUp) };
    pause().await;
    go_on(0)?;
    let present = present(desk, &archive).await.map_err(ImportError::Store)?;
    let now = now_ms();
    let doubtful = archive.records.0.values().filter_map(|record| record.last_stamp());
    let doubtful = doubtful.filter(|stamp| is_doubtful(stamp, now)).count();
    let exported = ours.then(|| archive.exported.clone());
    let mut planning = Planning::new(archive);
    while planning.step(&present, AT_ONCE) {
        breathe().await;
        go_on(planning.done())?;
    }
    let mut plan = planning.finish(&present);
    let store = desk.store().ok_or_else(|| ImportError::Store(no_store(desk)))?;
    let here: HashSet<_> =
        store.files().await.map_err(ImportError::Store)?.into_iter().map(|(hash, _)| hash).collect();
    plan.files.retain(|file| !here.contains(file.hash()));
    Ok(Offer { exported, plan, present, doubtful, rows: Rows::default() })
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
    present.0.retain(|key, _| archive.records.0.contains_key(key));
    let mut unsaved = desk.held_back();
    unsaved.0.retain(|key, _| archive.records.0.contains_key(key));
    present.merge(unsaved);
    Ok(present)
}

/// Keeps what a plan found new, all in one transaction, with the note by which it can be taken
/// back.
///
/// # Errors
/// The reason why nothing of it was stored.
pub async fn take_over(desk: Desk, plan: &Plan, file: &str) -> Result<Earlier, StoreError> {
    pause().await;
    desk.keep_waiting().await?;
    let Plan { news, files, rows, .. } = plan;
    let store = desk.store().ok_or_else(|| no_store(desk))?;
    let batch = BatchId::from_random(random::bits());
    let brought = |fits: fn(Verdict) -> bool| -> BTreeSet<RecordKey> {
        let rows = rows.iter().filter(|row| fits(row.verdict) && news.0.contains_key(&row.key));
        rows.map(|row| row.key.clone()).collect()
    };
    let mark = Mark {
        at: now_ms(),
        file: file.to_owned(),
        new: brought(|verdict| verdict == Verdict::New),
        changed: brought(|verdict| verdict != Verdict::New),
        files: files.iter().map(|file| file.hash().clone()).collect(),
    };
    let note = format!("{IMPORTS}/{batch}");
    let summaries = match news.0.is_empty() {
        // Bytes alone are nothing to take back.
        true => store.append_files(news, files, &[]).await?,
        false => store.append_import(&batch, news, files, (&note, &mark.to_text())).await?,
    };
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
    part_from_twin(desk, news).await;
    if let Err(error) = personal::erase_what_came_in(desk).await {
        // The import itself is stored; this is said beside it.
        desk.trouble.set(Some(error));
    }
    forget_oldest(desk).await;
    Ok(Earlier { batch, mark })
}

pub(super) fn no_store(desk: Desk) -> StoreError {
    desk.trouble.get_untracked().unwrap_or(StoreError::Refused)
}
