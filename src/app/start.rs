//! The start: opens the store, reads what the first page needs, listens to other tabs.

use super::desk::{Desk, Phase, asking_noted};
use super::device::new_writer;
use super::errand;
use crate::domain::record::{RecordKey, RecordKind};
use crate::journal::{Clock, DeviceId};
use crate::search::index::Index;
use crate::store::{Store, StoreError, tabs::Tabs};
use leptos::prelude::*;
use std::rc::Rc;

const DEVICE: &str = "device";

/// Starts the desk. What goes wrong is told on screen; the desk then works without storage.
pub async fn start(desk: Desk) {
    match open(desk).await {
        Ok(()) => {}
        Err(error) => desk.trouble.set(Some(error)),
    }
    let named = desk.records.with_untracked(|records| records.0.contains_key(&RecordKey::shop()));
    desk.phase.set(if named { Phase::Ready } else { Phase::FirstRun });
}

/// Tries again: to open the store where there is none, and to keep what could not be kept.
pub async fn try_again(desk: Desk) {
    if desk.store().is_none()
        && let Err(error) = open(desk).await
    {
        return desk.trouble.set(Some(error));
    }
    desk.retry().await;
    if desk.records.with_untracked(|records| records.0.contains_key(&RecordKey::shop())) {
        desk.phase.set(Phase::Ready);
    }
}

async fn open(desk: Desk) -> Result<(), StoreError> {
    let store = Rc::new(Store::open(move |error| desk.trouble.set(Some(error))).await?);
    let known = store.meta(DEVICE).await?.and_then(|id| DeviceId::parse(&id));
    let writer = new_writer(known.clone());
    if known.is_none() {
        store.set_meta(DEVICE, writer.device.as_str()).await?;
    }
    let tabs = Tabs::open(move |keys| {
        leptos::task::spawn_local(async move {
            if errand::refresh(desk, keys).await.is_err() {
                desk.say_not_fetched();
            }
        });
    });
    desk.open_for_work(store.clone(), Clock::new(writer), tabs);

    let mut index = Index::default();
    let summaries = match store.summaries().await? {
        Some(summaries) => summaries,
        None => errand::make_summaries(store.clone()).await.map_err(|_| StoreError::NotFetched)??,
    };
    summaries.into_iter().for_each(|summary| index.put(summary));
    desk.index.set(index);
    let loaded = store.load_shop().await?;
    desk.observe(&loaded.records);
    desk.note_damage(loaded.damaged);
    desk.records.set(loaded.records);
    Ok(())
}

/// Reads again what another tab has written.
pub(super) async fn refresh(desk: Desk, keys: Vec<RecordKey>) {
    // Another tab may have handed the screen over, or taken it back.
    let asking = asking_noted().is_some();
    match (desk.asking.get_untracked(), asking) {
        (false, true) => desk.asking.set(true),
        (true, false) => desk.asked_no_more(),
        _ => {}
    }
    let Some(store) = desk.store() else { return };
    let open = |key: &RecordKey| {
        matches!(key.kind, RecordKind::Shop | RecordKind::Staff | RecordKind::Process)
            || desk.records.with_untracked(|records| records.0.contains_key(key))
    };
    let reread: Vec<RecordKey> = keys.iter().filter(|key| open(key)).cloned().collect();
    desk.load(reread).await;
    match store.summaries_of(&keys).await {
        Ok(found) => desk.index.update(|index| {
            keys.iter().for_each(|key| index.remove(key));
            found.into_iter().for_each(|summary| index.put(summary));
        }),
        Err(error) => desk.trouble.set(Some(error)),
    }
    if desk.phase.get_untracked() == Phase::FirstRun
        && desk.records.with_untracked(|records| records.0.contains_key(&RecordKey::shop()))
    {
        desk.phase.set(Phase::Ready);
    }
}
