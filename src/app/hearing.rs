//! What other tabs have written comes onto this page: as they tell it, or as it is looked for.

use super::desk::{Desk, asking_noted};
use super::start::{show_room, try_again};
use crate::domain::record::{Record, RecordKey, RecordKind, Records};
use crate::platform::pause::sleep;
use crate::search::index::Index;
use crate::search::summary::Summary;
use crate::store::{Store, StoreError, Told};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// How long a message may be on its way, in milliseconds.
const ON_ITS_WAY: i32 = 700;
/// How often everything is read again while this page writes at the same time.
const PATIENCE: usize = 5;

/// Another tab has told something; or nothing was told, and this one came into view.
pub(super) async fn hear(desk: Desk, text: String) {
    if text.is_empty() {
        return look(desk).await;
    }
    let Some(told) = Told::from_text(&text) else { return };
    // Another tab may have handed the screen over, or taken it back.
    match (desk.asking.get_untracked(), asking_noted().is_some()) {
        (false, true) => desk.asking.set(true),
        (true, false) => desk.asked_no_more(),
        _ => {}
    }
    let Some(store) = desk.store() else { return };
    if told.write.is_some_and(|write| !store.note_write(write)) {
        return;
    }
    let outcome = match told.changed.is_empty() {
        true => read_everything(desk, &store).await,
        false => read_again(desk, &store, &told).await,
    };
    if let Err(error) = outcome {
        return desk.trouble.set(Some(error));
    }
    if store.has_gap() {
        look_soon(desk).await;
    }
}

/// Looks for what was not told, once what is on its way has come.
pub(super) async fn look_soon(desk: Desk) {
    sleep(ON_ITS_WAY).await;
    if desk.store().is_some_and(|store| store.has_gap()) {
        look(desk).await;
    }
}

/// Looks whether anything was written that this page does not know of. A page that could not reach
/// the store tries again.
async fn look(desk: Desk) {
    let calm = desk.trouble.with_untracked(Option::is_none);
    match desk.store() {
        // One that is being opened is read anyway.
        _ if !desk.is_read() && calm => {}
        _ if !desk.is_read() => try_again(desk).await,
        Some(store) if calm => look_at(desk, &store).await,
        _ => {}
    }
}

async fn look_at(desk: Desk, store: &Store) {
    let looked = match store.has_news().await {
        Ok(true) => read_everything(desk, store).await,
        Ok(false) => Ok(()),
        Err(error) => Err(error),
    };
    if let Err(error) = looked {
        desk.trouble.set(Some(error));
    }
}

/// Reads these records again: what is stored, and what this page could not store yet.
async fn read_again(desk: Desk, store: &Store, told: &Told) -> Result<(), StoreError> {
    let loaded = store.load(&told.changed).await?;
    desk.observe(&loaded.records);
    desk.note_damage(loaded.damaged);
    let keys: BTreeSet<&RecordKey> = told.changed.iter().collect();
    let mut held = desk.held_back();
    held.0.retain(|key, _| keys.contains(key));
    let mut now = loaded.records;
    now.merge(held);
    desk.index.update(|index| {
        keys.iter().for_each(|key| index.remove(key));
        summaries(&now).for_each(|summary| index.put(summary));
    });
    let open = |key: &RecordKey, records: &Records| is_kept_open(key) || records.0.contains_key(key);
    desk.records.update(|records| {
        for key in keys {
            match now.0.remove(key).filter(|_| open(key, records)) {
                Some(record) if told.fewer => drop(records.0.insert(key.clone(), record)),
                Some(record) => records.merge(Records([(key.clone(), record)].into())),
                None if told.fewer => drop(records.0.remove(key)),
                None => {}
            }
        }
    });
    show_room(desk);
    Ok(())
}

/// Reads everything that this page has open or lists again, in the place of what it had.
async fn read_everything(desk: Desk, store: &Store) -> Result<(), StoreError> {
    for _ in 0..PATIENCE {
        let begun = desk.writings();
        let open: Vec<_> = desk.records.with_untracked(|records| records.0.keys().cloned().collect());
        let mut loaded = store.load(&open).await?;
        loaded.records.join(store.load_shop().await?.records);
        let listed = match store.summaries().await? {
            Some(listed) => listed,
            None => store.make_summaries().await?,
        };
        if desk.writings() != begun {
            // What was written meanwhile may be in none of the two.
            continue;
        }
        desk.observe(&loaded.records);
        desk.note_damage(loaded.damaged);
        let held = desk.held_back();
        let mut index = Index::default();
        listed.into_iter().for_each(|summary| index.put(summary));
        let mut with_held = store.load(&held.0.keys().cloned().collect::<Vec<_>>()).await?.records;
        with_held.merge(held);
        summaries(&with_held).for_each(|summary| index.put(summary));
        loaded.records.merge(with_held);
        desk.index.set(index);
        desk.records.set(loaded.records);
        show_room(desk);
        break;
    }
    Ok(())
}

/// These are on every page.
fn is_kept_open(key: &RecordKey) -> bool {
    matches!(key.kind, RecordKind::Shop | RecordKind::Staff | RecordKind::Process)
}

fn summaries(records: &Records) -> impl Iterator<Item = Summary> {
    let some = records.0.iter().filter(|(_, record): &(_, &Record)| !record.is_empty());
    some.filter_map(|(key, record)| Summary::of(key, record))
}
