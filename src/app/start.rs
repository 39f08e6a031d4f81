//! The start: opens the store, reads what the first page needs, listens to other tabs.

use super::desk::{Desk, Phase};
use super::device::{DEVICE, new_writer};
use super::errand;
use crate::domain::record::RecordKey;
use crate::journal::{Clock, DeviceId};
use crate::search::index::Index;
use crate::store::{Store, StoreError, tabs::Tabs};
use leptos::prelude::*;
use std::rc::Rc;

/// Starts the desk. What goes wrong is told on screen; where nothing can be stored, the desk works
/// without.
pub async fn start(desk: Desk) {
    if let Err(error) = open(desk).await {
        let works = match &error {
            StoreError::Refused | StoreError::Full => true,
            StoreError::Failed(_) => desk.store().is_none(),
            // The shop is there, but out of reach: nobody must take it for an empty one.
            _ => false,
        };
        desk.trouble.set(Some(error));
        if !works {
            return;
        }
    }
    show_room(desk);
}

/// Shows the shop, or the first page where there is none.
pub(super) fn show_room(desk: Desk) {
    let named = desk.records.with_untracked(|records| records.0.contains_key(&RecordKey::shop()));
    let phase = if named { Phase::Ready } else { Phase::FirstRun };
    if desk.phase.get_untracked() != phase {
        desk.phase.set(phase);
    }
}

/// Tries again: to open the store where there is none, and to keep what could not be kept.
pub async fn try_again(desk: Desk) {
    if !desk.is_read()
        && let Err(error) = open(desk).await
    {
        return desk.trouble.set(Some(error));
    }
    desk.retry().await;
    // Where nothing waited to be kept, it is not known yet whether the store answers.
    if let Some(store) = desk.store().filter(|_| desk.trouble.with_untracked(Option::is_none))
        && let Err(error) = store.has_news().await
    {
        desk.trouble.set(Some(error));
    }
    show_room(desk);
}

/// Takes note of what the store tells of itself.
fn take_trouble(desk: Desk, error: StoreError) {
    if error == StoreError::Emptied {
        // The code that joins records is not fetched for the first page.
        leptos::task::spawn_local(async move {
            let _ = errand::hold_all(desk).await;
        });
    }
    desk.trouble.set(Some(error));
}

async fn open(desk: Desk) -> Result<(), StoreError> {
    let store = Rc::new(Store::open(move |error| take_trouble(desk, error)).await?);
    let known = store.meta(DEVICE).await?.and_then(|id| DeviceId::parse(&id));
    let writer = new_writer(known.clone());
    if known.is_none() {
        store.set_meta(DEVICE, writer.device.as_str()).await?;
    }
    desk.recall_notes(&store).await?;
    let tabs = Tabs::open(move |text| {
        leptos::task::spawn_local(async move {
            if errand::hear(desk, text).await.is_err() {
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
    desk.note_read();
    Ok(())
}
